"""The audit file, key by key. The keys are the input language and stay fixed."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from ..diagnostics.codes import keys as codes
from ..source import Text
from .cdm import Cdm
from .checking import Check
from .fields import (
    Country,
    CurrencyCode,
    FactorId,
    Ident,
    Idents,
    Money,
    Name,
    Ratio,
    Share,
    StreamPath,
    Year,
)
from .finance import Depreciation, Finance, MoneyByYear
from .given import BilledAs, Given, GivenAs
from .model import Model
from .period import PeriodGiven, parse_period
from .sections import Section
from .validators import Matching, OneOf, ParsedBy

if TYPE_CHECKING:
    from .boilers import Boiler
    from .design import Design
    from .material_flow import QuantityCentre
    from .monitoring import Monitoring
else:
    Boiler = Design = QuantityCentre = Monitoring = Any  # imported where a file has the section

CATEGORIES = (
    "good-housekeeping",
    "process-control",
    "input-substitution",
    "equipment-modification",
    "technology-change",
    "recycling",
    "by-product",
    "product-modification",
    "energy-efficiency",
    "maintenance",
)
STATUSES = ("proposed", "studying", "rejected", "planned", "implemented", "verified")
DISCHARGE_KINDS = ("wastewater", "solid-waste", "hazardous-waste", "dust", "so2", "nox", "co")

Amount = Annotated[Given, BilledAs("1200 t")]
Price = Annotated[Given, BilledAs("1.25 million VND/t")]
Concentration = Annotated[Given, GivenAs("450 mg/L")]
Lifetime = Annotated[Given, GivenAs("10 yr")]
Rate = Annotated[Given, GivenAs("16300 VND")]


class Plant(Model):
    name: Name
    sector: Ident | None = None
    country: Country
    currency: CurrencyCode
    number_style: Annotated[Text, OneOf("plain", "vi", "en")] | None = None
    province: Name | None = None
    address: Name | None = None


class Production(Model):
    product: Ident
    amount: Annotated[Given, BilledAs("5200 t")]
    name: Name | None = None
    share: Share | None = None
    capacity: Annotated[Given, GivenAs("6000 t/yr")] | None = None
    benchmark: Ident | None = None


class Resource(Model):
    amount: Amount
    price: Price | None = None
    resource: Ident | None = None
    kind: Ident | None = None
    name: Name | None = None
    ncv: Annotated[Given, GivenAs("23.5 GJ/t")] | None = None
    density: Annotated[Given, GivenAs("0.84 kg/l")] | None = None
    sulphur: Share | None = None
    ash: Share | None = None
    firing: Ident | None = None
    dust: Annotated[Given, GivenAs("2 kg/t")] | None = None
    so2_removal: Share | None = None
    dust_removal: Share | None = None
    grid_factor: Annotated[Given, GivenAs("0.6592 t/MWh")] | None = None
    co2_factor: Annotated[Given, GivenAs("0.2 t/t")] | None = None
    power_factor: Ratio | None = None
    submeters: dict[Ident, Amount] = Field(default_factory=dict)


class Discharge(Model):
    amount: Annotated[Given, BilledAs("950000 m3")]
    kind: Annotated[Text, OneOf(*DISCHARGE_KINDS)] | None = None
    name: Name | None = None
    COD: Concentration | None = None
    BOD: Concentration | None = None
    TSS: Concentration | None = None
    Hg: Concentration | None = None
    Pb: Concentration | None = None
    As: Concentration | None = None
    Cd: Concentration | None = None
    treatment: Annotated[Given, BilledAs("3200 VND/m3")] | None = None
    disposal: Annotated[Given, BilledAs("300000 VND/t")] | None = None


class Option(Model):
    id: Ident
    name: Name | None = None
    category: Annotated[Text, OneOf(*CATEGORIES)] | None = Field(default=None, alias="class")
    status: Annotated[Text, OneOf(*STATUSES)] | None = None
    saves: dict[StreamPath, Annotated[Given, GivenAs("8 %")]] = Field(default_factory=dict)
    investment: MoneyByYear | None = None
    operating_cost: Money | None = None
    lifetime: Lifetime | None = None
    delay: Annotated[Given, GivenAs("1 yr")] | None = None
    salvage: Money | None = None
    replacement: dict[Year, Money] = Field(default_factory=dict)
    working_capital: Money | None = None
    depreciation: Depreciation | None = None
    requires: Idents = ()
    excludes: Idents = ()
    flows: dict[Year, Money] = Field(default_factory=dict)
    power_factor: Ratio | None = None
    note: Name | None = None


class Expect(Model):
    figure: Name
    value: Annotated[Given, GivenAs("4992646650 VND")]
    within: Annotated[Given, GivenAs("0.1 %")] | None = None


class Reported(Model):
    """A figure that a report states, to be compared with what its quantities give."""

    figure: Name
    value: Annotated[Given, GivenAs("19108 t")]


class AuditFile(Model):
    cpaudit: Annotated[Text, Matching("1", codes.FORMAT_VERSION)]
    plant: Plant
    period: Annotated[PeriodGiven, ParsedBy(parse_period)]
    exchange_rates: dict[CurrencyCode, Rate] = Field(default_factory=dict)
    gwp: Ident | None = None
    production: list[Production] = Field(default_factory=list)
    resources: dict[Ident, Resource]
    discharges: dict[Ident, Discharge] = Field(default_factory=dict)
    boilers: Annotated[dict[Text, Boiler], Section("boilers", "Boiler", by_id=True)] = Field(
        default_factory=dict
    )
    charges: Idents = ()
    carbon_price: Annotated[Given, GivenAs("10 USD/tCO2e")] | None = None
    factors: dict[FactorId, Annotated[Given, GivenAs("98300 kg/TJ")]] = Field(default_factory=dict)
    options: list[Option] = Field(default_factory=list)
    packages: dict[Ident, Idents] = Field(default_factory=dict)
    finance: Finance | None = None
    material_flow: Annotated[list[QuantityCentre], Section("material_flow", "QuantityCentre")] = (
        Field(default_factory=list)
    )
    design: Annotated[list[Design], Section("design", "Design")] = Field(default_factory=list)
    cdm: Cdm | None = None
    monitoring: Annotated[Monitoring | None, Section("monitoring", "Monitoring", alone=True)] = None
    reported: list[Reported] = Field(default_factory=list)
    expect: list[Expect] = Field(default_factory=list)
    check: Check | None = None
