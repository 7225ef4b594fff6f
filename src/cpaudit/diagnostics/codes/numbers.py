"""N: numbers and their units."""

from ...language import N_
from ..diagnostic import Level, define

NOT_A_NUMBER = define(
    "N001",
    Level.ERROR,
    N_("“{text}” does not start with a number"),
    N_("Write a number and its unit, such as `{example}`."),
)
AMBIGUOUS = define(
    "N002",
    Level.ERROR,
    N_("“{text}” can be read as {large} or as {small}"),
    N_(
        "Write {large} or {small}, or declare `number_style: vi`, `en` or `plain`: in an audit "
        "under `plant`, in a programme at the top."
    ),
)
WRONG_SEPARATOR = define(
    "N003",
    Level.ERROR,
    N_("“{text}” does not fit the number style “{style}”"),
    N_("In this style a number looks like {example}."),
)
EXPONENT = define(
    "N004",
    Level.ERROR,
    N_("“{text}” has an exponent, which YAML readers read differently"),
    N_("Write the number out: {plain}."),
)
UNDERSCORE = define(
    "N005",
    Level.ERROR,
    N_("“{text}” has an underscore, which YAML readers read differently"),
    N_("Write {plain}, or with spaces between thousands."),
)
LEADING_ZERO = define(
    "N006",
    Level.ERROR,
    N_("“{text}” starts with a zero, which some YAML readers take as base 8"),
    N_("Write {plain}."),
)
NOT_FINITE = define(
    "N007",
    Level.ERROR,
    N_("“{text}” is not a finite number"),
    N_("Leave the key out where the value is not known."),
)
ABSURD = define(
    "N008",
    Level.ERROR,
    N_("“{text}” is beyond anything a plant can use or pay"),
    N_("Check the number of digits and the unit."),
)
UNIT_MISSING = define(
    "N009",
    Level.ERROR,
    N_("“{text}” has no unit"),
    N_("Write the unit behind the number, such as `{example}`."),
)
UNKNOWN_UNIT = define(
    "N010",
    Level.ERROR,
    N_("the unit “{unit}” is not known"),
    N_("Units are listed by `cpaudit units`."),
)
UNKNOWN_UNIT_SIMILAR = define(
    "N011",
    Level.ERROR,
    N_("the unit “{unit}” is not known"),
    N_("Did you mean “{similar}”? Units are listed by `cpaudit units`."),
)
WRONG_DIMENSION = define(
    "N012",
    Level.ERROR,
    N_("“{text}” is {found}, but {subject} is {expected}"),
    N_("Write it in a unit such as `{example}`."),
)
CLOCK_IN_NUMBER = define(
    "N013",
    Level.ERROR,
    N_("“{text}” looks like a time, not a number"),
    N_("Write a decimal number and its unit, such as `{example}`."),
)
BAD_GROUPS = define(
    "N014",
    Level.ERROR,
    N_("the groups of digits in “{text}” are not thousands"),
    N_("Write the number without separators."),
)
SCALE_WITHOUT_MONEY = define(
    "N015",
    Level.ERROR,
    N_("“{text}” has a word for thousands or millions but no unit behind it"),
    N_("Write for example `350 million VND`."),
)
GAS_VOLUME = define(
    "N016",
    Level.ERROR,
    N_("“{text}” does not say at which temperature the gas is measured"),
    N_("Write Nm3 (at 0 °C) or Sm3 (at 15 °C), both at 101.325 kPa; they differ by 5.5 %."),
)
NOT_A_PERCENTAGE = define(
    "N017",
    Level.ERROR,
    N_("“{text}” is not a percentage"),
    N_("Write `%` for a share, or an amount per year in the unit of what is saved."),
)
