"""The JSON Schemas say what the reader says: of files in order and of wrong ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from agreeing import is_accepted, objections
from cpaudit.factors import default_library
from cpaudit.schema.editor import KINDS
from test_invalid import FILES as INVALID
from test_invalid import expected
from yaml_types import LOADERS

EXAMPLES = Path(__file__).parents[1] / "examples"
LIBRARY = default_library().files.root
WRONG = sorted((Path(__file__).parent / "schema_invalid").glob("*.yaml"))


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


def test_files_whose_mistakes_lie_deeper_pass_as_well() -> None:
    """Units, references and limits are no matter of a schema: the reader takes such files too."""
    programmes = sorted((Path(__file__).parent / "invalid_programmes").glob("*.yaml"))
    taken = 0
    for kind, paths in {"audit": INVALID, "programme": programmes}.items():
        for path in paths:
            text = path.read_bytes().decode("utf-8", "replace")
            if is_accepted(kind, text):
                taken += 1
                for reader in LOADERS:
                    assert objections(kind, text, reader) == [], path.name
    assert taken > 200


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
