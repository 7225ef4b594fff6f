"""JSON Schemas of the files that a user writes, made from their models, in the chosen languages."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ..language import Language
from .given import QUALITIES
from .json_types import Schema, by_key, quantity
from .validators import Validator

# where a schema holds others: under names of the file's own, one, or in a list
_NAMED = ("properties", "$defs")
_SINGLE = ("items", "additionalProperties", "propertyNames", "if", "then", "else")
_LISTED = ("anyOf",)
_DEFINITIONS = "#/$defs/{model}"


class _Generator(GenerateJsonSchema):
    """Models as the reader takes them: a key may be left out, but is never empty."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        keys = self.generate_inner(schema["keys_schema"])
        return by_key(keys, self.generate_inner(schema["values_schema"]))

    def function_plain_schema(self, schema: Any) -> JsonSchemaValue:
        """Values are read by the validators of this room, which say themselves what they take."""
        validator: Validator = schema["function"]["function"].__self__
        return validator.json_schema_with(self._reference)

    def _reference(self, model: type[BaseModel]) -> JsonSchemaValue:
        """A model that is imported late, put among the definitions."""
        model.model_rebuild()
        core: Any = model.__pydantic_core_schema__
        if core["type"] == "model":
            core = {**core, "ref": f"{model.__module__}.{model.__qualname__}:0"}
        return self.generate_inner(core)

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

    Shapes of values that nearly every key has stand among the definitions once.
    """
    made: Schema = model.model_json_schema(schema_generator=_Generator)
    shared = _shared_shapes()
    used: set[str] = set()

    def hoisted(part: Schema) -> Schema:
        shape = {key: one for key, one in part.items() if key not in {"examples", "description"}}
        name = next((name for name, one in shared.items() if one == shape), None)
        if name is None:
            return part
        used.add(name)
        beside = {key: one for key, one in part.items() if key not in shape}
        return {"$ref": _DEFINITIONS.format(model=name), **beside}

    def translated(part: Schema) -> Schema:
        said = part.get("description")
        return part if said is None else {**part, "description": _in_all(said, languages)}

    made = _changed(_changed(made, hoisted), translated)
    definitions = {**made.pop("$defs", {}), **{name: shared[name] for name in used}}
    return {**made, "$defs": dict(sorted(definitions.items()))} if definitions else made


def _shared_shapes() -> dict[str, Schema]:
    """Quantities with their unit, those that bills may tell as well, and plain numbers."""
    shapes = {
        "Quantity": quantity("", QUALITIES),
        "Number": quantity("", QUALITIES, number=True),
        "Count": quantity("", QUALITIES, number=True, minimum=0),
    }
    for shape in shapes.values():
        del shape["examples"]
    reference = {"$ref": _DEFINITIONS.format(model="Quantity")}
    billed = {
        "if": {"type": "object", "required": ["csv"]},
        "then": {"$ref": _DEFINITIONS.format(model="Bills")},
        "else": reference,
    }
    return {**shapes, "BilledQuantity": billed}


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
