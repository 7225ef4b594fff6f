"""`cpaudit schema`: what it prints, writes and refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import cpaudit
from cpaudit.cli.main import app
from cpaudit.cli.schema import KINDS as IN_HELP
from cpaudit.factors import default_library
from cpaudit.schema.editor import KINDS


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, ["schema", *arguments])


def test_the_command_prints_what_the_function_gives() -> None:
    said = run("--lang", "both")
    assert said.exit_code == 0
    assert json.loads(said.stdout) == cpaudit.json_schema("audit", "both")
    said = run("fuels", "--lang", "vi")
    assert json.loads(said.stdout) == cpaudit.json_schema("fuels", "vi")


def test_the_command_knows_every_kind() -> None:
    assert IN_HELP == KINDS
    for kind in KINDS:
        assert run(kind).exit_code == 0


def test_an_unknown_kind_is_wrong_usage_with_the_list() -> None:
    said = run("fules")
    assert said.exit_code == 2
    assert said.stdout == ""
    for kind in KINDS:
        assert kind in said.stderr


def test_an_unknown_language_is_wrong_usage() -> None:
    assert run("--lang", "fr").exit_code == 2


@pytest.mark.parametrize(("kind", "lang"), [("fules", "en"), ("audit", "fr"), ("", "both")])
def test_what_there_is_not_is_a_value_error(kind: str, lang: str) -> None:
    with pytest.raises(ValueError, match=r"there are .*(tables|vi)"):
        cpaudit.json_schema(kind, lang)


def test_the_output_is_never_written_over_a_file_unasked(tmp_path: Path) -> None:
    file = tmp_path / "audit.schema.json"
    assert run("--lang", "en", "--output", str(file)).exit_code == 0
    assert json.loads(file.read_text(encoding="utf-8")) == cpaudit.json_schema("audit", "en")
    file.write_text("mine", encoding="utf-8")
    assert run("--output", str(file)).exit_code == 1
    assert file.read_text(encoding="utf-8") == "mine"
    assert run("--output", str(file), "--force").exit_code == 0
    assert file.read_text(encoding="utf-8").startswith("{")


def test_the_help_has_an_example_and_fits_a_screen() -> None:
    said = run("--help").stdout
    assert "cpaudit schema audit --output" in said
    assert "exchange_rates" in said
    assert max(map(len, said.splitlines())) <= 80


def test_the_schemas_that_ship_are_in_both_languages() -> None:
    folder = default_library().files.root / "schema"
    for path in folder.glob("*.json"):
        shipped = json.loads(path.read_text(encoding="utf-8"))
        assert shipped == cpaudit.json_schema(path.stem, "both")
