"""L: benchmarks, norms, charges and duties by law."""

from ...language import N_
from ..diagnostic import Level, define

NO_LAW_YET = define(
    "L001",
    Level.WARNING,
    N_("the charge “{id}” is not known for {day}, the middle of the period: it is not counted"),
    N_("The library knows it from {first} on; a folder of your own can add earlier law."),
)
LAW_ENDED = define(
    "L026",
    Level.WARNING,
    N_("the law of “{id}” that is known ended on {end}, before {day}: nothing is counted"),
    N_("A folder of your own can add what came after it."),
)
ABOUT_CHARGE = define(
    "L002",
    Level.NOTE,
    N_("about the charge “{id}”: {note}"),
    N_("Check whether the plant is one of those; `cpaudit factors list --kind charge` shows all."),
)
NO_POWER_FACTOR = define(
    "L003",
    Level.WARNING,
    N_("the charge “{id}” counts nothing: no electricity has a `power_factor`"),
    N_("Write `power_factor: 0.85` under the electricity resource, as the bills state it."),
)
CHARGE_WITHOUT_BASE = define(
    "L004",
    Level.NOTE,
    N_("the charge “{id}” counts nothing for {bases}: the audit does not tell it"),
    N_("Write what is discharged, or leave it so where the plant has none of it."),
)
CHARGE_WITHOUT_PRICE = define(
    "L005",
    Level.WARNING,
    N_("the charge “{id}” needs the price of “{stream}”, and none is written"),
    N_("Add `price: …`: the charge is a part of the bill."),
)
NOT_A_POWER_FACTOR = define(
    "L006",
    Level.ERROR,
    N_("“{text}” is not a power factor"),
    N_("It lies between 0 and 1, such as 0.85."),
)
POWER_FACTOR_NOT_USED = define(
    "L007",
    Level.WARNING,
    N_("the power factor of the option “{option}” changes nothing here"),
    N_(
        "It counts where `charges:` names a charge for reactive power and the electricity "
        "resource has a `power_factor` of its own that is lower."
    ),
)
TWO_CARBON_PRICES = define(
    "L008",
    Level.ERROR,
    N_("“{id}” and `carbon_price` are two prices of the same tonne"),
    N_("Leave out one of them; a price of your own says what is meant best."),
)
CHARGE_WITHOUT_FUEL = define(
    "L009",
    Level.NOTE,
    N_("the charge “{id}” counts nothing: the plant burns none of the fuels that it names"),
    N_("`cpaudit factors list --kind charge` shows what it names."),
)
NO_BENCHMARKS_OF_SECTOR = define(
    "L010",
    Level.WARNING,
    N_("no benchmark is known for the sector “{sector}”"),
    N_("`cpaudit factors list --kind benchmark` and `--kind norm` show what there is."),
)
NO_BENCHMARKS_OF_PRODUCT = define(
    "L011",
    Level.WARNING,
    N_("no benchmark is known for “{product}” in the sector “{sector}”"),
    N_("Name one that fits, `benchmark: …`, beside the product: {known}."),
)
OTHER_DIMENSION = define(
    "L012",
    Level.WARNING,
    N_("the benchmarks of “{product}” are per {unit}, but its amount is in {found}"),
    N_("Write the amount in {unit} or a unit of the same kind."),
)
UNKNOWN_BENCHMARK = define(
    "L013",
    Level.ERROR,
    N_("the sector “{sector}” has no product “{text}” to compare with"),
    N_("Products with benchmarks: {known}."),
)
NORM_ENDED = define(
    "L014",
    Level.WARNING,
    N_("the norm “{id}” for “{product}” ended on {end}; no later one is known here"),
    N_("It is shown for comparison only; look for the norm that follows it."),
)
NO_PRODUCTION = define(
    "L015",
    Level.WARNING,
    N_("no production is written: nothing can be compared per unit of product"),
    N_("Add `production: [{{product: …, amount: …}}]`."),
)
SUBJECT_NOT_TOLD = define(
    "L016",
    Level.NOTE,
    N_("“{product}”: the plant's {subject} is not told or only in part"),
    N_("The comparison leaves it out, or counts only what is known and marks it with a star."),
)
CAPACITY_ASSUMED = define(
    "L017",
    Level.NOTE,
    N_("norms of “{product}” are by capacity; its yearly output is taken for it"),
    N_("Write `capacity: …` beside the product if the plant could make more."),
)
NORM_NOT_MET = define(
    "L018",
    Level.WARNING,
    N_("the norm “{id}” for “{product}” is not met: {actual} against {limit}"),
    N_("See which packages close the gap; the law asks for a plan where it is not met."),
)
NO_NORM_OF_SIZE = define(
    "L019",
    Level.NOTE,
    N_("the law has norms for “{product}”, but none for a plant of its size"),
    N_("Sizes: {known}."),
)
NO_PRICE_OF_SUBJECT = define(
    "L020",
    Level.NOTE,
    N_("“{product}”: the gap in {subject} counts no money, for something of it has no price"),
    N_("Add `price: …`."),
)
NORM_NOT_YET = define(
    "L021",
    Level.NOTE,
    N_(
        "no norm for “{product}” was in force in the middle of the period; the first begins {first}"
    ),
    N_("Nothing by law is compared here."),
)
NORMS_OF_NARROWER = define(
    "L022",
    Level.NOTE,
    N_("there are legal norms for narrower products than “{product}”: {known}"),
    N_("Name the one that it is: `benchmark: …` under the product."),
)
NORM_LOST = define(
    "L023",
    Level.WARNING,
    N_("package “{package}” takes “{product}” over the norm {id}: {after} against {limit}"),
    N_("Look for the option that uses more; `cpaudit gap` shows each."),
)
CAPACITY_TOO_SMALL = define(
    "L024",
    Level.WARNING,
    N_("“{product}” has a capacity below its output of a year: {capacity} against {amount}"),
    N_("The norm goes by the capacity; write that of the whole plant for a year."),
)
LAW_CHANGES = define(
    "L025",
    Level.NOTE,
    N_("the law of “{id}” changes on {days}, in the period; that of {day} counts for all of it"),
    N_("For the exact sum audit the two parts of the period apart."),
)
