"""X: figures that a file or a command asks for by path."""

from ...language import N_
from ..diagnostic import Level, define

NOT_AS_EXPECTED = define(
    "X001",
    Level.WARNING,
    N_("{figure} is {actual}, but {expected} ± {within} was expected"),
    N_(
        "Find the change with `cpaudit explain FILE {figure}`, or correct the expectation with "
        "`cpaudit check --update FILE`."
    ),
)
UNKNOWN_FIGURE = define(
    "X002",
    Level.WARNING,
    N_("there is no figure “{path}”"),
    N_("There is: {known}."),
)
NOT_A_SINGLE_VALUE = define(
    "X003",
    Level.WARNING,
    N_("“{path}” is not one number here: {outcome}"),
    N_("Expect a figure that has a value."),
)
OTHER_UNIT = define(
    "X004",
    Level.WARNING,
    N_("“{text}” can't be compared with {figure}, which is in {unit}"),
    N_("Write the expected value in {unit}."),
)
NOT_KNOWN = define(
    "X005",
    Level.WARNING,
    N_("“{path}” is not known: nothing in the file tells it"),
    N_("Add what it needs, such as a discharge, a content of the fuel, or a lifetime."),
)
# an expectation that fails, or can't be checked: in a check they are errors
OF_EXPECTATIONS = (NOT_AS_EXPECTED, UNKNOWN_FIGURE, NOT_A_SINGLE_VALUE, OTHER_UNIT, NOT_KNOWN)
NO_SUCH_PATH = define(
    "X006",
    Level.ERROR,
    N_("there is no figure “{path}”"),
    N_("There is: {known}."),
)
REPORTED_OUTSIDE = define(
    "X007",
    Level.WARNING,
    N_(
        "the reported {reported} of {figure} can't come from these quantities: they give {actual}, "
        "between {low} and {high}"
    ),
    N_("It is {ratio} times what the audit gives; look for a unit, a separator, a wider boundary."),
)
NO_CDM_SECTION = define(
    "X008",
    Level.ERROR,
    N_("the file “{path}” has no section `cdm`"),
    N_("Add `cdm: {{method: AMS-II.D, start: 2010-01, years: 10}}`."),
)
REPORTED_SLIP = define(
    "X009",
    Level.WARNING,
    N_(
        "the reported {reported} of {figure} and the {actual} that these quantities give differ "
        "by a factor of about {factor}"
    ),
    N_("A unit or a separator has slipped in one of the two; compare both with their sources."),
)
