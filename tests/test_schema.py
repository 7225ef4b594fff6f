"""JSON Schemas: which there are, what is in them, in which language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Annotated, Any
from unicodedata import normalize

import pytest
from jsonschema import Draft202012Validator
from pydantic import Field

import cpaudit
from cpaudit.language import Language
from cpaudit.schema.audit import CATEGORIES, AuditFile
from cpaudit.schema.editor import KINDS
from cpaudit.schema.fields import Name
from cpaudit.schema.generator import schema_of
from cpaudit.schema.given import BilledAs
from cpaudit.schema.model import Model
from cpaudit.schema.programme import ProgrammeFile
from cpaudit.schema.sections import Section

ENGLISH, VIETNAMESE = Language("en"), Language("vi")
HOLDING = ("properties", "$defs")


def parts(schema: Any, is_schema: bool = True) -> Iterator[dict[str, Any]]:
    """Every schema within a schema, itself first."""
    if isinstance(schema, dict):
        if is_schema:
            yield schema
        for key, part in schema.items():
            yield from parts(part, not (is_schema and key in HOLDING))
    elif isinstance(schema, list):
        for part in schema:
            yield from parts(part)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_and_says_which(kind: str) -> None:
    schema = cpaudit.json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:cpaudit:schema:{kind}:1"
    titles = [cpaudit.json_schema(kind, lang)["title"] for lang in ("en", "vi")]
    assert schema["title"] == " | ".join(titles)
    assert titles[0] != titles[1]


@pytest.mark.parametrize("kind", KINDS)
def test_references_lead_somewhere_and_every_definition_is_used(kind: str) -> None:
    schema = cpaudit.json_schema(kind)
    used = {part["$ref"].rpartition("/")[2] for part in parts(schema) if "$ref" in part}
    assert used == set(schema["$defs"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_mapping_says_all_of_its_keys_or_what_they_are_like(kind: str) -> None:
    for part in parts(cpaudit.json_schema(kind)):
        if "properties" in part:
            assert part["additionalProperties"] is False
        assert "default" not in part
        assert "$comment" not in part
        assert part.get("type") != "null"


def test_the_keys_of_an_audit_are_those_of_the_reader() -> None:
    """`class` is written so in a file; in Python it can't be."""
    schema = cpaudit.json_schema("audit")
    assert set(schema["properties"]) == set(AuditFile.model_fields)
    assert schema["required"] == ["cpaudit", "plant", "period", "resources"]
    option = schema["$defs"]["Option"]["properties"]
    assert option["class"]["enum"] == list(CATEGORIES)
    assert "class_" not in option


def test_sections_that_are_imported_late_are_there_in_full() -> None:
    schema = cpaudit.json_schema("audit")
    definitions = schema["$defs"]
    assert set(definitions["Boiler"]["properties"]) == {
        "name",
        "fuels",
        "steam",
        "enthalpy",
        "heat",
    }
    assert definitions["Design"]["properties"]["today"]["$ref"] == "#/$defs/ProductState"
    assert set(definitions["Bills"]["required"]) == {"csv", "column"}
    assert set(definitions["Monitoring"]["required"]) == {"reporting", "streams"}
    flow = schema["properties"]["material_flow"]
    assert (flow["type"], flow["items"]["$ref"]) == ("array", "#/$defs/QuantityCentre")
    assert schema["properties"]["monitoring"]["$ref"] == "#/$defs/Monitoring"
    assert schema["properties"]["boilers"]["additionalProperties"]["$ref"] == "#/$defs/Boiler"


def test_examples_are_shown_beside_the_keys() -> None:
    schema = cpaudit.json_schema("audit")
    resource = schema["$defs"]["Resource"]["properties"]
    assert resource["price"]["examples"] == ["1.25 million VND/t"]
    assert resource["power_factor"]["examples"] == ["0.85"]


def test_the_keys_of_a_programme_are_those_of_the_reader() -> None:
    schema = cpaudit.json_schema("programme")
    assert set(schema["properties"]) == set(ProgrammeFile.model_fields)
    assert schema["properties"]["programme"]["enum"] == ["1", 1]


class Measured(Model):
    """Two keys, one of them described in words that the catalogue has."""

    how: Name = Field(description="metered")
    other: dict[Name, Name] = Field(default_factory=dict, description="Fuel of no catalogue")


@pytest.mark.parametrize(
    ("languages", "how"),
    [
        ((ENGLISH,), "metered"),
        ((VIETNAMESE,), VIETNAMESE("metered")),
        ((ENGLISH, VIETNAMESE), f"metered\n{VIETNAMESE('metered')}"),
    ],
)
def test_a_description_is_in_the_languages_that_are_asked_for(
    languages: tuple[Language, ...], how: str
) -> None:
    schema = schema_of(Measured, languages)
    assert schema["properties"]["how"]["description"] == how
    assert schema["properties"]["other"]["description"] == "Fuel of no catalogue"
    assert "description" not in schema  # what a class says of itself is not for editors
    assert VIETNAMESE("metered") != "metered"


class Followed(Model):
    """A section that is imported late, and a quantity, each described."""

    monitoring: Annotated[Any, Section("monitoring", "Monitoring", alone=True)] = Field(
        default=None, description="metered"
    )
    amount: Annotated[Any, BilledAs("5 t")] = Field(description="billed")


def test_a_description_stands_beside_what_refers_to_a_definition() -> None:
    schema = schema_of(Followed, (ENGLISH,))
    assert schema["properties"] == {
        "monitoring": {"$ref": "#/$defs/Monitoring", "description": "metered"},
        "amount": {
            "$ref": "#/$defs/BilledQuantity",
            "description": "billed",
            "examples": ["5 t"],
        },
    }
    assert {"Monitoring", "Bills", "Quantity"} <= set(schema["$defs"])


@pytest.mark.parametrize("kind", ["audit", "programme", "fuels"])
def test_the_languages_differ_in_their_words_alone(kind: str) -> None:
    def bare(lang: str) -> str:
        schema = cpaudit.json_schema(kind, lang)
        return re.sub(r'"(description|title)": "(?:[^"\\]|\\.)*"', "", json.dumps(schema))

    assert bare("en") == bare("vi") == bare("both")


def test_the_patterns_of_letters_know_more_than_ascii() -> None:
    """Ids may be Vietnamese; digits and signs at their start are refused, as by the reader."""
    pattern = re.compile(cpaudit.json_schema("audit")["properties"]["gwp"]["pattern"])
    for good in ("AR5", "than_đá", "nước-thải", "Ấm", "a1", "é"):
        assert pattern.search(good), good
    in_parts = normalize("NFD", "Ấ" * 64)  # three characters a letter; one to the reader
    assert len(in_parts) == 192
    assert pattern.search(in_parts)
    for bad in ("", "5a", "-a", "_a", "a b", "a/b", "a.b", "a:b", "a,b", "{a}", "a`", "a[0]"):
        assert not pattern.search(bad), bad


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_in_both_languages(kind: str) -> None:
    for part in parts(cpaudit.json_schema(kind)):
        for key, one in part.get("properties", {}).items():
            assert len(one["description"].split("\n")) == 2, key
