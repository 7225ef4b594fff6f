"""Figures that move, in a table for the baseline, for each option and for each package."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...engine import Irr, Payback
from ...engine.changes import Change, Changes
from ...engine.nodes import Node
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import IRR_WORDS, PAYBACK_WORDS, broken, legend

# how many keys name the group that has a table of its own; elsewhere one
_DEPTHS = {"options": 2, "packages": 2, "design": 2, "gap": 2, "monitoring": 3}
_WORDS = {"new": N_("new"), "gone": N_("gone"), "unit": N_("other unit")}


class Scale(NamedTuple):
    """What a figure is divided by to be shown, and the unit that it is then in."""

    divisor: float
    unit: str


def figure_tables(
    shown: Sequence[Change], changes: Changes, in_lines: bool, numbers: Numbers
) -> list[Table]:
    """The figures in groups, in the order of the audit."""
    groups: dict[tuple[str, ...], list[Change]] = {}
    for one in shown:
        length = min(_DEPTHS.get(one.path[0], 1), len(one.path) - 1)
        groups.setdefault(one.path[:length], []).append(one)
    return [_table(group, rows, changes, in_lines, numbers) for group, rows in groups.items()]


def _table(
    group: tuple[str, ...],
    shown: Sequence[Change],
    changes: Changes,
    in_lines: bool,
    numbers: Numbers,
) -> Table:
    _ = numbers.language
    money = _money_scales(shown, changes, numbers)
    names = [".".join(one.path[len(group) :]) for one in shown]
    rows = [
        _row(one, broken(name) if in_lines else name, money, numbers)
        for one, name in zip(shown, names, strict=True)
    ]
    columns = [
        Column(_("Figure"), numeric=False),
        Column(_("Unit"), numeric=False),
        Column(_("Before")),
        Column(_("After")),
        Column(_("Change")),
        Column("%"),
    ]
    return Table(".".join(group), columns, rows, legend(rows, numbers))


def _money_scales(shown: Sequence[Change], changes: Changes, numbers: Numbers) -> dict[str, Scale]:
    scales = {}
    for currency in changes.currencies:
        nodes = [node for one in shown for node in (one.before, one.after)]
        values = [one.value for one in nodes if isinstance(one, Figure) and one.unit == currency]
        scales[currency] = Scale(*numbers.money_scale(values, currency))
    return scales


def _row(change: Change, name: str, money: dict[str, Scale], numbers: Numbers) -> Row:
    _ = numbers.language
    scales = [_scale(node, money, numbers) for node in (change.before, change.after)]
    texts = _texts(change, scales, numbers)
    units = list(dict.fromkeys(one.unit for one in scales if one is not None))
    words = _WORDS.get(change.kind)
    scale = scales[1]
    absolute = Cell(_(words)) if words else EMPTY
    if change.absolute is not None and scale is not None:
        absolute = Cell(numbers.signed(change.absolute / scale.divisor), change.absolute)
    relative = EMPTY
    if change.relative is not None:
        relative = Cell(numbers.signed(change.relative * 100), change.relative, "unit")
    return Row(
        [
            Cell(name),
            Cell(" → ".join(units)),
            _cell(texts[0], change.before),
            _cell(texts[1], change.after),
            absolute,
            relative,
        ]
    )


def _scale(node: Node, money: dict[str, Scale], numbers: Numbers) -> Scale | None:
    if isinstance(node, Figure):
        if node.unit in money:
            return money[node.unit]
        return Scale(0.01, "%") if node.unit == "unit" else Scale(1.0, numbers.unit(node.unit))
    if isinstance(node, Irr):
        return Scale(0.01, "%")
    return Scale(1.0, numbers.unit("yr")) if isinstance(node, Payback) else None


def _texts(change: Change, scales: list[Scale | None], numbers: Numbers) -> list[str]:
    sides = list(zip((change.before, change.after), scales, strict=True))
    values = [_value(node, scale) for node, scale in sides]
    one, other = values
    if change.kind == "value" and one is not None and other is not None:
        return list(numbers.apart(one, other))
    return [
        numbers.plain(value) if value is not None else _in_words(node, numbers)
        for (node, _), value in zip(sides, values, strict=True)
    ]


def _value(node: Node, scale: Scale | None) -> float | None:
    """The number that is shown; None where there is no single one."""
    if scale is None:
        return None
    if isinstance(node, Payback):
        return node.time.value if node.time is not None else None
    if isinstance(node, Irr):
        return node.values[0] / scale.divisor if node.outcome == "unique" else None
    return node.value / scale.divisor if isinstance(node, Figure) else None


def _in_words(node: Node, numbers: Numbers) -> str:
    if isinstance(node, Payback):
        return numbers.language(PAYBACK_WORDS[node.outcome])
    if isinstance(node, Irr):
        rates = [numbers.percent(rate) for rate in node.values]
        word = numbers.language(IRR_WORDS[node.outcome])
        return "\n".join((f"{word}:", *rates)) if rates else word
    return "–"


def _cell(text: str, node: Node) -> Cell:
    """A figure as it is shown; a star marks a sum that leaves something out."""
    figure = node.time if isinstance(node, Payback) else node
    if not isinstance(figure, Figure):
        return Cell(text)
    return Cell(f"{text} *" if figure.partial else text, figure.value, figure.unit)
