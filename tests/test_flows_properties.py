"""What must hold for any chain of quantity centres: nothing is lost or counted twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows import centres
from reading import assessed

MASS = st.integers(1, 500)
PART = st.integers(0, 100)
MONEY = st.integers(0, 10_000)


@st.composite
def chains(draw: st.DrawFn) -> str:
    """Up to five centres; each takes parts of what earlier ones have left over."""
    left: dict[str, int] = {}
    entries = []
    for number in range(draw(st.integers(1, 5))):
        taken = {id: draw(st.integers(0, rest)) for id, rest in left.items() if draw(st.booleans())}
        for id, part in taken.items():
            left[id] -= part
        left[f"c{number}"] = 100
        sources = ", ".join(f"{id}: {part} %" for id, part in taken.items())
        own = f", in_product: {draw(PART)} %" if not taken and draw(st.booleans()) else ""
        output = "" if own else f", product: {draw(PART)} %"
        entries.append(
            f"{{id: c{number}, from: {{{sources}}}, materials: {{m: {{amount: {draw(MASS)} t, "
            f"cost: {draw(MONEY)} VND{own}}}, oil: {{amount: 1 m3, cost: {draw(MONEY)} VND, "
            f"operating: true}}}}, energy: {draw(MONEY)} VND, system: {draw(MONEY)} VND, "
            f"waste: {draw(MONEY)} VND{output}}}"
        )
    return centres(*entries)


@given(chains())
@settings(max_examples=60, deadline=None, database=None)
def test_nothing_is_lost_or_counted_twice(text: str) -> None:
    flow = assessed(text).material_flow
    whole = flow.totals
    assert whole.product_cost.value + whole.loss_cost.value == pytest.approx(whole.cost.value)
    assert flow.product.value + flow.loss.value == pytest.approx(flow.input.value)
    new = sum(one.new.value for result in flow.centres.values() for one in result.kinds.values())
    assert whole.cost.value == pytest.approx(new)
    for result in flow.centres.values():
        for one in result.kinds.values():
            assert one.product.value + one.loss.value == pytest.approx(one.total.value)
            assert one.carried.value + one.new.value == pytest.approx(one.total.value)
            assert min(one.product.value, one.loss.value) >= 0
        assert result.kinds["waste"].product.value == 0
