"""Characters that a terminal obeys, or that turn a line round, as what one can see."""

from __future__ import annotations

import re

# controls but tab and line feed, and the marks of direction that outlast the word they stand in
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """A text that moves no cursor and hides nothing, such as `\\u001b[2J` for a cleared screen."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def in_one_line(text: str) -> str:
    """The same in one line, as a message wants it."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


def visible_path(path: str) -> str:
    """The same of the name of a file at the start of a line, where `::` is a command to GitHub."""
    return in_one_line(f"./{path}" if path.startswith("::") else path)
