"""J040 to J069: expected figures that are written anew."""

from ...language import N_
from ..diagnostic import Level, define

USED_TWICE = define(
    "J040",
    Level.WARNING,
    N_("the expected value of {figure} is not rewritten: other places of the file repeat it"),
    N_("Write `{text}` without an anchor (&) or alias (*), or change it yourself."),
)
NOT_ON_ITS_LINE = define(
    "J041",
    Level.WARNING,
    N_("the expected value of {figure} is not rewritten: it is written {how}"),
    N_("Write `{text}` on one line."),
)
NOT_TO_BE_MET = define(
    "J042",
    Level.WARNING,
    N_(
        "the expected value of {figure} is not rewritten: no number that can be written is within "
        "{within} of {actual}"
    ),
    N_("Choose a wider tolerance under `within`."),
)
CHANGED_MEANWHILE = define(
    "J043",
    Level.ERROR,
    N_("“{path}” has changed since it was read, so nothing was rewritten"),
    N_("Run the command again when nobody else writes to the file."),
)
NOT_THE_SAME = define(
    "J044",
    Level.ERROR,
    N_("“{path}” would not read as the same audit with new expected values; it was left as it is"),
    N_("A fault of the program, not of the file: please report it, with the file if you may."),
)
