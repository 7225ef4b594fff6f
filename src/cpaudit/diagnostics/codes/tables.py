"""W001 to W029: reading a table beside the audit."""

from ...language import N_
from ..diagnostic import Level, define

NO_FOLDER = define(
    "W001",
    Level.ERROR,
    N_("“{path}” can't be found: this audit is in no file, so that it has no folder"),
    N_("Save the audit as a file beside its tables, or write the values into it."),
)
OUTSIDE = define(
    "W002",
    Level.ERROR,
    N_("“{path}” leads out of the audit's folder"),
    N_("Put the table beside the audit and write `bills.csv`, or below it: `bills/2008.csv`."),
)
NOT_THERE = define(
    "W003",
    Level.ERROR,
    N_("there is no table “{path}” beside the audit"),
    N_("The tables there are: {known}."),
)
NOT_A_FILE = define(
    "W004",
    Level.ERROR,
    N_("“{path}” is not a file"),
    N_("Name a CSV file, such as `bills.csv`."),
)
WORKBOOK = define(
    "W005",
    Level.ERROR,
    N_("this is a workbook, not a CSV file"),
    N_("In Excel choose “Save as”, “CSV UTF-8 (Comma delimited)”."),
)
UTF16 = define(
    "W006",
    Level.ERROR,
    N_("this is UTF-16 text"),
    N_("In Excel choose “Save as”, “CSV UTF-8 (Comma delimited)”, not “Unicode Text”."),
)
EMPTY = define(
    "W007",
    Level.ERROR,
    N_("the table is empty"),
    N_("The first line has the names of the columns, each further line the values of one row."),
)
NO_ROWS = define(
    "W008",
    Level.ERROR,
    N_("the table has no rows below the names of its columns"),
    N_("Each line below the first one has the values of one row."),
)
ONE_COLUMN = define(
    "W009",
    Level.ERROR,
    N_("no comma, semicolon or tab stands between names of columns on this line"),
    N_("Remove a title above the table: its first line has the names of the columns."),
)
SEVERAL_DELIMITERS = define(
    "W010",
    Level.ERROR,
    N_("more than one of comma, semicolon and tab stand on this line"),
    N_("Say which one parts the columns: `delimiter: comma`, `semicolon` or `tab`."),
)
QUOTES = define(
    "W011",
    Level.ERROR,
    N_("the quotes of this row do not fit"),
    N_('A cell in quotes ends with a quote; a quote inside it is written twice: "10"" pipe".'),
)
RAGGED = define(
    "W012",
    Level.ERROR,
    N_("this row has {count} cells; the table has {columns} columns"),
    N_("Put a cell in quotes if it holds “{delimiter}” itself; leave no cell out."),
)
EMPTY_NAME = define(
    "W013",
    Level.ERROR,
    N_("column {number} has values but no name"),
    N_("Write its name on the first line."),
)
SAME_NAME = define(
    "W014",
    Level.ERROR,
    N_("two columns are called “{name}”"),
    N_("Give one of them another name."),
)
NO_COLUMN = define(
    "W015",
    Level.ERROR,
    N_("“{table}” has no column “{name}”"),
    N_("Its columns are: {known}."),
)
NO_COLUMN_SIMILAR = define(
    "W016",
    Level.ERROR,
    N_("“{table}” has no column “{name}”"),
    N_("Did you mean “{similar}”? Its columns are: {known}."),
)
TOO_MANY_CELLS = define(
    "W017",
    Level.ERROR,
    N_("the table has more than {limit} cells"),
    N_("Keep the rows and columns that the audit needs."),
)
NOT_A_DAY = define(
    "W018",
    Level.ERROR,
    N_("“{text}” is not a day"),
    N_("Write it as 2008-01-31."),
)
ORDER_UNKNOWN = define(
    "W019",
    Level.ERROR,
    N_("“{text}” does not tell which number is the day"),
    N_("Write it as 2008-01-31, or say `dates: day-first` or `month-first` beside `csv`."),
)
NOT_A_MONTH = define(
    "W020",
    Level.ERROR,
    N_("“{text}” is not a month"),
    N_("Write it as 2008-01 or 01/2008."),
)
NOT_IN_CALENDAR = define(
    "W021",
    Level.ERROR,
    N_("“{text}” is not in the calendar"),
    N_("Check day and month, and their order: `dates: day-first` or `month-first`."),
)
LONG_CELL = define(
    "W057",
    Level.ERROR,
    N_("a cell of this row has more than {limit} characters"),
    N_("An amount, a date or a name is shorter; is a separator missing?"),
)
