"""A check as the XML of JUnit, which most servers of continuous integration show.

There is no one standard of it. The document meets both schemas that are used: that of Apache Ant's
report (Windy Road) and that of Jenkins (junit-10). A file is a suite; every expected figure, and
every error and warning, is a case; a finding that is switched off is a case that was skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ....diagnostics import Diagnostic, Level
from ....diagnostics.codes.figures import OF_EXPECTATIONS
from ....language import N_, Language
from ....portfolio.checking import Checked
from ...diagnostics import message_of, text_of

# what XML 1.0 can't hold, not even escaped
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_READ = N_("the file can be assessed")
_EXPECTED = N_("{figure} as expected")
_OF_EXPECTATIONS = frozenset(code.id for code in OF_EXPECTATIONS)


class _Case(NamedTuple):
    """A case: its name, and what makes it fail, or why it was skipped."""

    name: str
    failure: Diagnostic | None = None
    skipped: str | None = None
    is_fault: bool = False


def junit_xml(files: Iterable[Checked], strict: bool, language: Language, when: datetime) -> str:
    """The document; `when` is the time of the check, which the form asks for."""
    root = Element("testsuites")
    for number, checked in enumerate(files):
        _add_suite(root, number, checked, list(_cases(checked, strict, language)), language, when)
    indent(root, " ")
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _cases(checked: Checked, strict: bool, language: Language) -> Iterator[_Case]:
    stated = {(one.figure, one.line, one.column) for one in checked.expected}
    unmet, others = {}, []
    for said in checked.findings:
        place = _expectation(said)
        if place in stated:
            unmet[place] = said
        else:
            others.append(said)
    if not any(said.is_error for said in others):
        yield _Case(language(_READ))
    for said in others:
        if said.level is not Level.NOTE:
            failure = said if said.is_error or strict else None
            yield _Case(_name(said, language), failure, is_fault=checked.failed)
    for one in checked.expected:
        name = language(_EXPECTED).format(figure=one.figure)
        yield _Case(name, unmet.get((one.figure, one.line, one.column)))
    for said, off in checked.silenced:
        yield _Case(_name(said, language), skipped=off.reason)


def _expectation(said: Diagnostic) -> tuple[object, int, int] | None:
    """The figure and the place of the expectation that is not met; None for another finding."""
    if said.code.id not in _OF_EXPECTATIONS or said.span is None:
        return None
    figure = said.values.get("figure", said.values.get("path"))
    return figure, said.span.line, said.span.column


def _name(said: Diagnostic, language: Language) -> str:
    line = said.span.line if said.span else 1
    return f"{said.code.id}:{line}: {message_of(said, language)}"


def _add_suite(
    root: Element,
    number: int,
    checked: Checked,
    cases: Sequence[_Case],
    language: Language,
    when: datetime,
) -> None:
    name = _token(checked.file)
    failed = [one for one in cases if one.failure is not None]
    counts = {
        "tests": len(cases),
        "failures": sum(not one.is_fault for one in failed),
        "errors": sum(one.is_fault for one in failed),
        "skipped": sum(one.skipped is not None for one in cases),
    }
    attributes = {
        "name": name,
        "package": "cpaudit",
        "id": str(number),
        "timestamp": f"{when:%Y-%m-%dT%H:%M:%S}",
        "hostname": "localhost",
        "time": "0",
        **{key: str(count) for key, count in counts.items()},
    }
    suite = SubElement(root, "testsuite", attributes)
    SubElement(suite, "properties")
    for one in cases:
        _add_case(suite, name, one, language)
    # what does not fail is told here, the notes as well
    failing = {id(one.failure) for one in failed}
    passing = [said for said in checked.findings if id(said) not in failing]
    told = "\n\n".join(text_of(said, language) for said in passing)
    SubElement(suite, "system-out").text = _clean(told)
    SubElement(suite, "system-err")


def _add_case(suite: Element, classname: str, case: _Case, language: Language) -> None:
    attributes = {"name": _token(case.name), "classname": classname, "time": "0"}
    made = SubElement(suite, "testcase", attributes)
    if case.skipped is not None:
        SubElement(made, "skipped", {"message": _token(case.skipped)})
    elif case.failure is not None:
        said = case.failure
        values = {"type": said.code.id, "message": _token(message_of(said, language))}
        kind = "error" if case.is_fault else "failure"
        SubElement(made, kind, values).text = _clean(text_of(said, language))


def _token(text: str) -> str:
    """A text in one line, as attributes want it."""
    return " ".join(_clean(text).split()) or "-"


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
