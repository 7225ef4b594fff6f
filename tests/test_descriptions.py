"""Every key of every file says what it is, in both languages, beside the key in the model."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel

import cpaudit.schema
from cpaudit.diagnostics import Source, Span
from cpaudit.language import Language
from cpaudit.schema import AuditFile
from cpaudit.schema.factors import FILES, FOLDERS, MAPPINGS
from cpaudit.schema.given import BilledAs, GivenAs
from cpaudit.schema.inner_keys import LONG_FORM, PERIOD, YEARS
from cpaudit.schema.model import Model
from cpaudit.schema.programme import ProgrammeFile
from cpaudit.schema.sections import Section
from cpaudit.source import Text
from cpaudit.units import parse_quantity

VIETNAMESE = Language("vi")
ROOTS = (AuditFile, ProgrammeFile, *FILES.values(), *FOLDERS.values(), *MAPPINGS.values())
LONGEST = 90
# words of the files stay as they are; numbers in them are written with a decimal point
EXAMPLE = re.compile(r"\d+\.\d+|\b[a-z0-9]+_[a-z0-9_]+|\b(?!person-)[a-z]+(?:-[a-z]+)+(?=[ ,;)]|$)")

QUANTITY = re.compile(
    r"(?<![\w/.-])-?\d+(?:\.\d+)?(?: (?:million|billion|triệu|tỷ))? "
    r"(?!years|and|or|hoặc|và|năm|trong|being|là)(?:[A-Za-z][\w/]*|%)"
)
SPAN = Span(Source("description", ""), 1, 1, 1)


def models_in(part: Any) -> Iterator[type[BaseModel]]:
    """Models inside an annotation: in its arguments, or named by it and imported late."""
    if isinstance(part, Section | BilledAs):
        yield part.model
    elif isinstance(part, type) and issubclass(part, BaseModel):
        yield part
    for inner in (*getattr(part, "__args__", ()), *getattr(part, "__metadata__", ())):
        yield from models_in(inner)


def reachable() -> list[type[BaseModel]]:
    """Every model that a file can hold, in the order in which they are met."""
    found: list[type[BaseModel]] = []
    waiting: list[type[BaseModel]] = list(ROOTS)
    while waiting:
        model = waiting.pop(0)
        if model in found:
            continue
        found.append(model)
        for field in model.model_fields.values():
            waiting += models_in(field.annotation)
            for said in field.metadata:
                waiting += models_in(said)
    return found


MODELS = reachable()
FIELDS = [
    pytest.param(field.description or "", id=f"{model.__name__}.{field.alias or name}")
    for model in MODELS
    for name, field in model.model_fields.items()
]


def defined() -> set[type[Model]]:
    """Every model that the modules of the schema define."""
    for module in pkgutil.walk_packages(cpaudit.schema.__path__, "cpaudit.schema."):
        importlib.import_module(module.name)
    found: set[type[Model]] = set()
    waiting = [Model]
    while waiting:
        found |= (below := set(waiting.pop().__subclasses__()))
        waiting += below
    return {model for model in found if model.__module__.startswith("cpaudit.schema")}


def test_the_walk_meets_every_model_of_the_schema() -> None:
    """Models that others are made of, such as that of all values, need not be met themselves."""
    bases = {base for model in MODELS for base in model.__mro__}
    assert {model.__name__ for model in defined() - bases} == set()
    names = {model.__name__ for model in MODELS}
    assert names >= {"Boiler", "Design", "QuantityCentre", "Monitoring", "Bills", "Course", "Value"}


@pytest.mark.parametrize("description", FIELDS)
def test_a_key_says_what_it_is_in_both_languages(description: str) -> None:
    assert description.strip()
    assert description == description.strip().removesuffix(".")
    assert len(description) <= LONGEST
    translated = VIETNAMESE(description)
    assert translated.strip()
    assert translated != description


@pytest.mark.parametrize("description", FIELDS)
def test_what_is_to_be_written_is_the_same_in_both_languages(description: str) -> None:
    """Numbers, choices and ids of the file are no words to be translated."""
    written = EXAMPLE.findall(description)
    translated = VIETNAMESE(description)
    assert [one for one in written if one not in translated] == []


@pytest.mark.parametrize("description", FIELDS)
def test_examples_of_quantities_can_be_read_and_are_equal(description: str) -> None:
    """Every unit in them is known; 350 million VND may be 350 triệu VND in the other language."""

    def quantities(text: str) -> list[tuple[Decimal, str]]:
        read = [parse_quantity(Text(one), "plain", SPAN, "1 t") for one in QUANTITY.findall(text)]
        return [(one.value, one.unit) for one in read]

    assert quantities(description) == quantities(VIETNAMESE(description))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_two_keys_of_a_model_say_the_same(model: type[BaseModel], language: str) -> None:
    in_language = Language(language)
    said = [in_language(field.description or "") for field in model.model_fields.values()]
    assert [text for text, times in Counter(said).items() if times > 1] == []


@pytest.mark.parametrize("keys", [LONG_FORM, PERIOD, YEARS], ids=["value", "period", "years"])
def test_keys_without_a_model_say_what_they_are_too(keys: dict[str, str]) -> None:
    said = [*keys.values(), *map(VIETNAMESE, keys.values())]
    assert all(said)
    assert len(set(said)) == len(said)


def properties(part: Any) -> Iterator[dict[str, Any]]:
    """Keys of every mapping that a JSON Schema allows, at any depth."""
    if isinstance(part, dict):
        if "properties" in part:
            yield part["properties"]
        part = list(part.values())
    for inner in part if isinstance(part, list) else []:
        yield from properties(inner)


def test_the_long_form_of_a_value_is_described_where_an_editor_reads_it() -> None:
    long = next(properties(GivenAs("7054 MWh").json_schema()))
    assert {key: part["description"] for key, part in long.items()} == LONG_FORM


@pytest.mark.parametrize("root", ROOTS, ids=lambda model: model.__name__)
def test_each_key_of_a_json_schema_has_its_own_description(root: type[BaseModel]) -> None:
    schema = root.model_json_schema(by_alias=True)
    parts = {root.__name__: schema, **schema.get("$defs", {})}
    for model in (one for one in MODELS if one.__name__ in parts):
        written = {
            key: part["description"] for key, part in parts[model.__name__]["properties"].items()
        }
        fields = model.model_fields.items()
        assert written == {field.alias or name: field.description for name, field in fields}
