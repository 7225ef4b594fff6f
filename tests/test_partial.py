"""What leaves something out says so in everything that is made of it."""

from __future__ import annotations

from typing import Any

import pytest

from cpaudit.engine.balance import cost_of
from cpaudit.engine.paths import figure_tree, look_up
from cpaudit.figure import Figure, derive, derive_over, plain_sum, total
from cpaudit.language import Language
from cpaudit.report.views.assessment import assessment_view
from reading import HEAD, assessed, run_text

WATERS = (
    HEAD.replace("2014", "2022")
    + """\
resources: {water: {amount: 90000 m3, price: 5000 VND/m3}}
discharges:
  wastewater: {amount: 60000 m3, COD: 100 mg/L}
  cooling: {kind: wastewater, amount: 9000 m3}
charges: [vn-wastewater]
options:
  - {id: reuse, saves: {wastewater.COD: 10 %}}
  - {id: less, saves: {cooling: 900 m3}}
packages: {known: [reuse], both: [reuse, less]}
"""
)


def test_a_figure_of_a_partial_one_is_partial() -> None:
    whole = Figure(2.0, "t", None)  # type: ignore[arg-type]
    part = whole._replace(partial=True)
    assert derive(cost_of, "VND", amount=part, price=whole).partial
    assert not derive(cost_of, "VND", amount=whole, price=whole).partial
    assert total("t", [("a", whole), ("b", part)]).partial
    assert derive_over(plain_sum, "t", [("a", part)]).partial


def at(assessment: Any, path: str) -> Any:
    return look_up(figure_tree(assessment), path)


def test_a_cost_with_a_charge_that_is_known_in_part_is_partial() -> None:
    assessment = assessed(WATERS)
    assert at(assessment, "baseline.charges.vn-wastewater.cod").partial
    assert at(assessment, "baseline.cost").partial
    assert "VND * and emits" in assessment_view(assessment, Language("en"))[0].lines[1]


def test_a_saving_is_partial_only_where_it_touches_what_is_not_known() -> None:
    # what cooling water carries is not known: it stays as it is, so a tenth of 12 million VND of
    # the other is exact; with less cooling water some of its own may go too
    assessment = assessed(WATERS)
    charge = "charges.vn-wastewater.cod"
    known, both = (at(assessment, f"packages.{name}.{charge}") for name in ("known", "both"))
    assert (known.value, known.partial) == (pytest.approx(1.2e6), False)
    assert (both.value, both.partial) == (pytest.approx(1.2e6), True)
    assert not at(assessment, "options.reuse.saving").partial
    assert at(assessment, "packages.both.payback").time is None
    tables = {getattr(one, "title", ""): one for one in assessment_view(assessment, Language("en"))}
    rows = {row.cells[0].text.strip(): row for row in tables["Charges by law"].rows}
    assert [cell.text for cell in rows["COD"].cells[1:]] == ["12.0 *", "1.20", "1.20 *"]
    assert tables["Charges by law"].remarks[-1].startswith("[1]")


@pytest.mark.parametrize("reported", ["1200 t", "4000 t"])
def test_a_saving_that_leaves_something_out_can_be_anything(reported: str) -> None:
    text = f"""{HEAD}resources:
  coal: {{kind: anthracite, amount: 9000 t}}
  steam: {{amount: 90000 t}}
options: [{{id: a, saves: {{coal: 1500 t, steam: -9000 t}}}}]
reported: [{{figure: options.a.co2e, value: {reported}}}]
"""
    assert [one.code.id for one in run_text(text)[2] if one.code.id == "X007"] == []
