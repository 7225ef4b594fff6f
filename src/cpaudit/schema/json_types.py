"""Parts of JSON Schemas: what an editor's YAML reader makes of the texts that this program accepts.

Every scalar is text to this program; a YAML 1.2 reader makes numbers and booleans of some. A schema
must accept either, so its types are those that the core schema of YAML 1.2 gives to such texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Schema = dict[str, Any]

SCALAR = ["string", "number", "boolean"]
ANY_TEXT: Schema = {"type": SCALAR, "pattern": r"\S"}
# a number is followed by its unit: which units there are, and which separators a file uses, only
# the program knows
_NUMBER = r"^\s*[-+−]?\s*(?!0\d)\d"
_NOT_BELOW_ZERO = r"^(?!\s*[-−]\s*[1-9])"
QUANTITY_PATTERN = _NUMBER + r"([\d.,\s]*\d)?(?![eE][-+]?\d)\s*[^\d.,_:\s]"
_INTEGER = re.compile(r"[-+]?[0-9]+")
# ASCII has no other letters; of all other characters `\w` knows which are, and JSON Schema does not
_SPELT_OUT = (
    (r"[^\W\d_]", r"[^\x00-@\[-`{-\x7f]"),
    (r"[\w-]", r"[^\x00-,./:-@\[-^`{-\x7f]"),
    (r"[\w.-]", r"[^\x00-,/:-@\[-^`{-\x7f]"),
)
_UP_TO = re.compile(r"\{0,\d\d+\}")


def readings(text: str) -> list[str | int | bool]:
    """A text, and what a YAML reader makes of it if that is something else."""
    if text in {"true", "false"}:
        return [text, text == "true"]
    return [text, int(text)] if _INTEGER.fullmatch(text) else [text]


def matching(pattern: re.Pattern[str], numbers: tuple[int, int] | None) -> Schema:
    """Text of a form; `numbers` are the least and the largest whole number of that form."""
    spelt = pattern.pattern
    for python, everywhere in _SPELT_OUT:
        spelt = spelt.replace(python, everywhere)
    # letters may be written in parts, which this program joins before it counts them
    types, bounds = ["string"], {}
    if numbers is not None:
        types.append("integer")
        bounds = {"minimum": numbers[0], "maximum": numbers[1]}
    if pattern.fullmatch("true"):
        types.append("boolean")
    type_ = types if len(types) > 1 else types[0]
    return {"type": type_, "pattern": f"^(?:{_UP_TO.sub('*', spelt)})$", **bounds}


def quantity(
    example: str,
    qualities: tuple[str, ...],
    words: dict[str, str],
    number: bool = False,
    **bounds: object,
) -> Schema:
    """A number and its unit, or the long form; where `number`, a number alone will do.

    `bounds` are the keywords for a number that is not below zero.
    """
    pattern = _NUMBER if number else QUANTITY_PATTERN
    if bounds:
        pattern = pattern.replace("^", _NOT_BELOW_ZERO, 1)
    short: Schema = {
        "type": ["string", "number"] if number else "string",
        "pattern": pattern,
        **bounds,
    }
    parts = {
        "value": short,
        "source": {"type": SCALAR},
        "quality": {"enum": list(qualities)},
        "uncertainty": {"type": "string", "pattern": QUANTITY_PATTERN},
    }
    types = ["string", "number", "object"] if number else ["string", "object"]
    long = mapping_of(described(parts, words), "value")
    return {**short, **long, "type": types, "examples": [example]}


def billed_quantity(given: Schema, bills: Schema) -> Schema:
    """A quantity as it is given, or a column of bills."""
    return {
        "if": {"type": "object", "required": ["csv"]},
        "then": bills,
        "else": {key: part for key, part in given.items() if key != "examples"},
        "examples": given["examples"],
    }


def late_model(module: str, name: str) -> Schema:
    """The place of a model of this room that is imported late; the generator puts it there."""
    return {"type": "object", "$comment": f"{module}.{name}"}


def reference_to(name: str) -> Schema:
    """What refers to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def described(parts: dict[str, Schema], words: dict[str, str]) -> dict[str, Schema]:
    """Keys with what each means."""
    return {key: {**part, "description": words[key]} for key, part in parts.items()}


def mapping_of(properties: dict[str, Schema], *required: str) -> Schema:
    """A mapping with these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def by_key(keys: Schema, values: Schema, **more: object) -> Schema:
    """A mapping of keys of one kind to values of one kind; in JSON every key is a string."""
    names = {key: part for key, part in keys.items() if key in {"pattern", "enum"}}
    return {"type": "object", "propertyNames": names, "additionalProperties": values, **more}


def chosen_by_key(key: str, with_key: Schema, without: Schema, otherwise: Schema) -> Schema:
    """A mapping with a key, one without it, or anything else."""
    return {
        "if": {"type": "object"},
        "then": {"if": {"required": [key]}, "then": with_key, "else": without},
        "else": otherwise,
    }


def one_or_several(one: Schema) -> Schema:
    """A value that is no list, or a list of such values."""
    return {**one, "type": [*_types(one), "array"], "items": one}


def short_form(short: Schema) -> Callable[[Schema], None]:
    """Let the schema of a model accept a short form as well, which is no mapping."""

    def extend(schema: Schema) -> None:
        schema.update({**short, "type": ["object", *_types(short)]})

    return extend


def _types(schema: Schema) -> list[str]:
    types = schema["type"]
    return list(types) if isinstance(types, list) else [types]
