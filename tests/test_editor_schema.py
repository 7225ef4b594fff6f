"""The JSON Schemas that editors check factor files by: as written from the models, and true."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from cpaudit.factors import default_library
from cpaudit.schema.editor import factor_schemas, schema_text, write_schemas
from cpaudit.schema.factors.value import Shared, Value

ROOT = default_library().files.root
SCHEMAS = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in (ROOT / "schema").glob("*.json")
}
FILES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.yaml"))


def as_json(part: Any) -> Any:
    """What YAML holds in the types of JSON: days as text, keys as text."""
    if isinstance(part, dict):
        return {str(key): as_json(one) for key, one in part.items()}
    if isinstance(part, list):
        return [as_json(one) for one in part]
    return part.isoformat() if isinstance(part, date) else part


def document(name: str) -> Any:
    return as_json(yaml.safe_load((ROOT / name).read_text(encoding="utf-8")))


def objections(name: str, part: Any) -> list[str]:
    """What the schema of a file's kind says against a document, with the path in it."""
    kind = name.partition("/")[0].removesuffix(".yaml")
    found = Draft202012Validator(SCHEMAS[kind]).iter_errors(part)
    return [f"{one.json_path}: {one.message}" for one in found]


def paths(folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.glob("*.json"):
        yield path.name, path.read_bytes().decode("utf-8")


def test_the_schemas_that_ship_are_those_that_the_models_give(tmp_path: Path) -> None:
    """Written anew by `python -m cpaudit.schema.editor sector_factors/schema`."""
    write_schemas(tmp_path)
    assert dict(paths(ROOT / "schema")) == dict(paths(tmp_path))
    assert {name: schema_text(one) for name, one in factor_schemas().items()} == {
        name.removesuffix(".json"): text for name, text in paths(tmp_path)
    }


def test_there_is_a_schema_for_every_kind_of_file_and_each_is_one() -> None:
    assert {name.partition("/")[0].removesuffix(".yaml") for name in FILES} == set(SCHEMAS)
    for schema in SCHEMAS.values():
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_the_library_passes_its_schema(name: str) -> None:
    assert objections(name, document(name)) == []


def put(part: Any, keys: tuple[str | int, ...], value: Any) -> Any:
    """A copy of a document with one value in another's place; ... takes the key out."""
    if not keys:
        return value
    first, rest = keys[0], keys[1:]
    copy = dict(part) if isinstance(part, dict) else list(part)
    if value is ... and not rest:
        del copy[first]
    else:
        here = copy.get(first) if isinstance(copy, dict) else copy[first]
        copy[first] = put(here, rest, value)
    return copy


WRONG: list[tuple[str, tuple[str | int, ...], Any]] = [
    ("fuels/anthracite.yaml", ("ncv",), ...),
    ("fuels/anthracite.yaml", ("nvc",), "26.7 GJ/t"),
    ("fuels/anthracite.yaml", ("ncv", "value"), "about 26.7 GJ/t"),
    ("fuels/anthracite.yaml", ("ncv", "source"), ...),
    ("fuels/anthracite.yaml", ("ncv", "low"), "low"),
    ("fuels/anthracite.yaml", ("ncv", "confirmed"), "surely"),
    ("fuels/anthracite.yaml", ("name", "vi"), ...),
    ("fuels/anthracite.yaml", ("id",), "an id with spaces"),
    ("grids/VN.yaml", ("series", 0, "kind"), "luck"),
    ("grids/VN.yaml", ("series", 0, "years", "2014", "colour"), "green"),
    ("grids/VN.yaml", ("series",), "none"),
    ("gwp.yaml", ("sets", "AR5", "ch4"), ...),
    ("sources.yaml", ("si", "titel"), "misspelt"),
    ("resources.yaml", ("water",), "m3"),
    ("sectors/beer.yaml", ("products", 0, "benchmarks", 0, "level"), "splendid"),
    ("charges/vn-air.yaml", ("versions", 0, "from"), "last year"),
    ("charges/vn-air.yaml", ("versions", 0, "classes", 0, "fixed"), "free"),
    ("laws/VN.yaml", ("thresholds", 0, "of"), "patience"),
    ("exchange_rates/VND.yaml", ("years", "2008"), "many"),
    ("tables/wastewater-cod.yaml", ("rows", "beer", "value"), ...),
]


@pytest.mark.parametrize(("name", "keys", "value"), WRONG, ids=lambda part: str(part)[:40])
def test_a_wrong_file_fails_at_the_part_that_is_wrong(
    name: str, keys: tuple[str | int, ...], value: Any
) -> None:
    found = objections(name, put(document(name), keys, value))
    above = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys[:1])
    assert found
    assert all(one.startswith(("$:", f"${above}", f"$['{keys[0]}']")) for one in found)


def test_a_value_may_be_one_or_several_and_a_series_may_be_short() -> None:
    diesel = document("fuels/diesel.yaml")
    several = [{**diesel["density"], "region": region} for region in ("VN", "TH")]
    assert objections("fuels/diesel.yaml", {**diesel, "density": several}) == []
    grid = put(document("grids/VN.yaml"), ("series", 0, "years", "2014"), "0.6612 t/MWh")
    assert objections("grids/VN.yaml", grid) == []


def test_what_a_series_shares_can_stand_in_each_of_its_values() -> None:
    """A key under `shared` goes into every value, and a value must know it there."""
    assert set(Shared.model_fields) <= set(Value.model_fields)
