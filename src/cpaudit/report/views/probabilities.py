"""Does it pay? How often in the draws the NPV is positive and the payback short enough."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Payback
from ...engine.uncertainty import Drawn, Estimate, Uncertainty
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Cell, Column, Row, Table
from ..numbers import Numbers

# paybacks beside the simple one
OTHERS = {"discounted_payback": N_("discounted payback")}


def probabilities_table(made: Uncertainty, numbers: Numbers) -> Table:
    """One row for each payback of each option and package."""
    _, audit = numbers.language, made.assessment.audit
    rows: list[Row] = []
    for id in made.assessment.options:
        lifetime = audit.options[id].lifetime
        years = None if lifetime is None else lifetime.value
        rows += _rows(audit.options[id].name, f"options.{id}.", years, made, numbers)
    for id in made.assessment.packages:
        name = _("Package “{name}”").format(name=id)
        rows += _rows(name, f"packages.{id}.", None, made, numbers)
    columns = [Column("", numeric=False), Column("NPV > 0")]
    for limit in made.limits:
        title = _("Payback\n< {years} yr").format(years=numbers.exact(limit))
        columns.append(Column(title))
    columns += [Column(_("within\nlifetime")), Column(_("never"))]
    remarks = [
        _("Part of the draws. A figure without uncertain inputs is the same in all of them."),
    ]
    return Table(_("Does it pay? Probabilities"), columns, rows, remarks)


def _rows(
    name: str, above: str, lifetime: float | None, made: Uncertainty, numbers: Numbers
) -> Iterator[Row]:
    npv = made.estimates.get(f"{above}npv")
    for key, one in _paybacks(made, above):
        is_simple = key == "payback"
        parts = _parts(one, made)
        within = parts.get(lifetime) if lifetime is not None else None
        cells = [
            Cell(name if is_simple else f"  {numbers.language(OTHERS[key])}"),
            _cell(_positive(npv), numbers) if is_simple else EMPTY,
            *(_cell(parts.get(limit), numbers) for limit in made.limits),
            _cell(within, numbers),
            _cell(_never(one), numbers),
        ]
        yield Row(cells)


def _paybacks(made: Uncertainty, above: str) -> Iterator[tuple[str, Estimate]]:
    for path, one in made.estimates.items():
        key = path.removeprefix(above)
        if path.startswith(above) and "." not in key and isinstance(one.node, Payback):
            yield key, one


def _parts(one: Estimate, made: Uncertainty) -> dict[float, float]:
    """The part of draws in which a payback is shorter than each limit."""
    if isinstance(one.drawn, Drawn):
        return dict(zip(made.counted, one.drawn.below, strict=False))
    assert isinstance(one.node, Payback)
    time = {"immediate": 0.0}.get(one.node.outcome)
    if one.node.time is not None:
        time = one.node.time.value
    return {limit: float(time is not None and time < limit) for limit in made.counted}


def _never(one: Estimate) -> float:
    if one.drawn is not None:
        return one.drawn.infinite + one.drawn.without
    assert isinstance(one.node, Payback)
    return float(one.node.outcome == "never")


def _positive(npv: Estimate | None) -> float | None:
    if npv is None or not isinstance(npv.node, Figure):
        return None
    return npv.drawn.positive if npv.drawn is not None else float(npv.node.value > 0)


def _cell(part: float | None, numbers: Numbers) -> Cell:
    return EMPTY if part is None else Cell(numbers.percent(part), part, "unit")
