"""`cpaudit uncertainty`: its tables, its JSON, its mistakes."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

import cpaudit
from cpaudit.cli.main import app
from cpaudit.engine.paths import figure_tree
from cpaudit.engine.uncertainty import shares_of_variance
from reading import HEAD, assessed
from test_monte_carlo import PROJECT
from test_uncertainty import BOILER, GRID

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))
SEAFOOD = next(path for path in EXAMPLES if path.stem == "seafood-freezing")
RISKY = HEAD + PROJECT.replace("COST", "150")


class Program:
    """The command in this process: what it prints, and how it ends."""

    def __init__(self, printed: pytest.CaptureFixture[str], folder: Path) -> None:
        self.printed, self.folder = printed, folder

    def __call__(self, file: Path | str, *arguments: object, code: int = 0) -> str:
        if isinstance(file, str):
            (self.folder / "plant.yaml").write_text(file, encoding="utf-8")
            file = self.folder / "plant.yaml"
        try:
            whole = ["uncertainty", str(file), *map(str, arguments)]
            ended = app(whole, standalone_mode=False)
        except typer.Exit as leaving:
            ended = leaving.exit_code
        out, err = self.printed.readouterr()
        assert ((ended or 0), bool(err)) == (code, code != 0)
        return out + err

    def json(self, file: Path | str, *arguments: object) -> Any:
        printed = self(file, *arguments, "--format", "json")
        return json.loads(printed, parse_constant=pytest.fail)  # NaN, Infinity


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Program:
    return Program(capsys, tmp_path)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_it_fits_a_screen_of_80_columns(
    path: Path, lang: str, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for arguments in ([], ["--draws", 200]):
        printed = program(path, "--lang", lang, *arguments)
        assert max(map(len, printed.splitlines())) <= 80
        assert "nan" not in printed.split()


def test_the_interval_of_a_boiler_house(program: Program) -> None:
    # 3759.08 t ± 6.9125 %: 3499.2 to 4018.9, by hand in test_uncertainty
    printed = program(HEAD + BOILER.replace("factors:", GRID + "factors:"), "--lang", "en")
    (line,) = (one for one in printed.splitlines() if one.startswith("CO2, t"))
    assert line.split() == ["CO2,", "t", "3,759", "3,499", "to", "4,019", "±", "6.9", "%"]


def test_never_is_a_word(program: Program) -> None:
    printed = program(RISKY, "--lang", "en", "--draws", 2000, "--payback-below", 2)
    line = next(one for one in printed.splitlines() if one.startswith("  Payback, yr"))
    # 100 million over 50 a year; over 150 at the upper bound; at the lower one it loses money
    assert line.split()[2:6] == ["2.00", "0.667", "to", "never"]
    assert line.split()[-1] == "never"
    assert "motors: no single IRR in 16." in printed
    assert "motors: Payback never in 16." in printed
    assert "with seed 2006" in printed


def test_the_same_seed_prints_the_same_to_the_byte(program: Program) -> None:
    twice = [program(SEAFOOD, "--draws", 500, "--seed", 7, "-f", "json") for _ in range(2)]
    assert twice[0] == twice[1] != program(SEAFOOD, "--draws", 500, "--seed", 8, "-f", "json")


def test_what_makes_a_figure_uncertain(program: Program) -> None:
    text = HEAD + BOILER.replace("factors:", GRID + "factors:")
    made = program.json(text, "--of", "baseline.co2")
    inputs = [made["inputs"][one["input"]] for one in made["of"]["inputs"]]
    assert [one["from"]["text"] for one in inputs] == [
        *("94.6 t/TJ", "0.6592 t/MWh", "1000 t", "0.0258 TJ/t", "2000 MWh")
    ]
    # (7, 5, 3 % of 2440.68; 10, 2 % of 1318.4): 170.85, 122.03, 73.22, 131.84, 26.37; squares
    # 29189, 14892, 5361, 17382, 695; together 67519
    shares = [one["share"] for one in made["of"]["inputs"]]
    assert shares == pytest.approx([0.4323, 0.2574, 0.2206, 0.0794, 0.0103], abs=5e-5)
    assert made["of"]["inputs"][0]["above"] == pytest.approx(170.8476)
    printed = program(text, "--of", "baseline.co2", "--lang", "en")
    assert "line 8: 0.0258 TJ/t" in printed
    assert "43.2 %" in printed


def test_shares_are_not_told_where_an_input_has_no_limit() -> None:
    made = cpaudit.uncertainty(assessed(RISKY)).estimates["options.motors.payback"]
    assert [share for _, share in shares_of_variance(made.moved)] == [None]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_document_has_every_figure_of_the_tree(path: Path, program: Program) -> None:
    made = program.json(path, "--draws", 200)
    assert (made["kind"], made["draws"], made["seed"], made["of"]) == (
        "uncertainty",
        200,
        2006,
        None,
    )
    told = 0

    def same(tree: Any, document: Any) -> None:
        nonlocal told
        if not isinstance(tree, dict):
            if tree is not None:
                assert {"unit", "approach_1", "approach_2"} <= document.keys()
                told += document["approach_2"] is not None
            return
        for key, node in tree.items():
            same(node, document[key])

    same(figure_tree(cpaudit.assess(cpaudit.load(path))), made)
    # an example may have nothing that is uncertain, and says so
    assert (told > 0) == all(said["code"] != "U003" for said in made["diagnostics"])
    for one in made["inputs"]:
        assert one["low"] <= one["value"] <= one["high"]
        assert all(map(math.isfinite, (one["low"], one["high"])))


def test_a_payback_and_a_rate_as_json(program: Program) -> None:
    made = program.json(RISKY, "--draws", 1000)["options"]["motors"]
    payback, irr = made["payback"]["approach_2"], made["irr"]["approach_2"]
    assert (payback["high"], payback["mean"]) == (None, None)  # never
    assert [one["years"] for one in payback["below"]] == [2, 3, 5]
    assert payback["infinite"] == irr["infinite"] + irr["without"] > 0.1
    assert "below" not in irr
    assert made["payback"]["approach_1"]["high"] is None
    assert made["investment"]["approach_1"] is made["investment"]["approach_2"] is None


def test_nothing_is_uncertain(program: Program) -> None:
    text = HEAD + "resources: {water: {amount: 900 m3, price: 4500 VND/m3}}\n"
    made = program.json(text, "--draws", 1000)
    assert [one["code"] for one in made["diagnostics"] if one["code"][0] == "U"] == ["U003"]
    assert made["baseline"]["cost"]["approach_2"] is None
    assert "U003" in program(text)


def test_draws_without_numpy(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    said = program(SEAFOOD, "--draws", 1000, "--lang", "en", code=1)
    assert "U002" in said
    assert 'pip install "cpaudit[uncertainty]"' in said
    # approach 1 does without
    assert "3,085 to 3,351" in program(SEAFOOD, "--lang", "en")
    with pytest.raises(ImportError, match="cpaudit\\[uncertainty\\]"):
        cpaudit.uncertainty(assessed(RISKY), draws=1000)


def test_paths_that_lead_to_no_figure(program: Program) -> None:
    assert "X006" in program(SEAFOOD, "--of", "baseline.co3", code=2)
    for path in ("baseline", "baseline.biogenic_co2.", "baseline.resources.electricity.so2"):
        assert program(SEAFOOD, "--of", path, code=2)
    assert "U004" in program(SEAFOOD, "--of", "packages.plan-2024", code=2)


@pytest.mark.parametrize("arguments", [("--seed", 1), ("--payback-below", 3)])
def test_options_of_draws_without_draws(arguments: tuple[Any, ...], program: Program) -> None:
    assert "U005" in program(SEAFOOD, *arguments, code=2)
    assert "U005" not in program(SEAFOOD, *arguments, "--draws", 100)


@pytest.mark.parametrize("arguments", [("--draws", 99), ("--seed", -1), ("--payback-below", "nan")])
def test_wrong_usage(arguments: tuple[Any, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        app(["uncertainty", str(SEAFOOD), *map(str, arguments)])
    assert ended.value.code == 2


def test_the_gap_can_be_asked_for_too(program: Program) -> None:
    brewery = next(path for path in EXAMPLES if path.stem == "brewery")
    path = "gap.beer.energy.actual"
    made = program.json(brewery, "--of", path)
    assert made["of"]["path"] == path
    assert made["gap"]["beer"]["energy"]["actual"]["approach_1"]["inputs"] > 0


def test_an_id_may_begin_like_a_group_of_figures(program: Program) -> None:
    text = RISKY.replace("id: motors", "id: cash_flow_meter")
    assert text != RISKY
    assert "cash_flow_meter" in program.json(text)["options"]
