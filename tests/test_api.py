"""cpaudit as a library: what a program that imports it is promised."""

from __future__ import annotations

import inspect
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from pkgutil import iter_modules

import pytest

import cpaudit
from cpaudit.diagnostics import Level
from cpaudit.factors import default_library
from cpaudit.figure import Figure
from cpaudit.language import Language
from cpaudit.starter import starting_file

EXAMPLES = Path(__file__).parents[1] / "examples"
DYEHOUSE = EXAMPLES / "textile-dyehouse.yaml"
HEAD = "cpaudit: 1\nplant: {name: Mill, country: VN, currency: VND}\nperiod: 2014\n"
WATER = HEAD + "resources:\n  water: {amount: 900 m3, price: 4500 VND/m3}\n"
# two options of which each may be taken alone, but not one after the other
GREEDY = f"""{WATER}options:
  - {{id: first, name: First, saves: {{water: 600 m3}}, investment: 1 million VND}}
  - {{id: second, name: Second, saves: {{water: 500 m3}}, investment: 1 million VND}}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "mill.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", [DYEHOUSE, str(DYEHOUSE)], ids=["Path", "str"])
def test_from_a_file_to_a_figure(path: Path | str) -> None:
    assessment = cpaudit.assess(cpaudit.load(path))
    saving = cpaudit.look_up(assessment, "packages.full.saving")
    assert isinstance(saving, Figure)
    assert saving.value == pytest.approx(4992646650, rel=1e-12)  # the hand computation in the file
    assert saving.unit == "VND"


def test_a_figure_that_nothing_tells_is_none(tmp_path: Path) -> None:
    assessment = cpaudit.assess(cpaudit.load(written(tmp_path, WATER)))
    assert cpaudit.look_up(assessment, "baseline.cod") is None
    assert set(cpaudit.look_up(assessment, "baseline.resources")) == {"water"}


def test_a_figure_that_there_cannot_be_is_a_lookup_error_with_the_nearest(tmp_path: Path) -> None:
    assessment = cpaudit.assess(cpaudit.load(written(tmp_path, WATER)))
    with pytest.raises(LookupError) as told:
        cpaudit.look_up(assessment, "baseline.resources.watr.cost")
    assert told.value.meant == ["baseline.resources.water"]


def test_every_mistake_of_a_file_is_in_the_error(tmp_path: Path) -> None:
    path = written(tmp_path, WATER.replace("900 m3", "900 kWh") + "  coql: {amount: 3 t}\n")
    with pytest.raises(cpaudit.AuditError) as told:
        cpaudit.load(path)
    errors = [said for said in told.value.diagnostics if said.is_error]
    assert [(said.code.id, said.span.line) for said in errors if said.span] == [
        ("N012", 5),
        ("R001", 6),
    ]
    for said in errors:
        assert f"{said.span}: {said.code.id}" in str(told.value)


def test_a_missing_file_is_an_audit_error_too(tmp_path: Path) -> None:
    with pytest.raises(cpaudit.AuditError) as told:
        cpaudit.load(tmp_path / "nowhere.yaml")
    assert [said.code.id for said in told.value.diagnostics] == ["I001"]


def test_more_saved_than_there_is_left_is_found_by_assess(tmp_path: Path) -> None:
    audit = cpaudit.load(written(tmp_path, GREEDY))
    with pytest.raises(cpaudit.AuditError) as told:
        cpaudit.assess(audit)
    (error,) = [said for said in told.value.diagnostics if said.is_error]
    assert (error.code.id, error.span.line) == ("P003", 8)


def test_warnings_of_loading_and_of_assessing_come_together(tmp_path: Path) -> None:
    text = WATER.replace(", price: 4500 VND/m3", "") + "expect:\n"
    text += "  - {figure: baseline.resources.water.amount, value: 901 m3, within: 0.01 %}\n"
    audit = cpaudit.load(written(tmp_path, text))
    assert [said.code.id for said in audit.diagnostics] == ["P010"]
    found = cpaudit.assess(audit).diagnostics
    assert {"P010", "X001"} <= {said.code.id for said in found}
    assert not [said for said in found if said.is_error]


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    cpaudit.assess(cpaudit.load(DYEHOUSE))
    with pytest.raises(cpaudit.AuditError):
        cpaudit.load(written(tmp_path, HEAD + "resourcs: {}\n"))
    assert capfd.readouterr() == ("", "")


def test_two_audits_do_not_disturb_each_other() -> None:
    one, other = cpaudit.load(DYEHOUSE), cpaudit.load(EXAMPLES / "brewery.yaml")
    before = cpaudit.assess(one)
    cpaudit.assess(other)
    assert cpaudit.assess(one) == before


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_sector_has_a_starting_file_without_mistakes(language: str, tmp_path: Path) -> None:
    for sector in default_library().sector_ids():
        path = written(tmp_path, starting_file(sector, Language(language)))
        found = cpaudit.assess(cpaudit.load(path)).diagnostics
        warnings = {said.code.id for said in found if said.level is not Level.NOTE}
        assert warnings <= {"P011"}, sector  # a factor to be confirmed is not the file's fault


def test_the_public_names_are_there_and_documented() -> None:
    for room in iter_modules(cpaudit.__path__, "cpaudit."):
        if not room.name.endswith("__main__"):
            import_module(room.name)  # a room of the same name would take a function's place
    types = {"Assessment", "Audit", "Diagnostic", "Figure", "Gap", "Irr", "Library", "Payback"}
    types |= {"AuditError", "LibraryError", "Recp", "RecpChange", "Uncertainty"}
    types |= {
        "Attribution",
        "BatchResult",
        "Comparison",
        "Frontier",
        "Rollup",
        "Selection",
        "Sensitivity",
    }
    types |= {"Changes", "Checked", "MonitoringResult"}
    steps = {"assess", "compare", "figure_at", "gap", "load", "look_up", "uncertainty"}
    steps |= {"recp", "recp_after", "recp_change", "sensitivity"}
    steps |= {"attribution", "batch", "check", "diff", "frontier", "monitor", "programme", "select"}
    public = {
        "__version__",
        "check_factors",
        "json_schema",
        "library_with",
        "update_expectations",
        *steps,
        *types,
    }
    assert set(cpaudit.__all__) == public
    for name in public - {"__version__"}:
        said = inspect.getdoc(getattr(cpaudit, name)) or ""
        assert len(said.split()) >= 6, name
    with pytest.raises(AttributeError, match="asess"):
        cpaudit.asess  # noqa: B018


def test_the_package_tells_type_checkers_that_it_is_typed() -> None:
    assert files("cpaudit").joinpath("py.typed").is_file()
