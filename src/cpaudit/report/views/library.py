"""The factor library to look at: lists of values, one value with its history, differences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...factors.catalogue import Entry
from ...factors.difference import Difference
from ...figure import Factor
from ...language import N_
from ..blocks import Block, Cell, Column, Panel, Row, Table
from ..numbers import Numbers
from .sources import Sources, citation, place_in

CHANGES = {
    "added": N_("added"),
    "removed": N_("removed"),
    "value": N_("value"),
    "source": N_("source or note"),
}


def list_view(entries: Iterable[Entry], numbers: Numbers) -> list[Block]:
    """One table per group of values; the place in the source is told of each value alone."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.group, []).append(entry)
    if not groups:
        _ = numbers.language
        return [Panel(_("Factor library"), [_("No value of the library is like that.")])]
    return [_group(group, members, numbers) for group, members in groups.items()]


def _group(group: str, entries: Sequence[Entry], numbers: Numbers) -> Table:
    _ = numbers.language
    sources = Sources()
    rows = [_row(entry.factor, sources, numbers) for entry in entries]
    columns = [
        Column(_("Factor"), numeric=False, whole=True),
        Column(_("Value")),
        Column(_("Source"), numeric=False),
        Column(_("Year")),
    ]
    if not any(row.cells[-1].text for row in rows):
        rows = [row._replace(cells=row.cells[:-1]) for row in rows]
        columns.pop()
    return Table(f"{group}: {len(rows)}", columns, rows, sources.remarks(numbers))


def _row(factor: Factor, sources: Sources, numbers: Numbers) -> Row:
    return Row(
        [
            Cell(factor.id),
            Cell(numbers.as_printed(factor.written), factor.value, factor.unit),
            Cell(sources.mark(factor)),
            Cell(_when_beside_id(factor, numbers)),
        ]
    )


def _when(factor: Factor, numbers: Numbers) -> str:
    """The days it is valid from and to, otherwise its year."""
    if factor.start or factor.end:
        return "–".join(numbers.day(end or "") for end in (factor.start, factor.end))
    return str(factor.year or "")


def _when_beside_id(factor: Factor, numbers: Numbers) -> str:
    """The same, or nothing where the id, which stands beside it, tells the day already."""
    return "" if factor.start and factor.start in factor.id else _when(factor, numbers)


def show_view(entry: Entry, history: Sequence[Entry], numbers: Numbers) -> list[Block]:
    """Everything the library says of a value, and the same value at other times."""
    _, factor = numbers.language, entry.factor
    columns = [Column("", numeric=False, whole=True), Column("", numeric=False)]
    rows = [Row([Cell(name), Cell(text)]) for name, text in _details(entry, numbers) if text]
    title = f"{factor.id}: {entry.names.get(_.code, '')}".removesuffix(": ")
    blocks: list[Block] = [Table(title, columns, rows)]
    if len(history) > 1:
        blocks.append(_history(entry, history, numbers))
    return blocks


def _details(entry: Entry, numbers: Numbers) -> list[tuple[str, str]]:
    _, factor = numbers.language, entry.factor
    publication = factor.publication
    interval = ""
    if factor.low is not None and factor.high is not None and not factor.is_range:
        interval = f"{numbers.exact(factor.low)} – {numbers.exact(factor.high)} {factor.unit}"
    use = _("to look up only") if factor.reference else _("in calculations")
    confirmed = _("yes") if factor.confirmed else _("no: not yet checked against its source")
    return [
        (_("Value"), numbers.as_printed(factor.written)),
        (_("In calculations"), f"{numbers.exact(factor.value)} {factor.unit}"),
        (_("Interval (95 %)"), interval),
        (_("Basis"), factor.basis or ""),
        (_("Kind"), f"{entry.group} / {entry.kind}"),
        (_("Country or region"), factor.region or _("everywhere")),
        (_("Valid"), _when(factor, numbers)),
        (_("Source"), citation(publication, numbers)),
        (_("Link"), publication.link or ""),
        (_("Place"), place_in(factor, numbers)),
        (_("Confirmed"), confirmed),
        (_("Read at"), factor.seen or ""),
        (_("Note"), factor.note or ""),
        (_("Used"), use),
        (_("File"), factor.own or ""),
    ]


def _history(entry: Entry, history: Sequence[Entry], numbers: Numbers) -> Table:
    _ = numbers.language
    largest = max(one.factor.value for one in history)
    rows = [
        Row(
            [
                Cell(one.factor.id),
                Cell(numbers.as_printed(one.factor.written), one.factor.value, one.factor.unit),
                Cell("█" * round(20 * one.factor.value / largest) if largest > 0 else ""),
                Cell("" if one.factor.confirmed else "?"),
                Cell("◀" if one.factor.id == entry.factor.id else ""),
            ]
        )
        for one in history
    ]
    columns = [
        Column(_("Factor"), numeric=False, whole=True),
        Column(_("Value")),
        Column("", numeric=False, whole=True),
        Column("", numeric=False),
        Column("", numeric=False),
    ]
    return Table(_("History"), columns, rows)


def difference_view(found: Sequence[Difference], numbers: Numbers) -> list[Block]:
    """What changed from one library to the other, and by how much."""
    _ = numbers.language
    rows = [
        Row(
            [
                Cell(one.id),
                Cell(_(CHANGES[one.change])),
                _written(one.before, numbers),
                _written(one.after, numbers),
                Cell(numbers.change(one.ratio) if one.ratio else ""),
            ]
        )
        for one in found
    ]
    columns = [
        Column(_("Factor"), numeric=False, whole=True),
        Column(_("Change"), numeric=False),
        Column(_("Before")),
        Column(_("After")),
        Column("%"),
    ]
    remarks = [] if rows else [_("No value differs.")]
    return [Table(_("Differences of the factors"), columns, rows, remarks)]


def _written(factor: Factor | None, numbers: Numbers) -> Cell:
    if factor is None:
        return Cell("")
    return Cell(numbers.as_printed(factor.written), factor.value, factor.unit)
