"""S: what to finance with a budget, and what each option's share of a package is."""

from ...language import N_
from ..diagnostic import Level, define

NOT_MONEY = define(
    "S001",
    Level.ERROR,
    N_("“{text}” is not an amount of money"),
    N_('Write the budget with its currency, such as `--budget "2 billion VND"`.'),
)
NEGATIVE_BUDGET = define(
    "S002",
    Level.ERROR,
    N_("the budget “{text}” is negative"),
    N_("A budget is zero or more; with zero only options without an investment are chosen."),
)
NO_RATE = define(
    "S003",
    Level.ERROR,
    N_("“{file}” is in {currency}, and no rate to {target} is known for {year}"),
    N_("Add `exchange_rates` to the file, or write the budget in {currency}."),
)
NO_SOLVER = define(
    "S004",
    Level.ERROR,
    N_("choosing options needs SciPy, which is not installed"),
    N_('Install it with `pip install "cpaudit[select]"`.'),
)
NOT_KNOWN = define(
    "S005",
    Level.NOTE,
    N_("“{file}”: left out of the choice, for {objective} is not known: {options}"),
    N_("NPV needs a lifetime and a discount rate; CO2e needs factors for all that is saved."),
)
IN_PLACE = define(
    "S006",
    Level.NOTE,
    N_("“{file}”: implemented already, their money is spent: {options}"),
    N_("These are not in the choice; the other options act on what they leave."),
)
SETS_TOO_MUCH = define(
    "S007",
    Level.NOTE,
    N_("“{file}”: would save more than some other options leave: {options}"),
    N_("Such combinations are not allowed. Write these savings as a share of what is left."),
)
ESTIMATED = define(
    "S008",
    Level.NOTE,
    N_(
        "“{file}”: {count} options act on one another in more than {most} combinations: the "
        "programme has each at its value alone"
    ),
    N_("What is chosen is calculated again as a package; a better choice may exist."),
)
NOT_PROVEN = define(
    "S009",
    Level.WARNING,
    N_("the solver stopped before the best choice was proven: the gap is {gap}"),
    N_("No choice is better than this one by more than the gap."),
)
RATE_USED = define(
    "S010",
    Level.NOTE,
    N_("no rate to {target} is written in “{file}”: the yearly average {rate} is used"),
    N_("Write a rate of your own under `exchange_rates`."),
)
NO_OPTION = define(
    "S011",
    Level.NOTE,
    N_("there is no option to choose"),
    N_("Options that are rejected or implemented are not in the choice."),
)
IN_PLACE_TOO_MUCH = define(
    "S012",
    Level.WARNING,
    N_("“{file}”: implemented, and save more than the ones before have left: {options}"),
    N_("That saving counts nothing here. Check their order, or write it as a share."),
)
NO_BUDGET = define(
    "S016",
    Level.ERROR,
    N_("no budget is given"),
    N_('Write `--budget "2 billion VND"`, or `--sweep` for several budgets.'),
)
FILE_TWICE = define(
    "S013",
    Level.ERROR,
    N_("the file “{file}” is named twice"),
    N_("Each plant has its options once; name each file once."),
)
SAMPLED = define(
    "S014",
    Level.NOTE,
    N_(
        "“{package}”: the Shapley shares of {count} options that act on one another are means over "
        "{orders} orders drawn at random"
    ),
    N_("The standard error stands beside them; the draw is the same each time."),
)
SHARE_TOO_MUCH = define(
    "S015",
    Level.NOTE,
    N_("“{package}”: would save more than there is without some of the others: {options}"),
    N_("In such a part of the package that saving counts nothing. Add `requires` if one needs it."),
)
