"""D: what a reader of indicators must know, above all where two periods are compared."""

from ...language import N_
from ..diagnostic import Level, define

NO_OUTPUT = define(
    "D001",
    Level.WARNING,
    N_("no production is written in “{file}”: productivity and intensity are not known"),
    N_("Add `production: [{{product: …, amount: 5200 t}}]`."),
)
SEVERAL_UNITS = define(
    "D002",
    Level.WARNING,
    N_("the products of “{file}” are measured in {units}: they have no output in common"),
    N_("Choose one with `--product`: {known}."),
)
NO_SUCH_PRODUCT = define(
    "D003",
    Level.ERROR,
    N_("“{file}” has no product “{product}”"),
    N_("Products: {known}."),
)
WITHOUT_SHARE = define(
    "D004",
    Level.NOTE,
    N_("the whole plant's use and pollution are set against “{product}” alone"),
    N_("Write `share: 60 %` beside the product to give it its part of them."),
)
LEFT_OUT = define(
    "D005",
    Level.NOTE,
    N_("{indicator} is without {streams}: nothing tells it"),
    N_("Gases need a `grid_factor` or `co2_factor`; steam has energy as `resource: heat`, in GJ."),
)
OTHER_PLANT = define(
    "D006",
    Level.WARNING,
    N_("the two files are of different {what}: “{base}”, “{current}”"),
    N_("The indicators follow one plant over time; are these the right files?"),
)
NOT_LATER = define(
    "D007",
    Level.WARNING,
    N_("the period of “{current}” does not lie after that of “{base}”"),
    N_("Name the file of the earlier period first; the periods should not overlap."),
)
SHORT_PERIOD = define(
    "D008",
    Level.WARNING,
    N_("“{file}” covers only {months} months: its indicators are those of a season"),
    N_("Compare whole years where the bills can be had."),
)
OTHER_OUTPUT_UNIT = define(
    "D009",
    Level.WARNING,
    N_("output is {base} in the base period, {current} in the current one: the units differ"),
    N_("Write both in one unit; until then output and indicators have no relative change."),
)
OTHER_PRODUCTS = define(
    "D010",
    Level.NOTE,
    N_("products that only one of the two files has: {products}"),
    N_("Another mix of products alone changes productivity; `--product` compares one of them."),
)
ONE_SHARE = define(
    "D011",
    Level.WARNING,
    N_("only one of the two files gives the products a share of the plant's use"),
    N_("Write `share: … %` in both files or in neither; the change mixes two ways of counting."),
)
ONE_SIDED = define(
    "D012",
    Level.NOTE,
    N_("only “{file}” has {streams}"),
    N_("If the other file just leaves it out, the change is not one of the plant."),
)
OTHER_LEFT_OUT = define(
    "D013",
    Level.WARNING,
    N_("{indicator} leaves out {base} in the base period, {current} in the current one"),
    N_("The sums can't be compared, so no change is told; write what is missing."),
)
OTHER_GWP = define(
    "D014",
    Level.WARNING,
    N_("greenhouse gases are weighed by {base} in the base period, by {current} in the current"),
    N_("Write the same set in both files, such as `gwp: AR5`."),
)
OTHER_GRID_FACTOR = define(
    "D015",
    Level.NOTE,
    N_(
        "the grid factor went from {base} to {current}: this alone changes the current period's "
        "greenhouse gases by {effect} t CO2e a year"
    ),
    N_("What remains of the change is the plant's own."),
)
OTHER_GRID_KIND = define(
    "D016",
    Level.WARNING,
    N_("the grid factors are not of one series: {base}, {current}"),
    N_("Factors of several kinds differ without any change of the grid; use one kind in both."),
)
