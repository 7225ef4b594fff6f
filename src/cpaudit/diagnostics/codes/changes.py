"""J001 to J039: changes of figures between two audits or two libraries."""

from ...language import N_
from ..diagnostic import Level, define

NOT_ALIKE = define(
    "J001",
    Level.ERROR,
    N_("“{one}” is a file and “{other}” a folder: they can't be compared"),
    N_("Give two audit files, two folders of audits, or two folders of factors with `--audits`."),
)
IS_A_PROGRAMME = define(
    "J002",
    Level.ERROR,
    N_("“{path}” is a programme: figures of audits are compared"),
    N_("Compare the audits that it names, or their folders."),
)
IS_OF_FACTORS = define(
    "J003",
    Level.ERROR,
    N_("“{path}” is a file of factors: where it belongs is told by its folder"),
    N_(
        "Name the folders of factors, and the audits that they act on: "
        "`cpaudit diff shipped my-factors --audits plants/`."
    ),
)
NO_AUDITS = define(
    "J004",
    Level.ERROR,
    N_("“{one}” and “{other}” are factors, and no audits are named that they act on"),
    N_("Name files or folders of audits with `--audits`; `cpaudit factors diff` compares factors."),
)
NOT_FACTORS = define(
    "J005",
    Level.ERROR,
    N_("“{path}” is no folder of factors, as `--audits` asks for"),
    N_("Name a folder, or `shipped` for the factors that come with the program."),
)
FACTORS_TWICE = define(
    "J006",
    Level.ERROR,
    N_("`--factors` and `--audits` can't be used together"),
    N_("With `--audits` the two folders that are compared are the factors."),
)
NOT_A_TOLERANCE = define(
    "J007",
    Level.ERROR,
    N_("“{text}” is no tolerance"),
    N_("Write a share of at least 0 and less than 100 %, such as `0.1%`."),
)
NOTHING_TO_COMPARE = define(
    "J008",
    Level.ERROR,
    N_("there is no audit in “{path}” to compare"),
    N_("An audit is a YAML file that starts with `cpaudit: 1`."),
)
OTHER_CURRENCY = define(
    "J009",
    Level.WARNING,
    N_("money is in {one} before and in {other} after: it is shown, never subtracted"),
    N_("Write both audits in one currency to compare their money."),
)
OTHER_PERIOD = define(
    "J010",
    Level.NOTE,
    N_("the period is {one} before and {other} after: prices, output and factors may differ"),
    N_("All figures are per year. `cpaudit recp` follows one plant from period to period."),
)
OTHER_PLANT = define(
    "J011",
    Level.NOTE,
    N_("the plant is “{one}” before and “{other}” after"),
    N_("Nothing need be done if it is the same plant under another name."),
)
PASSED_OVER = define(
    "J012",
    Level.NOTE,
    N_("“{path}” is a programme and is not compared"),
    N_("The audits that it names are compared where they lie in the folders."),
)
NOT_THERE = define(
    "J013",
    Level.ERROR,
    N_("there is no file or folder “{path}”"),
    N_("Look at the spelling, and at the folder in which the command runs."),
)
FAULT = define(
    "J014",
    Level.ERROR,
    N_("cpaudit failed on this file: {problem}"),
    N_("A fault of the program, not of the file: please report it, with the file if you may."),
)
