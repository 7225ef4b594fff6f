"""F: the factor library."""

from ...language import N_
from ..diagnostic import Level, define

UNUSABLE = define(
    "F001",
    Level.ERROR,
    N_("the entry “{id}” of the factor library can't be used: {reason}"),
    N_("Compare it with a neighbouring entry and with sector_factors/README.md."),
)
WRONG_UNIT = define(
    "F002",
    Level.ERROR,
    N_("“{text}” does not measure what “{id}” is"),
    N_("A unit such as {wanted} is needed here."),
)
UNKNOWN_SOURCE = define(
    "F003",
    Level.ERROR,
    N_("“{id}” cites the source “{text}”, which is not in sources.yaml"),
    N_("Add the source to sources.yaml of the same folder first."),
)
OUT_OF_BOUNDS = define(
    "F004",
    Level.ERROR,
    N_("“{id}” does not lie between its bounds {low} and {high}"),
    N_("`low` and `high` are in the unit of the value; is a decimal mark wrong?"),
)
NO_PLACE_FOR_FILE = define(
    "F005",
    Level.ERROR,
    N_("the file “{path}” has no place in a factor library"),
    N_("Files of a library: {known}."),
)
NO_FOLDER = define(
    "F006",
    Level.ERROR,
    N_("there is no folder of factors at “{path}”"),
    N_("Name a folder with the layout of sector_factors/; it may hold only what differs."),
)
UNKNOWN_FACTOR = define(
    "F007",
    Level.ERROR,
    N_("no factor is called “{text}”"),
    N_("Near it: {known}. All of them: cpaudit factors list."),
)
NO_DEFAULT_SERIES = define(
    "F008",
    Level.ERROR,
    N_("one series of the grid “{id}” must be the default, and one only"),
    N_("Write `default: true` in the series that audits shall use."),
)
UNKNOWN_FUEL = define(
    "F009",
    Level.ERROR,
    N_("the resource “{id}” names the fuel “{text}”, which has no file in fuels/"),
    N_("Add fuels/{text}.yaml, or correct the name."),
)
EMPTY_FOLDER = define(
    "F010",
    Level.ERROR,
    N_("the folder “{path}” holds no file of factors"),
    N_("Files of a library: {known}."),
)
OTHER_ID = define(
    "F011",
    Level.ERROR,
    N_("the file “{path}” says of itself that it is “{id}”"),
    N_("A file is found by its name: rename it to {id}.yaml, or correct what it says."),
)
UNKNOWN_BASE = define(
    "F012",
    Level.ERROR,
    N_("the charge “{id}” counts by “{text}”, which is neither a discharge nor a fuel"),
    N_("Discharges: {known}. A fuel is called as its file in fuels/ or as its `family`."),
)
IDLE_FUEL = define(
    "F013",
    Level.WARNING,
    N_("no resource can be of the fuel “{id}”: no audit can use it"),
    N_("Add it to `fuels` of a resource in resources.yaml of the same folder."),
)
ENDS_BEFORE_START = define(
    "F014",
    Level.ERROR,
    N_("what is valid from {start} can't end on {end}"),
    N_("`from` is the first day, `to` the last one."),
)
CLASSES_OUT_OF_ORDER = define(
    "F015",
    Level.ERROR,
    N_("the classes of the charge “{id}” do not stand from the largest plants to the smallest"),
    N_("The first class that a plant reaches counts; those behind a smaller one never would."),
)
