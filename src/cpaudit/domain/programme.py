"""A programme: many audits, projects and totals over years, and the training of a centre.

Money is in the programme's currency; amounts are per year in engine units.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from ..diagnostics import Diagnostic, Span
from ..figure import Figure
from ..language import N_
from .checking import SwitchedOff
from .law import Names

Counts = Literal["implemented", "planned", "all"]
Level = Literal["implemented", "planned", "proposed", "rejected"]

# how far an option has come, by its status
LEVELS: Mapping[str, Level] = {
    "implemented": "implemented",
    "verified": "implemented",
    "planned": "planned",
    "proposed": "proposed",
    "studying": "proposed",
    "rejected": "rejected",
}
# which levels count, by the programme's `counts`
COUNTED: Mapping[str, tuple[Level, ...]] = {
    "implemented": ("implemented",),
    "planned": ("implemented", "planned"),
    "all": ("implemented", "planned", "proposed"),
}
# the services of a cleaner-production centre
SERVICES = {
    "cpa": N_("Cleaner production assessment"),
    "ems": N_("Environmental management system"),
    "monitoring": N_("Monitoring"),
    "tga": N_("Technology gap assessment"),
    "cta": N_("Cleaner technology assessment"),
    "cti": N_("Cleaner technology implementation"),
    "gctf": N_("Green Credit Trust Fund"),
    "cdm": N_("Clean development mechanism"),
    "maintenance": N_("Industrial maintenance"),
    "water": N_("Integrated water management"),
    "d4s": N_("Design for sustainability"),
    "ema": N_("Environmental management accounting"),
}
# what a group is called whose rows do not tell their sector, province or service
NOT_TOLD = ""


def column_of(type: str, fuel: str | None, unit: str) -> tuple[str, str]:
    """The resource that a saving is summed under, and its unit: gas by the tonne is one, whatever
    the gas; by volume or energy each gas is its own."""
    if type in {"gas", "lpg"} and unit == "t":
        return "gas", unit
    return (fuel if type == "gas" and fuel else type), unit


class Resource(NamedTuple):
    """A kind of saving in units: a column of the tables. `type` is the library's resource."""

    id: str
    type: str
    unit: str
    names: Names


class Part(NamedTuple):
    """What one option of an audit, or one row of the programme file, saves a year.

    It counts from its first year to its last one, for good without one. Money that nobody tells is
    None, and so is an impact that the streams saved have but that nothing tells.
    """

    id: str
    level: Level
    first: int
    last: int | None
    resources: Mapping[str, Figure]
    impacts: Mapping[str, Figure | None]
    saving: Figure | None
    investment: Figure | None


class Reported(NamedTuple):
    """An impact as a report states it, beside what the quantities give.

    `used` is the impact of each resource saved, by its id.
    """

    impact: str
    stated: Figure
    half_digit: float
    computed: Figure | None
    used: Mapping[str, tuple[Figure, Figure]]
    span: Span | None


class Entry(NamedTuple):
    """One audit, or one row of the programme file, which may stand for many plants.

    `in_totals` are those whose savings stand in a row of totals already; `told_in_totals`: the file
    says whether they do. `years` are those in which the savings began; of a row of totals the first
    and the last. `lacks_grid`: its electricity has no CO2, as no grid factor is known.
    """

    key: str
    kind: Literal["audit", "project", "total"]
    name: str
    sector: str
    province: str
    service: str
    years: tuple[int, int]
    plants: int | None
    parts: tuple[Part, ...]
    in_totals: bool = False
    told_in_totals: bool = False
    lacks_grid: bool = False
    counts: Counts = "implemented"
    loan: Figure | None = None
    reimbursement: Figure | None = None
    reported: tuple[Reported, ...] = ()
    note: str = ""
    span: Span | None = None

    @property
    def is_cumulative(self) -> bool:
        """Whether it sums up several years, so that no year of its own can be told."""
        return self.kind == "total" and self.years[0] != self.years[1]


class Course(NamedTuple):
    """A training course of a year."""

    name: str
    year: int
    place: str
    classes: Figure
    trainees: Figure
    person_days: Figure
    span: Span


class Rate(NamedTuple):
    """Money of the programme's currency for one unit of another, and for how many rows it served.

    `source` is where it comes from: the audit files, the programme file or the library.
    """

    currency: str
    year: int
    source: Literal["audit", "programme", "library"]
    figure: Figure
    uses: int = 1


class Programme(NamedTuple):
    """All that is rolled up. `missing` are the audits that can't be read: the sums lack them.

    `files` are the paths of all its audits.
    """

    name: str
    currency: str
    country: str
    year: int
    counts: Counts
    entries: tuple[Entry, ...]
    courses: tuple[Course, ...]
    resources: Mapping[str, Resource]
    sectors: Mapping[str, Names]
    services: Mapping[str, Names]
    rates: tuple[Rate, ...] = ()
    missing: tuple[str, ...] = ()
    file: str = ""
    files: tuple[str, ...] = ()
    switched_off: tuple[SwitchedOff, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
