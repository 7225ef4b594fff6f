"""How a figure changes with what it rests on: the tornado, and the break-even values."""

from __future__ import annotations

from ...engine import Irr, Payback
from ...engine.sensitivity import Row as Varied
from ...engine.sensitivity import Sensitivity, number_of, unit_of
from ...figure import Figure
from ...language import N_, Language
from ..blocks import EMPTY, Block, Cell, Column, Panel, Row, Table
from ..numbers import Numbers
from .assessment import remarks_of
from .cells import irr_cell, payback_cell, quantity_cell
from .headline import place_of, span_of
from .tornado import HIGHER, LOWER, Values, bar_of, change_cell, figure_cell, heading_of, title_of

_BASES = {
    "asked": "",
    "stated": N_("uncertainty that the file states"),
    "interval": N_("interval of the factor (95 %)"),
}


def sensitivity_view(
    made: Sensitivity, language: Language, most: int | None = None, verbose: bool = False
) -> list[Block]:
    """Headline, tornado and values of the first `most` rows, notes."""
    numbers = Numbers(language)
    rows = made.rows[:most]
    blocks: list[Block] = [_headline(made, numbers)]
    if rows:
        blocks += [_tornado(made, rows, numbers), _values(made, rows, numbers)]
    if made.diagnostics:
        blocks.append(remarks_of(made.diagnostics, language, verbose))
    return blocks


def _headline(made: Sensitivity, numbers: Numbers) -> Panel:
    _, audit = numbers.language, made.assessment.audit
    sector = audit.sector_names.get(_.code, audit.sector)
    lines = [
        f"{sector} · {place_of(audit)} · {span_of(audit.period, numbers)}",
        _("{path} is {value} today.").format(path=made.path, value=_today(made, numbers)),
    ]
    if made.rows:
        first = ", ".join(title_of(row.variable, numbers) for row in made.rows[:3])
        lines.append(_("It changes most with: {variables}.").format(variables=first))
    else:
        lines.append(_("None of the values that are varied changes it."))
    verdict = _verdict(made, numbers)
    return Panel(audit.plant, [*lines, verdict] if verdict else lines)


def _today(made: Sensitivity, numbers: Numbers) -> str:
    node = made.figure
    if isinstance(node, Payback):
        return payback_cell(node, numbers).text
    if isinstance(node, Irr):
        return irr_cell(node, numbers).text
    assert isinstance(node, Figure)  # a path to anything else is refused
    if node.unit == made.assessment.audit.currency:
        return numbers.money(node.value, node.unit)
    return quantity_cell(node, numbers).text


def _verdict(made: Sensitivity, numbers: Numbers) -> str:
    """Whether a figure that breaks even at zero changes its sign in any row."""
    _, today = numbers.language, number_of(made.figure)
    if made.reach != 0 or not today or not made.rows:
        return ""
    ends = [[number_of(end.figure) for end in (row.low, row.high)] for row in made.rows]
    count = sum(any(one is not None and one * today < 0 for one in pair) for pair in ends)
    if today > 0 and not count:
        return _("It stays above zero at every end.")
    if today < 0 and not count:
        return _("It stays below zero at every end.")
    sentence = _("It falls below zero in {count} of {rows} rows.")
    if today < 0:
        sentence = _("It rises above zero in {count} of {rows} rows.")
    return sentence.format(count=count, rows=len(made.rows))


def _tornado(made: Sensitivity, rows: tuple[Varied, ...], numbers: Numbers) -> Table:
    _ = numbers.language
    divisor, remarks = _scale(made, rows, numbers)
    sentence = _("{lower} lower, {higher} higher value of the variable; the middle is today's.")
    remarks.append(sentence.format(lower=LOWER, higher=HIGHER))
    if len(rows) < len(made.rows):
        more = _("{count} more rows with smaller changes: `--all` shows them.")
        remarks.append(more.format(count=len(made.rows) - len(rows)))
    if made.unaffected:
        remarks.append(_("Values without effect: {count}.").format(count=len(made.unaffected)))
    columns = [
        Column(_("Variable"), numeric=False),
        Column(_("Change")),
        Column(_("Figure at\nlower value")),
        Column(_("Figure at\nhigher value")),
        Column("", numeric=False, whole=True),
    ]
    body = [
        Row(
            [
                Cell(heading_of(row.variable, numbers), detail=_(_BASES[row.basis])),
                change_cell(row, numbers),
                figure_cell(row.low.figure, numbers, divisor),
                figure_cell(row.high.figure, numbers, divisor),
                Cell(bar_of(row, made)),
            ]
        )
        for row in rows
    ]
    title = _("What changes {path}, the widest swing first").format(path=made.path)
    return Table(title, columns, body, remarks)


def _scale(
    made: Sensitivity, rows: tuple[Varied, ...], numbers: Numbers
) -> tuple[float, list[str]]:
    """What figures are divided by, and a remark on their unit."""
    _, currency = numbers.language, made.assessment.audit.currency
    if not isinstance(made.figure, Figure) or made.figure.unit == "unit":
        return 1.0, []
    if made.figure.unit != currency:
        unit = numbers.unit(made.figure.unit)
        return 1.0, [_("Figures in {unit}.").format(unit=unit)]
    ends = (number_of(end.figure) for row in rows for end in (row.low, row.high))
    divisor, unit = numbers.money_scale((one for one in ends if one is not None), currency)
    return divisor, [_("Money in {unit}.").format(unit=unit)]


def _values(made: Sensitivity, rows: tuple[Varied, ...], numbers: Numbers) -> Table:
    """Each variable's values, and those at which the figure reaches its target."""
    _, currency = numbers.language, made.assessment.audit.currency
    has_target = made.reach is not None
    columns = [
        Column(_("Variable"), numeric=False),
        Column(_("Today")),
        Column(_("Lower")),
        Column(_("Higher")),
    ]
    if has_target:
        columns += [Column(_("Break-even")), Column(_("Change"))]
    body = []
    for row in rows:
        values = Values(row, currency, numbers)
        title = heading_of(row.variable, numbers)
        cells = [
            Cell(f"{title}, {values.name}" if values.name else title),
            values.cell(row.variable.value.value),
            values.end(row.low),
            values.end(row.high),
        ]
        body.append(Row([*cells, *(_break_even(row, values, numbers) if has_target else [])]))
    title = _("Values of the variables")
    if has_target:
        title = _("Values, and where {path} is {target}").format(
            path=made.path, target=_target(made, numbers)
        )
    return Table(title, columns, body, _remarks(made, rows, numbers))


def _target(made: Sensitivity, numbers: Numbers) -> str:
    assert made.reach is not None
    unit = unit_of(made.figure)
    if unit == made.assessment.audit.currency:
        return numbers.money(made.reach, unit) if made.reach else numbers.decimal(0, 0)
    return numbers.quantity(made.reach, unit)


def _break_even(row: Varied, values: Values, numbers: Numbers) -> list[Cell]:
    """Every break-even value on a line of its own, and how far it is from today's."""
    if row.break_even is None or not row.break_even.values:
        return [EMPTY, EMPTY]
    found, today = row.break_even.values, row.variable.value.value
    shown = Cell("\n".join(values.text(one) for one in found))
    if row.variable.kind == "price_rise":  # of another sign, or from near zero: no share tells it
        return [shown, Cell("")]
    return [shown, Cell("\n".join(numbers.change(one / today - 1) for one in found))]


def _remarks(made: Sensitivity, rows: tuple[Varied, ...], numbers: Numbers) -> list[str]:
    _ = numbers.language
    remarks = []
    if any(end.limit is not None for row in rows for end in (row.low, row.high)):
        remarks.append(_("† as far as is possible: see the notes"))
    if made.reach is not None:
        remarks.append(
            _(
                "– no break-even between 0 and 10 times today's value; of rates between 0 and "
                "100 %, of price rises between -100 and 100 %, of lifetimes between 1 and 60 years."
            )
        )
    return remarks
