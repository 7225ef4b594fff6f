"""R: names that point elsewhere, in the file or in the factor library."""

from ...language import N_
from ..diagnostic import Level, define

UNKNOWN_RESOURCE = define(
    "R001",
    Level.ERROR,
    N_("no resource is called “{text}”"),
    N_("Name its type: `resource: {similar}`. Types: {known}."),
)
UNKNOWN_KIND = define(
    "R002",
    Level.ERROR,
    N_("“{resource}” has no kind “{text}”"),
    N_("Kinds: {known}."),
)
KIND_MISSING = define(
    "R003",
    Level.ERROR,
    N_("“{resource}” can be several fuels, and no kind is written"),
    N_("Add `kind:` with one of: {known}."),
)
KIND_ASSUMED = define(
    "R004",
    Level.WARNING,
    N_("no kind is written for “{resource}”; it is counted as “{kind}”"),
    N_("Add `kind:` with one of: {known}."),
)
UNKNOWN_STREAM = define(
    "R005",
    Level.ERROR,
    N_("the option saves “{text}”, which is neither a resource nor a discharge of this plant"),
    N_("The plant has: {known}."),
)
UNKNOWN_OPTION = define(
    "R006",
    Level.ERROR,
    N_("no option is called “{text}”"),
    N_("Options: {known}."),
)
REQUIRES_CIRCLE = define(
    "R007",
    Level.ERROR,
    N_("options require each other in a circle: {path}"),
    N_("Remove one `requires` of the circle."),
)
EXCLUDED_IN_PACKAGE = define(
    "R008",
    Level.ERROR,
    N_("the package “{package}” holds “{option}” and “{other}”, which exclude each other"),
    N_("Take one of them out of the package."),
)
EXCLUDED_IN_DEFAULT = define(
    "R009",
    Level.ERROR,
    N_("“{option}” excludes “{other}”, and without `packages` all options are taken together"),
    N_("Write the packages out: `packages: {{first: [{option}], second: [{other}]}}`."),
)
REQUIRED_NOT_IN_PACKAGE = define(
    "R010",
    Level.ERROR,
    N_("the package “{package}” holds “{option}” without “{other}”, which it requires"),
    N_("Add “{other}” to the package, or take “{option}” out of it."),
)
REQUIRES_ITSELF = define(
    "R011",
    Level.ERROR,
    N_("the option “{option}” names itself"),
    N_("Remove it from the list."),
)
REJECTED_IN_PACKAGE = define(
    "R012",
    Level.WARNING,
    N_("“{option}” is rejected: it is listed in the package “{package}” but not counted"),
    N_("Change its status, or take it out of the package."),
)
NO_EXCHANGE_RATE = define(
    "R013",
    Level.ERROR,
    N_("“{text}” is in {currency}, and no rate to {target} is written"),
    N_("Add `exchange_rates: {{{currency}: … {target}}}`."),
)
UNKNOWN_SECTOR = define(
    "R014",
    Level.ERROR,
    N_("no sector is called “{text}”"),
    N_("Sectors: {known}."),
)
NO_GRID = define(
    "R015",
    Level.WARNING,
    N_("no grid emission factor is known for {country} in {year}: electricity counts no CO2"),
    N_("Write `grid_factor: … t/MWh` under the electricity resource, with its source."),
)
EARLIER_GRID_YEAR = define(
    "R016",
    Level.NOTE,
    N_("the grid factor of {country} for {year} is not known; that of {used} is used"),
    N_("Write `grid_factor: … t/MWh` under the electricity resource when it is published."),
)
UNKNOWN_FIRING = define(
    "R017",
    Level.ERROR,
    N_("no dust factor is known for “{text}” firing of {fuel}"),
    N_("Firings: {known}."),
)
UNKNOWN_GWP = define(
    "R018",
    Level.ERROR,
    N_("no set of global warming potentials is called “{text}”"),
    N_("Sets: {known}."),
)
NOT_FOR_THIS = define(
    "R019",
    Level.ERROR,
    N_("“{key}” means nothing for “{resource}”"),
    N_("Remove it; it is read only for {where}."),
)
NO_CONVERSION = define(
    "R020",
    Level.ERROR,
    N_("“{text}” needs {what} of {resource} to become {unit}, and none is known"),
    N_("Add `{key}: …` to the resource, or write it in {unit}."),
)
UNKNOWN_CURRENCY = define(
    "R021",
    Level.ERROR,
    N_("“{text}” is not a currency code"),
    N_("Currencies: {known}."),
)
REQUIRED_IS_REJECTED = define(
    "R022",
    Level.ERROR,
    N_("“{option}” requires “{other}”, which is rejected"),
    N_("Change the status of one of them."),
)
TWICE_IN_PACKAGE = define(
    "R023",
    Level.ERROR,
    N_("the package “{package}” holds “{option}” twice"),
    N_("An option is applied once: remove one of the two."),
)
FIRING_ASSUMED = define(
    "R024",
    Level.NOTE,
    N_("no firing is written for {fuel}: its dust is counted as that of “{firing}” firing"),
    N_("Add `firing:` with one of: {known}."),
)
UNKNOWN_STREAM_SIMILAR = define(
    "R025",
    Level.ERROR,
    N_("the option saves “{text}”, which is neither a resource nor a discharge of this plant"),
    N_("Did you mean “{similar}”?"),
)
NO_CARRIER_FACTOR = define(
    "R026",
    Level.NOTE,
    N_("no emission factor is known for “{stream}”: it counts no CO2"),
    N_("Add `co2_factor: … t/{unit}`, from the supplier, with its source."),
)
TWO_PRICES = define(
    "R027",
    Level.ERROR,
    N_("a discharge has one price: `treatment` or `disposal`, not both"),
    N_("Add the two up and write one of them."),
)
NOT_USED = define(
    "R028",
    Level.WARNING,
    N_("`{key}` of “{stream}” enters no figure"),
    N_("Remove it, or add what it needs to count: a content, a factor, a removal belong together."),
)
OLD_GRID_YEAR = define(
    "R029",
    Level.WARNING,
    N_("the newest grid factor known of {country} is of {used}; it is used for {year}"),
    N_(
        "Grids change by a third in a few years: write `grid_factor: … t/MWh` under the "
        "electricity resource, with its source."
    ),
)
FACTOR_NOT_USED = define(
    "R030",
    Level.WARNING,
    N_("the factor “{id}” under `factors` is used nowhere in this audit"),
    N_("Remove it, or name the one that is used: see the table of factors."),
)
RATE_FROM_LIBRARY = define(
    "R031",
    Level.WARNING,
    N_("no rate for {currency} is written: the yearly average of {year}, {rate}, is used"),
    N_("Write the plant's or its bank's own: `exchange_rates: {{{currency}: … {target}}}`."),
)
UNKNOWN_CHARGE = define(
    "R032",
    Level.ERROR,
    N_("no charge is called “{text}”"),
    N_("Charges: {known}."),
)
CHARGE_OF_OTHER_COUNTRY = define(
    "R033",
    Level.ERROR,
    N_("the charge “{id}” is the law of {country}, and the plant is in {plant}"),
    N_("Remove it from `charges`."),
)
FACTOR_OUTSIDE = define(
    "R034",
    Level.WARNING,
    N_("the value of “{id}” lies outside what the library holds possible: {low} to {high}"),
    N_("Look for a unit, a decimal mark, a gross value in place of a net one."),
)
