"""The two languages of the program, by gettext catalogues.

English is the language of the source: its catalogue is the text itself. A language is a value that
is handed along, never a global switch, so two reports can be written in two languages at once.
"""

from __future__ import annotations

import os
from functools import cached_property, lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES = ("en", "vi")
_LOCALES = Path(__file__).with_name("locale")


def N_(text: str) -> str:
    """Mark a text for the catalogues where it stands; it is translated where it is shown."""
    return text


class Language:
    """One language: `language("text")` gives the text in it."""

    def __init__(self, code: str) -> None:
        if code not in LANGUAGES:
            raise ValueError(f"no language {code!r}; there are {', '.join(LANGUAGES)}")
        self.code = code

    def __call__(self, text: str) -> str:
        if self.code == "en" or not text:
            return text
        return self._catalogue.gettext(text)

    @cached_property
    def _catalogue(self) -> NullTranslations:
        return _read_catalogue(self.code)


@lru_cache
def _read_catalogue(code: str) -> NullTranslations:
    """The catalogue of a language, compiled in memory from its .po file."""
    from gettext import GNUTranslations

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    text = (_LOCALES / code / "LC_MESSAGES" / "cpaudit.po").read_bytes()
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(text), locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)


def language_of_environment() -> Language:
    """Vietnamese where the user's locale is Vietnamese, otherwise English."""
    for name in ("CPAUDIT_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return Language("vi" if value.lower().startswith("vi") else "en")
    return Language("vi" if _system_locale().lower().startswith("vi") else "en")


def _system_locale() -> str:
    """The locale that Windows and macOS keep outside the environment."""
    import locale

    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return ""
