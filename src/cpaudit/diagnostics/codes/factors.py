"""F: the factor library."""

from ...language import N_
from ..diagnostic import Level, define

UNUSABLE = define(
    "F001",
    Level.ERROR,
    N_("the entry “{id}” of the factor library can't be used: {reason}"),
    N_("Compare it with a neighbouring entry and with sector_factors/README.md."),
)
