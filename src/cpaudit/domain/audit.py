"""One plant over one period, with its options: what the engine assesses.

Engine units: electricity MWh, mass t, volume m3, gas volume Nm3, heat GJ, money in the audit's
currency, ratios as fractions, time in years. All amounts are per year.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..diagnostics import Diagnostic, Span
from ..figure import Figure
from .cdm import CdmProject
from .checking import SwitchedOff
from .finance import Depreciation, Finance
from .law import Benchmark, Charge, Names, Threshold

if TYPE_CHECKING:
    from .boilers import Boiler
    from .design import Design
    from .material_flow import QuantityCentre
    from .monitoring import Monitoring

StreamKind = Literal["resource", "discharge"]


class Stream(NamedTuple):
    """Something that enters or leaves the plant: a resource, a discharge, a load in a discharge.

    `factors` are what the emissions room needs to know of one unit of it, by the factor's name;
    `submeters` are amounts a year that meters behind the main one show.
    """

    id: str
    kind: StreamKind
    type: str
    names: Names
    unit: str
    amount: Figure
    price: Figure | None
    factors: Mapping[str, Figure]
    fuel: str | None = None
    biogenic: bool = False
    span: Span | None = None
    power_factor: Figure | None = None
    submeters: Mapping[str, Figure] = {}


class Product(NamedTuple):
    """An output by which use is divided; `share` is its part of the plant's use, 1 if not given.

    `benchmarks` are those for a plant of its size, where the sector's library has any.
    """

    id: str
    names: Names
    unit: str
    amount: Figure
    share: Figure | None
    benchmarks: tuple[Benchmark, ...] = ()
    span: Span | None = None


class Saving(NamedTuple):
    """What an option saves of a stream a year: a share of what is left, or an amount in its unit.

    Negative where the option uses more.
    """

    stream: str
    relative: bool
    size: Figure
    span: Span


class Option(NamedTuple):
    """A change to the plant. `flows` are payments in single years of its life, negative: out.

    `investment` is all that is invested, `outlays` its parts by year where it is spread. Savings
    begin after `delay` years and last for the lifetime. Working capital comes back at the end.
    """

    id: str
    name: str
    category: str
    status: str
    savings: tuple[Saving, ...]
    investment: Figure
    operating_cost: Figure
    lifetime: Figure | None
    flows: Mapping[int, Figure]
    requires: tuple[str, ...]
    excludes: tuple[str, ...]
    span: Span
    note: str = ""
    power_factor: Figure | None = None
    outlays: Mapping[int, Figure] = {}
    delay: int = 0
    salvage: Figure | None = None
    replacements: Mapping[int, Figure] = {}
    working_capital: Figure | None = None
    depreciation: Depreciation | None = None

    @property
    def rejected(self) -> bool:
        return self.status == "rejected"


class Package(NamedTuple):
    """Options taken together, in this order; rejected ones are not in it."""

    id: str
    options: tuple[str, ...]
    span: Span | None


class Period(NamedTuple):
    """The months an audit covers, both included; `year` chooses the factors."""

    first: tuple[int, int]
    last: tuple[int, int]

    @property
    def months(self) -> int:
        return (self.last[0] - self.first[0]) * 12 + self.last[1] - self.first[1] + 1

    @property
    def ends(self) -> tuple[date, date]:
        """The first day and the last one."""
        year, month = self.last
        return date(*self.first, 1), date(year, month, monthrange(year, month)[1])

    @property
    def middle(self) -> date:
        """The first day of its second half: the day whose law counts for all of it."""
        months = self.first[0] * 12 + self.first[1] - 1 + self.months // 2
        return date(months // 12, months % 12 + 1, 1)

    @property
    def year(self) -> int:
        """The calendar year that holds most of the months; of two equal ones the later."""
        years = range(self.first[0], self.last[0] + 1)
        return max(years, key=lambda year: (self.months_in(year), year))

    def months_in(self, year: int) -> int:
        start = self.first[1] if year == self.first[0] else 1
        end = self.last[1] if year == self.last[0] else 12
        return end - start + 1


class Expectation(NamedTuple):
    """A figure's path and the value that the file says it has."""

    path: str
    value: float
    unit: str
    text: str
    tolerance: float
    relative: bool
    tolerance_text: str
    span: Span


class Reported(NamedTuple):
    """A figure that a report states; `half_digit` is half a unit of its last printed digit."""

    path: str
    value: float
    unit: str
    text: str
    half_digit: float
    span: Span


class Attachment(NamedTuple):
    """A file beside the audit that it rests on: its path, and the SHA-256 of the bytes read."""

    path: str
    sha256: str


class Audit(NamedTuple):
    """One plant over one period, with its options; a centre stands after those it takes from.

    `rates` are those that the file states: money of the audit's currency for one unit of another.
    `attachments` are the tables beside the file that were read.
    """

    plant: str
    sector: str
    sector_names: Names
    country: str
    currency: str
    period: Period
    products: Mapping[str, Product]
    streams: Mapping[str, Stream]
    options: Mapping[str, Option]
    packages: Mapping[str, Package]
    finance: Finance
    gwp_set: str
    constants: Mapping[str, Figure] = {}
    expectations: tuple[Expectation, ...] = ()
    reported: tuple[Reported, ...] = ()
    charges: Mapping[str, Charge] = {}
    thresholds: tuple[Threshold, ...] = ()
    cdm: CdmProject | None = None
    centres: Mapping[str, QuantityCentre] = {}
    designs: Mapping[str, Design] = {}
    boilers: Mapping[str, Boiler] = {}
    monitoring: Monitoring | None = None
    own_factors: Mapping[str, Figure] = {}
    benchmark_notes: tuple[Diagnostic, ...] = ()
    file: str = ""
    province: str = ""
    address: str = ""
    rates: Mapping[str, Figure] = {}
    attachments: tuple[Attachment, ...] = ()
    switched_off: tuple[SwitchedOff, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
