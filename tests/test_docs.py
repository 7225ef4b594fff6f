"""The documentation says what the program does: pages written from the code, links, commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cpaudit.api  # registers every formula but those of rare sections
import cpaudit.engine.boilers
import cpaudit.engine.closure
import cpaudit.engine.design
import cpaudit.engine.material_flow
import cpaudit.engine.programme
import cpaudit.resolve.bills
import cpaudit.resolve.material_flow
import cpaudit.resolve.monitoring
import cpaudit.resolve.programme  # noqa: F401
from cpaudit.diagnostics import registered_codes
from cpaudit.figure import registered_formulas
from cpaudit.report.reference import GROUPS, diagnostics_page

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def test_the_page_of_diagnostics_is_the_one_the_codes_give() -> None:
    """Written anew by `python -m cpaudit.report.reference > docs/diagnostics.md`."""
    assert (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8") == diagnostics_page()


def test_every_code_has_its_own_heading() -> None:
    page = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    headings = re.findall(r"^### ([A-Z]\d{3}) ", page, re.MULTILINE)
    assert headings == sorted(headings, key=lambda id: (list(GROUPS).index(id[0]), id))
    assert set(headings) == {code.id for code in registered_codes()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if ":" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_formula_is_in_the_method_page() -> None:
    page = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
    assert [id for id in registered_formulas() if f"`{id}`" not in page] == []


def test_the_commands_that_ci_runs_stand_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, ending in (("run", "cpaudit assess examples/"), ("test", "python -m pytest")):
        block = re.search(rf"<!-- command: {name} -->\n```sh\n(.+)\n```", readme)
        assert block is not None
        assert ending in block.group(1)
