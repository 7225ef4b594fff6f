"""The rows of plants and options, worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import cpaudit
from batching import BROKEN, plant, write
from cpaudit.portfolio.task import Work

DYEHOUSE = Path(__file__).parents[1] / "examples" / "textile-dyehouse.yaml"


def rows(path: Path, **how: Any) -> list[dict[str, Any]]:
    [result] = cpaudit.batch([path], **how)
    assert result.state == "assessed"
    return [dict(row) for row in result.rows]


def test_a_plant_in_one_row(tmp_path: Path) -> None:
    [path] = write(tmp_path, mill=plant("Mill", investment=1500))
    [row] = rows(path)
    # 1000 m3 at 10 VND; 20 % and a tenth of the other 80 %: 280 m3
    wanted = {
        "file": str(path), "plant": "Mill", "sector": "textile", "province": None,
        "country": "VN", "year": 2014, "months": 12, "currency": "VND", "exchange_rate": None,
        "options": 2, "implemented": 1, "rejected": 1, "package": "both",
        "payback": "reached", "irr_outcome": "unique", "warnings": 0, "partial": None,
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted
    figures = {
        "baseline_cost": 10_000, "baseline_water_m3": 1000, "water_m3": 280, "saving": 2800,
        # 1500 + 500 money for 2800 once: 40 % more after a year
        "investment": 2000, "npv": 2800 / 1.1 - 2000, "irr": 0.4, "payback_yr": 5 / 7,
    }  # fmt: skip
    for name, value in figures.items():
        assert row[name] == pytest.approx(value, rel=1e-9), name
    assert (row["electricity_mwh"], row["baseline_electricity_mwh"]) == (None, None)


def test_a_package_can_be_chosen_and_be_missing(tmp_path: Path) -> None:
    [path] = write(tmp_path, mill=plant("Mill"))
    [first] = rows(path, package="first")
    assert (first["saving"], first["investment"]) == (pytest.approx(2000), 1000)
    [none] = rows(path, package="all")
    assert (none["package"], none["saving"], none["water_m3"]) == (None, None, None)
    assert none["baseline_cost"] == 10_000


def test_options_alone_and_at_their_turns(tmp_path: Path) -> None:
    [path] = write(tmp_path, mill=plant("Mill"))
    tap, tank, well = rows(path, per="option")
    assert [one["option"] for one in (tap, tank, well)] == ["tap", "tank", "well"]
    assert (tap["saving"], tap["package_saving"]) == (pytest.approx(2000), pytest.approx(2000))
    # a tenth of 1000 m3 alone, of the 800 m3 that the tap leaves in the package
    assert (tank["saving"], tank["package_saving"]) == (pytest.approx(1000), pytest.approx(800))
    assert (tank["water_m3"], tank["package_water_m3"]) == (pytest.approx(100), pytest.approx(80))
    assert (tap["turn"], tank["turn"], well["turn"]) == (1, 2, None)
    assert (well["status"], well["saving"], well["package_saving"]) == ("rejected", None, None)


def test_money_is_exchanged_and_physical_figures_are_not(tmp_path: Path) -> None:
    rate = "exchange_rates: {USD: 20 VND}\n"
    [path] = write(tmp_path, mill=plant("Mill", more=rate))
    [here], [there] = rows(path), rows(path, currency="USD")
    assert (there["currency"], there["exchange_rate"]) == ("USD", 20)
    for name in ("baseline_cost", "investment", "saving", "npv"):
        assert there[name] == pytest.approx(here[name] / 20, rel=1e-12)
    for name in ("payback_yr", "irr", "water_m3"):
        assert there[name] == here[name]


def test_without_a_rate_money_is_not_guessed(tmp_path: Path) -> None:
    [path] = write(tmp_path, mill=plant("Mill", currency="CHF"))
    [result] = cpaudit.batch([path], currency="MYR")
    assert (result.state, result.rows) == ("broken", ())
    assert [said.code.id for said in result.diagnostics] == ["B021"]


@pytest.mark.parametrize("per", ["plant", "option"])
def test_rows_are_the_figures_at_their_paths_as_plain_values(per: str) -> None:
    found = rows(DYEHOUSE, per=per)
    assert {type(value) for row in found for value in row.values()} <= {
        int, float, str, type(None),
    }  # fmt: skip
    assessment = cpaudit.assess(cpaudit.load(DYEHOUSE))
    names = ("saving", "investment", "npv", "co2e", "wastewater", "so2")
    for row in found:
        path = "packages.full" if per == "plant" else f"options.{row['option']}"
        for name in names:
            [value] = [row[key] for key in row if key in (name, f"{name}_t", f"{name}_m3")]
            assert value == cpaudit.figure_at(assessment, f"{path}.{name}").value, name


@pytest.mark.parametrize("per", ["plant", "option"])
def test_every_column_is_described_and_has_its_own_name(per: Any) -> None:
    page = (DYEHOUSE.parents[1] / "docs" / "batch.md").read_text(encoding="utf-8")
    names = [column.name for column in Work(per).columns]
    assert len(names) == len(set(names))
    bare = {name.removeprefix("baseline_").removeprefix("package_") for name in names}
    assert (
        sorted(name for name in (bare - {"cost"}) | {"baseline_cost"} if f"`{name}`" not in page)
        == []
    )


def test_a_sum_that_leaves_something_out_is_named(tmp_path: Path) -> None:
    text = plant("Mill").replace(
        "resources: {", "resources: {coal: {kind: anthracite, amount: 3 t}, "
    )
    text = text.replace("water: 20 %", "water: 20 %, coal: 10 %")
    [path] = write(tmp_path, mill=text)
    [row] = rows(path)
    assert row["coal_t"] == pytest.approx(0.3)
    missing = [name for name in row if name.endswith("dust_t") and row[name] is None]
    named = str(row["partial"]).split()
    assert missing or "dust_t" in named  # the ash of the coal is not written


def test_a_mistake_of_one_file_is_in_its_result(tmp_path: Path) -> None:
    write(tmp_path, a=plant("A"), b=BROKEN, c=plant("C"), d="programme: {}\n")
    found = list(cpaudit.batch([tmp_path]))
    assert [one.state for one in found] == ["assessed", "broken", "assessed", "skipped"]
    [said] = [one for one in found[1].diagnostics if one.code.id == "K003"]
    assert str(said.span) == f"{tmp_path / 'b.yaml'}:4:1"
    with pytest.raises(cpaudit.AuditError):
        cpaudit.batch([tmp_path / "nowhere"])


def test_a_fault_of_the_program_stops_only_its_own_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cpaudit.portfolio import task

    real = task.assess_audit

    def broken(audit: Any) -> Any:
        if audit.plant == "B":
            raise ZeroDivisionError("by design")
        return real(audit)

    monkeypatch.setattr(task, "assess_audit", broken)
    write(tmp_path, a=plant("A"), b=plant("B"), c=plant("C"))
    found = list(cpaudit.batch([tmp_path]))
    assert [one.state for one in found] == ["assessed", "failed", "assessed"]
    assert "by design" in str(found[1].diagnostics[0].values["problem"])
