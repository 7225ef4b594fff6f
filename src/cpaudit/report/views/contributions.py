"""What makes one figure uncertain: its inputs, their bounds, what each does to it."""

from __future__ import annotations

from ...engine.uncertainty import Contribution, Uncertainty, shares_of_variance
from ...figure import Entered, Figure, FromFactor
from ..blocks import EMPTY, Cell, Column, Row, Table
from ..numbers import Numbers
from .intervals import Scale, widths_cell

_MOST = 15


def contributions_table(made: Uncertainty, path: str, numbers: Numbers) -> Table:
    """The inputs of the figure at a path, those that matter most first."""
    _, estimate = numbers.language, made.estimates[path]
    currency = made.assessment.audit.currency
    node = estimate.node
    values = [node.value] if isinstance(node, Figure) and node.unit == currency else []
    divisor, money = numbers.money_scale(values, currency)
    scale = Scale(node, (divisor, currency), numbers)
    shares = shares_of_variance(estimate.moved)
    rows = [_row(one, share, scale, numbers) for one, share in shares[:_MOST]]
    columns = [
        Column(_("Input"), numeric=False),
        Column(_("Value")),
        Column(_("Bounds")),
        Column(_("Moves it by, {unit}").format(unit=scale.unit or money)),
        Column(_("Share of\nvariance")),
    ]
    remarks = [_("Each input alone at its lower and upper bound, all others as they are.")]
    if len(shares) > _MOST:
        more = _("{count} inputs that matter less are left out.")
        remarks.append(more.format(count=len(shares) - _MOST))
    if not shares:
        remarks = [_("No uncertain input goes into it.")]
    title = _("What makes {path} uncertain").format(path=path)
    return Table(title, columns, rows, remarks)


def _row(one: Contribution, share: float | None, scale: Scale, numbers: Numbers) -> Row:
    figure, bounds = one.input.figure, one.input.bounds
    name, detail = _name(figure, numbers)
    unit = Scale(figure, (1.0, ""), numbers)
    return Row(
        [
            Cell(name, detail=detail),
            Cell(f"{unit.text(figure.value)} {unit.unit}".rstrip(), figure.value, figure.unit),
            widths_cell(figure.value, bounds, numbers),
            scale.between(one.below, one.above),
            EMPTY if share is None else Cell(numbers.percent(share), share, "unit"),
        ]
    )


def _name(figure: Figure, numbers: Numbers) -> tuple[str, str]:
    """The id of a factor; of a value of the file its line and text, and its source."""
    origin = figure.derivation
    if isinstance(origin, FromFactor):
        return origin.factor.id, ""
    assert isinstance(origin, Entered)  # nothing else has bounds
    written = numbers.language("line {number}: {text}")
    return written.format(number=origin.span.line, text=origin.text), origin.source or ""
