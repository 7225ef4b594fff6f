"""What stands at each path as a figure that can be drawn: also the time of a payback, and a rate.

In draws a payback can be immediate or never happen, whatever it does at the values of the audit; so
it counts as a time here: zero, or infinite. A rate of return is looked for again in the flows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf
from typing import Any, NamedTuple

from ...figure import Computed, Figure, Formula
from ..finance import simple_payback
from ..nodes import Node
from ..results import Irr, Payback
from .rates import single_rate


class Quantity(NamedTuple):
    """A path, what stands there, and the figure that is drawn for it.

    No figure where none is known: a payback that is not reached and does not say why.
    """

    path: str
    node: Figure | Payback | Irr
    figure: Figure | None


def quantities_in(tree: Mapping[str, Node], above: str = "") -> Iterator[Quantity]:
    """Every figure, payback and rate of a tree of figures, in its order; `above` is its path."""
    for key, node in tree.items():
        path = above + key
        if isinstance(node, Figure):
            yield Quantity(path, node, node)
        elif isinstance(node, Payback):
            yield Quantity(path, node, _time_of(node, key, tree))
        elif isinstance(node, Irr):
            value = single_rate(*(flow.value for flow in node.flows))
            yield Quantity(path, node, _computed(_RATE, value, "unit", _by_year(node)))
        elif node is not None:
            yield from quantities_in(node, f"{path}.")


def _time_of(payback: Payback, key: str, parent: Mapping[str, Node]) -> Figure | None:
    """The simple payback of a result from what it saves and costs; another one as it stands."""
    saving, investment = parent.get("saving"), parent.get("investment")
    if not (key == "payback" and isinstance(saving, Figure) and isinstance(investment, Figure)):
        return payback.as_time or payback.time
    value = {"never": inf, "immediate": 0.0}.get(payback.outcome)
    if value is None and payback.time is not None:
        value = payback.time.value
    inputs = {"investment": investment, "saving": saving}
    return _computed(_TIME, inf if value is None else value, "yr", inputs)


def _by_year(irr: Irr) -> dict[str, Figure]:
    return {f"year {year}": flow for year, flow in enumerate(irr.flows)}


def _computed(rule: Formula, value: float, unit: str, inputs: Mapping[str, Figure]) -> Figure:
    is_partial = any(one.partial for one in inputs.values())
    return Figure(value, unit, Computed(rule, tuple(inputs.items())), is_partial)


def payback_time(investment: Any, saving: Any) -> Any:
    """Years, of floats or of arrays: 0 where it is immediate, infinite where it never happens.

    The rule is that of `engine.finance.payback_of`.
    """
    if isinstance(investment, float | int) and isinstance(saving, float | int):
        if saving < 0 or (saving == 0 and investment > 0):
            return inf
        return 0.0 if investment <= 0 else simple_payback(investment, saving)
    import numpy

    never = (saving < 0) | ((saving == 0) & (investment > 0))
    at_once = ~never & (investment <= 0)
    with numpy.errstate(all="ignore"):
        time = simple_payback(investment, saving)
    return numpy.where(never, inf, numpy.where(at_once, 0.0, time))


# not registered: they give the outcomes of formulas that are
_TIME = Formula("payback_time", simple_payback.text, simple_payback.reference, payback_time)
_RATE = Formula("single_rate", "Σ flow(t) / (1 + rate)^t = 0", "", single_rate)
