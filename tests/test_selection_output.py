"""Selection and attribution as a reader, a program and a command line see them."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

import cpaudit
from cpaudit.language import LANGUAGES, Language
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.attribution import attribution_view
from cpaudit.report.views.frontier import frontier_view
from cpaudit.report.views.selection import selection_view
from test_language import Asking, symbols, translated

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
DYEHOUSE = ROOT / "examples" / "textile-dyehouse.yaml"
PLANT = """\
cpaudit: 1
plant: {name: Mill, country: VN, currency: VND, number_style: plain}
period: 2014
resources: {water: {amount: 1000 m3, price: 10 VND/m3}}
options:
  - {id: a, name: Tap, saves: {water: 20 %}, investment: 1000 VND, lifetime: 1 yr}
  - {id: b, name: Tank, saves: {water: 15 %}, investment: 500 VND, lifetime: 1 yr}
finance: {discount_rate: 10 %}
"""


def printed(blocks: Any) -> str:
    written = io.StringIO()
    render(blocks, Console(file=written, width=80))
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


def run(*arguments: object, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "cpaudit", *map(str, arguments)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture
def mills(tmp_path: Path) -> list[Path]:
    """Two files of one plant's name; the second saves half as much."""
    paths = [tmp_path / "north.yaml", tmp_path / "south.yaml"]
    paths[0].write_text(PLANT, encoding="utf-8")
    paths[1].write_text(PLANT.replace("10 VND/m3", "5 VND/m3"), encoding="utf-8")
    return paths


@pytest.fixture(scope="module")
def assessments() -> list[Any]:
    return [cpaudit.assess(cpaudit.load(path)) for path in EXAMPLES]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("maximise", ["npv", "co2e", "saving"])
def test_the_reports_fit_a_screen_of_eighty_columns(
    assessments: list[Any], lang: str, maximise: str
) -> None:
    language = Language(lang)
    chosen = cpaudit.select(assessments, "20 billion VND", maximise)
    steps = cpaudit.frontier(assessments, "VND", 5, maximise)
    text = printed(selection_view(chosen, language, verbose=True))
    text += printed(frontier_view(steps, language))
    assert [line for line in text.splitlines() if len(line) > 80] == []


def test_nothing_is_left_in_english(assessments: list[Any]) -> None:
    from babel.messages.pofile import read_po

    path = ROOT / "src" / "cpaudit" / "locale" / "vi" / "LC_MESSAGES" / "cpaudit.po"
    with path.open("rb") as stream:
        catalogue = read_po(stream, locale="vi")
    asking = Asking(catalogue)
    assert translated(catalogue)
    selection_view(cpaudit.select(assessments, "20 billion VND"), asking, verbose=True)
    frontier_view(cpaudit.frontier(assessments, "VND", 3, "co2e"), asking)
    one = assessments[0]
    attribution_view(one, [cpaudit.attribution(one, name) for name in one.packages], asking)
    assert asking.missing - symbols() == set()


def test_attribution_fits_a_screen_and_sums_to_the_package(assessments: list[Any]) -> None:
    for assessment in assessments:
        for name, package in assessment.packages.items():
            made = cpaudit.attribution(assessment, name)
            total = sum(one.saving.value for one in made.shares.values())
            assert total == pytest.approx(package.total.saving.value, rel=1e-9, abs=1e-6)
            for lang in LANGUAGES:
                text = printed(attribution_view(assessment, [made], Language(lang)))
                assert [line for line in text.splitlines() if len(line) > 80] == []


def test_two_plants_of_one_name_are_told_apart_by_their_files(mills: list[Path]) -> None:
    # north: 2000 / 1.1 - 1000 = 818, then 1200 / 1.1 - 500 = 591; south: 1000 / 1.1 - 1000 < 0,
    # 750 / 1.1 - 500 = 182 alone
    done = run("select", *mills, "--budget", "2000 VND", "--format", "json")
    document = json.loads(done.stdout)
    assert done.stderr == ""
    assert (document["kind"], document["currency"]) == ("selection", "VND")
    chosen = {one["file"]: list(one["options"]) for one in document["plants"]}
    assert chosen == {str(mills[0]): ["a", "b"], str(mills[1]): ["b"]}
    npv = document["total"]["npv"]
    assert npv["value"] == pytest.approx(3200 / 1.1 - 1500 + 750 / 1.1 - 500, rel=1e-9)
    assert npv["unit"] == "VND"
    assert document["left"]["value"] == 0
    solver = document["solver"]
    assert (solver["optimal"], solver["gap"], solver["estimated"]) == (True, 0, 0)
    text = run("select", *mills, "--budget", "2000 VND", "--lang", "en").stdout.replace("\n", "")
    assert all(path.name in text for path in mills)
    (other,) = document["not_chosen"]
    assert (other["option"], other["file"], other["reason"]) == ("a", str(mills[1]), "no gain")


def test_text_tells_what_was_next(mills: list[Path]) -> None:
    text = run("select", mills[0], "--budget", "1200 VND", "--lang", "en").stdout
    # alone Tank is worth 1500 / 1.1 - 500 = 864, Tap 818; after it 1700 / 1.1 - 1000 = 545
    assert "Budget 1,200 VND: 500 VND used, 700 VND left." in text
    assert "Proven optimal, gap 0.00 %." in text
    assert re.search(r"Tap +1\.00 +0\.545 +the budget", text.partition("What was next")[2])


@pytest.mark.parametrize(("sweep", "count"), [(["--sweep"], 10), (["--sweep", 3], 3)])
def test_a_sweep_goes_from_the_first_option_to_all(
    mills: list[Path], sweep: list[object], count: int
) -> None:
    # b alone: 1500 / 1.1 - 500 = 864 for 500; both 1409 for 1500
    document = json.loads(run("select", mills[0], *sweep, "--format", "json").stdout)
    steps = document["steps"]
    assert (document["kind"], len(steps)) == ("frontier", count)
    budgets = [one["budget"]["value"] for one in steps]
    assert budgets == pytest.approx([500 + 1000 * at / (count - 1) for at in range(count)])
    values = [one["value"]["value"] for one in steps]
    assert values[0] == pytest.approx(1500 / 1.1 - 500, rel=1e-9)
    assert values[-1] == pytest.approx(3200 / 1.1 - 1500, rel=1e-9)
    # the first adds its NPV per 500 VND; a alone at 1000 VND is worth less than b: nothing changes
    assert steps[0]["marginal"]["value"] == pytest.approx((1500 / 1.1 - 500) / 500, rel=1e-9)
    slope = (1700 / 1.1 - 1000) / 1000
    assert steps[-1]["marginal"]["value"] == pytest.approx(slope, rel=1e-9)


def test_wrong_usage_of_the_command(mills: list[Path]) -> None:
    assert "S016" in run("select", mills[0], code=2).stderr
    assert "S013" in run("select", mills[0], mills[0], "--budget", "1 VND", code=2).stderr
    assert "N002" in run("select", mills[0], "--budget", "2.500 VND", code=2).stderr
    rate = run("select", mills[0], "--budget", "5 EUR", "--format", "json", code=1)
    assert json.loads(rate.stdout)["diagnostics"][-1]["code"] == "S003"
    assert "X006" in run("attribution", mills[0], "--package", "half", code=2).stderr


def test_attribution_as_json(mills: list[Path]) -> None:
    document = json.loads(run("attribution", mills[0], "--format", "json").stdout)
    assert document["kind"] == "attribution"
    package = document["packages"]["all"]
    saved = {
        id: [one[way]["saving"]["value"] for way in ("alone", "in_order", "shapley")]
        for id, one in package["options"].items()
    }
    # 20 % and 15 % of 1000 m3 at 10 VND
    assert saved["a"] == pytest.approx([2000, 2000, 1850], rel=1e-12)
    assert saved["b"] == pytest.approx([1500, 1200, 1350], rel=1e-12)
    assert package["groups"] == [["a", "b"]]
    explained = run("explain", mills[0], "packages.all.shapley.a.saving", "--format", "json")
    assert json.loads(explained.stdout)["figure"]["value"] == pytest.approx(1850, rel=1e-12)


def test_the_figures_of_a_share_come_only_when_they_are_asked_for(mills: list[Path]) -> None:
    document = json.loads(run("assess", mills[0], "--format", "json").stdout)
    assert "shapley" not in document["packages"]["all"]
