"""V: what `cpaudit monitor` finds in the months, the models and the savings."""

from ...language import N_
from ..diagnostic import Level, define

NO_SECTION = define(
    "V040",
    Level.ERROR,
    N_("“{path}” has no section `monitoring`"),
    N_(
        "Add one, such as `monitoring: {{reporting: 2009, drivers: {{production: {{unit: t}}}}, "
        "streams: {{electricity: [production]}}, months: {{2008-01: {{electricity: 510 MWh, "
        "production: 430}}, …}}}}`; see docs/monitoring.md."
    ),
)
STATSMODELS_MISSING = define(
    "V041",
    Level.ERROR,
    N_("`monitoring` needs the package statsmodels, which is not installed"),
    N_('Install it with `pip install "cpaudit[monitor]"`.'),
)
TOO_FEW_MONTHS = define(
    "V042",
    Level.ERROR,
    N_("the baseline of “{stream}” has {months} months for {coefficients} coefficients"),
    N_(
        "Add months to the baseline, or take drivers out; more months than coefficients are needed."
    ),
)
CONSTANT_DRIVER = define(
    "V043",
    Level.ERROR,
    N_("“{driver}” is the same in every month of the baseline of “{stream}”"),
    N_("What it does can't be told then: take it out of the drivers, or lengthen the baseline."),
)
SAME_DRIVERS = define(
    "V044",
    Level.ERROR,
    N_("the drivers {drivers} of “{stream}” follow from one another"),
    N_("What each of them does can't be told apart: take one out."),
)
NO_REPORTING_MONTH = define(
    "V045",
    Level.ERROR,
    N_("no month of the reporting period has a value of “{stream}” and of its drivers"),
    N_("Add the months under `months:` or to the file of `data:`."),
)
BASELINE_MONTHS_MISSING = define(
    "V046",
    Level.WARNING,
    N_("the baseline of “{stream}” lacks {months}; nothing is filled in"),
    N_("Add use and drivers of these months; the model rests on the others."),
)
REPORTING_MONTHS_MISSING = define(
    "V047",
    Level.WARNING,
    N_("“{stream}” lacks {months} of the reporting period; these months count nothing"),
    N_("Add use and drivers of these months; nothing is filled in."),
)
SHORT_BASELINE = define(
    "V048",
    Level.WARNING,
    N_("the baseline of “{stream}” has {months} months, less than a year"),
    N_("Seasons that it does not hold can't be told; take at least 12 months."),
)
FEW_PER_DRIVER = define(
    "V049",
    Level.WARNING,
    N_("the baseline of “{stream}” has {months} months for {drivers} drivers"),
    N_("A model of so few months fits by chance: take at least {least} months for each driver."),
)
ALIKE_DRIVERS = define(
    "V050",
    Level.WARNING,
    N_("“{driver}” of “{stream}” nearly follows from its other drivers: VIF {factor}"),
    N_("Their coefficients can't be told apart; the sum of their effects can. Take one out."),
)
NOT_SIGNIFICANT = define(
    "V051",
    Level.WARNING,
    N_("whether “{driver}” drives “{stream}” can't be told: t is {t}, between -2 and 2"),
    N_("Take the driver out, or lengthen the baseline."),
)
LOW_R2 = define(
    "V052",
    Level.WARNING,
    N_("the model of “{stream}” explains little: R2 is {r2}, below {least}"),
    N_("Look for what else drives the use, or measure the options directly (`measured:`)."),
)
OUT_OF_RANGE = define(
    "V053",
    Level.WARNING,
    N_("“{driver}” lies outside the baseline's {low} to {high} in {months}; it drives {streams}"),
    N_("The model was not made there; extend the baseline, or adjust for what has changed."),
)
NOT_FROM_ZERO = define(
    "V054",
    Level.WARNING,
    N_("the change in use of “{stream}” is smaller than its uncertainty: it may be chance"),
    N_("Report a longer time, find a better model, or measure the options directly (`measured:`)."),
)
TOO_UNCERTAIN = define(
    "V055",
    Level.WARNING,
    N_("the avoided use of “{stream}” is uncertain by {share} at 68 % confidence, over {limit}"),
    N_("ASHRAE Guideline 14 accepts no more; report a longer time, or find a better model."),
)
AUTOCORRELATED = define(
    "V056",
    Level.NOTE,
    N_("what the model of “{stream}” leaves over in a month is like the month before: {rho}"),
    N_("Something beside the drivers changes slowly; {months} months count as {effective}."),
)
STOOD_STILL = define(
    "V057",
    Level.NOTE,
    N_("“{driver}” is 0 in {months}: the plant stood still, and the month counts as any other"),
    N_("Where that is no ordinary month, write `exclude: {{{month}: reason}}`."),
)
OTHER_THAN_AUDIT = define(
    "V058",
    Level.WARNING,
    N_("the months of the baseline add up to {months} of “{stream}”, the audit says {amount}"),
    N_("Expected savings rest on the audit, realised ones on the months: find the difference."),
)
BELOW_ZERO = define(
    "V059",
    Level.WARNING,
    N_("the model of “{stream}” gives less than nothing in {months}"),
    N_("It does not hold there; find a better model, or exclude these months."),
)
REALISED_UNKNOWN = define(
    "V060",
    Level.NOTE,
    N_("what “{option}” has saved of {streams} is not known: neither months nor a measurement"),
    N_("Add the streams under `streams:`, or `measured:` to the option."),
)
PART_OF_A_YEAR = define(
    "V061",
    Level.NOTE,
    N_("of the 12 months from {month} on {months} count for “{stream}”: not the saving of a year"),
    N_("Compare with a whole year with care; seasons differ."),
)
NO_BASE_LOAD = define(
    "V062",
    Level.NOTE,
    N_("the base load of “{stream}” is below zero: use would vanish before its drivers do"),
    N_(
        "That is usual where the baseline has no month of low production; do not read it as a load."
    ),
)
ADJUSTED_MUCH = define(
    "V063",
    Level.NOTE,
    N_("non-routine adjustments move the baseline of “{stream}” by {share}"),
    N_("More than {limit} is much: state how they were found, or make a new baseline."),
)
