"""C: a project idea of the clean development mechanism."""

from ...language import N_
from ..diagnostic import Level, define

UNKNOWN_PACKAGE = define(
    "C001",
    Level.ERROR,
    N_("“{text}” is no package of this audit"),
    N_("The packages are: {known}."),
)
CHOOSE_PACKAGE = define(
    "C002",
    Level.ERROR,
    N_("there are several packages, and `cdm` names none"),
    N_("Add `package: …`; the packages are: {known}."),
)
NO_PACKAGE = define(
    "C003",
    Level.ERROR,
    N_("there is no option that could become a project"),
    N_("Write what is to be done under `options:`, or take `cdm:` out."),
)
NO_FOSSIL_FUEL = define(
    "C004",
    Level.ERROR,
    N_("“{text}” is no fossil fuel of this plant"),
    N_("The fossil fuels are: {known}."),
)
OTHER_MARGIN_MISSING = define(
    "C005",
    Level.ERROR,
    N_("“{key}” is written without “{other}”"),
    N_("The combined margin is made of both; add the other, or leave both out."),
)
NOT_FOR_METHOD = define(
    "C006",
    Level.ERROR,
    N_("“{key}” means nothing for {method}"),
    N_("Leave it out; it belongs to {other}."),
)
HEAT_WITHOUT_FUEL = define(
    "C007",
    Level.ERROR,
    N_("`heat` is written without the fuel that would have made it"),
    N_("Add `fuel: …`; the fossil fuels are: {known}."),
)
EFFICIENCY_WITHOUT_HEAT = define(
    "C008",
    Level.ERROR,
    N_("`efficiency` is written without `heat`"),
    N_("Add `heat: 52000 GJ/yr`; without it the fuel that is saved counts itself."),
)
PERIOD_TOO_LONG = define(
    "C009",
    Level.ERROR,
    N_("a crediting period has at most {limit} years, not {years}"),
    N_("Write `years: {renewable}`, which may be renewed twice, or `years: {limit}`."),
)
UNUSUAL_PERIOD = define(
    "C010",
    Level.NOTE,
    N_("a crediting period usually has {renewable} or {limit} years, not {years}"),
    N_("{renewable} years may be renewed twice; {limit} years may not."),
)
GRID_FACTOR_COUNTS = define(
    "C011",
    Level.NOTE,
    N_("no operating and build margin is known for {country} in {year}: {factor} counts"),
    N_("That is the grid factor of “{stream}”; write both margins where they are published."),
)
WEIGHT_NOT_USED = define(
    "C012",
    Level.WARNING,
    N_("`operating_weight` counts nowhere: no margins are known"),
    N_("Add `operating_margin` and `build_margin`."),
)
EARLIER_MARGINS = define(
    "C013",
    Level.NOTE,
    N_("no margins of {year} are known for {country}: those of {used} are used"),
    N_("Write `operating_margin` and `build_margin` where later ones are published."),
)
EFFICIENCY_ASSUMED = define(
    "C014",
    Level.NOTE,
    N_("no efficiency of the boiler before is written: 100 % is used"),
    N_("That is the most cautious value; add `efficiency: 80 %` where it was measured."),
)
ABOVE_SAVINGS_LIMIT = define(
    "C015",
    Level.WARNING,
    N_("the project saves {savings} of electricity or its equivalent a year, over {limit}"),
    N_("It is too large for a small-scale method; split it up or choose a method for large scale."),
)
ABOVE_CAPACITY_LIMIT = define(
    "C016",
    Level.WARNING,
    N_("the thermal capacity {capacity} is over {limit}"),
    N_("It is too large for a small-scale method; choose a method for large scale."),
)
NO_CAPACITY = define(
    "C017",
    Level.NOTE,
    N_("no thermal capacity is written: whether the project is small-scale is not checked"),
    N_("Add `thermal_capacity: 12 MW`; the limit is {limit}."),
)
EMISSIONS_RISE = define(
    "C018",
    Level.WARNING,
    N_("the project emits more than it saves, leakage included, in {years}"),
    N_("A project idea needs reductions; check the options, their lifetimes and the leakage."),
)
REDUCES_NOTHING = define(
    "C019",
    Level.WARNING,
    N_("the package “{package}” changes no CO2 that {method} counts"),
    N_("The method counts fuels and bought energy; choose another package or method."),
)
NO_LIFETIME = define(
    "C020",
    Level.NOTE,
    N_("no lifetime is written for {options}: counted in every year of the crediting period"),
    N_("Add `lifetime: 10 yr`."),
)
CO2_UNKNOWN = define(
    "C021",
    Level.NOTE,
    N_("the CO2 of {streams} is not known: the emissions of the project leave it out"),
    N_("Add `co2_factor` or `grid_factor` to the resource, in t/… of CO2."),
)
ENERGY_UNKNOWN = define(
    "C022",
    Level.NOTE,
    N_("the energy in {streams} is not known: compared with the limit, its saving is left out"),
    N_("Measure it as heat where that can be done."),
)
BIOMASS = define(
    "C023",
    Level.NOTE,
    N_("the project burns more {streams}: leakage from other users of the biomass is not known"),
    N_("Show that there is more of it than is used, or write `leakage: … t/yr`."),
)
NOT_CREDITED = define(
    "C024",
    Level.NOTE,
    N_("what the package saves of {streams} earns nothing by {method}"),
    N_("The method credits the fuel whose heat is replaced; make it a project of its own."),
)
