"""U: intervals of results."""

from ...language import N_
from ..diagnostic import Level, define

LIFETIME_NOT_DRAWN = define(
    "U001",
    Level.NOTE,
    N_("the uncertainty of a time of “{option}” counts in no interval"),
    N_("The number of years is part of the calculation; assess a copy with another time."),
)
NUMPY_MISSING = define(
    "U002",
    Level.ERROR,
    N_("`--draws` needs the package NumPy, which is not installed"),
    N_('Install it with `pip install "cpaudit[uncertainty]"`, or leave `--draws` out.'),
)
NOTHING_UNCERTAIN = define(
    "U003",
    Level.NOTE,
    N_("no figure has an interval: no value has an uncertainty and no factor has bounds"),
    N_("Write values as `{{value: 7054 MWh, uncertainty: 2 %}}`."),
)
ONLY_WITH_DRAWS = define(
    "U005",
    Level.ERROR,
    N_("`{option}` means nothing without `--draws`"),
    N_("Add `--draws 10000`, or leave it out."),
)
NOT_ONE_FIGURE = define(
    "U004",
    Level.ERROR,
    N_("at “{path}” there is no single figure whose interval could be told"),
    N_("Ask for one, such as `--of baseline.co2e`."),
)
