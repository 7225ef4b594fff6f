"""Realised against expected savings, option by option."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...engine.monitoring import MonitoringResult, OptionResult, Realised
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Cell, Column, Row, Table
from ..numbers import Numbers
from .baseline import name_of
from .cells import legend, money_cell, number_cell, starred
from .months import month_text

BASES = {
    "measured": N_("measured"),
    "alone": N_("whole stream"),
    "shared": N_("shared"),
    "expected": N_("as expected"),
}
_REMARKS = {
    "alone": N_("Whole stream: no other option acts on it, so what it avoided is the option's."),
    "shared": N_(
        "Shared (an assumption): what a stream avoided beside what is measured, in proportion to "
        "what was expected of each option at its turn."
    ),
    "expected": N_("As expected (an assumption): extra use that nobody has measured."),
}
STATUSES = {
    "proposed": N_("proposed"),
    "studying": N_("being studied"),
    "planned": N_("planned"),
    "rejected": N_("rejected"),
}


def options_table(result: MonitoringResult, numbers: Numbers) -> Table:
    """A row of money for each option, and a row for each stream that it acts on."""
    _ = numbers.language
    sums = [one for each in result.options.values() for one in (each.expected, each.realised)]
    money = [one.value for one in sums if one is not None]
    divisor, unit = numbers.money_scale(money, result.audit.currency)
    rows: list[Row] = []
    for one in result.options.values():
        rows.append(_option_row(result, one, divisor, numbers))
        rows += [_stream_row(result, id, each, numbers) for id, each in one.streams.items()]
    rows += _unattributed(result, numbers)
    columns = [
        Column(_("Option"), numeric=False),
        Column(_("From")),
        Column(_("Expected")),
        Column(_("Realised")),
        Column("%"),
        Column(_("How known"), numeric=False, whole=True),
    ]
    remarks = [
        _("In the months at work. Money in {unit}, before operating cost.").format(unit=unit),
        _("A share is expected of what the model gives, so it goes with production."),
        *_told_bases(result, numbers),
        *legend(rows, numbers),
    ]
    return Table(_("Realised against expected savings"), columns, rows, remarks)


def _told_bases(result: MonitoringResult, numbers: Numbers) -> Iterator[str]:
    used = {one.basis for option in result.options.values() for one in option.streams.values()}
    yield from (numbers.language(text) for basis, text in _REMARKS.items() if basis in used)


def _option_row(
    result: MonitoringResult, one: OptionResult, divisor: float, numbers: Numbers
) -> Row:
    since = one.since
    return Row(
        [
            Cell(result.audit.options[one.option].name),
            EMPTY if since is None else Cell(month_text(since)),
            money_cell(one.expected, numbers, divisor),
            money_cell(one.realised, numbers, divisor),
            _rate(one.rate, numbers),
            Cell(""),
        ],
        "heading",
    )


def _stream_row(result: MonitoringResult, id: str, one: Realised, numbers: Numbers) -> Row:
    stream = result.audit.streams[id]
    return Row(
        [
            Cell(f"  {name_of(stream, numbers)}, {numbers.unit(stream.unit)}"),
            Cell(""),
            number_cell(one.expected, numbers),
            number_cell(one.realised, numbers),
            _rate(one.rate, numbers),
            EMPTY if one.basis is None else Cell(numbers.language(BASES[one.basis])),
        ]
    )


def _rate(figure: Figure | None, numbers: Numbers) -> Cell:
    if figure is None:
        return EMPTY
    return starred(numbers.percent(figure.value).removesuffix(" %"), figure)


def _unattributed(result: MonitoringResult, numbers: Numbers) -> Iterator[Row]:
    """What streams avoided that no option at work explains."""
    if result.unattributed:
        yield Row([Cell(numbers.language("By no option")), *[Cell("")] * 5], "heading")
    for id, figure in result.unattributed.items():
        stream = result.audit.streams[id]
        title = f"  {name_of(stream, numbers)}, {numbers.unit(stream.unit)}"
        yield Row([Cell(title), Cell(""), EMPTY, number_cell(figure, numbers), EMPTY, Cell("")])


def statuses_of(result: MonitoringResult, numbers: Numbers) -> str:
    """How many of the other options are planned, rejected and so on: `; 1 planned, 1 rejected`."""
    _ = numbers.language
    others = Counter(
        option.status for option in result.audit.options.values() if option.id not in result.options
    )
    told = [f"{others[status]} {_(text)}" for status, text in STATUSES.items() if others[status]]
    return f"; {', '.join(told)}" if told else ""
