"""Numbered sources below a table, in the order in which its rows cite them."""

from __future__ import annotations

import re

from ...figure import Entered, Factor, Figure, FromFactor, Publication
from ...language import N_
from ..numbers import Numbers

# what parts of a publication are called
_NAMES = (
    N_("Annex"),
    N_("Appendix"),
    N_("Art."),
    N_("Ch."),
    N_("Section"),
    N_("TOE conversion table"),
    N_("Table"),
    N_("Vol."),
    N_("letter"),
    N_("notice of"),
    N_("paragraph"),
    N_("quotations of"),
)
_PARTS = re.compile("|".join(rf"\b{re.escape(name)}" for name in _NAMES))


class Sources:
    """The publications that a table cites, each with a number of its own."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._publications: dict[str, Publication] = {}
        self._is_unconfirmed = False
        self._is_own = False

    def mark(self, factor: Factor) -> str:
        """`[2]`, with a question mark where nobody has seen the value in its source."""
        publication = factor.publication
        number = self._numbers.setdefault(publication.id, len(self._numbers) + 1)
        self._publications[publication.id] = publication
        self._is_unconfirmed |= not factor.confirmed
        self._is_own |= factor.own is not None
        marks = [f"[{number}]", "†" if factor.own else "", "" if factor.confirmed else "?"]
        return " ".join(mark for mark in marks if mark)

    def mark_of(self, figure: Figure) -> str:
        """The mark of a value of the library or of the file that stands in its place."""
        origin = figure.derivation
        if isinstance(origin, FromFactor):
            return self.mark(origin.factor)
        self._is_own |= isinstance(origin, Entered)
        return "†" if isinstance(origin, Entered) else ""

    def remarks(self, numbers: Numbers) -> list[str]:
        """A line per publication, and what the question mark means."""
        lines = [
            f"[{self._numbers[id]}] {citation(publication, numbers)}"
            for id, publication in self._publications.items()
        ]
        if self._is_own:
            lines.append(numbers.language("† a value of your own, in place of the library's"))
        if self._is_unconfirmed:
            lines.append(numbers.language("? not yet checked against its source"))
        return lines


def _cited(publication: Publication, numbers: Numbers) -> tuple[str, str | None]:
    """Title and publisher as they are called in the language."""
    for language, title, publisher in publication.cited:
        if language == numbers.language.code:
            return title, publisher
    return publication.title, publication.publisher


def title_of(publication: Publication, numbers: Numbers) -> str:
    """The title in the language, where the publication is known by one in it."""
    return _cited(publication, numbers)[0]


def citation(publication: Publication, numbers: Numbers) -> str:
    """Publisher, title and year, as they are called in the language."""
    title, publisher = _cited(publication, numbers)
    return ", ".join(str(part) for part in (publisher, title, publication.year) if part)


def place_in(factor: Factor, numbers: Numbers) -> str:
    """The place in the source: Art. 6 is Điều 6 in Vietnamese."""
    _ = numbers.language
    return _PARTS.sub(lambda part: _(part.group()), factor.place or "")
