"""A text to a programme file; what is wrong with it becomes diagnostics with a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...diagnostics import Diagnostic, Source, Word
from ...diagnostics.codes import programme as codes
from ...language import N_
from ...source import Map, Seq, Text, read_document
from ..reading import MOST_MISTAKES, first_of, style_of, validate
from ..salvage import salvaged
from .file import ProgrammeFile


class ProgrammeReading(NamedTuple):
    """The file as it was read, or what is left of it to look for more mistakes in."""

    file: ProgrammeFile | None
    diagnostics: list[Diagnostic]
    rest: ProgrammeFile | None = None
    lost_entries: bool = False


def read_programme_file(source: Source) -> ProgrammeReading:
    """The programme file in a text; no file where a mistake keeps it from being understood."""
    document, found = read_document(source)
    if document is None:
        return ProgrammeReading(None, found)
    if "cpaudit" in document and "programme" not in document:
        span = document.key_span("cpaudit")
        return ProgrammeReading(None, [codes.IS_AN_AUDIT.at(span, path=source.name)])
    if len(found) > MOST_MISTAKES:
        return ProgrammeReading(None, first_of(found))
    context = {"style": style_of(document.get(Text("number_style")))}
    model, more = validate(ProgrammeFile, document, context)
    told = {(said.span.line, said.span.column) for said in found if said.span}
    found += [_of_programme(one) for one in more if not one.span or one.span[1:3] not in told]
    if not found:
        return ProgrammeReading(model, [])
    found += _courses_without_days(document)
    return ProgrammeReading(None, found, *salvaged(ProgrammeFile, document, context))


def _of_programme(said: Diagnostic) -> Diagnostic:
    """A key that is missing at the top is missing in the programme file, not in an audit."""
    if said.values.get("parent") == "audit file":
        return said._replace(values={**said.values, "parent": Word(N_("programme file"))})
    return said


def _courses_without_days(document: Map) -> Iterator[Diagnostic]:
    """Courses of a mistaken file that lack their days: they may be taken out of the rest of it."""
    training = document.get(Text("training"))
    for entry in training if isinstance(training, Seq) else ():
        if isinstance(entry, Map) and not {"days", "person_days"} & set(map(str, entry)):
            course = entry.get(Text("course"))
            if isinstance(course, Text):
                yield codes.NO_PERSON_DAYS.at(course.span, course=course)
