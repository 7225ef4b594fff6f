"""`cpaudit diff` from outside: what it compares, its formats, its exit codes, what it refuses."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from differing import DEARER, PLANT, diff, document, leaves, write

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
# the keys of an assessment below which figures stand by their paths
PARTS = ("baseline", "options", "packages", "material_flow", "design", "boilers")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    folder = write(tmp_path, old=PLANT, new=DEARER)
    return folder / "old.yaml", folder / "new.yaml"


def test_the_text_tells_the_cause_with_its_line_and_the_headline_figures(
    pair: tuple[Path, Path],
) -> None:
    done = diff(*pair)
    assert (done.returncode, done.stderr) == (0, "")
    text = re.sub(r" +", " ", done.stdout)
    assert "resources.water.price 4500 VND/m3 5000 VND/m3 +11.1 " in text
    assert "line 5" in text
    assert "cost million VND 4.05 4.50 +0.450 +11.1" in text
    assert "payback yr 2.47 2.22 -0.247 -10.0" in text
    assert "resources.water.cost" not in text
    assert "`--all` shows them" in text


def test_all_figures_and_those_below_a_path(pair: tuple[Path, Path]) -> None:
    assert "resources.water.cost" in diff(*pair, "--all").stdout
    below = diff(*pair, "--of", "packages.all").stdout
    assert "options.a.saving" in below
    assert "baseline" not in below


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_eighty_columns_are_enough(path: Path, lang: str) -> None:
    other = EXAMPLES[EXAMPLES.index(path) - 1]
    done = diff(path, other, "--lang", lang)
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_vietnamese_has_vietnamese_words_and_numbers(pair: tuple[Path, Path]) -> None:
    text = re.sub(r" +", " ", diff(*pair, "--lang", "vi").stdout)
    assert "Vì sao các đại lượng thay đổi" in text
    assert "triệu đồng 4,05 4,50 +0,450 +11,1" in text


def test_markdown_is_tables_for_a_pull_request(pair: tuple[Path, Path]) -> None:
    text = diff(*pair, "--format", "markdown").stdout
    assert text.startswith("# ")
    assert "| resources.water.price (line 5) | 4500 VND/m3 | 5000 VND/m3 | +11.1 | " in text
    assert "| cost | million VND | 4.05 | 4.50 | +0.450 | +11.1 |" in text


def walked(path: Path) -> dict[str, dict[str, Any]]:
    """The figures of an assessment by their paths, out of its own JSON."""
    done = subprocess.run(
        [sys.executable, "-m", "cpaudit", "assess", str(path), "--format", "json"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return leaves(json.loads(done.stdout), PARTS)


def differs(one: dict[str, Any] | None, other: dict[str, Any] | None) -> bool:
    """Whether two leaves tell another value or another outcome."""
    if one is None or other is None:
        return one is not other
    keys = ("outcome", "unit", "partial")
    if any(one.get(key) != other.get(key) for key in keys):
        return True
    first, second = (leaf.get("values", [leaf.get("value")]) for leaf in (one, other))
    if len(first) != len(second):
        return True
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return any(None in two or abs(two[0] - two[1]) > 1e-9 * max(map(abs, two)) for two in pairs)


# what is edited in each example: the first digit of the first number after a key
EDITS = ("price", "amount", "investment", "operating_cost")


def edited(text: str, key: str) -> str:
    def larger(match: re.Match[str]) -> str:
        return f"{match[1]}{int(match[2]) + 1}"

    return re.sub(rf"(\b{key}: )([1-8])", larger, text, count=1)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_exactly_the_leaves_that_differ_are_listed(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for number, key in enumerate(EDITS):
        text = edited(text, key) if number % 2 == EXAMPLES.index(path) % 2 else text
    new = tmp_path / path.name
    new.write_text(text, encoding="utf-8")
    assert_all_are_listed(path, new)


def test_of_two_plants_all_leaves_are_listed() -> None:
    assert_all_are_listed(EXAMPLES[0], EXAMPLES[1])


def assert_all_are_listed(old: Path, new: Path) -> None:
    before, after = walked(old), walked(new)
    wanted = {path for path in {*before, *after} if differs(before.get(path), after.get(path))}
    made = document(old, new, "--all")["pairs"][0]
    listed = {one["path"]: one for one in made["figures"] if not one["path"].startswith("cdm.")}
    assert listed.keys() == wanted
    assert made["moved"] == len(made["figures"])
    for path, one in listed.items():
        for told, there in ((one["before"], before.get(path)), (one["after"], after.get(path))):
            assert (told or {}).get("value") == (there or {}).get("value")
        if one["change"] == "value" and "value" in one["before"]:
            a, b = one["before"]["value"], one["after"]["value"]
            assert one["absolute"] == pytest.approx(b - a, rel=1e-12)
            assert one["relative"] == (pytest.approx((b - a) / abs(a), rel=1e-12) if a else None)
        assert all(0 <= number < len(made["causes"]) for number in one["causes"])


def test_json_of_a_pair(pair: tuple[Path, Path]) -> None:
    made = document(*pair)
    (one,) = made["pairs"]
    assert (made["moved"], one["status"], one["moved"]) == (
        True,
        "compared",
        len(document(*pair, "--all")["pairs"][0]["figures"]),
    )
    assert one["currency"] == {"before": "VND", "after": "VND"}
    cause = one["causes"][0]
    assert (cause["kind"], cause["name"]) == ("entered", "resources.water.price")
    assert (cause["before"]["value"], cause["after"]["value"]) == (4500, 5000)
    assert (cause["before"]["from"]["line"], cause["after"]["from"]["text"]) == (5, "5000 VND/m3")
    figures = {figure["path"]: figure for figure in one["figures"]}
    assert figures["baseline.cost"]["absolute"] == 450_000
    assert "baseline.resources.water.cost" not in figures


def test_the_page_shows_what_the_program_prints(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    shown = page.partition("```text\n")[2].partition("```")[0].split("…\n")
    text = (ROOT / "examples" / "textile-dyehouse.yaml").read_text(encoding="utf-8")
    (tmp_path / "plant.old.yaml").write_text(text, encoding="utf-8")
    new = text.replace("1.25 million VND/t", "1.30 million VND/t")
    (tmp_path / "plant.yaml").write_text(new, encoding="utf-8")
    printed = diff("plant.old.yaml", "plant.yaml", cwd=tmp_path).stdout
    assert len(shown) == 2
    assert printed.startswith(shown[0].rstrip("\n"))
    assert printed.endswith(shown[1].lstrip("\n"))
