"""Expected figures that have changed: the text of the audit with what comes out now.

Only the characters of the values that fail are others; a value that can't be written in its place
is told and left.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import normalize

from ..checks.expectations import compared, is_met
from ..diagnostics import Code, Diagnostic, Source, Word
from ..diagnostics.codes import updates as codes
from ..domain import Expectation
from ..engine import Assessment
from ..engine.paths import tree_for
from ..figure import Figure
from ..language import N_
from ..schema.reading import number_style_of
from ..source import Located, Map, Seq, Text, read_document
from ..source.written import Edit, Layout, Scalar, edited, scalars_in
from ..units.numbers import Refused, Style
from ..units.writing import form_of
from .checked import Change
from .rounding import text_within

_LAYOUTS: Mapping[Layout, str] = {
    "block": N_("as a block of text"),
    "lines": N_("over several lines"),
    "escaped": N_("with escapes"),
}


class Update(NamedTuple):
    """The text of a file with its expected figures as they come out now.

    `changes` are in the order of the file, and `places` line and column of each value in the
    document as it was read; `left` says why values that fail stay as they are.
    """

    text: str
    changes: tuple[Change, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    left: tuple[Diagnostic, ...] = ()


class _Unmet(NamedTuple):
    """An expectation whose figure comes out otherwise; `ratio` is of the units, `stated` is the
    value in the document."""

    expectation: Expectation
    figure: Figure
    ratio: float
    stated: Located


def update_of(source: Source, assessment: Assessment) -> Update:
    """The text of an audit in which the expectations that fail have the value that comes out.

    `source` is the text that the assessment is of. What can't be compared at all (X002 to X005) is
    left without a word of its own.
    """
    document, _ = read_document(source)
    if document is None or not assessment.audit.expectations:
        return Update(source.text)
    unmet = _unmet(assessment, document)
    if not unmet:
        return Update(source.text)
    style, scalars = number_style_of(document), scalars_in(source)
    edits: list[Edit] = []
    changes: list[Change] = []
    places: list[tuple[int, int]] = []
    left: list[Diagnostic] = []
    for one in unmet:
        place = one.expectation.span[1:3]
        made = _rewritten(one, scalars[place], style)
        if isinstance(made, Diagnostic):
            left.append(made)
            continue
        edits.append(made[0])
        changes.append(made[1])
        places.append(place)
    return Update(edited(source.text, edits), tuple(changes), tuple(places), tuple(left))


def _unmet(assessment: Assessment, document: Map) -> list[_Unmet]:
    """Every expectation that can be compared, and fails."""
    expectations = assessment.audit.expectations
    tree = tree_for(assessment, [one.path for one in expectations])
    entries = document[Text("expect")]
    assert isinstance(entries, Seq)  # the schema has seen it
    found = []
    for expectation, entry in zip(expectations, entries, strict=True):
        made = compared(expectation, tree)
        if isinstance(made, Diagnostic) or is_met(expectation, *made):
            continue
        assert isinstance(entry, Map)
        found.append(_Unmet(expectation, *made, entry[Text("value")]))
    return found


def _rewritten(
    one: _Unmet, scalar: Scalar, style: Style | None
) -> tuple[Edit, Change] | Diagnostic:
    """What to write in the place of a scalar, or why it stays."""
    expectation = one.expectation
    if scalar.layout in _LAYOUTS:
        return _left(codes.NOT_ON_ITS_LINE, one, style, how=Word(_LAYOUTS[scalar.layout]))
    if scalar.is_repeated:
        return _left(codes.USED_TWICE, one, style)
    new = _new_text(one, scalar.text, style, scalar.can_hold_commas)
    if new is None:
        return _not_to_be_met(one)
    needs_quotes = "," in new and not scalar.can_hold_commas
    edit = Edit(scalar.start, scalar.end, f"'{new}'" if needs_quotes else new)
    source = _source_of(one.stated)
    return edit, Change(expectation.path, scalar.line, scalar.text.strip(), new.strip(), source)


def _new_text(one: _Unmet, text: str, style: Style | None, may_add_commas: bool) -> str | None:
    try:
        form = form_of(text, style, may_add_commas)
    except Refused:
        return None
    return text_within(form, one.expectation, one.figure, one.ratio)


def _left(code: Code, one: _Unmet, style: Style | None, **values: object) -> Diagnostic:
    """Why a value stays as it is, with what to write in its place."""
    expectation = one.expectation
    new = _new_text(one, " ".join(expectation.text.split()), style, may_add_commas=True)
    if new is None:
        return _not_to_be_met(one)
    return code.at(expectation.span, figure=expectation.path, text=new, **values)


def _not_to_be_met(one: _Unmet) -> Diagnostic:
    span, path, within = one.expectation.span, one.expectation.path, one.expectation.tolerance_text
    return codes.NOT_TO_BE_MET.at(span, figure=path, within=within, actual=one.figure)


def _source_of(stated: Located) -> str | None:
    source = stated.get(Text("source")) if isinstance(stated, Map) else None
    return str(source) if isinstance(source, Text) else None


def is_same_but(source: Source, update: Update) -> bool:
    """Whether the new text of an audit says the same as the old one but for the values changed."""
    before = read_document(source)[0]
    after, _ = read_document(Source(source.name, update.text))
    texts = {place: one.new for place, one in zip(update.places, update.changes, strict=True)}
    return after is not None and _said(before, texts) == _said(after, {})


def _said(located: Located | None, texts: Mapping[tuple[int, int], str]) -> object:
    """What a document says, as plain data; other texts in the place of some."""
    if isinstance(located, Map):
        return [(str(key), _said(value, texts)) for key, value in located.items()]
    if isinstance(located, Seq):
        return [[_said(value, texts)] for value in located]
    if isinstance(located, Text):
        return normalize("NFC", texts.get(located.span[1:3], located)).strip()
    return None
