"""Z: the checking of files itself."""

from ...language import N_
from ..diagnostic import Level, define

NO_SUCH_RULE = define(
    "Z001",
    Level.ERROR,
    N_("there is no rule “{text}” to switch off"),
    N_("Write the code that stands in brackets where the rule speaks, such as `P010`."),
)
ERROR_STAYS = define(
    "Z002",
    Level.ERROR,
    N_("{rule} is an error in a check and can't be switched off"),
    N_("Mend what it says; warnings and notes can be switched off."),
)
NOTHING_SWITCHED_OFF = define(
    "Z003",
    Level.WARNING,
    N_("{rule} is switched off, but has nothing to say here"),
    N_("Take the line away, so that the rule is at work when it is needed."),
)
NOT_MONITORED = define(
    "Z004",
    Level.WARNING,
    N_("the section `monitoring` is not checked: {package} is not installed"),
    N_('Install it: `pip install "cpaudit[monitor]"`.'),
)
FAULT = define(
    "Z005",
    Level.ERROR,
    N_("cpaudit failed on this file: {problem}"),
    N_("A fault of the program, not of the file: please report it, with the file if you may."),
)
NOTHING_TO_CHECK = define(
    "Z006",
    Level.ERROR,
    N_("none of the {count} YAML files is an audit or a programme"),
    N_(
        "An audit starts with `cpaudit: 1`, a programme with `programme: 1`; factors are for "
        "`cpaudit factors check`."
    ),
)
