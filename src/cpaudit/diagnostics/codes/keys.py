"""K: the keys of a file and the shape of their values."""

from ...language import N_
from ..diagnostic import Level, define

MISSING = define(
    "K001",
    Level.ERROR,
    N_("the key “{key}” is missing in “{parent}”"),
    N_("Add the line `{key}: …`."),
)
UNKNOWN = define(
    "K002",
    Level.ERROR,
    N_("the key “{key}” is not known here"),
    N_("Known keys: {known}."),
)
UNKNOWN_SIMILAR = define(
    "K003",
    Level.ERROR,
    N_("the key “{key}” is not known here"),
    N_("Did you mean “{similar}”?"),
)
NOT_A_MAPPING = define(
    "K004",
    Level.ERROR,
    N_("“{key}” must hold keys with values"),
    N_("Write lines `name: value` below it, indented by two spaces."),
)
NOT_A_LIST = define(
    "K005",
    Level.ERROR,
    N_("“{key}” must hold a list"),
    N_("Write each entry on a line of its own that starts with “- ”, or [a, b] on one line."),
)
NOT_TEXT = define(
    "K006",
    Level.ERROR,
    N_("“{key}” must be one value, not a list or a group of keys"),
    N_("Write it on one line behind the colon."),
)
NO_VALUE = define(
    "K007",
    Level.ERROR,
    N_("“{key}” has no value"),
    N_("Write the value behind the colon, or remove the line."),
)
NOT_ONE_OF = define(
    "K008",
    Level.ERROR,
    N_("“{text}” is not one of the values of “{key}”"),
    N_("Choose one of: {choices}."),
)
BAD_ID = define(
    "K009",
    Level.ERROR,
    N_("“{text}” can't be a name for the program to use"),
    N_("Use letters, digits, “-” and “_”, and start with a letter: `dyed-fabric`."),
)
BAD_PERIOD = define(
    "K010",
    Level.ERROR,
    N_("“{text}” is not a period"),
    N_("Write a year, `period: 2008`, or `period: {{from: 2008-01, to: 2009-06}}`."),
)
PERIOD_BACKWARDS = define(
    "K011",
    Level.ERROR,
    N_("the period ends before it starts"),
    N_("Write the earlier month under `from` and the later one under `to`."),
)
FORMAT_VERSION = define(
    "K012",
    Level.ERROR,
    N_("format version “{text}” is not known to this program"),
    N_("This program reads `cpaudit: {version}`."),
)
DUPLICATE_ID = define(
    "K013",
    Level.ERROR,
    N_("the name “{id}” is given twice; the first one is on line {line}"),
    N_("Give each a name of its own."),
)
BAD_COUNTRY = define(
    "K014",
    Level.ERROR,
    N_("“{text}” is not a country code"),
    N_("Write two letters, such as VN, LA, KH or TH."),
)
NOT_A_YEAR_NUMBER = define(
    "K015",
    Level.ERROR,
    N_("“{text}” is not the number of a year of the option's life"),
    N_("Years are counted from the investment: 0 is the start, 1 the first year."),
)
OTHER = define(
    "K016",
    Level.ERROR,
    N_("the value of “{text}” does not fit here"),
    N_("Compare with docs/audit-format.md."),
)
VALUE_MISSING = define(
    "K017",
    Level.ERROR,
    N_("“{key}” is written out in parts, but its `value` is missing"),
    N_("Write `{{value: 7054 MWh, source: …}}`, or only the value."),
)
MANY_MORE = define(
    "K018",
    Level.ERROR,
    N_("there are {count} more mistakes of this kind"),
    N_("Mend the first ones; is this an audit file at all?"),
)
BAD_DATE = define(
    "K019",
    Level.ERROR,
    N_("“{text}” is not a date"),
    N_("Write a year, a month or a day: 2021, 2021-07 or 2021-07-01."),
)
NOT_WHOLE_YEARS = define(
    "K020",
    Level.ERROR,
    N_("“{text}” is not a number of whole years"),
    N_("Write the number alone, such as 7 or 10."),
)
IS_A_PROGRAMME = define(
    "K021",
    Level.ERROR,
    N_("“{path}” is a programme file, not an audit file"),
    N_("`cpaudit programme` reads it. An audit file starts with `cpaudit: 1`."),
)
