"""Shapley shares of more options than all orders are counted of."""

from __future__ import annotations

from math import factorial
from typing import Any

import pytest

import cpaudit
from cpaudit.engine.attribution import MOST_EXACT
from test_attribution import mill, shares


def equal_shares(count: int, more: str = "") -> Any:
    return mill(*(f"id: o{at}, saves: {{water: 10 %}}{more if at else ''}" for at in range(count)))


def test_many_options_are_drawn_and_still_add_up() -> None:
    count = MOST_EXACT + 3
    made = cpaudit.attribution(equal_shares(count), "all")
    assert [said.code.id for said in made.diagnostics] == ["S014"]
    total = 10000 * (1 - 0.9**count)
    found = [one.saving.value for one in made.shares.values()]
    assert sum(found) == pytest.approx(total, rel=1e-9)
    for one in made.shares.values():
        # of equal options each has the same share; the error told is that of the draw
        error = one.errors["saving"]
        assert 0 < error < 0.05 * total / count
        assert one.saving.value == pytest.approx(total / count, abs=5 * error)


def test_many_options_behind_one_that_they_require() -> None:
    count = MOST_EXACT + 2
    made = cpaudit.attribution(equal_shares(count, ", requires: [o0]"), "all")
    found = [one.saving.value for one in made.shares.values()]
    assert found[0] == pytest.approx(1000, rel=1e-12)  # always the first: 10 % of 1000 m3
    assert sum(found) == pytest.approx(10000 * (1 - 0.9**count), rel=1e-9)
    again = cpaudit.attribution(equal_shares(count, ", requires: [o0]"), "all")
    assert [one.saving.value for one in again.shares.values()] == found


def test_exact_and_drawn_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    from cpaudit.engine import attribution

    listed = [f"id: o{at}, saves: {{water: {5 + 3 * at} %}}" for at in range(7)]
    exact = shares(mill(*listed))
    monkeypatch.setattr(attribution, "MOST_EXACT", 3)
    made = cpaudit.attribution(mill(*listed), "all")
    for id, one in made.shares.items():
        assert one.saving.value == pytest.approx(exact[id], abs=4 * one.errors["saving"] + 1e-9)
    assert factorial(7) > 200  # so that it was a sample
