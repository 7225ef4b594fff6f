"""Located data to validated models; what pydantic objects to becomes diagnostics with a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar, cast

from pydantic import BaseModel, ValidationError

from ..diagnostics import Diagnostic, Mistake, Source, Span, Word
from ..diagnostics.codes import keys as codes
from ..diagnostics.similar import similar_to
from ..language import N_
from ..source import Map, Missing, Text, read_document
from ..units.numbers import Style
from .audit import AuditFile
from .given import BilledAs
from .salvage import salvaged
from .sections import Section

M = TypeVar("M", bound=BaseModel)
MOST_MISTAKES = 200


class Reading(NamedTuple):
    """A file as it was read: the file itself, or what is left of it to look for more mistakes."""

    file: AuditFile | None
    diagnostics: list[Diagnostic]
    rest: AuditFile | None = None
    lost_entries: bool = False


def read_audit_file(source: Source) -> Reading:
    """The audit file in a text; no file where a mistake keeps it from being understood."""
    document, found = read_document(source)
    if document is None:
        return Reading(None, found)
    if "programme" in document and "cpaudit" not in document:
        span = document.key_span("programme")
        return Reading(None, [codes.IS_A_PROGRAMME.at(span, path=source.name)])
    if len(found) > MOST_MISTAKES:
        return Reading(None, first_of(found))
    context = {"style": number_style_of(document)}
    model, more = validate(AuditFile, document, context)
    # a mistake of the text is told by the reader; the schema then stumbles over the same place
    told = {(said.span.line, said.span.column) for said in found if said.span}
    found += [said for said in more if not said.span or said.span[1:3] not in told]
    if not found:
        return Reading(model, [])
    return Reading(None, found, *salvaged(AuditFile, document, context))


def first_of(found: list[Diagnostic]) -> list[Diagnostic]:
    """The first mistakes of a text that has more of them than are told, and how many follow."""
    count = len(found) - MOST_MISTAKES
    the_others = codes.MANY_MORE.at(found[MOST_MISTAKES - 1].span, count=count)
    return [*found[:MOST_MISTAKES], the_others]


def number_style_of(document: Map) -> Style | None:
    """How an audit says that it writes numbers; None where it does not say."""
    plant = document.get(Text("plant"))
    return style_of(plant.get(Text("number_style")) if isinstance(plant, Map) else None)


def style_of(written: object) -> Style | None:
    """The style of numbers that a file declares; None where it is none, or no text at all."""
    known = isinstance(written, Text) and written in {"plain", "vi", "en"}
    return cast("Style", str(written)) if known else None


def validate(
    model: type[M], document: Map, context: Mapping[str, Any]
) -> tuple[M | None, list[Diagnostic]]:
    """The model of a located mapping, or every diagnostic that stands in the way."""
    try:
        return model.model_validate(document, context=dict(context)), []
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        found = [_diagnostic(model, document, error) for error in errors[:MOST_MISTAKES]]
        found.sort(key=lambda said: said.span[1:3] if said.span else (0, 0))
        rest = len(errors) - MOST_MISTAKES
        return None, [*found, codes.MANY_MORE.at(found[-1].span, count=rest)] if rest > 0 else found


def _diagnostic(model: type[BaseModel], document: Map, error: Any) -> Diagnostic:
    place = _Place(document, error["loc"])
    carried = error.get("ctx", {}).get("error")
    if isinstance(carried, Mistake):
        said = carried.diagnostic
        values = {"key": place.key, "parent": place.parent, **said.values}
        if said.code is codes.FORMAT_VERSION:
            values["version"] = "1"
        return said._replace(span=said.span or place.span, values=values)
    kind = error["type"]
    if kind == "missing":
        return codes.MISSING.at(place.span, key=place.key, parent=place.parent)
    if kind == "extra_forbidden":
        return _unknown_key(model, place)
    if isinstance(error.get("input"), Missing):
        return codes.NO_VALUE.at(place.span, key=place.key)
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        return codes.NOT_A_MAPPING.at(place.span, key=place.key)
    if kind in {"list_type", "tuple_type"}:
        return codes.NOT_A_LIST.at(place.span, key=place.key)
    return codes.OTHER.at(place.span, text=place.key)


def _unknown_key(model: type[BaseModel], place: _Place) -> Diagnostic:
    known = _keys_at(model, place.names)
    similar = similar_to(place.key, known)
    span = place.key_span
    if similar:
        return codes.UNKNOWN_SIMILAR.at(span, key=place.key, similar=similar)
    return codes.UNKNOWN.at(span, key=place.key, known=", ".join(known))


class _Place:
    """Where in the document an error's location lies; union and model tags in it are skipped."""

    def __init__(self, document: Map, loc: tuple[int | str, ...]) -> None:
        value: Any = document
        self.names: list[str] = []
        self.span: Span = document.span
        self.key_span: Span = document.span
        missing = ""
        for step in loc:
            if step == "[key]":
                # the key itself is wrong: it is one of those of the mapping that it stands in
                self.names.pop()
            elif isinstance(value, Map) and isinstance(step, int):
                continue  # one entry in the place of a list of them
            elif isinstance(value, Map):
                if step in value:
                    self.key_span = value.key_span(str(step))
                    value = value[step]  # type: ignore[index]
                    self.names.append(str(step))
                    self.span = getattr(value, "span", self.span)
                    continue
                missing = str(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
                self.span = getattr(value, "span", self.span)
        self.key = missing or (self.names[-1] if self.names else "")
        above = self.names if missing else self.names[:-1]
        self.parent = above[-1] if above else Word(N_("audit file"))


def _keys_at(model: type[BaseModel], names: list[str]) -> list[str]:
    """The keys that the model knows beside the last of `names`."""
    current: type[BaseModel] | None = model
    for name in names[:-1]:
        if current is None:
            break
        field = _fields(current).get(name)
        current = _model_in(field) if field is not None else current
    return list(_fields(current)) if current else []


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {
        field.alias or name: _late_model(field.metadata) or field.annotation
        for name, field in model.model_fields.items()
    }


def _late_model(metadata: Iterable[Any]) -> type[BaseModel] | None:
    """The model that an annotation imports only where a file needs it."""
    return next((part.model for part in metadata if isinstance(part, Section | BilledAs)), None)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside list[…], dict[…, …], Annotated[…, …] or … | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _model_in(part)
        if found:
            return found
    return _late_model(getattr(annotation, "__metadata__", ()))
