"""What a plant buys and what leaves it: resources and discharges of an audit file."""

from typing import Annotated

from pydantic import Field

from ..language import N_
from ..source import Text
from .fields import Ident, Name, Ratio, Share
from .given import BilledAs, Given, GivenAs
from .model import Model
from .validators import OneOf

DISCHARGE_KINDS = ("wastewater", "solid-waste", "hazardous-waste", "dust", "so2", "nox", "co")

Amount = Annotated[Given, BilledAs("1200 t")]
Price = Annotated[Given, BilledAs("1.25 million VND/t")]
Concentration = Annotated[Given, GivenAs("450 mg/L")]


class Resource(Model):
    amount: Amount = Field(
        description=N_("What was used in the period, such as 7054 MWh; or a column of bills")
    )
    price: Price | None = Field(
        default=None,
        description=N_("Price per unit, such as 895 VND/kWh; of bills the column with their money"),
    )
    resource: Ident | None = Field(
        default=None,
        description=N_("Type of the resource, such as coal; needed where the id is not a type"),
    )
    kind: Ident | None = Field(
        default=None, description=N_("Fuel as the library calls it, such as anthracite or cam_5")
    )
    name: Name | None = Field(
        default=None, description=N_("Name shown instead of that of the fuel or the type")
    )
    ncv: Annotated[Given, GivenAs("23.5 GJ/t")] | None = Field(
        default=None,
        description=N_("Net calorific value as received, such as 23.5 GJ/t or 38 MJ/Nm3"),
    )
    density: Annotated[Given, GivenAs("0.84 kg/l")] | None = Field(
        default=None, description=N_("Density of the fuel, such as 0.84 kg/l or 0.72 kg/Nm3")
    )
    sulphur: Share | None = Field(
        default=None, description=N_("Sulphur in the fuel as bought, a share such as 3 %")
    )
    ash: Share | None = Field(
        default=None, description=N_("Ash in the fuel as bought, a share such as 28 %")
    )
    firing: Ident | None = Field(
        default=None,
        description=N_("Kind of furnace, such as travelling-grate; chooses the dust factor"),
    )
    dust: Annotated[Given, GivenAs("2 kg/t")] | None = Field(
        default=None,
        description=N_("Dust per fuel burnt before any filter, such as 2 kg/t; goes before firing"),
    )
    so2_removal: Share | None = Field(
        default=None, description=N_("Part of the SO2 that the scrubber takes out, such as 80 %")
    )
    dust_removal: Share | None = Field(
        default=None, description=N_("Part of the dust that the filter takes out, such as 95 %")
    )
    grid_factor: Annotated[Given, GivenAs("0.6592 t/MWh")] | None = Field(
        default=None,
        description=N_("CO2 of the electricity, such as 0.6592 t/MWh, in place of the country's"),
    )
    co2_factor: Annotated[Given, GivenAs("0.2 t/t")] | None = Field(
        default=None,
        description=N_("CO2 of bought steam, heat or air, from the supplier, such as 0.2 t/t"),
    )
    power_factor: Ratio | None = Field(
        default=None,
        description=N_("Mean cos φ on the bills for electricity, a number alone such as 0.82"),
    )
    submeters: dict[Ident, Amount] = Field(
        default_factory=dict,
        description=N_("What meters behind the main one show in the period, by names of your own"),
    )


class Discharge(Model):
    amount: Annotated[Given, BilledAs("950000 m3")] = Field(
        description=N_("What was discharged in the period, such as 950000 m3; or a column of bills")
    )
    kind: Annotated[Text, OneOf(*DISCHARGE_KINDS)] | None = Field(
        default=None,
        description=N_("Kind of discharge, such as solid-waste; needed where the id is not a kind"),
    )
    name: Name | None = Field(
        default=None, description=N_("Name shown instead of that of the kind")
    )
    COD: Concentration | None = Field(
        default=None,
        description=N_("Chemical oxygen demand of the wastewater, such as 450 mg/L"),
    )
    BOD: Concentration | None = Field(
        default=None,
        description=N_("Biochemical oxygen demand of the wastewater, such as 200 mg/L"),
    )
    TSS: Concentration | None = Field(
        default=None, description=N_("Total suspended solids in the wastewater, such as 180 mg/L")
    )
    Hg: Concentration | None = Field(
        default=None, description=N_("Mercury in the wastewater, such as 0.005 mg/L")
    )
    Pb: Concentration | None = Field(
        default=None, description=N_("Lead in the wastewater, such as 0.1 mg/L")
    )
    As: Concentration | None = Field(
        default=None, description=N_("Arsenic in the wastewater, such as 0.05 mg/L")
    )
    Cd: Concentration | None = Field(
        default=None, description=N_("Cadmium in the wastewater, such as 0.05 mg/L")
    )
    treatment: Annotated[Given, BilledAs("3200 VND/m3")] | None = Field(
        default=None,
        description=N_("What treating one unit costs, such as 3200 VND/m3; of bills their money"),
    )
    disposal: Annotated[Given, BilledAs("300000 VND/t")] | None = Field(
        default=None,
        description=N_(
            "What disposing of one unit costs, such as 300000 VND/t; not with treatment"
        ),
    )
