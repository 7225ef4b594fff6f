"""V: what the section `monitoring:` states of months, streams and options."""

from ...language import N_
from ..diagnostic import Level, define

NOT_A_MONTH = define(
    "V001",
    Level.ERROR,
    N_("“{text}” is not a month"),
    N_("Write year and month: 2008-03."),
)
BEFORE_BASELINE_ENDS = define(
    "V002",
    Level.ERROR,
    N_("the reporting period starts before the baseline has ended ({last})"),
    N_("Savings are measured after the baseline: shorten one of the two periods."),
)
PERIODS_OVERLAP = define(
    "V003",
    Level.ERROR,
    N_("this reporting period starts before the one above it has ended"),
    N_("List the periods one after the other; every month counts once."),
)
UNKNOWN_STREAM = define(
    "V004",
    Level.ERROR,
    N_("“{text}” is neither a resource nor a discharge of this plant"),
    N_("The plant has: {known}."),
)
UNKNOWN_DRIVER = define(
    "V005",
    Level.ERROR,
    N_("no driver is called “{text}”"),
    N_("Name it under `drivers:` first: `{text}: {{unit: t}}`. Drivers: {known}."),
)
UNKNOWN_SERIES = define(
    "V006",
    Level.ERROR,
    N_("“{text}” is neither a stream nor a driver of `monitoring`"),
    N_("Name it under `streams:` or `drivers:`, or take it out. There are: {known}."),
)
NO_UNIT = define(
    "V007",
    Level.ERROR,
    N_("“{text}” has no unit, and none is written for “{series}”"),
    N_("Write the unit behind the number, or `unit: …` under “{series}”."),
)
UNIT_OF_A_PLAIN_DRIVER = define(
    "V008",
    Level.ERROR,
    N_("“{text}” has a unit, but the driver “{series}” counts in {unit}"),
    N_("Write the number alone, or a `unit:` that `cpaudit units` lists."),
)
MONTH_TWICE = define(
    "V009",
    Level.ERROR,
    N_("“{series}” has two values for {month}; the first one is in {file}, line {line}"),
    N_("Keep one of them."),
)
NO_DATA = define(
    "V010",
    Level.ERROR,
    N_("nothing is written of “{series}” in any month"),
    N_("Write it under `months:`, or into the file of `data:`."),
)
NAME_TWICE = define(
    "V011",
    Level.ERROR,
    N_("“{text}” is a stream and a driver at once"),
    N_("Give the driver another name."),
)
IS_REJECTED = define(
    "V012",
    Level.ERROR,
    N_("“{option}” is rejected and implemented at once"),
    N_("Change its `status`, or take it out here."),
)
NOT_MONITORED = define(
    "V013",
    Level.ERROR,
    N_("“{text}” is no stream of `monitoring`"),
    N_("The streams are: {known}."),
)
NO_TIME = define(
    "V014",
    Level.ERROR,
    N_("is “{text}” meant once, for a month or for a year?"),
    N_(
        "Write `{text}/month` or `{text}/yr`; what happened once stands in one month: `from` and "
        "`to` are the same."
    ),
)
NOT_AS_STATUS = define(
    "V015",
    Level.WARNING,
    N_("“{option}” has the status “{status}” and a date of implementation; the date counts"),
    N_("Write `status: implemented` under `options`."),
)
DATE_MISSING = define(
    "V016",
    Level.NOTE,
    N_("when “{option}” was implemented is not written: it counts from {month} on"),
    N_("Add `{option}: {{implemented: 2008-03}}` under `monitoring: options:`."),
)
IN_BASELINE = define(
    "V017",
    Level.WARNING,
    N_("“{option}” was at work before the baseline ended: a part of its saving is in the baseline"),
    N_("Choose a baseline that ends before {month}."),
)
AFTER_REPORTING = define(
    "V018",
    Level.WARNING,
    N_("“{option}” was implemented after the reporting period: nothing of it is realised yet"),
    N_("Check the month, or report a later period."),
)
CHANGES_NOTHING = define(
    "V019",
    Level.WARNING,
    N_("the adjustment lies outside the reporting period: it changes nothing"),
    N_("Check its months."),
)
EXCLUDES_NOTHING = define(
    "V020",
    Level.WARNING,
    N_("{month} is neither in the baseline nor in the reporting period: nothing is excluded"),
    N_("Check the month."),
)
MEASURED_UNSAVED = define(
    "V021",
    Level.ERROR,
    N_("“{option}” saves no “{text}” by `options`: nothing is expected that could be measured"),
    N_("It saves: {known}."),
)
BAD_CONFIDENCE = define(
    "V022",
    Level.ERROR,
    N_("“{text}” can't be a level of confidence"),
    N_("Write one between 50 % and 99.9 %; 90 % and 68 % are usual."),
)
NO_SERIES = define(
    "V023",
    Level.ERROR,
    N_("`monitoring` names no stream"),
    N_("Write at least one under `streams:`, such as `electricity: [production]`."),
)
