"""H: what `cpaudit check` says of an audit that can be assessed, and mistakes in `boilers:`."""

from ...language import N_
from ..diagnostic import Level, define

OLD_BENCHMARKS = define(
    "H001",
    Level.NOTE,
    N_("{product} is compared with values of {newest} or before, {years} years old: {factors}"),
    N_("Good practice has moved on since; look for later values for a folder of your own."),
)
OTHER_RATE = define(
    "H002",
    Level.WARNING,
    N_("the rate of {rate} is {percent} % off the average of {year}, {average} ({source})"),
    N_("Is it the rate of another year? Amounts of a period are exchanged at its own average."),
)
MORE_WATER_OUT = define(
    "H010",
    Level.WARNING,
    N_("more water leaves than comes in: {outflow} against {inflow}, {excess} too much"),
    N_(
        "Check units and meters; add wells, rain, bought steam or water in raw materials as a "
        "resource of their own."
    ),
)
MORE_MASS_OUT = define(
    "H011",
    Level.WARNING,
    N_(
        "products and solid waste weigh {outflow}, all that comes in only {inflow}: {excess} too "
        "much"
    ),
    N_("Check the units; add the materials that are missing. Water and fuel are counted as well."),
)
BOD_OVER_COD = define(
    "H012",
    Level.WARNING,
    N_("the BOD of {stream}, {bod}, is more than its COD, {cod}"),
    N_("COD is what can be oxidised at all and BOD a part of it; are the two exchanged?"),
)
SUBMETERS_OVER_MAIN = define(
    "H020",
    Level.WARNING,
    N_("the sub-meters of {stream} add up to {parts}, {excess} more than the main meter's {main}"),
    N_("Check their multipliers, their periods, and whether one lies behind another."),
)
SUBMETER_OVER_MAIN = define(
    "H021",
    Level.WARNING,
    N_("the sub-meter “{meter}” shows {part}, the main meter of {stream} only {main}"),
    N_("Check unit, multiplier and period of both."),
)
UNMETERED = define(
    "H022",
    Level.NOTE,
    N_("{rest} of {stream} ({share} %) is on no sub-meter"),
    N_("Losses and uses without a meter are in it; a large part is worth a meter."),
)
MORE_HEAT_OUT = define(
    "H030",
    Level.WARNING,
    N_("the boiler “{boiler}” gives {heat} from fuel with {fuel}: an efficiency of {efficiency} %"),
    N_(
        "More heat can't come out than goes in. Check amounts, units and calorific value; only a "
        "condensing gas boiler comes over 100 % of the net calorific value."
    ),
)
EFFICIENCY_HIGH = define(
    "H031",
    Level.WARNING,
    N_(
        "the boiler “{boiler}” has an efficiency of {efficiency} %, more than {limit} %: a new "
        "one has {reference} % ({source})"
    ),
    N_("Is all its fuel counted? Is the heat of the feed water taken off the heat of the steam?"),
)
EFFICIENCY_LOW = define(
    "H032",
    Level.WARNING,
    N_(
        "the boiler “{boiler}” has an efficiency of {efficiency} %, less than {limit} %: an old "
        "one has {reference} % ({source})"
    ),
    N_("Is all its steam counted, and is the fuel burnt here alone? If so, it is worth an option."),
)
BOILERS_OVER_RESOURCE = define(
    "H033",
    Level.WARNING,
    N_("the boilers burn {parts} of {stream}, {excess} more than the plant's {main}"),
    N_("Check units and periods; write what they burn as a share where it is estimated."),
)
PRICE_FAR = define(
    "H040",
    Level.WARNING,
    N_(
        "the price of {stream}, {price}, is far from {reference} ({source}): by a factor of {ratio}"
    ),
    N_("Check the unit and the currency; a price that is right needs no change."),
)
PRICE_SLIP = define(
    "H041",
    Level.WARNING,
    N_(
        "the price of {stream}, {price}, and the {reference} known ({source}) differ by a factor "
        "of about {factor}"
    ),
    N_("A unit or a separator is likely to have slipped: VND/kWh or VND/MWh, 1.500 or 1,500?"),
)
ENERGY_PRICES_APART = define(
    "H042",
    Level.WARNING,
    N_(
        "energy from {dear} costs {high}, from {cheap} only {low}: {ratio} times the price of one "
        "for the other"
    ),
    N_("Check the units of both prices and the calorific values."),
)
USE_FAR = define(
    "H050",
    Level.WARNING,
    N_(
        "{product} takes {actual} of {subject}, far from all that is known ({reference}, {id}): by "
        "a factor of {ratio}"
    ),
    N_("Check amounts, units and the product's amount; `cpaudit gap` shows every benchmark."),
)
USE_SLIP = define(
    "H051",
    Level.WARNING,
    N_(
        "{product} takes {actual} of {subject}; this and the {reference} known ({id}) differ by a "
        "factor of about {factor}"
    ),
    N_("A unit or a separator is likely to have slipped, here or in the product's amount."),
)
PAYS_BACK_AT_ONCE = define(
    "H060",
    Level.WARNING,
    N_("“{option}” pays back in less than a month: {investment} against {saving} a year"),
    N_("Check the unit of the investment (million, thousand?) and of what is saved."),
)
ODD_DISCOUNT_RATE = define(
    "H061",
    Level.WARNING,
    N_("a discount rate of {rate} % is unusual"),
    N_("Between {low} and {high} % is usual here; 0.12 and 12 % are the same, 0.12 % is not."),
)
TECHNOLOGY_FOR_NOTHING = define(
    "H062",
    Level.NOTE,
    N_("“{option}” changes the technology but has no investment"),
    N_("Write `investment: …`, or choose the class that it is of."),
)
MUCH_BY_HOUSEKEEPING = define(
    "H063",
    Level.NOTE,
    N_("“{option}” saves {share} % of {stream} by good housekeeping alone"),
    N_("More than {limit} % is rare; check the share, or choose another class."),
)
NOT_A_FUEL = define(
    "H080",
    Level.ERROR,
    N_("“{text}” is no fuel of this audit"),
    N_("A boiler burns fuels of `resources`, or takes electricity: {known}."),
)
NO_HEAT = define(
    "H081",
    Level.ERROR,
    N_("nothing tells the heat that “{boiler}” gives"),
    N_("Write `heat: 36000 GJ`, or `steam: 14000 t` and `enthalpy: 2.66 GJ/t`."),
)
HEAT_TWICE = define(
    "H082",
    Level.ERROR,
    N_("“{key}” and `heat` both tell the heat of a boiler"),
    N_("Keep `heat`, or `steam` with `enthalpy`."),
)
STEAM_ALONE = define(
    "H083",
    Level.ERROR,
    N_("“{key}” tells no heat without `{other}`"),
    N_("Write both: `steam: 14000 t` and `enthalpy: 2.66 GJ/t`, the heat added to a tonne."),
)
NO_FUELS = define(
    "H084",
    Level.ERROR,
    N_("the boiler “{boiler}” has no fuel"),
    N_("Write what it burns, such as `fuels: {{coal: 1933 t}}` or `fuels: {{coal: 60 %}}`."),
)
