"""JSON output: its shape, its precision, and that every figure can be followed to its sources."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

import cpaudit
from cpaudit.cli.main import app
from cpaudit.engine.paths import figure_tree, look_up
from cpaudit.figure import Figure

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))
DYEHOUSE = next(path for path in EXAMPLES if path.stem == "textile-dyehouse")
FIGURES = ("baseline", "options", "packages")
LEAVES = {"entered", "factor", "assumed"}
Document = dict[str, Any]


class Program:
    """The commands in this process; what they print is parsed as JSON, strictly."""

    def __init__(self, printed: pytest.CaptureFixture[str]) -> None:
        self.printed = printed

    def __call__(self, *arguments: object, code: int = 0) -> Document:
        try:
            ended = app([*map(str, arguments), "--format", "json"], standalone_mode=False)
        except typer.Exit as leaving:
            ended = leaving.exit_code
        out, err = self.printed.readouterr()
        assert (ended or 0, err) == (code, "")
        document: Document = json.loads(out, parse_constant=pytest.fail)  # NaN, Infinity
        return document


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(capsys)


def nodes(document: Document) -> Iterator[tuple[str, Any]]:
    """Every path below the figures and what stands there; a figure's own parts are no paths."""

    def below(path: str, node: Any) -> Iterator[tuple[str, Any]]:
        yield path, node
        if isinstance(node, dict) and not {"value", "values"} & node.keys():
            for key, child in node.items():
                yield from below(f"{path}.{key}", child)

    for part in FIGURES:
        yield from below(part, document[part])


def figures(document: Document) -> Iterator[tuple[str, Any]]:
    return ((path, node) for path, node in nodes(document) if node and "from" in node)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_document_has_its_shape(example: Path, program: Program) -> None:
    document = program("assess", example)
    assert (document["format"], document["kind"]) == (1, "assessment")
    assert document["cpaudit"] == cpaudit.__version__
    assert {"name", "sector", "country"} <= set(document["plant"])
    assert {"from", "to", "months"} <= set(document["period"])
    for path, node in nodes(document):
        if node is None or not {"value", "values", "outcome"} & node.keys():
            continue
        assert isinstance(node["unit"], str), path
        if path.endswith(".irr"):
            assert node["outcome"] in {"unique", "none", "multiple"}
            assert (len(node["values"]) == 1) is (node["outcome"] == "unique")
        elif path.endswith("payback"):
            assert node["outcome"] in {"reached", "immediate", "never"}
            assert (node["value"] is None) is (node["outcome"] != "reached")
        else:
            assert math.isfinite(node["value"]), path
            assert node["from"]["kind"] in LEAVES | {"computed"}, path


def test_the_keys_are_documented(program: Program) -> None:
    document = program("assess", DYEHOUSE)
    page = (DYEHOUSE.parents[1] / "docs" / "json.md").read_text(encoding="utf-8")
    keys = [*document, *document["plant"], *document["period"], *document["diagnostics"][0]]
    assert [key for key in keys if f"`{key}`" not in page] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_reference_resolves_in_the_document(example: Path, program: Program) -> None:
    document = program("assess", example)
    lines = example.read_text(encoding="utf-8").split("\n")
    kinds = set()
    for path, node in figures(document):
        origin = node["from"]
        kinds.add(origin["kind"])
        if origin["kind"] == "computed":
            assert set(document["formulas"][origin["formula"]]) == {"text", "reference"}, path
        elif origin["kind"] == "factor":
            assert origin["factor"] in document["factors"], path
        elif origin["kind"] == "entered":
            there = lines[origin["line"] - 1][origin["column"] - 1 :]
            assert there.lstrip("\"'{").startswith(origin["text"][:4]), path
    assert {"computed", "entered"} <= kinds
    assert all(used["source"] and used["written"] for used in document["factors"].values())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_paths_are_those_of_explain_and_none_is_missing(
    example: Path, program: Program
) -> None:
    document = program("assess", example)
    tree = figure_tree(cpaudit.assess(cpaudit.load(example)))
    told = dict(nodes(document))
    for path, node in told.items():
        found = look_up(tree, path)
        if isinstance(found, Figure):
            assert node["value"] == found.value, path  # no digit lost
        else:
            assert (found is None) is (node is None), path
            if isinstance(found, dict):
                assert all(f"{path}.{key}" in told for key in found)


def test_the_dyehouse_at_full_precision(program: Program) -> None:
    document = program("assess", DYEHOUSE)
    assert document["plant"]["name"] == "Dệt nhuộm Sông Hồng"
    assert (document["period"]["from"], document["period"]["to"]) == ("2008-01", "2008-12")
    full = document["packages"]["full"]
    assert full["saving"]["value"] == pytest.approx(4992646650, rel=1e-14)
    assert full["saving"]["unit"] == "VND"
    assert full["payback"]["value"] == pytest.approx(6850e6 / 4992646650, rel=1e-14)
    assert (full["payback"]["outcome"], full["payback"]["unit"]) == ("reached", "yr")
    assert full["resources"]["water"]["value"] == pytest.approx(12000 + 0.35 * 1045242, rel=1e-14)
    entered = document["baseline"]["resources"]["diesel"]["amount"]
    assert entered["value"] == pytest.approx(21 * 0.84, rel=1e-12)  # m3 by density to t
    (irr,) = full["irr"]["values"]
    flows = program("explain", DYEHOUSE, "packages.full.irr")["figure"]["flows"]
    worth = sum(flow["value"] / (1 + irr) ** year for year, flow in enumerate(flows))
    assert worth == pytest.approx(0, abs=1e-6 * 6850e6)


def leaves(node: Document) -> Iterator[Document]:
    inputs = node["from"].get("inputs", [])
    if not inputs and "same_as" not in node["from"]:  # a repeat is unfolded where its number stands
        yield node
    for one in inputs:
        yield from leaves(one)


@pytest.mark.parametrize("path", ["baseline.co2e", "packages.full.saving", "packages.full.npv"])
def test_a_tree_ends_in_what_was_entered_found_or_assumed(path: str, program: Program) -> None:
    document = program("explain", DYEHOUSE, path)
    assert (document["kind"], document["path"]) == ("explanation", path)
    ends = list(leaves(document["figure"]))
    assert len(ends) > 4
    assert {end["from"]["kind"] for end in ends} <= LEAVES
    for end in ends:
        if end["from"]["kind"] == "factor":
            assert end["from"]["factor"]["source"]["title"]


def test_sums_and_products_of_a_tree_come_out_by_hand(program: Program) -> None:
    saving = program("explain", DYEHOUSE, "packages.full.saving")["figure"]
    parts = saving["from"]["inputs"]
    assert sum(part["value"] for part in parts) == pytest.approx(saving["value"], rel=1e-14)
    condensate = next(part for part in parts if part["name"] == "condensate")
    given = {one["name"]: one["value"] for one in condensate["from"]["inputs"]}
    saved = [name for name in given if f"{name}: price" in given]
    assert saved == ["coal", "water", "electricity"]
    by_hand = sum(given[name] * given[f"{name}: price"] for name in saved)
    assert by_hand - given["operating cost"] == pytest.approx(213875000, rel=1e-14)
    assert condensate["value"] == pytest.approx(213875000, rel=1e-14)
    cost = program("explain", DYEHOUSE, "baseline.resources.coal.cost")["figure"]
    assert math.prod(one["value"] for one in cost["from"]["inputs"]) == cost["value"] == 2416250000


def test_mistakes_in_json(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    head = "cpaudit: 1\nplant: {name: Mill, country: VN, currency: VND}\nperiod: 2014\n"
    path.write_text(head + "resources:\n  water: {amount: 5 kWh}\n", encoding="utf-8")
    document = program("assess", path, code=1)
    assert (document["format"], document["kind"]) == (1, "errors")
    (error,) = [said for said in document["diagnostics"] if said["level"] == "error"]
    assert (error["code"], error["line"], error["column"]) == ("N012", 5, 19)
    assert error["file"] == str(path)
    assert error["message"]
    assert error["hint"]
