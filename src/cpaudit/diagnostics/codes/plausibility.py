"""P: values that can't be, and what a reader of the result must know."""

from ...language import N_
from ..diagnostic import Level, define

SHARE_OVER_100 = define(
    "P001",
    Level.ERROR,
    N_("“{text}” is more than 100 %"),
    N_("A share lies between 0 and 100 %; is the separator right?"),
)
SAVES_MORE_THAN_LEFT = define(
    "P002",
    Level.ERROR,
    N_("“{option}” saves {saved} of {stream}, but only {left} is left"),
    N_("Check the unit, or write the saving as a share of what is left, such as `10 %`."),
)
SAVES_MORE_IN_PACKAGE = define(
    "P003",
    Level.ERROR,
    N_(
        "in the package “{package}” the option “{option}” saves {saved} of {stream}, "
        "but only {left} is left at its turn"
    ),
    N_("Change the order or the options of the package, or write the saving as a share."),
)
NEGATIVE = define(
    "P004",
    Level.ERROR,
    N_("“{key}” can't be negative"),
    N_("Write it without the minus; money that comes in is a saving, a flow or a negative cost."),
)
NOT_POSITIVE = define(
    "P005",
    Level.ERROR,
    N_("“{key}” must be more than zero"),
    N_("Leave the line out where the value is not known."),
)
LIFE_TOO_LONG = define(
    "P006",
    Level.ERROR,
    N_("“{text}” is longer than {limit} years"),
    N_("Check the number and its unit."),
)
ANNUALISED = define(
    "P007",
    Level.NOTE,
    N_("the period has {months} months: amounts are multiplied by 12/{months} to a year"),
    N_("Yearly figures need no change; the factors of {year} are used."),
)
SHORT_PERIOD = define(
    "P008",
    Level.WARNING,
    N_("the period has only {months} months: a year may differ by season"),
    N_("Use the bills of at least twelve months where they can be had."),
)
NOT_COUNTED = define(
    "P009",
    Level.NOTE,
    N_("{impact} is not counted for {streams}: {reason}"),
    N_("Add `{key}` to the resource to have it counted."),
)
NO_PRICE = define(
    "P010",
    Level.WARNING,
    N_("no price is written for {streams}: use and savings count no money"),
    N_("Add `price: …`; write a price of 0 where it really costs nothing."),
)
UNCONFIRMED = define(
    "P011",
    Level.WARNING,
    N_("factors not yet checked against their source are used here: {factors}"),
    N_("They are marked “?” in the table of factors; give values of your own where it matters."),
)
NO_LIFETIME = define(
    "P012",
    Level.NOTE,
    N_("“{option}” has no lifetime: its NPV and IRR are not calculated"),
    N_("Add `lifetime: 10 yr`."),
)
NO_DISCOUNT_RATE = define(
    "P013",
    Level.NOTE,
    N_("no discount rate is written: NPV is not calculated"),
    N_("Add `finance: {{discount_rate: 12 %}}`."),
)
SEVERAL_PRODUCTS = define(
    "P015",
    Level.NOTE,
    N_("the whole plant's use is divided by each product's amount"),
    N_("Write `share: 60 %` beside a product to give it its part of the use."),
)
SAVES_NOTHING = define(
    "P016",
    Level.WARNING,
    N_("the option “{option}” saves nothing"),
    N_("Write what it saves under `saves:`."),
)
SHARES_OVER_100 = define(
    "P017",
    Level.ERROR,
    N_("the shares of the products add up to more than 100 %"),
    N_("Each share is the part of the plant's use that goes into one product."),
)
FLOW_AFTER_LIFE = define(
    "P018",
    Level.ERROR,
    N_("the payment in year {year} lies after year {end}, the last of the option's life"),
    N_("Lengthen the lifetime or move the payment."),
)
YEAR_OUT_OF_RANGE = define(
    "P019",
    Level.ERROR,
    N_("the period {text} lies outside {low} to {high}"),
    N_("Check the year."),
)
PAYS_BACK_TOO_LATE = define(
    "P020",
    Level.WARNING,
    N_("“{option}” pays back after {payback} years but works only {lifetime} years"),
    N_("It never earns its investment; check saving, investment and lifetime."),
)
NEVER_PAYS_BACK = define(
    "P021",
    Level.WARNING,
    N_("“{option}” never pays back: it costs more to run than it saves"),
    N_("Check prices and units; an option may still be wanted for the environment or the law."),
)
COUNTED_BESIDE = define(
    "P022",
    Level.NOTE,
    N_("“{discharge}” is added to the {impact} that is calculated from the fuels"),
    N_("If it was measured in the boiler's flue gas, set `{key}: 100 %` on the fuel."),
)
FLOWS_WITHOUT_LIFE = define(
    "P023",
    Level.WARNING,
    N_("the payments of “{option}” count nowhere: it has no lifetime"),
    N_("Add `lifetime: 10 yr`; payments enter NPV and IRR."),
)
TAKEN_AS_NET = define(
    "P024",
    Level.NOTE,
    N_("“{stream}” is billed by energy: it is taken as net calorific value"),
    N_("Gas bills are often gross; ask the supplier, and write the net value."),
)
