"""What an analysis of sensitivity holds."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ...diagnostics import Diagnostic
from ..nodes import Node
from ..results import Assessment
from .variables import Variable

# by how much: as asked, by the uncertainty that the file states, by the interval of the factor
Basis = Literal["asked", "stated", "interval"]


class End(NamedTuple):
    """A variable at one end and the figure there; `limit` says why it goes no further."""

    value: float
    figure: Node
    limit: str | None = None


class BreakEven(NamedTuple):
    """The values at which the figure reaches its target, and the range that was searched."""

    values: tuple[float, ...]
    least: float
    most: float


class Row(NamedTuple):
    """A variable at its lower and its higher end; `share` is by how much, None of an interval.

    `swing` is the distance of the figures, infinite or None where they have none.
    """

    variable: Variable
    low: End
    high: End
    basis: Basis
    share: float | None
    swing: float | None
    break_even: BreakEven | None = None


class Sensitivity(NamedTuple):
    """The figure at a path today, and its rows from the widest swing to the smallest.

    `unaffected` are the ids of variables that change nothing; `reach` is what a break-even is of.
    """

    assessment: Assessment
    path: str
    figure: Node
    rows: tuple[Row, ...]
    unaffected: tuple[str, ...]
    reach: float | None
    diagnostics: tuple[Diagnostic, ...] = ()
