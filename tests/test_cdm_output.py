"""Project ideas as tables and as JSON, and what must hold for any of them."""

from __future__ import annotations

import io
import re
from fractions import Fraction
from math import floor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from cdm_ideas import BOILER, FANS, I_C, II_D, PLANT, idea, reductions, text_of
from cpaudit.engine.cdm import cdm_inputs
from cpaudit.language import Language
from cpaudit.report.blocks import Table
from cpaudit.report.numbers import Numbers
from cpaudit.report.renderers.json.cdm import cdm_json
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.cdm import cdm_blocks
from reading import assessed, value

SHARE = st.integers(-60, 60)
LIFE = st.sampled_from(["", ", lifetime: 3 yr", ", lifetime: 6.4 yr", ", lifetime: 20 yr"])
OPTION = st.tuples(SHARE, SHARE, SHARE, LIFE)


@given(
    use=st.integers(1, 1000),
    part=st.integers(0, 100),
    factor=st.one_of(
        st.integers(1, 150).map(lambda number: Fraction(number, 100)),
        st.integers(1, 15_000).map(lambda number: Fraction(number, 10_000)),
    ),
)
@settings(max_examples=120, deadline=None)
def test_whole_tonnes_are_those_of_exact_fractions(use: int, part: int, factor: Fraction) -> None:
    # in binary 71300 MWh at 0.69 less 25700 at 0.69 fall short of the 31464 t that they are
    saved = use * part // 100 * 100
    use *= 100
    plant = PLANT.replace("10000 MWh", f"{use} MWh")
    margins = (
        f"operating_margin: {float(factor):.4f} t/MWh, build_margin: {float(factor):.4f} t/MWh"
    )
    cdm = f"method: AMS-II.D, start: 2012, years: 7, {margins}"
    option = f"{{id: a, saves: {{electricity: {saved} MWh}}, lifetime: 9 yr}}"
    assert reductions(idea(option, cdm, plant)) == [floor(saved * factor)] * 7


def test_figures_have_paths() -> None:
    assessment = assessed(text_of(FANS, II_D))
    assert value(assessment, "cdm.reduction") == 5760
    assert value(assessment, "cdm.years.2015.reduction") == 576
    assert value(assessment, "cdm.streams.electricity.baseline") == pytest.approx(57645, rel=1e-12)
    assert value(assessment, "cdm.combined_margin") == pytest.approx(0.57645, rel=1e-12)


@pytest.mark.parametrize(
    ("options", "cdm", "inputs"),
    [
        (FANS, II_D, {"operating_margin", "savings_limit", "leakage"}),
        (BOILER, f"{I_C}, fuel: coal, heat: 9 GJ", {"heat", "efficiency", "capacity_limit"}),
    ],
)
def test_json(options: str, cdm: str, inputs: set[str]) -> None:
    result = idea(options, cdm.replace("start: 2012", "start: 2012-07"))
    formulas: dict[str, Any] = {}
    document = cdm_json(result, formulas)
    assert document["crediting_period"] == {"from": "2012-07", "to": "2022-06", "years": 10}
    assert document["reduction"]["value"] == sum(reductions(result))
    last = document["years"]["2021-07"]
    assert (last["from"], last["to"]) == ("2021-07", "2022-06")
    assert last["reduction"]["from"] == {"kind": "computed", "formula": "emission_reduction"}
    assert inputs <= set(document["inputs"]) == set(cdm_inputs(result.idea))
    assert {"plain_sum", "emission_reduction"} <= set(formulas)


def printed(options: str, cdm: str, lang: str = "en") -> str:
    """The tables as they go into a pipe of 80 columns."""
    assessment = assessed(text_of(options, cdm))
    written = io.StringIO()
    blocks = cdm_blocks(assessment.cdm, assessment, Numbers(Language(lang)))
    assert all(isinstance(block, Table) for block in blocks)
    render(blocks, Console(file=written, width=80))
    return written.getvalue()


def test_tables() -> None:
    text = printed(FANS, II_D)
    assert max(map(len, text.splitlines())) <= 80
    text = " ".join(text.split())
    # a year and ten of them; 5188.05 lies between two tenths, either of which will do
    assert re.search(r"2012 5,764\.5 5,188\.[01] 0\.0 576 2013", text)
    assert "Total 57,645.0 51,880.5 0.0 5,760" in text
    assert "Electricity 0.5764 t/MWh 57,645.0 51,880.5" in text
    assert "the limit is 60,000 MWh/yr." in text
    assert "0.57645 t/MWh: 50.0 % of the operating margin 0.6465," in text


def test_tables_of_heat() -> None:
    text = printed(
        BOILER, f"{I_C}, fuel: coal, heat: 50000 GJ, efficiency: 80 %".replace("2012", "2012-07")
    )
    assert max(map(len, text.splitlines())) <= 80
    assert "07/2012–06/2013" in text
    assert "50,000 GJ of heat a year from Anthracite, boiler efficiency 80.0 %." in " ".join(
        text.split()
    )
    assert "5,764.5" not in text


@given(
    options=st.lists(OPTION, min_size=1, max_size=4),
    cdm=st.sampled_from([II_D, I_C, f"{I_C}, fuel: coal, heat: 40000 GJ, efficiency: 75 %"]),
    leakage=st.integers(0, 900),
)
@settings(max_examples=80, deadline=None)
def test_what_must_always_hold(options: list[Any], cdm: str, leakage: int) -> None:
    listed = ", ".join(
        f"{{id: o{n}, saves: {{electricity: {a} %, coal: {b} %, husk: {c} %}}{life}}}"
        for n, (a, b, c, life) in enumerate(options)
    )
    result = idea(listed, f"{cdm}, leakage: {leakage} t/yr")
    for year in result.years:
        assert year.reduction.value == int(year.reduction.value)
        exact = year.baseline.value - year.project.value - leakage
        assert exact - 1 < year.reduction.value <= exact + 1e-5
        assert year.reduction.value <= year.baseline.value + 1e-5
        assert year.project.value >= 0
    assert result.reduction.value == sum(reductions(result))
    for part in ("baseline", "project"):
        streams = [getattr(one, part) for one in result.streams.values()]
        together = sum(figure.value for figure in streams if figure is not None)
        assert together == pytest.approx(getattr(result, part).value, rel=1e-9, abs=1e-6)
