"""The entries of a file by the keys that lead to them: `resources.coal.price`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..diagnostics import Source
from .document import read_document
from .located import Located, Map, Seq, Text
from .tables import table_in

# what tells the entries of a list apart, the first that all of them have
_NAMES = ("id", "product", "kind", "figure", "name", "from")


def entries_in(source: Source) -> dict[str, Text]:
    """Every scalar of a YAML text under its keys, entries of a list under their id or number.

    The value of what is written out in parts stands under the key of the whole; a list of names is
    one entry.
    """
    document, _ = read_document(source)
    return {} if document is None else dict(_below(document, ""))


def _below(part: Located, path: str) -> Iterator[tuple[str, Text]]:
    if isinstance(part, Text):
        yield path.removesuffix(".value"), part
    elif isinstance(part, Map):
        for key, child in part.items():
            yield from _below(child, f"{path}.{key}" if path else str(key))
    elif isinstance(part, Seq) and _is_of_words(part):
        yield path, Text.of(", ".join(str(one) for one in part), part.span)
    elif isinstance(part, Seq):
        for name, child in zip(_names_in(part), part, strict=True):
            yield from _below(child, f"{path}.{name}" if path else name)


def _is_of_words(entries: Seq) -> bool:
    """Whether a list is of names alone, as the options of a package are: it is one entry."""
    words = [one for one in entries if isinstance(one, Text) and one[:1].isalpha()]
    return 0 < len(words) == len(entries)


def _names_in(entries: Seq) -> list[str]:
    """What to call the entries of a list: never two of them the same."""
    for key in _NAMES:
        names = [entry.get(Text(key)) for entry in entries if isinstance(entry, Map)]
        texts = [str(name) for name in names if isinstance(name, Text)]
        if texts and len(texts) == len(entries) == len(set(texts)):
            return texts
    return [str(number) for number in range(1, len(entries) + 1)]


def cells_in(source: Source, name: str) -> dict[str, Text]:
    """Every cell of a CSV text under the name of its table, its row's first cell and its column.

    Rows whose first cells are the same are told apart by a number. Empty where it is no table, or
    its delimiter has to be told.
    """
    table, _ = table_in(source, source.name, "", None)
    if table is None:
        return {}
    cells: dict[str, Text] = {}
    seen: Counter[str] = Counter()
    for row in table.rows:
        first = " ".join(row[0].split())
        seen[first] += 1
        label = first if seen[first] == 1 else f"{first} ({seen[first]})"
        cells |= {
            f"{name}: {label}, {column}": cell
            for column, cell in zip(table.header[1:], row[1:], strict=True)
        }
    return cells
