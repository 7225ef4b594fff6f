"""JSON Schemas of the files that a user writes, made from their models, in the chosen languages."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ..language import Language
from .given import GivenAs, RatioGiven
from .json_types import Schema, billed_quantity, by_key, reference_to
from .programme.values import CountGiven
from .sections import model_of

# where a schema holds others: under names of the file's own, one, or in a list
_NAMED = ("properties", "$defs")
_SINGLE = ("items", "additionalProperties", "propertyNames", "if", "then", "else")
_LISTED = ("anyOf",)
# what a key says of itself, beside the shape of its value
_BESIDE = ("examples", "description")


class _Generator(GenerateJsonSchema):
    """Models as the reader takes them: a key may be left out, but is never empty."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        keys = self.generate_inner(schema["keys_schema"])
        return by_key(keys, self.generate_inner(schema["values_schema"]))

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """What a class says of itself is for those who read the program."""
        made = super().model_schema(schema)
        if made.get("description") == cleandoc(schema["cls"].__doc__ or ""):
            del made["description"]
        made.pop("title", None)
        return made


def schema_of(model: type[BaseModel], languages: tuple[Language, ...]) -> Schema:
    """The schema of one model, with its descriptions in every one of the languages.

    Models that are imported late stand among the definitions, and so do shapes of values that
    many keys have.
    """
    definitions: dict[str, Schema] = {}
    made = _with_late_models(model, definitions)
    shapes = _shapes()
    used: dict[str, Schema] = {}

    def hoisted(part: Schema) -> Schema:
        shape = {key: one for key, one in part.items() if key not in _BESIDE}
        name = next((name for name, one in shapes.items() if one == shape), None)
        if name is None:
            return part
        used[name] = shapes[name]
        return _referring(name, part)

    def translated(part: Schema) -> Schema:
        said = part.get("description")
        return part if said is None else {**part, "description": _in_all(said, languages)}

    whole = _changed({**made, "$defs": definitions}, hoisted)
    whole["$defs"] = dict(sorted({**whole["$defs"], **used}.items()))
    translation: Schema = _changed(whole, translated)
    return translation


def _with_late_models(model: type[BaseModel], definitions: dict[str, Schema]) -> Schema:
    """The schema of a model without its definitions, which are put among the others."""
    waiting: dict[str, str] = {}

    def referred(part: Schema) -> Schema:
        late = part.get("$comment")
        if late is None:
            return part
        module, _, name = late.rpartition(".")
        waiting[name] = module
        return _referring(name, part)

    made: Schema = _changed(model.model_json_schema(schema_generator=_Generator), referred)
    definitions |= made.pop("$defs", {})
    for name, module in waiting.items():
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = _with_late_models(model_of(module, name), definitions)
    return made


def _referring(name: str, part: Schema) -> Schema:
    """What refers to a definition, with what the key says of itself."""
    return {**reference_to(name), **{key: part[key] for key in _BESIDE if key in part}}


def _shapes() -> dict[str, Schema]:
    """Quantities with their unit, those that bills may tell as well, and plain numbers."""
    given = {**reference_to("Quantity"), "examples": []}
    shapes = {
        "Quantity": GivenAs("").json_schema(),
        "BilledQuantity": billed_quantity(given, reference_to("Bills")),
        "Number": RatioGiven("").json_schema(),
        "Count": CountGiven("").json_schema(),
    }
    for shape in shapes.values():
        del shape["examples"]
    return shapes


def _in_all(text: str, languages: tuple[Language, ...]) -> str:
    """A text in each language on a line of its own; once where they do not differ."""
    return "\n".join(dict.fromkeys(language(text) for language in languages))


def _changed(schema: Any, change: Callable[[Schema], Schema]) -> Any:
    """A schema in which each part is changed, those within a part before the part itself."""
    if not isinstance(schema, dict):
        return schema
    made = dict(schema)
    for key in _NAMED:
        if key in made:
            made[key] = {name: _changed(one, change) for name, one in made[key].items()}
    for key in _SINGLE:
        if key in made:
            made[key] = _changed(made[key], change)
    for key in _LISTED:
        if key in made:
            made[key] = [_changed(one, change) for one in made[key]]
    return change(made)
