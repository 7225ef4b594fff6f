"""The JSON Schemas say what the reader says: of files in order, of wrong ones, of changed ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import cpaudit
from cpaudit.factors import default_library
from cpaudit.schema import read_audit_file
from cpaudit.schema.editor import KINDS
from cpaudit.schema.factors import FILES, FOLDERS, MAPPINGS
from cpaudit.schema.programme import read_programme_file
from cpaudit.schema.reading import validate
from cpaudit.source import Map, read_document
from cpaudit.source.files import source_of_bytes
from test_invalid import FILES as INVALID
from test_invalid import expected
from test_never_raises import AUDIT
from yaml_types import LOADERS, TextLoader, loaded, written_out

EXAMPLES = Path(__file__).parents[1] / "examples"
LIBRARY = default_library().files.root
WRONG = sorted((Path(__file__).parent / "schema_invalid").glob("*.yaml"))
MODELS = {**FILES, **FOLDERS, **MAPPINGS}


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(cpaudit.json_schema(kind))


def objections(kind: str, text: str, reader: str) -> list[str]:
    """The paths at which the schema of a kind objects to a text, as one reader sees it."""
    found = validator(kind).iter_errors(loaded(text, LOADERS[reader]))
    return [one.json_path.removeprefix("$.") for one in found]


def is_accepted(kind: str, text: str) -> bool:
    """Whether this program's own reader takes the text for a file of the kind."""
    source, _ = source_of_bytes(text.encode(), "file.yaml")
    assert source is not None
    if kind == "audit":
        return read_audit_file(source).file is not None
    if kind == "programme":
        return read_programme_file(source).file is not None
    document, found = read_document(source)
    if document is None or found:
        return False
    model = MODELS.get(f"{kind}.yaml") or MODELS[kind]
    parts = list(document.values()) if f"{kind}.yaml" in MAPPINGS else [document]
    style = {"style": "plain"}
    return all(isinstance(one, Map) and not validate(model, one, style)[1] for one in parts)


def valid_files() -> Iterator[tuple[str, Path]]:
    for path in sorted(EXAMPLES.rglob("*.yaml")):
        yield "programme" if path.stem == "programme" else "audit", path
    for path in sorted(LIBRARY.rglob("*.yaml")):
        yield path.relative_to(LIBRARY).parts[0].removesuffix(".yaml"), path


VALID = list(valid_files())


@pytest.mark.parametrize("reader", LOADERS)
@pytest.mark.parametrize(("kind", "path"), VALID, ids=[path.stem for _, path in VALID])
def test_every_example_and_every_file_of_the_library_passes(
    kind: str, path: Path, reader: str
) -> None:
    assert objections(kind, path.read_text(encoding="utf-8"), reader) == []


def test_there_is_a_file_in_order_of_every_kind() -> None:
    assert {kind for kind, _ in VALID} == set(KINDS)


@pytest.mark.parametrize("path", WRONG, ids=lambda path: path.stem)
def test_a_wrong_file_fails_where_it_is_wrong(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    kind = path.stem.partition("-")[0]
    place = text.partition("\n")[0].removeprefix("# fails at ")
    for reader in LOADERS:
        assert objections(kind, text, reader) == [place], reader
    assert not is_accepted(kind, text)


def test_there_are_wrong_files_of_many_kinds() -> None:
    kinds = [path.stem.partition("-")[0] for path in WRONG]
    assert len(kinds) >= 40
    assert len(set(kinds)) >= 6


# mistakes that no schema of one file can tell, by their code
BEYOND_A_SCHEMA = {
    "K011": "the order of two months",
    "K013": "an id that stands twice",
    "K019": "a day that the month does not have",
}


def test_the_schema_knows_the_mistakes_of_keys_that_it_can_know() -> None:
    """Every file that the reader refuses for its keys alone is refused by the schema as well."""
    let_pass: set[str] = set()
    refused = 0
    for path in INVALID:
        codes = {code for code, *_ in expected(path)}
        if not all(re.match("K", code) for code in codes):
            continue
        kinds = [objections("audit", path.read_text("utf-8"), reader) for reader in LOADERS]
        refused += all(kinds)
        if not all(kinds):
            let_pass |= codes
    assert let_pass == set(BEYOND_A_SCHEMA)
    assert refused >= 40


# texts and parts that may stand nearly anywhere, most of them where they have no business
SCALARS = """
true|TRUE|1|0|-3|007|2008|1.5|.5|5.|1e3|0.85|x|VN|é|a.COD|metered|straight-line| |5 t|−5 t|+ 5 t|
2,5 t|12 %|3 VND|1 234 567 VND|2 thousand|2008-05|2008-02-06
"""
PARTS: list[Any] = [
    *[{}, [], ["a"], {"a": "2008"}, {"2008": "5 t"}, {"a": "5 t"}, {"value": "5 t", "unit": "t"}],
    *[{"value": "5 t", "source": "2008", "quality": "billed", "uncertainty": "2 %"}],
    *[{"csv": "b.csv", "column": "kWh"}, {"0": "5 VND", "1": "6 VND"}, {"1": "60 %"}],
    *[{"from": "2008", "to": "2009"}, ["2008-01", "2009-02"]],
]
OTHERS = [*SCALARS.replace("\n", "").split("|"), *PARTS]
LEFT_OUT = object()


def changed(part: Any, other: Any) -> Iterator[Any]:
    """A document with each of its parts in turn replaced by another, or left out; and each key."""
    if isinstance(part, dict):
        for key, one in part.items():
            without = {name: part[name] for name in part if name != key}
            yield without if other is LEFT_OUT else part | {key: other}
            if isinstance(other, str):
                yield {other if name == key else name: value for name, value in part.items()}
            yield from (part | {key: changed_one} for changed_one in changed(one, other))
    if isinstance(part, list):
        for index, one in enumerate(part):
            yield part[:index] + [other] * (other is not LEFT_OUT) + part[index + 1 :]
            for changed_one in changed(one, other):
                yield [*part[:index], changed_one, *part[index + 1 :]]


def check_agreement(kind: str, document: Any, every: int) -> int:
    """Assert that what the reader accepts passes the schema; how many changed files it accepts."""
    accepted = 0
    texts = (one for other in [LEFT_OUT, *OTHERS] for one in changed(document, other))
    for number, one in enumerate(texts):
        text = written_out(one) if number % every == 0 else ""
        if text and is_accepted(kind, text):
            accepted += 1
            for reader in LOADERS:
                assert objections(kind, text, reader) == [], text
    return accepted


def test_changed_audits_that_the_reader_accepts_pass() -> None:
    assert check_agreement("audit", AUDIT, 5) > 100


CHANGED = {
    "audit": EXAMPLES / "mfca-nails.yaml",
    "programme": EXAMPLES / "vncpc-2008" / "programme.yaml",
    "fuels": LIBRARY / "fuels" / "diesel.yaml",
    "charges": LIBRARY / "charges" / "vn-wastewater.yaml",
    "sectors": LIBRARY / "sectors" / "beer.yaml",
}


@pytest.mark.parametrize("kind", CHANGED)
def test_changed_files_that_the_reader_accepts_pass(kind: str) -> None:
    document = loaded(CHANGED[kind].read_text(encoding="utf-8"), TextLoader)
    assert check_agreement(kind, document, 41) > 10


SECTIONS = {"bills/plant": 19, "monitored-dyehouse": 307, "design-basket": 37, "cdm-steam": 19}


@pytest.mark.parametrize("name", SECTIONS)
def test_changed_examples_that_the_reader_accepts_pass(name: str) -> None:
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    assert check_agreement("audit", loaded(text, TextLoader), SECTIONS[name]) > 10
