"""Parts that few files have: their models are imported, and built, where a file has one."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationInfo

from .validators import Validator


def model_of(module: str, name: str) -> type[BaseModel]:
    """The model called `name` in a module of this room."""
    found: type[BaseModel] = getattr(import_module(f"{__package__}.{module}"), name)
    return found


class Section(Validator):
    """A list of entries, each of the model called `name` in a module of this room."""

    def __init__(self, module: str, name: str) -> None:
        self.module = module
        self.name = name

    @property
    def model(self) -> type[BaseModel]:
        """The model of an entry."""
        return model_of(self.module, self.name)

    def json_schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"type": "object"}}

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        """The entries; pydantic puts the section's own place before that of a mistake in it."""
        entries: TypeAdapter[Any] = TypeAdapter(list[self.model])  # type: ignore[name-defined]
        return entries.validate_python(value, context=info.context)
