"""X: figures that a file or a command asks for by path."""

from ...language import N_
from ..diagnostic import Level, define

NOT_AS_EXPECTED = define(
    "X001",
    Level.WARNING,
    N_("{figure} is {actual}, but {expected} within {within} was expected"),
    N_("Find the change with `cpaudit explain FILE {figure}`, or correct the expectation."),
)
UNKNOWN_FIGURE = define(
    "X002",
    Level.ERROR,
    N_("there is no figure “{path}”"),
    N_("{known}"),
)
NOT_A_SINGLE_VALUE = define(
    "X003",
    Level.ERROR,
    N_("“{path}” is not one number here: {outcome}"),
    N_("Expect a figure that has a value."),
)
