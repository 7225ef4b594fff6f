"""W030 and on: bills in a table, their days, units and values."""

from ...language import N_
from ..diagnostic import Level, define

DATE_KEYS = define(
    "W030",
    Level.ERROR,
    N_("the columns of the days are not clear"),
    N_("Name `from` and `to`, or `date`, or `month`: one of the three."),
)
NO_DATES = define(
    "W031",
    Level.ERROR,
    N_("“{table}” has no columns “from” and “to”, “date” or “month”"),
    N_("Name those that it has, such as `from: Từ ngày, to: Đến ngày`. Its columns are: {known}."),
)
SEVERAL_DATES = define(
    "W032",
    Level.ERROR,
    N_("“{table}” has more than one of: columns “from” and “to”, “date”, “month”"),
    N_("Say which one counts, such as `month: month`."),
)
NO_UNIT = define(
    "W033",
    Level.ERROR,
    N_("nothing tells the unit of “{column}”"),
    N_("Write `unit: kWh`, or call the column “kWh” or “… (kWh)”."),
)
UNITS_DIFFER = define(
    "W034",
    Level.ERROR,
    N_("the unit is {unit} here, but “{text}” says {other}"),
    N_("Only one of them can be right; nothing is converted from one to the other."),
)
TWO_UNITS = define(
    "W035",
    Level.ERROR,
    N_("`unit` and `unit_column` are both written"),
    N_("Keep `unit` where all rows have the same unit, `unit_column` where a column tells it."),
)
EMPTY_CELL = define(
    "W036",
    Level.ERROR,
    N_("this row has nothing in column “{column}”"),
    N_("An empty cell is not zero: write the value, or remove the row."),
)
NOT_A_VALUE = define(
    "W037",
    Level.ERROR,
    N_("“{text}” is a formula or an error of the spreadsheet, not a number"),
    N_("Save the table as CSV with its values."),
)
SHORTENED = define(
    "W038",
    Level.ERROR,
    N_("“{text}” has an exponent: the spreadsheet has cut digits off"),
    N_("Format the column as a number without exponent, then save it again."),
)
BACKWARDS = define(
    "W039",
    Level.ERROR,
    N_("this bill ends before it starts"),
    N_("Exchange the two days, or check their order: `dates: day-first` or `month-first`."),
)
MORE_ROWS = define(
    "W040",
    Level.ERROR,
    N_("rows with a mistake beyond those told: {count}"),
    N_("Mend the first ones; often all have the same."),
)
NO_BILLS = define(
    "W041",
    Level.ERROR,
    N_("“{table}” has no bill between {first} and {last}, the period of the audit"),
    N_("Check `period` and the years in the table."),
)
PRICE_IS_NOT_MONEY = define(
    "W042",
    Level.ERROR,
    N_("“{unit}” is not money"),
    N_("Name the column with the money of each bill; money divided by amount is the mean price."),
)
PRICE_OF_OTHER_BILLS = define(
    "W043",
    Level.ERROR,
    N_("the amount does not come from the bills in “{table}”"),
    N_("A price of bills is their money divided by their amount: both from the same rows."),
)
NOTHING_TO_DIVIDE_BY = define(
    "W044",
    Level.ERROR,
    N_("the bills of the period have no amount, so that they have no mean price"),
    N_("Write the price itself."),
)
GAP = define(
    "W045",
    Level.WARNING,
    N_("days without a bill: {days}, from {first} to {last}"),
    N_("Nothing is put in their place: the amount lacks what was used then."),
)
OVERLAP = define(
    "W046",
    Level.WARNING,
    N_("days of this bill that are in the bill on line {line} as well: {days}"),
    N_("Both count in full. Several meters need `meter`, the column that tells them."),
)
TWICE = define(
    "W047",
    Level.WARNING,
    N_("this is the bill on line {line} once more: same days, same amount"),
    N_("Both count. Remove one of them if it is the same bill."),
)
SAME_DAYS = define(
    "W048",
    Level.WARNING,
    N_("the bill on line {line} is for the same days"),
    N_("Both count. Several meters need `meter`, the column that tells them."),
)
OUTLIER = define(
    "W049",
    Level.WARNING,
    N_("{value} is far from the median {median} of these bills: modified z-score {score}"),
    N_("Beyond 3.5 a value is a potential outlier (Iglewicz and Hoaglin 1993). Check the bill."),
)
SLIP = define(
    "W050",
    Level.WARNING,
    N_("{value} is about {factor} times the median {median} of these bills"),
    N_("Check the unit and the number of digits."),
)
SLIP_BELOW = define(
    "W051",
    Level.WARNING,
    N_("{value} is about one part in {factor} of the median {median} of these bills"),
    N_("Check the unit and the number of digits."),
)
NEGATIVE = define(
    "W052",
    Level.NOTE,
    N_("the negative value is taken as a credit note and lowers the sum"),
    N_("Check that it is one."),
)
OUTSIDE_PERIOD = define(
    "W053",
    Level.NOTE,
    N_("bills outside the period of the audit, which are left out: {count}; this is the first"),
    N_("The period is {first} to {last}."),
)
STRADDLES = define(
    "W054",
    Level.NOTE,
    N_("the bill reaches beyond the period: {within} of its {days} days count"),
    N_("The period is {first} to {last}; a bill is shared by days."),
)
NOT_IN_ORDER = define(
    "W055",
    Level.NOTE,
    N_("this row is earlier than the row before it"),
    N_("The rows are put in the order of time; check that no year is mistyped."),
)
TOLD_AT_AMOUNT = define(
    "W056",
    Level.ERROR,
    N_("“{key}” is told by the amount, whose rows these are"),
    N_("Leave it out here: amount and price are read from the same rows."),
)
