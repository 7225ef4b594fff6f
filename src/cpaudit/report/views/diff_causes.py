"""What moves figures: entered values with their lines, factors, assumptions, other entries."""

from __future__ import annotations

from collections.abc import Sequence

from ...diagnostics import Span
from ...engine.changes import Cause, Entry
from ...figure import Entered, Figure, FromFactor
from ...language import N_
from ..blocks import Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import broken

_MOST_ENTRIES = 20
_LONGEST = 60
_KINDS = {
    "factor": N_("factor"),
    "assumed": N_("assumption"),
    "audit": N_("of another audit"),
}


def cause_table(causes: Sequence[Cause], in_lines: bool, numbers: Numbers) -> Table:
    """Each value with what it was, what it is, and how many figures move with it."""
    _ = numbers.language
    columns = [
        Column(_("Cause"), numeric=False),
        Column(_("Before"), numeric=False),
        Column(_("After"), numeric=False),
        Column("%"),
        Column(_("Figures\nmoved")),
    ]
    return Table(_("Why figures move"), columns, [_row(one, in_lines, numbers) for one in causes])


def _row(cause: Cause, in_lines: bool, numbers: Numbers) -> Row:
    name = _name(cause, numbers)
    shown = broken(name) if in_lines and " " not in name else name
    return Row(
        [
            Cell(shown, detail=_origin(cause, numbers)),
            _value(cause.before, cause.after, numbers),
            _value(cause.after, cause.before, numbers),
            Cell(_relative(cause, numbers)),
            Cell(numbers.decimal(cause.figures, 0), cause.figures),
        ]
    )


def _name(cause: Cause, numbers: Numbers) -> str:
    if cause.kind == "assumed":
        return numbers.language(cause.name)
    before, after = _factor_id(cause.before), _factor_id(cause.after)
    if before and after and before != after:
        return f"{before} → {after}"
    return cause.name


def _factor_id(figure: Figure | None) -> str | None:
    origin = figure.derivation if figure is not None else None
    return origin.factor.id if isinstance(origin, FromFactor) else None


def _origin(cause: Cause, numbers: Numbers) -> str:
    _ = numbers.language
    if cause.kind != "entered":
        return ", ".join([_(_KINDS[cause.kind]), *_own_file(cause.after or cause.before)])
    return _lines([_span(cause.before), _span(cause.after)], numbers)


def _own_file(figure: Figure | None) -> list[str]:
    """The user's file that a factor was taken from."""
    origin = figure.derivation if figure is not None else None
    own = origin.factor.own if isinstance(origin, FromFactor) else None
    return [own] if own else []


def _span(figure: Figure | None) -> Span | None:
    origin = figure.derivation if figure is not None else None
    return origin.span if isinstance(origin, Entered) else None


def _lines(spans: Sequence[Span | None], numbers: Numbers) -> str:
    """The line on which an entry stands, or the two lines."""
    lines = list(dict.fromkeys(str(span.line) for span in spans if span is not None))
    return numbers.language("line {lines}").format(lines=" → ".join(lines)) if lines else ""


def _value(figure: Figure | None, other: Figure | None, numbers: Numbers) -> Cell:
    """A value as the file has it, or as its source prints it."""
    if figure is None:
        return Cell("–")
    return Cell(_shown(figure, other, numbers), figure.value, figure.unit)


def _shown(figure: Figure, other: Figure | None, numbers: Numbers) -> str:
    origin = figure.derivation
    if isinstance(origin, Entered):
        return " ".join(origin.text.split())
    if isinstance(origin, FromFactor):
        return numbers.as_printed(origin.factor.written)
    if other is None or other.unit != figure.unit:
        return numbers.figure(figure)
    return f"{numbers.apart(figure.value, other.value)[0]} {numbers.unit(figure.unit)}".rstrip()


def _relative(cause: Cause, numbers: Numbers) -> str:
    before, after = cause.before, cause.after
    if before is None or after is None or before.unit != after.unit or not before.value:
        return ""
    return numbers.signed((after.value - before.value) / abs(before.value) * 100)


def entry_table(entries: Sequence[Entry], numbers: Numbers) -> Table:
    """Entries that differ and are no input of a figure that moves."""
    _ = numbers.language
    rows = [
        Row(
            [
                Cell(one.name, detail=_lines([_place(one.before), _place(one.after)], numbers)),
                Cell(_text(one.before)),
                Cell(_text(one.after)),
            ]
        )
        for one in entries[:_MOST_ENTRIES]
    ]
    columns = [
        Column(_("Entry"), numeric=False),
        Column(_("Before"), numeric=False),
        Column(_("After"), numeric=False),
    ]
    remarks = [_("They choose packages, factors, years and orders, or nothing rests on them.")]
    if len(entries) > _MOST_ENTRIES:
        more = numbers.decimal(len(entries) - _MOST_ENTRIES, 0)
        remarks.append(_("Further entries: {count}.").format(count=more))
    return Table(_("What else differs in the files"), columns, rows, remarks)


def _place(entered: Entered | None) -> Span | None:
    return entered.span if entered is not None else None


def _text(entered: Entered | None) -> str:
    if entered is None:
        return "–"
    text = " ".join(entered.text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
