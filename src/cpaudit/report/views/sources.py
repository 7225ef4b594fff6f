"""Numbered sources below a table, in the order in which its rows cite them."""

from __future__ import annotations

from ...figure import Factor, Publication
from ..numbers import Numbers


class Sources:
    """The publications that a table cites, each with a number of its own."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._publications: dict[str, Publication] = {}
        self._is_unconfirmed = False

    def mark(self, factor: Factor) -> str:
        """`[2]`, with a question mark where nobody has seen the value in its source."""
        publication = factor.publication
        number = self._numbers.setdefault(publication.id, len(self._numbers) + 1)
        self._publications[publication.id] = publication
        self._is_unconfirmed |= not factor.confirmed
        return f"[{number}]" if factor.confirmed else f"[{number}] ?"

    def remarks(self, numbers: Numbers) -> list[str]:
        """A line per publication, and what the question mark means."""
        lines = [
            f"[{self._numbers[id]}] {citation(publication)}"
            for id, publication in self._publications.items()
        ]
        if self._is_unconfirmed:
            lines.append(numbers.language("? not yet checked against its source"))
        return lines


def citation(publication: Publication) -> str:
    """Publisher, title and year."""
    parts = (publication.publisher, publication.title, publication.year)
    return ", ".join(str(part) for part in parts if part)
