"""E: how money counts over time, and who lends, gives or shares it."""

from ...language import N_
from ..diagnostic import Level, define

NO_DEPRECIATION = define(
    "E001",
    Level.ERROR,
    N_("“{text}” is not a way to depreciate"),
    N_("Write `straight-line`, a time such as `8 yr`, or shares: `{{1: 60 %, 2: 40 %}}`."),
)
SHARES_NOT_WHOLE = define(
    "E002",
    Level.ERROR,
    N_("the shares of the depreciation add up to {sum}, not to 100 %"),
    N_("Write one share for each year, all of the investment together."),
)
LOAN_OF_WHAT = define(
    "E003",
    Level.ERROR,
    N_("a loan has either a `share` of the investment or an `amount`"),
    N_("Write one of them: `share: 70 %` or `amount: 2 billion VND`."),
)
NOT_WHOLE_YEARS = define(
    "E004",
    Level.ERROR,
    N_("“{text}” is not a number of whole years"),
    N_("Cash flows are by the year: write whole years, such as `2 yr`."),
)
GRACE_TOO_LONG = define(
    "E005",
    Level.ERROR,
    N_("a grace of {grace} leaves no time to pay back within {term}"),
    N_("The grace must be shorter than the term."),
)
UNKNOWN_ESCALATION = define(
    "E006",
    Level.ERROR,
    N_("“{text}” has no price that could rise"),
    N_("Write the id of a resource or discharge, or one of: {known}."),
)
GRANT_OF_WHAT = define(
    "E007",
    Level.ERROR,
    N_("a grant has one of `scheme`, `amount` and `share`"),
    N_("Write `scheme: gctf`, `amount: 200 million VND` or `share: 20 %`."),
)
UNKNOWN_SCHEME = define(
    "E008",
    Level.ERROR,
    N_("“{text}” is not a scheme of the library"),
    N_("Known: {known}."),
)
UNKNOWN_INDICATOR = define(
    "E009",
    Level.ERROR,
    N_("“{text}” is not something whose use or discharge is known here"),
    N_("Write the id of a resource or discharge, or one of: {known}."),
)
NO_INDICATOR = define(
    "E010",
    Level.ERROR,
    N_("the scheme “{scheme}” rewards the cut of an indicator, and none is named"),
    N_("Add `indicator:`, such as `indicator: water`."),
)
NO_LOAN = define(
    "E011",
    Level.ERROR,
    N_("“{key}” refers to a loan, and there is none"),
    N_("Add `loan: {{share: 70 %, rate: 14 %, term: 5 yr}}`."),
)
OUT_OF_TIME = define(
    "E012",
    Level.WARNING,
    N_("“{scheme}” worked from {start} to {end}: in {year} it pays nothing"),
    N_("It is not counted; leave the line out."),
)
NO_INFLATION = define(
    "E013",
    Level.WARNING,
    N_("rates are real, and no inflation is written: fixed sums keep their value"),
    N_("Depreciation and loans lose value by inflation: add `inflation: 4 %`."),
)
GUARANTEE_OF_WHAT = define(
    "E014",
    Level.ERROR,
    N_("a guarantee has either a `scheme` or a `share` of the loan"),
    N_("Write `scheme: gctf` or `share: 50 %`."),
)
LOAN_ABOVE_INVESTMENT = define(
    "E015",
    Level.NOTE,
    N_("the loan is more than the investment of “{package}”: it is taken up to {investment}"),
    N_("Write the loan as a share of the investment where packages differ in size."),
)
LOAN_OUTSIDE = define(
    "E016",
    Level.WARNING,
    N_("“{scheme}” took loans of {low} to {high}; that of “{package}” is {loan}: nothing is paid"),
    N_("Change the loan or the package."),
)
TERM_OUTSIDE = define(
    "E017",
    Level.WARNING,
    N_("“{scheme}” took loans of {low} to {high} years; this one has {term}: nothing is paid"),
    N_("Change the term of the loan."),
)
CUT_TOO_SMALL = define(
    "E018",
    Level.NOTE,
    N_("“{package}” cuts {indicator} by {cut}: “{scheme}” pays only above {limit}"),
    N_("Other options may cut the same indicator further."),
)
CUT_NOT_KNOWN = define(
    "E019",
    Level.WARNING,
    N_("the cut of {indicator} by “{package}” is not known: “{scheme}” pays nothing here"),
    N_("Tell the indicator's amount today, such as `dust: {{amount: 21 t}}` under `discharges`."),
)
NO_RATE_OF_SCHEME = define(
    "E020",
    Level.ERROR,
    N_("“{scheme}” counts in {currency}, and no rate to {target} is known"),
    N_("Add `exchange_rates: {{{currency}: …}}`."),
)
GRANT_ABOVE_INVESTMENT = define(
    "E021",
    Level.NOTE,
    N_("the grant is more than the investment of “{package}”: it is taken up to {investment}"),
    N_("Write the grant as a share of the investment where packages differ in size."),
)
OTHER_COUNTRY = define(
    "E022",
    Level.WARNING,
    N_("“{scheme}” is for plants in {country}: here it pays nothing"),
    N_("It is not counted; leave the line out."),
)
SAVES_BEFORE_PAID = define(
    "E023",
    Level.WARNING,
    N_("“{option}” saves from year {first} on, but nothing is invested before year {paid}"),
    N_("Add `delay:` where it works only after it is paid; payments by instalments are in order."),
)
AMBIGUOUS_ESCALATION = define(
    "E024",
    Level.ERROR,
    N_("“{text}” is both one of your ids and a word of `escalation`"),
    N_("Give the resource or discharge another id."),
)
FINANCED_TWICE = define(
    "E025",
    Level.WARNING,
    N_("loan and grant together are more than the {investment} that “{package}” must pay"),
    N_("Lessen one of them: the owner would be paid for investing."),
)
NOT_FROM_ZERO = define(
    "E026",
    Level.ERROR,
    N_("depreciation begins in year 1, not in year 0"),
    N_("Number the years from 1 on: `{{1: 60 %, 2: 40 %}}`."),
)
NEEDLESS = define(
    "E027",
    Level.ERROR,
    N_("“{key}” means nothing in this grant"),
    N_("A scheme has its own time and needs an `indicator`; any other grant has a `year`."),
)
