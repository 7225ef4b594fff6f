"""What a JSON Schema and this program's own reader say of one text."""

from __future__ import annotations

from functools import cache

from jsonschema import Draft202012Validator

import cpaudit
from cpaudit.schema import read_audit_file
from cpaudit.schema.factors import FILES, FOLDERS, MAPPINGS
from cpaudit.schema.programme import read_programme_file
from cpaudit.schema.reading import validate
from cpaudit.source import Map, read_document
from cpaudit.source.files import source_of_bytes
from yaml_types import LOADERS, loaded

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
    if source is None:
        return False
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
