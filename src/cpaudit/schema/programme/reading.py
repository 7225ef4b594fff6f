"""A text to a programme file; what is wrong with it becomes diagnostics with a place."""

from __future__ import annotations

from ...diagnostics import Diagnostic, Source, Word
from ...diagnostics.codes import programme as codes
from ...language import N_
from ...source import Text, read_document
from ..reading import validate
from .file import ProgrammeFile


def read_programme_file(source: Source) -> tuple[ProgrammeFile | None, list[Diagnostic]]:
    """The programme file in a text; None where a mistake keeps it from being understood."""
    document, found = read_document(source)
    if document is None:
        return None, found
    if "cpaudit" in document and "programme" not in document:
        span = document.key_span("cpaudit")
        return None, [codes.IS_AN_AUDIT.at(span, path=source.name)]
    style = document.get(Text("number_style"))
    context = {"style": str(style) if style in {"plain", "vi", "en"} else None}
    model, more = validate(ProgrammeFile, document, context)
    told = {(said.span.line, said.span.column) for said in found if said.span}
    found += [_of_programme(one) for one in more if not one.span or one.span[1:3] not in told]
    return (None if found else model), found


def _of_programme(said: Diagnostic) -> Diagnostic:
    """A key that is missing at the top is missing in the programme file, not in an audit."""
    if said.values.get("parent") == "audit file":
        return said._replace(values={**said.values, "parent": Word(N_("programme file"))})
    return said
