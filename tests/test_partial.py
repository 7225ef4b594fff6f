"""What leaves something out says so in everything that is made of it."""

from __future__ import annotations

import pytest

from cpaudit.engine.balance import cost_of
from cpaudit.engine.paths import figure_tree
from cpaudit.figure import Figure, derive, derive_over, plain_sum, total
from cpaudit.language import Language
from cpaudit.report.views.assessment import assessment_view
from reading import HEAD, assessed, run_text, value

WATERS = (
    HEAD.replace("2014", "2022")
    + """\
resources: {water: {amount: 90000 m3, price: 5000 VND/m3}}
discharges:
  wastewater: {amount: 60000 m3, COD: 100 mg/L}
  cooling: {kind: wastewater, amount: 9000 m3}
charges: [vn-wastewater]
options: [{id: reuse, saves: {wastewater.COD: 10 %}}]
"""
)


def test_a_figure_of_a_partial_one_is_partial() -> None:
    whole = Figure(2.0, "t", None)  # type: ignore[arg-type]
    part = whole._replace(partial=True)
    assert derive(cost_of, "VND", amount=part, price=whole).partial
    assert not derive(cost_of, "VND", amount=whole, price=whole).partial
    assert total("t", [("a", whole), ("b", part)]).partial
    assert derive_over(plain_sum, "t", [("a", part)]).partial


def test_charges_and_costs_of_a_load_that_is_known_in_part() -> None:
    assessment = assessed(WATERS)
    charge = "charges.vn-wastewater.cod"
    for path in (f"baseline.{charge}", "baseline.cost", f"packages.all.{charge}"):
        node = figure_tree(assessment)
        for key in path.replace("vn-wastewater", "vn-wastewater").split("."):
            node = node[key]  # type: ignore[index,assignment]
        assert isinstance(node, Figure)
        assert node.partial, path
    # 6 t of COD at 2 million VND; a tenth of it is saved
    assert value(assessment, f"packages.all.{charge}") == pytest.approx(1.2e6)
    tables = {getattr(one, "title", ""): one for one in assessment_view(assessment, Language("en"))}
    rows = {row.cells[0].text.strip(): row for row in tables["Charges by law"].rows}
    assert [cell.text for cell in rows["COD"].cells[1:]] == ["12.0 *", "1.20 *"]


@pytest.mark.parametrize("reported", ["1200 t", "4000 t"])
def test_a_saving_that_leaves_something_out_can_be_anything(reported: str) -> None:
    text = f"""{HEAD}resources:
  coal: {{kind: anthracite, amount: 9000 t}}
  steam: {{amount: 90000 t}}
options: [{{id: a, saves: {{coal: 1500 t, steam: -9000 t}}}}]
reported: [{{figure: options.a.co2e, value: {reported}}}]
"""
    assert [one.code.id for one in run_text(text)[2] if one.code.id == "X007"] == []
