"""What a comparison of two assessments holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from ...diagnostics import Diagnostic
from ...figure import Entered, Figure
from ..nodes import Node
from ..results import Assessment

# the keys that lead to a figure; ids may hold points themselves
Path = tuple[str, ...]
Kind = Literal["new", "gone", "value", "outcome", "unit", "partial"]

_HEADLINES = ("saving", "co2e", "investment", "payback", "npv", "irr")


class Side(NamedTuple):
    """One of the two assessments, and the entries of its file and tables by the keys to them."""

    assessment: Assessment
    entries: Mapping[str, Entered] = {}


class Change(NamedTuple):
    """A figure that moves. None on a side where there is none, or where nothing tells it.

    `absolute` is after less before, in the unit of both, `relative` its part of the size of
    before; None where there are no two numbers in one unit, or before is nothing. `causes` are
    the numbers of those among the causes that it rests on.
    """

    path: Path
    kind: Kind
    before: Node
    after: Node
    absolute: float | None = None
    relative: float | None = None
    causes: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The path as it is written."""
        return ".".join(self.path)


class Cause(NamedTuple):
    """A value at the root of figures that move, as it is before and after; None where it is not.

    `name` is the keys of the file, the id of the factor or the rule of the assumption; `figures`
    counts what rests on it and moves.
    """

    kind: Literal["entered", "factor", "assumed", "audit"]
    name: str
    before: Figure | None
    after: Figure | None
    figures: int = 0


class Entry(NamedTuple):
    """An entry that is written otherwise and is no figure's input, such as a period."""

    name: str
    before: Entered | None
    after: Entered | None


class Changes(NamedTuple):
    """Every figure that moves from one assessment to another, and why.

    `causes` come first those that move most; `entries` are further entries that differ. `compared`
    counts the figures that both have or one of them has. No assessment is held, so that the changes
    of many files can be kept.
    """

    currencies: tuple[str, str]
    tolerance: float
    changes: tuple[Change, ...]
    causes: tuple[Cause, ...]
    entries: tuple[Entry, ...]
    compared: int
    diagnostics: tuple[Diagnostic, ...] = ()


def is_headline(path: Path) -> bool:
    """Whether a path leads to a total of the baseline or to what is read first of an option or a
    package."""
    if path[:1] == ("baseline",):
        return len(path) == 2
    return len(path) == 3 and path[0] in {"options", "packages"} and path[2] in _HEADLINES
