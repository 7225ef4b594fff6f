"""The language of the help texts, which must be known before the command line is parsed."""

from __future__ import annotations

import sys

from ..language import LANGUAGES, Language, language_of_environment


def language_of_command_line(arguments: list[str]) -> Language:
    """What `--lang` says on a command line that is not parsed yet, otherwise the locale's."""
    for index, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            code = value if equals else "".join(arguments[index + 1 : index + 2])
            if code in LANGUAGES:
                return Language(code)
    return language_of_environment()


_ = language_of_command_line(sys.argv[1:])
