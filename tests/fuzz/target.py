"""One input of the fuzz target: bytes that are an audit, a table beside one, or a programme.

What begins with `T` is the table `t.csv` beside a fixed audit, what begins with `P` a programme
file beside that audit, and everything else an audit. It goes the whole way of the commands: read,
validated, resolved, assessed, checked, shown. `Fault` is what no input may lead to.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path
from typing import Any
from zlib import crc32

from rich.console import Console

from cpaudit.api import assess_audit, audit_in, diff, gap, monitor, recp
from cpaudit.checks import examine
from cpaudit.diagnostics import Diagnostic
from cpaudit.engine.paths import figure_tree
from cpaudit.engine.programme import roll_up
from cpaudit.language import Language
from cpaudit.portfolio.programme import reading
from cpaudit.portfolio.updating import update_of
from cpaudit.report.diagnostics import text_of
from cpaudit.report.renderers.cashflow import cash_csv
from cpaudit.report.renderers.json import assessment_json, errors_json, explain_json, gap_json
from cpaudit.report.renderers.json.programme import programme_json
from cpaudit.report.renderers.markdown import markdown_text
from cpaudit.report.renderers.monitoring import monitoring_json
from cpaudit.report.renderers.programme import programme_csv
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.assessment import assessment_view
from cpaudit.report.views.cashflow import cash_view
from cpaudit.report.views.explain import explain_view
from cpaudit.report.views.gap import gap_view
from cpaudit.report.views.monitoring import monitoring_view
from cpaudit.report.views.programme import TABLES, programme_view
from cpaudit.report.views.recp import recp_view
from cpaudit.source.files import source_of_bytes

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 2.0  # seconds
LANGUAGES = (Language("en"), Language("vi"))
TABLED = """\
cpaudit: 1
plant: {name: Mill, sector: textile, country: VN, currency: VND}
period: 2023
resources:
  electricity:
    amount: {csv: t.csv, column: kWh, from: from, to: to}
    price: {csv: t.csv, column: VND}
  coal: {amount: {csv: t.csv, column: t, month: month}, price: 2 million VND/t}
  water: {amount: {csv: t.csv, column: m3, date: date}, price: 9000 VND/m3}
"""


class Fault(AssertionError):
    """What no input may lead to."""


class Room:
    """A folder with the tables of the examples, an audit for tables and one for programmes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for table in (ROOT / "examples").glob("*/*.csv"):
            shutil.copy(table, folder / table.name)
        shutil.copy(ROOT / "examples" / "brewery.yaml", folder / "plant.yaml")
        self.table = folder / "t.csv"
        self.programme = folder / "programme.yaml"
        # a programme's audits are counted in this process, not in others
        reading.usual_workers = lambda items: 1

    def run(self, data: bytes) -> None:
        """An input from its bytes to all that is shown. Raises Fault, or what is not caught."""
        turn = crc32(data)
        language = LANGUAGES[turn % 2]
        if data[:1] == b"P":
            self._programme(data[1:], language)
        elif data[:1] == b"T":
            self.table.write_bytes(data[1:])
            self._audit(TABLED.encode(), language, turn >> 1)
        else:
            self._audit(data, language, turn >> 1)

    def timed(self, data: bytes) -> float:
        """The seconds that an input takes. Raises Fault where it is slow, and is again."""
        for _ in range(2):
            start = time.perf_counter()
            self.run(data)
            seconds = time.perf_counter() - start
            if seconds <= LIMIT:
                return seconds
        raise Fault(f"{seconds:.1f} s")

    def _audit(self, data: bytes, language: Language, turn: int) -> None:
        source, found = source_of_bytes(data, "audit.yaml", self.folder)
        assessment = None
        if source is not None:
            audit, found = audit_in(source)
            if audit is not None:
                assessment, found = assess_audit(audit)
        answered(found, assessment is None, language)
        if assessment is not None:
            json.loads(assessment_json(assessment, language))
            shown(assessment_view(assessment, language))
            FURTHER[turn % len(FURTHER)](assessment, language)
            if source is not None and assessment.audit.expectations:
                update_of(source, assessment)

    def _programme(self, data: bytes, language: Language) -> None:
        self.programme.write_bytes(data)
        made, found = reading.read_programme(self.programme)
        answered(found, made is None or bool(made.missing), language)
        if made is not None:
            rollup = roll_up(made, None, None)
            json.loads(programme_json(rollup, language))
            programme_csv(rollup, TABLES, language)
            shown(programme_view(rollup, language, [], False, False))


def answered(found: Sequence[Diagnostic], is_refused: bool, language: Language) -> None:
    """There is a result or an error that says why not, and everything can be said."""
    if is_refused != any(said.is_error for said in found):
        raise Fault("an answer without an error and without a result, or with both")
    for said in found:
        if not text_of(said, language).strip():
            raise Fault(f"{said.code.id} has no text")
        for template in (said.code.message, said.code.hint):
            if not language(template).format(**said.values):  # KeyError where a value is missing
                raise Fault(f"{said.code.id} has an empty text")
    json.loads(errors_json(found, language))


def shown(blocks: Any) -> str:
    """The blocks as plain text of a narrow terminal."""
    text = StringIO()
    render(blocks, Console(file=text, width=80, force_terminal=False, color_system=None))
    if not text.getvalue().strip():
        raise Fault("nothing is shown")
    return text.getvalue()


def _explained(assessment: Any, language: Language) -> None:
    for group in ("baseline", "options", "packages"):
        node = figure_tree(assessment, [group])[group]
        if not isinstance(node, dict) or node:
            json.loads(explain_json(group, node))
            shown(explain_view(group, node, language))


def _cash(assessment: Any, language: Language) -> None:
    chosen = {f"packages.{id}": one.total for id, one in assessment.packages.items()}
    if chosen:
        cash_csv(assessment, chosen)
        shown(cash_view(assessment, chosen, language))


def _gap(assessment: Any, language: Language) -> None:
    made = gap(assessment)
    json.loads(gap_json(made, language))
    shown(gap_view(made, language, True))


def _monitored(assessment: Any, language: Language) -> None:
    if assessment.audit.monitoring is not None:
        made = monitor(assessment)
        for said in made.diagnostics:
            text_of(said, language)
        if not any(said.is_error for said in made.diagnostics):
            json.loads(monitoring_json(made, language))
            shown(monitoring_view(made, language, True, True))


def _examined(assessment: Any, language: Language) -> None:
    for said in examine(assessment):
        if not text_of(said, language).strip():
            raise Fault(f"{said.code.id} has no text")


def _compared(assessment: Any, language: Language) -> None:
    if diff(assessment, assessment).changes:
        raise Fault("an audit differs from itself")


# what other commands ask of an assessment; each input is asked one of them
FURTHER: tuple[Callable[[Any, Language], object], ...] = (
    _compared,
    _examined,
    _explained,
    _cash,
    _gap,
    _monitored,
    lambda assessment, language: shown(recp_view(recp(assessment), None, {}, language)),
    lambda assessment, language: markdown_text(assessment_view(assessment, language, True)),
)
