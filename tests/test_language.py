"""Two languages: the Vietnamese catalogue is complete, and the right language is chosen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import cpaudit
from cpaudit.diagnostics.diagnostic import registered_codes
from cpaudit.language import LANGUAGES, Language
from cpaudit.report.views.assessment import assessment_view
from cpaudit.report.views.units import units_view
from cpaudit.units import known_units
from cpaudit.units.words import DIMENSIONS

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "cpaudit"
CATALOGUE = SOURCES / "locale" / "vi" / "LC_MESSAGES" / "cpaudit.po"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
DYEHOUSE = next(path for path in EXAMPLES if path.stem == "textile-dyehouse")
# `_` and `N_` mark a text, and so does a call of a language by its own name
KEYWORDS: dict[str, None] = {"_": None, "N_": None, "language": None}
CHOOSING = {"CPAUDIT_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG"}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as stream:
        return read_po(stream, locale="vi", abort_invalid=True)


def marked() -> set[str]:
    """Every text that the source marks for translation."""
    found = extract_from_dir(str(SOURCES), [("**.py", "python")], keywords=KEYWORDS)
    return {text for _, _, text, _, _ in found if isinstance(text, str) and text}


def translated(catalogue: Catalog) -> dict[str, str]:
    return {str(one.id): str(one.string) for one in catalogue if one.id}


def places(text: str) -> list[str]:
    """The {placeholders} of a template; a text that is none may hold a single brace."""
    return sorted(set(re.findall(r"\{(\w+)\}", text)))


def test_every_text_of_the_source_is_translated(catalogue: Catalog) -> None:
    texts = marked()
    assert len(texts) > 200
    assert {"Payback", "error", "over 100 years"} <= texts  # marked by _, N_ and language
    known = translated(catalogue)
    assert sorted(text for text in texts if not known.get(text, "").strip()) == []


def test_the_catalogue_holds_nothing_else(catalogue: Catalog) -> None:
    assert sorted(translated(catalogue).keys() - marked()) == []
    assert list(catalogue.obsolete) == []
    assert [one.id for one in catalogue if one.fuzzy and one.id] == []


def test_placeholders_are_those_of_the_original(catalogue: Catalog) -> None:
    texts = translated(catalogue)
    differing = [text for text, vi in texts.items() if places(text) != places(vi)]
    assert differing == []
    assert any(places(text) for text in texts)
    for text, vi in texts.items():
        assert (text[:1].isspace(), text[-1:].isspace()) == (vi[:1].isspace(), vi[-1:].isspace())
        assert text.count("`") == vi.count("`"), text  # words of the file are not translated


def test_every_diagnostic_can_be_said_in_vietnamese(catalogue: Catalog) -> None:
    codes = registered_codes()
    assert {"I001", "Y001", "N001", "K001", "R001", "P001", "X001"} <= {code.id for code in codes}
    known = translated(catalogue)
    for code in codes:
        assert known.get(code.message), code.id
        assert known.get(code.hint), code.id


class Asking(Language):
    """Vietnamese that remembers what was asked of it and not found."""

    def __init__(self, catalogue: Catalog) -> None:
        super().__init__("vi")
        self.known = translated(catalogue)
        self.missing = set()

    def __call__(self, text: str) -> str:
        if text and text not in self.known:
            self.missing.add(text)
        return super().__call__(text)


def symbols() -> set[str]:
    """What is the same in every language: units and currencies, alone or in a quotient."""
    return {name for unit, others in known_units().items() for name in (unit, *others)} | {"Nm3"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_no_text_of_a_report_is_left_in_english(example: Path, catalogue: Catalog) -> None:
    asking = Asking(catalogue)
    assessment = cpaudit.assess(cpaudit.load(example))
    assert assessment_view(assessment, asking, verbose=True)
    products = {f"{one.amount.unit}" for one in assessment.audit.products.values()}
    assert asking.missing - symbols() - products == set()


def test_units_and_words_of_dimensions_are_translated(catalogue: Catalog) -> None:
    asking = Asking(catalogue)
    units_view(asking)
    assert asking.missing == set()
    assert {asking(word) for word in DIMENSIONS.values()}.isdisjoint(DIMENSIONS.values())


def shown(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if key not in CHOOSING}
    return subprocess.run(
        [sys.executable, "-m", "cpaudit", *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=kept | {"PYTHONIOENCODING": "utf-8"} | environment,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("environment", "options", "saving"),
    [
        ({"LANG": "vi_VN.UTF-8"}, [], "4.992.646.650"),
        ({"LANG": "de_DE.UTF-8"}, [], "4,992,646,650"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C"}, [], "4,992,646,650"),
        ({"LANG": "vi_VN.UTF-8", "CPAUDIT_LANG": "en"}, [], "4,992,646,650"),
        ({"CPAUDIT_LANG": "vi"}, [], "4.992.646.650"),
        ({"CPAUDIT_LANG": "vi"}, ["--lang", "en"], "4,992,646,650"),
        ({"CPAUDIT_LANG": "en"}, ["--lang=vi"], "4.992.646.650"),
    ],
)
def test_the_language_is_the_option_then_the_variable_then_the_locale(
    environment: dict[str, str], options: list[str], saving: str
) -> None:
    done = shown("assess", str(DYEHOUSE), "--quiet", *options, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert saving in done.stdout
    assert ("Gói" in done.stdout) is saving.startswith("4.")


def test_help_and_mistakes_come_in_the_language_too(catalogue: Catalog) -> None:
    said = translated(catalogue)
    done = shown("assess", "--help", "--lang", "vi")
    assert said["Use, savings, emissions and payback of one plant."] in done.stdout
    done = shown("assess", "nowhere.yaml", "--lang", "vi")
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{said['error']}[I001]" in done.stderr


def test_a_language_that_there_is_not_is_wrong_usage() -> None:
    done = shown("assess", str(DYEHOUSE), "--lang", "fr")
    assert (done.returncode, done.stdout) == (2, "")
    assert all(code in done.stderr for code in ("--lang", "fr", *LANGUAGES))
    with pytest.raises(ValueError, match="fr"):
        Language("fr")
