"""Parts that few files have: their models are imported, and built, where a file has one."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationInfo

from ..source import Text
from .json_types import Schema, by_key, late_model
from .validators import IDENT, Validator


def model_of(module: str, name: str) -> type[BaseModel]:
    """The model called `name` in a module of this room."""
    found: type[BaseModel] = getattr(import_module(f"{__package__}.{module}"), name)
    return found


class Section(Validator):
    """A list of entries, each of the model called `name` in a module of this room.

    Where `alone`, the section is one such entry itself; where `by_id`, a mapping of ids to them.
    """

    def __init__(self, module: str, name: str, alone: bool = False, by_id: bool = False) -> None:
        self.module = module
        self.name = name
        self.alone = alone
        self.by_id = by_id

    @property
    def model(self) -> type[BaseModel]:
        """The model of an entry."""
        return model_of(self.module, self.name)

    def json_schema(self) -> Schema:
        entry = late_model(self.module, self.name)
        if self.by_id:
            return by_key(IDENT.json_schema(), entry)
        return entry if self.alone else {"type": "array", "items": entry}

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        """The entries; pydantic puts the section's own place before that of a mistake in it."""
        if self.alone:
            return self.model.model_validate(value, context=info.context)
        shape = dict[Annotated[Text, IDENT], self.model] if self.by_id else list[self.model]  # type: ignore[name-defined]
        entries: TypeAdapter[Any] = TypeAdapter(shape)
        return entries.validate_python(value, context=info.context)
