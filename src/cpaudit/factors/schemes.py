"""Schemes that reward or guarantee loans for cleaner production."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..figure import Factor
from .files import maps, names, part, text
from .library import Library


class SchemeEntry(NamedTuple):
    """A scheme as the library has it; `end` is None where it still works, `country` where it is for
    all."""

    id: str
    names: Mapping[str, str]
    country: str | None
    currency: str
    start: str
    end: str | None
    conditions: tuple[Mapping[str, str], ...]
    rules: Mapping[str, Factor]


def scheme_of(library: Library, id: str) -> SchemeEntry:
    """A scheme by its id: shares as fractions, times in years or months, money in its currency.

    Raises KeyError for an unknown id, LibraryError where the file can't be used.
    """
    document = library.files.document(f"schemes/{id}.yaml")
    rules = part(document, "rules")
    return SchemeEntry(
        id=id,
        names=names(document),
        country=text(document, "country"),
        currency=text(document, "currency") or "",
        start=text(document, "from") or "",
        end=text(document, "to"),
        conditions=tuple(
            {str(code): str(words) for code, words in one.items()}
            for one in maps(document, "conditions")
        ),
        rules={
            str(name): library.factor(f"scheme.{id}.{name}", f"scheme_{name}", part(rules, name))
            for name in rules
        },
    )


def every_scheme(library: Library) -> Iterator[SchemeEntry]:
    """Every scheme of the library."""
    for id in library.files.ids("schemes"):
        yield scheme_of(library, id)
