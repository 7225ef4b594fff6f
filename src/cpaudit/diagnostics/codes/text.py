"""Y: the YAML text itself, before any meaning."""

from ...language import N_
from ..diagnostic import Level, define

NOT_UTF8 = define(
    "Y001",
    Level.ERROR,
    N_("byte {byte} is not UTF-8 text"),
    N_("Save the file as UTF-8 (in Excel and Notepad: “Save as”, encoding UTF-8)."),
)
TOO_LARGE = define(
    "Y002",
    Level.ERROR,
    N_("the file has {size} bytes; at most {limit} are read"),
    N_("An audit is a few pages of text. Is this the right file?"),
)
TAB = define(
    "Y003",
    Level.ERROR,
    N_("a tab is used to indent"),
    N_("YAML indents with spaces only: replace the tab by two spaces."),
)
SYNTAX = define(
    "Y004",
    Level.ERROR,
    N_("this is not YAML: {problem}"),
    N_("Look for a missing colon, bracket or quote on this line or the one before it."),
)
TOO_DEEP = define(
    "Y005",
    Level.ERROR,
    N_("values are nested more than {limit} deep"),
    N_("An audit needs about six levels; a bracket is probably never closed."),
)
TOO_MANY_VALUES = define(
    "Y006",
    Level.ERROR,
    N_("the file unfolds to more than {limit} values"),
    N_("Aliases (*name) repeat what they stand for; write such parts out once."),
)
ALIAS_LOOP = define(
    "Y007",
    Level.ERROR,
    N_("the alias stands inside the value that it repeats"),
    N_("Write the value out instead of the alias."),
)
MERGE_KEY = define(
    "Y008",
    Level.ERROR,
    N_("the merge key “<<” is not supported"),
    N_("Write the keys out; a reader then sees every value where it counts."),
)
DUPLICATE_KEY = define(
    "Y009",
    Level.ERROR,
    N_("the key “{key}” is written twice; the first one is on line {line}"),
    N_("Remove one of them, or give them different names."),
)
SEVERAL_DOCUMENTS = define(
    "Y010",
    Level.ERROR,
    N_("a second document starts here"),
    N_("One file is one audit: remove the line “---” or make two files."),
)
EMPTY = define(
    "Y011",
    Level.ERROR,
    N_("the file is empty"),
    N_("`cpaudit init --sector textile` writes a commented starting file."),
)
BOOLEAN_WORD = define(
    "Y012",
    Level.ERROR,
    N_("“{text}” is a yes-or-no word to many YAML readers, not text"),
    N_("If you mean the text, put it in quotes: '{text}'."),
)
CLOCK_NUMBER = define(
    "Y013",
    Level.ERROR,
    N_("“{text}” is a number in base 60 to many YAML readers"),
    N_("If you mean the text, put it in quotes: '{text}'."),
)
OTHER_BASE = define(
    "Y014",
    Level.ERROR,
    N_("“{text}” starts with a zero and is read as {value} by many YAML readers"),
    N_("Write the number without the zero, or put it in quotes if it is a name."),
)
KEY_NOT_TEXT = define(
    "Y015",
    Level.ERROR,
    N_("a key must be a plain word"),
    N_("Write `name: value`."),
)
TAG = define(
    "Y016",
    Level.ERROR,
    N_("the tag “{tag}” is not supported"),
    N_("Remove it; the meaning of a value follows from its key."),
)
CONTROL_CHARACTER = define(
    "Y017",
    Level.ERROR,
    N_("the character U+{code} can't stand in a text file"),
    N_("Remove it; it often comes along when text is copied from a PDF."),
)
MERGE_CONFLICT = define(
    "Y018",
    Level.ERROR,
    N_("a merge conflict is left in the file"),
    N_("Keep one of the two versions and remove the lines <<<<<<<, ======= and >>>>>>>."),
)
COMMA_SPLITS = define(
    "Y019",
    Level.ERROR,
    N_("the comma before “{key}” ended the value, because it stands between {{ and }}"),
    N_('Put the whole value in quotes: "1.234,5 t"; or write it on a line of its own.'),
)

# what the YAML parser says; any other problem is shown as it comes
YAML_PROBLEMS = (
    N_("mapping values are not allowed in this context"),
    N_("mapping keys are not allowed in this context"),
    N_("block sequence entries are not allowed in this context"),
    N_("control characters are not allowed"),
    N_("could not find expected ':'"),
    N_("did not find expected key"),
    N_("did not find expected ',' or ']'"),
    N_("did not find expected ',' or '}'"),
    N_("did not find expected '-' indicator"),
    N_("did not find expected node content"),
    N_("did not find expected <document start>"),
    N_("did not find expected alphabetic or numeric character"),
    N_("did not find expected comment or line break"),
    N_("did not find expected whitespace or line break"),
    N_("found unexpected end of stream"),
    N_("found unexpected document indicator"),
    N_("found unexpected ':'"),
    N_("found undefined alias"),
    N_("found duplicate anchor; first occurrence"),
    N_("found undefined tag handle"),
    N_("found character that cannot start any token"),
    N_("found unknown escape character"),
    N_("found unknown directive name"),
    N_("found a tab character that violates indentation"),
    N_("found a tab character where an indentation space is expected"),
)
