"""The examples and the starting files: they load, and every figure comes out as expected."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import cpaudit
from cpaudit.checks import check
from cpaudit.diagnostics import Diagnostic
from cpaudit.domain import Audit
from cpaudit.engine.results import Assessment
from cpaudit.factors import default_library
from cpaudit.language import LANGUAGES, Language
from cpaudit.starter import starting_file, unknown_sector
from reading import errors, run_text, said_in_full, value

EXAMPLES = Path(__file__).parents[1] / "examples"
FILES = sorted(EXAMPLES.glob("*.yaml"))
SECTORS = default_library().sector_ids()


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> tuple[Path, Audit, Assessment]:
    audit = cpaudit.load(request.param)
    return request.param, audit, cpaudit.assess(audit)


Example = tuple[Path, Audit, Assessment]


def test_there_is_an_example_of_every_kind() -> None:
    assert len(FILES) >= 6
    kinds = {"dyehouse", "paper", "brewery", "electroplating", "brick", "seafood"}
    kinds |= {"maintenance", "water-management", "vncpc-2008"}
    names = " ".join(path.stem for path in FILES)
    assert {kind for kind in kinds if kind not in names} == set()


def test_examples_are_listed_in_their_readme() -> None:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in FILES if path.name not in text] == []


def _shown(said: Diagnostic) -> bool:
    """What one example is there to show: a reported figure that can't be."""
    assert said.span is not None
    return said.code.id == "X007" and said.span.source.name.endswith("vncpc-2008-cta.yaml")


def test_what_an_example_expects_comes_out(example: Example) -> None:
    _, audit, assessment = example
    found = [*check(assessment), *assessment.diagnostics]
    assert [said_in_full(one) for one in found if one.code.id[0] == "X" and not _shown(one)] == []
    assert len(audit.expectations) >= 4


def test_expectations_are_tight_and_spread(example: Example) -> None:
    _, audit, _ = example
    tight = {one.path for one in audit.expectations if one.relative and one.tolerance <= 0.001}
    assert len(tight) >= 4
    assert {path.partition(".")[0] for path in tight} & {"packages", "options"}


def test_an_example_notices_a_wrong_figure(example: Example) -> None:
    path, audit, _ = example
    wrong = [one._replace(value=one.value * 1.05 + 0.01) for one in audit.expectations]
    found = check(cpaudit.assess(audit)._replace(audit=audit._replace(expectations=tuple(wrong))))
    assert [said.code.id for said in found if not _shown(said)] == ["X001"] * len(wrong), path.stem


def test_the_packages_of_an_example_pay(example: Example) -> None:
    _, audit, assessment = example
    assert audit.packages
    assert all(value(assessment, f"packages.{name}.saving") > 0 for name in audit.packages)


LISTS = [pytest.param(path, id=path.stem) for path in FILES]


@pytest.mark.parametrize("path", LISTS)
def test_an_example_explains_what_the_program_says_of_it(path: Path) -> None:
    audit = cpaudit.load(path)
    found = cpaudit.assess(audit).diagnostics
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if "#" in line]
    # a warning is explained where it is switched off for a check
    explained = "\n".join([*comments, *(one.rule for one in audit.switched_off)])
    assert {said.code.id for said in found if said.code.id not in explained} == set()
    assert len(comments) + len(audit.switched_off) >= 15


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sector", SECTORS)
def test_a_starting_file_is_an_audit(sector: str, language: str) -> None:
    text = starting_file(sector, Language(language))
    audit, assessment, found = run_text(text)
    assert not errors(found)
    assert audit.sector == sector
    assert [product for product in audit.products if product in text] == list(audit.products)
    assert value(assessment, "baseline.cost") > 0
    assert all(package.total.saving.value > 0 for package in assessment.packages.values())
    assert "@" not in text
    assert "#" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_starting_file_shows_as_comment_is_right(language: str) -> None:
    text = starting_file("textile", Language(language))
    shown = re.sub(r"^  # (?=[a-z]+: )", "  ", text, flags=re.MULTILINE)
    audit, _, found = run_text(shown)
    assert not errors(found)
    finance = audit.finance
    assert (finance.inflation.value, finance.escalation["electricity"].value) == (0.04, 0.06)
    assert (finance.loan is None, finance.grant is None) == (False, False)
    assert max(map(len, text.splitlines())) <= 110
    plain = run_text(text)[0].finance
    assert (plain.inflation, plain.loan, plain.grant) == (None, None, None)


def test_starting_files_differ_in_words_and_not_in_figures() -> None:
    written = {code: starting_file("textile", Language(code)) for code in LANGUAGES}
    assert len(set(written.values())) == len(LANGUAGES)
    costs = {value(run_text(text)[1], "packages.all.saving") for text in written.values()}
    assert len(costs) == 1


def test_a_sector_that_is_not_there_is_told_with_those_that_are() -> None:
    assert unknown_sector("textile") is None
    said = unknown_sector("textiles")
    assert said.code.id == "R014"
    assert "textile, " in said_in_full(said) or "textile." in said_in_full(said)


def test_an_ordinary_audit_asks_nothing_of_pint() -> None:
    """Its units are among those remembered; importing pint would cost more than all the rest."""
    code = (
        "import cpaudit, sys; cpaudit.assess(cpaudit.load(sys.argv[1]));"
        "print('pint' in sys.modules)"
    )
    for path in FILES:
        done = subprocess.run(
            [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == "False", path.name


# the models of the library, and rooms that only other commands ask for
IDLE = (
    "schema.factors",
    "portfolio",
    "selection",
    "comparing",
    "sensitivity",
    "engine.uncertainty",
    "monitoring",
    "statsmodels",
    "boilers",
    "checks.rules",
)


def test_a_run_imports_nothing_that_it_does_not_need() -> None:
    code = (
        "import sys; from cpaudit.steps import assess, load;"
        "from cpaudit.report.views import assessment; assess(load(sys.argv[1]));"
        "print([one for one in sys.modules if '.codes.' not in one"
        f" and any(room in one for room in {IDLE})])"
    )
    path = EXAMPLES / "textile-dyehouse.yaml"
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
