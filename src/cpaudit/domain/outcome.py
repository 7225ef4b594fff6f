"""One audit as a programme counts it: small, and fit to go from one process to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..diagnostics import Diagnostic
from ..figure import Figure
from .programme import Counts, Level


class Task(NamedTuple):
    """An audit to be read: its path, what it is called in messages, and which options count."""

    path: str
    name: str
    package: str | None
    counts: Counts


class Done(NamedTuple):
    """What one option saves at its turn, in the audit's own currency.

    `delay` are the years until it saves, `lifetime` those in which it does.
    """

    option: str
    level: Level
    delay: int
    lifetime: int | None
    resources: Mapping[tuple[str, str], Figure]
    impacts: Mapping[str, Figure | None]
    saving: Figure | None
    investment: Figure


class Outcome(NamedTuple):
    """An audit and its options; without a plant it can't be counted, and `diagnostics` say why.

    `rates` are those that the file states: its money for one unit of another currency. `left_out`
    are options that would count but are not in the package asked for. `lacks_grid`: no grid
    factor is known for its year.
    """

    name: str
    plant: str = ""
    sector: str = ""
    province: str = ""
    currency: str = ""
    year: int = 0
    gwp_set: str = ""
    options: tuple[str, ...] = ()
    done: tuple[Done, ...] = ()
    rates: Mapping[str, Figure] = {}
    left_out: tuple[str, ...] = ()
    warnings: int = 0
    lacks_grid: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
