"""Explanations of long chains end, and stay small: what is told once is named after that."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from rich.console import Console

from cpaudit.api import look_up
from cpaudit.language import Language
from cpaudit.report.blocks import Branch
from cpaudit.report.renderers.json import explain_json
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.explain import explain_view
from reading import WATER, assessed

SHARES = "options:\n  - {id: o0, investment: 9 VND, lifetime: 9 yr, saves: {water: 0.01 %}}\n"
FINANCE = "finance: {discount_rate: 10 %, tax_rate: 20 %}\n"


def chain_of(count: int) -> Any:
    """A package of so many options, each of which saves a share of what those before it left."""
    row = SHARES.splitlines(keepends=True)[1]
    rows = "".join(row.replace("o0", f"o{number}") for number in range(count))
    return assessed(f"{WATER}options:\n{rows}{FINANCE}")


@pytest.fixture(scope="module", params=[40, 1500])
def chain(request: pytest.FixtureRequest) -> Any:
    return chain_of(request.param)


def figures(node: Any) -> Iterator[dict[str, Any]]:
    """Every figure of an explanation, as it stands in the JSON."""
    pending = [node]
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            if "from" in one:
                yield one
            pending += one.values()
        elif isinstance(one, list):
            pending += one


PATHS = ["saving", "resources.water", "npv", "irr", "payback", "co2e"]


@pytest.mark.parametrize("path", PATHS)
def test_json_of_a_long_chain_is_small(path: str, chain: Any) -> None:
    text = explain_json(path, look_up(chain, f"packages.all.{path}"))
    if path in {"saving", "resources.water", "co2e"}:
        assert len(text.encode()) < 5_000_000
    origins = [figure["from"] for figure in figures(json.loads(text)["figure"])]
    computed = [origin for origin in origins if origin["kind"] == "computed"]
    numbers = [origin["number"] for origin in computed if "number" in origin]
    assert len(numbers) == len(set(numbers))
    named = {origin["same_as"] for origin in computed if "same_as" in origin}
    assert named <= set(numbers)
    assert bool(named) is (path != "co2e")  # what is left before an option enters it twice
    assert all(("number" in one) is not ("same_as" in one) for one in computed)


def branches(branch: Branch) -> int:
    count, pending = 0, [branch]
    while pending:
        count += 1
        pending += pending.pop().children
    return count


@pytest.mark.parametrize("path", PATHS)
def test_text_of_a_long_chain_ends(path: str, chain: Any) -> None:
    blocks = explain_view(path, look_up(chain, f"packages.all.{path}"), Language("en"))
    assert sum(branches(block) for block in blocks if isinstance(block, Branch)) < 50_000


def test_forty_options_are_printed() -> None:
    forty = chain_of(40)
    for path in PATHS:
        written = io.StringIO()
        blocks = explain_view(path, look_up(forty, f"packages.all.{path}"), Language("en"))
        render(blocks, Console(file=written, width=100))
        assert 0 < len(written.getvalue()) < 200_000
