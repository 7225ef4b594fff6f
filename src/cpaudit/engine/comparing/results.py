"""What a comparison holds. Money is in the audit's currency, CO2e in t."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from ...diagnostics import Diagnostic
from ...domain import Audit, Option
from ...figure import Figure
from ..nodes import Node
from ..results import Assessment, Irr
from ..worth import Result


class Compared(NamedTuple):
    """One column: a package of one file, or a file with one of its packages, if it has any.

    `figures` are the package's, under the names that paths have for them.
    """

    name: str
    assessment: Assessment
    package: str | None
    result: Result | None
    figures: Mapping[str, Node]


class Difference(NamedTuple):
    """A column less the base: figures a year, and money over the life.

    `figures` are None where one of the two is not known or where currencies differ. `irr` is that
    of the money in which two packages of one file differ, None between files.
    """

    baseline: Mapping[str, Figure | None]
    figures: Mapping[str, Figure | None]
    irr: Irr | None = None


class Alternative(NamedTuple):
    """One of several ways that exclude each other: an option, or some that go together.

    `annual_value` is the NPV as equal yearly payments, each option over its own life.
    """

    name: str
    options: tuple[str, ...]
    result: Result
    npv: Figure
    irr: Irr
    annual_value: Figure


class Step(NamedTuple):
    """A challenger less the defender, None: do nothing. `wins` says whether it takes its place."""

    defender: Alternative | None
    challenger: Alternative
    investment: Figure
    saving: Figure
    npv: Figure
    irr: Irr
    annual_value: Figure
    wins: bool


class Choice(NamedTuple):
    """A set of options that exclude each other, and which way is worth most; None: do nothing.

    `alternatives` go by investment. `misleading` is the one of the highest internal rate of return
    where that is not the one that is worth most, and `loss` what it would be worth less. `left_out`
    are options without figures, with the reason.
    """

    options: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    steps: tuple[Step, ...]
    decided_by: Literal["npv", "annual_value"]
    winner: Alternative | None
    misleading: Alternative | None
    loss: Figure | None
    left_out: Mapping[str, str]


class Entry(NamedTuple):
    """An option of a plant with its figures, alone or at its turn in a package."""

    audit: Audit
    id: str
    result: Result

    @property
    def option(self) -> Option:
        return self.audit.options[self.id]


class Point(NamedTuple):
    """An option or package by its NPV and the t CO2e that it avoids over its life."""

    npv: Figure
    co2e: Figure
    dominated_by: tuple[str, ...] = ()


class Front(NamedTuple):
    """Points by name, with those that are dominated; and what has no point, with the reason."""

    points: Mapping[str, Point]
    left_out: Mapping[str, str]


class Paying(NamedTuple):
    """An option that avoids CO2e at no cost; it has no rank by money per tonne."""

    co2e: Figure
    point: Point


class Bar(NamedTuple):
    """A step of the abatement cost curve: width t CO2e a year, height money per t, sum so far."""

    co2e: Figure
    cost: Figure
    cumulative: Figure


class Abatement(NamedTuple):
    """Options by name: those that pay by falling NPV, the others by rising cost per tonne."""

    paying: Mapping[str, Paying]
    curve: Mapping[str, Bar]
    left_out: Mapping[str, str]


class Comparison(NamedTuple):
    """Packages of one file, or several files, against a base.

    `choices` are of one file. `options` are all options by name: the id, with several files
    `FILE:ID`; empty where they do not go together. `abatement` and `fronts` have `options` for each
    alone, and at their turns `packages.NAME` of one file, `compared` of several; `fronts` also
    `packages`.
    """

    assessments: tuple[Assessment, ...]
    columns: tuple[Compared, ...]
    base: Compared | None
    differences: Mapping[str, Difference]
    choices: tuple[Choice, ...]
    options: Mapping[str, Entry]
    abatement: Mapping[str, Abatement]
    fronts: Mapping[str, Front]
    diagnostics: tuple[Diagnostic, ...]
