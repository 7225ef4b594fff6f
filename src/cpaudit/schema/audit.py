"""The audit file, key by key. The keys are the input language and stay fixed."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from ..diagnostics.codes import keys as codes
from ..language import N_
from ..source import Text
from .cdm import Cdm
from .checking import Check, Expect, Reported
from .fields import CurrencyCode, FactorId, Ident, Idents
from .finance import Finance
from .given import Given, GivenAs
from .model import Model
from .options import CATEGORIES, STATUSES, Option
from .period import PeriodGiven, parse_period
from .plant import Plant, Production
from .sections import Section
from .streams import DISCHARGE_KINDS, Discharge, Resource
from .validators import Matching, ParsedBy

if TYPE_CHECKING:
    from .boilers import Boiler
    from .design import Design
    from .material_flow import QuantityCentre
    from .monitoring import Monitoring
else:
    Boiler = Design = QuantityCentre = Monitoring = Any  # imported where a file has the section

__all__ = [
    "CATEGORIES",
    "DISCHARGE_KINDS",
    "STATUSES",
    "AuditFile",
    "Discharge",
    "Expect",
    "Option",
    "Plant",
    "Production",
    "Reported",
    "Resource",
]

Rate = Annotated[Given, GivenAs("16300 VND")]


class AuditFile(Model):
    cpaudit: Annotated[Text, Matching("1", codes.FORMAT_VERSION)] = Field(
        description=N_("Version of the format of audit files: 1")
    )
    plant: Plant = Field(description=N_("The plant: name, place, sector and currency"))
    period: Annotated[PeriodGiven, ParsedBy(parse_period)] = Field(
        description=N_(
            "The time that all bills cover: 2008, 2008-05 or {from: 2008-01, to: 2009-06}"
        )
    )
    exchange_rates: dict[CurrencyCode, Rate] = Field(
        default_factory=dict,
        description=N_("Exchange rates by currency: {USD: 16300 VND}; counted in both directions"),
    )
    gwp: Ident | None = Field(
        default=None,
        description=N_(
            "Set of global warming potentials, such as AR4; default: that of the library"
        ),
    )
    production: list[Production] = Field(
        default_factory=list, description=N_("The products, and how much of each was made")
    )
    resources: dict[Ident, Resource] = Field(
        description=N_(
            "What the plant buys, by id: electricity, fuels, water, chemicals, materials"
        )
    )
    discharges: dict[Ident, Discharge] = Field(
        default_factory=dict,
        description=N_("What leaves the plant, by id: wastewater, waste, dust, gases"),
    )
    boilers: Annotated[dict[Text, Boiler], Section("boilers", "Boiler", by_id=True)] = Field(
        default_factory=dict,
        description=N_("What each boiler burns and the heat that it gives, by id"),
    )
    charges: Idents = Field(
        default=(), description=N_("Charges by law that count, by id, such as vn-wastewater")
    )
    carbon_price: Annotated[Given, GivenAs("10 USD/tCO2e")] | None = Field(
        default=None,
        description=N_("A carbon price as a scenario, on scope 1 and 2, such as 10 USD/tCO2e"),
    )
    factors: dict[FactorId, Annotated[Given, GivenAs("98300 kg/TJ")]] = Field(
        default_factory=dict,
        description=N_(
            "Values in place of the library's, by their ids: {anthracite.co2: 95000 kg/TJ}"
        ),
    )
    options: list[Option] = Field(
        default_factory=list, description=N_("The options to improve the plant")
    )
    packages: dict[Ident, Idents] = Field(
        default_factory=dict,
        description=N_("Options taken together, by name, in the order in which they are applied"),
    )
    finance: Finance | None = Field(
        default=None,
        description=N_("How money counts: discount rate, inflation, tax, loan, grant, guarantee"),
    )
    material_flow: Annotated[list[QuantityCentre], Section("material_flow", "QuantityCentre")] = (
        Field(
            default_factory=list,
            description=N_("What the losses of production cost, by quantity centre (ISO 14051)"),
        )
    )
    design: Annotated[list[Design], Section("design", "Design")] = Field(
        default_factory=list,
        description=N_("Redesigned products against today's, per functional unit"),
    )
    cdm: Cdm | None = Field(
        default=None,
        description=N_("A package as a project of the clean development mechanism"),
    )
    monitoring: Annotated[Monitoring | None, Section("monitoring", "Monitoring", alone=True)] = (
        Field(
            default=None,
            description=N_("Use by month before and after the options, and what drives it"),
        )
    )
    reported: list[Reported] = Field(
        default_factory=list,
        description=N_("Figures that a report states, to be compared with the calculated ones"),
    )
    expect: list[Expect] = Field(
        default_factory=list, description=N_("Figures that must come out, with tolerances")
    )
    check: Check | None = Field(
        default=None, description=N_("Rules that a check need not apply to this file")
    )
