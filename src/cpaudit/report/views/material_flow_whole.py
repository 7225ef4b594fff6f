"""All quantity centres together: where the loss is made, and what is spent, counted once."""

from __future__ import annotations

from ...engine.material_flow import KINDS, MaterialFlow
from ...figure import Figure
from ..blocks import EMPTY, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import legend, starred
from .material_flow_rows import TITLES, Money, added, split_row, sum_row


def table_by_centre(flow: MaterialFlow, money: Money) -> Table:
    """What each centre spends and loses."""
    numbers = money.numbers
    _ = numbers.language
    rows = []
    for one in flow.centres.values():
        new = added(
            [split.new for split in one.kinds.values() if split.new is not None], len(KINDS), money
        )
        loss = one.totals.loss_cost
        rows.append(Row([Cell(one.centre.name), new, money.cell(loss), _part(loss, flow, numbers)]))
    whole = flow.totals
    cells = [money.cell(whole.cost), money.cell(whole.loss_cost)]
    rows.append(Row([Cell(_("Total")), *cells, _part(whole.loss_cost, flow, numbers)], "total"))
    columns = [
        Column(_("Quantity centre"), numeric=False),
        Column(_("New costs")),
        Column(_("Loss")),
        Column(_("Part of\nall loss")),
    ]
    remarks = [
        _("Money in {unit}.").format(unit=money.unit),
        _("The loss of a centre holds what earlier centres had spent on what is lost there."),
    ]
    title = _("Material flow costs: where the loss is made")
    return Table(title, columns, rows, [*remarks, *legend(rows, numbers)])


def _part(loss: Figure, flow: MaterialFlow, numbers: Numbers) -> Cell:
    whole = flow.totals.loss_cost
    if not whole.value:
        return EMPTY
    part = loss.value / whole.value
    return starred(
        numbers.percent(part),
        loss._replace(value=part, unit="unit", partial=loss.partial or whole.partial),
    )


def table_of_whole(flow: MaterialFlow, money: Money) -> Table:
    """What all centres spend, by kind, and what product and loss bear of it."""
    numbers = money.numbers
    _ = numbers.language
    rows = [split_row(_(TITLES[kind]), one, False, money) for kind, one in flow.kinds.items()]
    rows.append(sum_row(flow.kinds, flow.totals, False, money))
    columns = [
        Column(_("Cost"), numeric=False),
        Column(_("Total")),
        Column(_("Product")),
        Column(_("Loss")),
    ]
    remarks = [
        _("Money in {unit}.").format(unit=money.unit),
        _("Costs that are carried over are counted once, where they are new."),
    ]
    share = flow.totals.loss_share
    if share is not None:
        text = numbers.percent(share.value)
        remarks.append(_("The loss bears {share} of the cost.").format(share=text))
    title = _("Material flow costs: all centres")
    return Table(title, columns, rows, [*remarks, *legend(rows, numbers)])
