"""A: what a reader of a comparison must know of packages, alternatives and files."""

from ...language import N_
from ..diagnostic import Level, define

OTHER_CURRENCY = define(
    "A001",
    Level.NOTE,
    N_(
        "“{base}” counts in {one}, “{file}” in {other}: differences in money are left out, and so "
        "are curve and front of all options"
    ),
    N_("Each file is shown in its own currency; write both in one to compare their money."),
)
OTHER_PERIOD = define(
    "A002",
    Level.NOTE,
    N_("“{base}” is of {one}, “{file}” of {other}: prices, output and factors may differ"),
    N_("All figures are per year. `cpaudit recp` follows one plant from period to period."),
)
OTHER_GWP = define(
    "A003",
    Level.WARNING,
    N_("greenhouse gases are weighed by {one} in “{base}”, by {other} in “{file}”"),
    N_("Write the same set in both files, such as `gwp: AR5`."),
)
OTHER_RATES = define(
    "A004",
    Level.WARNING,
    N_("“{base}” and “{file}” differ in {what}: NPV and IRR are not counted alike"),
    N_("Write the same under `finance:` in both files."),
)
OTHER_BASELINE = define(
    "A005",
    Level.WARNING,
    N_("the same plant, but another baseline: {what} is {one} in “{base}”, {other} in “{file}”"),
    N_("Their packages start from two baselines, and their differences hold this one too."),
)
NO_PACKAGES = define(
    "A006",
    Level.NOTE,
    N_("“{file}” has no package: only its baseline is compared"),
    N_("Write `options:`; without `packages:` they make one package."),
)
NO_SUCH_PACKAGE = define(
    "A007",
    Level.ERROR,
    N_("“{file}” has no package “{package}”"),
    N_("Packages: {known}."),
)
NO_SUCH_BASE = define(
    "A008",
    Level.ERROR,
    N_("nothing that is compared is called “{base}”"),
    N_("Names: {known}."),
)
NO_WORTH = define(
    "A009",
    Level.NOTE,
    N_("{options}: left out of the choice between options that exclude each other; {reason}"),
    N_("Write `discount_rate` under `finance:` and a `lifetime` for each option."),
)
TOO_MANY_WAYS = define(
    "A010",
    Level.NOTE,
    N_("{options} can be put together in more than {most} ways: only each alone is compared"),
    N_("Compare the ways that you mean as `packages:`."),
)
TOO_MUCH_TOGETHER = define(
    "A011",
    Level.NOTE,
    N_("{options} together save more than there is: this way is left out of the choice"),
    N_("They do not exclude each other in the file; write `excludes:` if they should."),
)
ONE_PLANT = define(
    "A012",
    Level.NOTE,
    N_("{files} are of one plant, “{plant}”: curve and front of all options are left out"),
    N_(
        "Files of one plant are alternatives: their tonnes do not add up, and what stands in two "
        "files would count twice. Give plants that are not the same names of their own."
    ),
)
