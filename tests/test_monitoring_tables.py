"""Monthly data in a table beside the audit: the same figures, mistakes at the cell."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

import cpaudit
from cpaudit.engine.monitoring import monitoring_of
from monitored import LINE, PLANT, section
from reading import run, said_in_full
from test_monitoring import LATER

ROWS = [*LINE, *LATER]
MONTHS = [f"{2014 + at // 12}-{at % 12 + 1:02d}" for at in range(len(ROWS))]
STREAMS = "{electricity: {drivers: [output], unit: MWh}}"


def written(tmp_path: Path, table: str, data: str = "months.csv", **changes: str):
    """(audit, assessment, diagnostics) of a plant whose months stand in a table."""
    streams = changes.pop("streams", STREAMS)
    text = section(LINE, LATER, streams).partition("  months:\n")[0] + f"  data: {data}\n"
    plant = PLANT
    for before, after in changes.items():
        plant = plant.replace(f"{before}: plain", f"{before}: {after}")
    (tmp_path / "months.csv").write_text(table, encoding="utf-8")
    (tmp_path / "plant.yaml").write_text(plant + text, encoding="utf-8")
    return run(tmp_path / "plant.yaml")


def table(delimiter: str = ",", head: str = "month,electricity,output") -> str:
    lines = [head.replace(",", delimiter)]
    for month, row in zip(MONTHS, ROWS, strict=True):
        lines.append(delimiter.join([month, str(row["electricity"]), str(row["output"])]))
    return "\n".join(lines) + "\n"


def avoided(assessment) -> float:
    return monitoring_of(assessment).streams["electricity"].total.avoided.value


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_gives_what_the_months_give(tmp_path: Path, delimiter: str) -> None:
    # 6 - 2 + 12, as in test_monitoring.py
    assert avoided(written(tmp_path, table(delimiter))[1]) == pytest.approx(16, rel=1e-7)


def test_columns_and_months_as_a_vietnamese_spreadsheet_has_them(tmp_path: Path) -> None:
    lines = ["Tháng;Điện (kWh);Sản lượng (tấn);Ghi chú"]
    for month, row in zip(MONTHS, ROWS, strict=True):
        year, number = month.split("-")
        kwh = f"{row['electricity']:.1f}".replace(".", "") + "00"
        lines.append(f"{int(number)}/{year};{int(kwh):,};{row['output']},0;".replace(",", ".", 1))
    text = "\n".join(lines).replace(".0;", ",0;")
    streams = "{electricity: {drivers: [output], unit: kWh, column: Điện (kWh)}}"
    _, assessment, found = written(
        tmp_path, text, "{csv: months.csv, month: Tháng}", number_style="vi", streams=streams
    )
    assert assessment is None
    # the driver's column is not called as the driver is
    assert [said.code.id for said in found if said.is_error] == ["W015"]
    path = tmp_path / "plant.yaml"
    mended = path.read_text(encoding="utf-8").replace(
        "output: {unit: t}", "output: {unit: t, column: Sản lượng (tấn)}"
    )
    path.write_text(mended, encoding="utf-8")
    assert avoided(run(path)[1]) == pytest.approx(16, rel=1e-7)


def test_a_driver_may_stand_in_the_audit_beside_a_table(tmp_path: Path) -> None:
    lines = [f"{month},{row['electricity']}" for month, row in zip(MONTHS, ROWS, strict=True)]
    written(tmp_path, "month,electricity\n" + "\n".join(lines))
    path = tmp_path / "plant.yaml"
    months = "".join(
        f"    {month}: {{output: {row['output']}}}\n"
        for month, row in zip(MONTHS, ROWS, strict=True)
    )
    path.write_text(path.read_text(encoding="utf-8") + "  months:\n" + months, encoding="utf-8")
    assert avoided(run(path)[1]) == pytest.approx(16, rel=1e-7)


def test_an_empty_cell_is_a_month_without_a_value(tmp_path: Path) -> None:
    text = table().replace("2015-02,97,110", "2015-02,,110")
    result = monitoring_of(written(tmp_path, text)[1])
    assert result.streams["electricity"].missing == ((2015, 2),)


@pytest.mark.parametrize(
    ("before", "after", "code", "place"),
    [
        ("2015-02,97,110", "2015-02,97 t,110", "N012", (15, 9)),
        ("2015-02,97,110", "2015-02,97 MWhh,110", "N011", (15, 12)),
        ("2015-02,97,110", "Feb 2015,97,110", "V001", (15, 1)),
        ("2015-02,97,110", "13/2015,97,110", "V001", (15, 1)),
        ("2015-02,97,110", "2015-01,97,110", "V009", (15, 9)),
        ("2015-02,97,110", "2015-02,-97,110", "P004", (15, 9)),
        ("2015-02,97,110", "2015-02,1e3,110", "N004", (15, 9)),
        ("month,", "period,", "W015", None),
    ],
)
def test_a_mistake_is_told_at_its_cell(
    tmp_path: Path, before: str, after: str, code: str, place: tuple[int, int] | None
) -> None:
    _, assessment, found = written(tmp_path, table().replace(before, after))
    errors = [said for said in found if said.is_error]
    assert assessment is None
    assert code in {said.code.id for said in errors}
    said = next(one for one in errors if one.code.id == code)
    assert said_in_full(said)
    if place:
        assert said.span.source.name.endswith("months.csv")
        assert (said.span.line, said.span.column) == place


def test_a_table_lies_in_the_audits_folder(tmp_path: Path) -> None:
    outside = tmp_path.parent / "outside.csv"
    outside.write_text(table(), encoding="utf-8")
    _, assessment, found = written(tmp_path, table(), "../outside.csv")
    assert assessment is None
    assert [said.code.id for said in found if said.is_error] == ["W002"]


def test_the_table_of_months_is_among_what_an_audit_rests_on() -> None:
    example = Path(__file__).parents[1] / "examples" / "monitoring"
    audit = cpaudit.load(example / "brewery.yaml")
    [table] = audit.attachments
    assert Path(table.path).samefile(example / "months.csv")
    assert table.sha256 == sha256((example / "months.csv").read_bytes()).hexdigest()
