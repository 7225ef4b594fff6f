"""I: reading and writing files."""

from ...language import N_
from ..diagnostic import Level, define

NOT_READABLE = define(
    "I001",
    Level.ERROR,
    N_("the file “{path}” can't be read: {reason}"),
    N_("Check the name and the folder; a name with spaces needs quotes around it."),
)
EXISTS_ALREADY = define(
    "I002",
    Level.ERROR,
    N_("“{path}” is there already and was left as it is"),
    N_("Choose another name, or write over it with --force."),
)
NOT_WRITABLE = define(
    "I003",
    Level.ERROR,
    N_("“{path}” can't be written: {reason}"),
    N_("Check that the folder is there and that you may write in it."),
)
IS_THE_INPUT = define(
    "I004",
    Level.ERROR,
    N_("“{path}” is the audit file itself"),
    N_("Choose another name for the report."),
)

# what an operating system says; any other reason is shown as it comes
SYSTEM_REASONS = (
    N_("No such file or directory"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("Permission denied"),
    N_("File exists"),
    N_("File name too long"),
    N_("No space left on device"),
    N_("Read-only file system"),
    N_("Invalid argument"),
)
