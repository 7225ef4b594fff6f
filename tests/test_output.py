"""Reports to be read: they fit, hold what they should, and show a user's words as they are."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
import typer
from rich.cells import cell_len

from cpaudit.cli.main import app

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))
DYEHOUSE = next(path for path in EXAMPLES if path.stem == "textile-dyehouse")
LANGUAGES = ("en", "vi")
COLOURS = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")


class Program:
    """The commands in this process, printing into a pipe as wide as one says."""

    def __init__(
        self, printed: pytest.CaptureFixture[str], environment: pytest.MonkeyPatch
    ) -> None:
        self.printed = printed
        self.environment = environment
        for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
            environment.delenv(name, raising=False)

    def __call__(self, *arguments: object, width: int = 80, lang: str = "en", code: int = 0) -> str:
        self.environment.setenv("COLUMNS", str(width))
        try:
            ended = app([*map(str, arguments), "--lang", lang], standalone_mode=False)
        except typer.Exit as leaving:
            ended = leaving.exit_code
        out, err = self.printed.readouterr()
        assert (ended or 0, "\x1b" in out + err) == (code, False)
        return out if code == 0 else err


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    return Program(capsys, monkeypatch)


def too_wide(text: str, width: int) -> list[str]:
    return [line for line in text.split("\n") if cell_len(line) > width]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_no_line_is_wider_than_the_screen(
    example: Path, width: int, lang: str, program: Program
) -> None:
    report = program("assess", "--verbose", example, width=width, lang=lang)
    assert too_wide(report, width) == []
    assert max(map(cell_len, report.split("\n"))) == width  # the headline takes all of it
    assert "…" not in re.sub(r"^ *\d+ \|.*$|`[^`]*`", "", report, flags=re.M)  # nothing is cut


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", ["packages.full.co2e", "options.condensate.irr", "baseline"])
def test_explanations_fit_and_units_too(path: str, lang: str, program: Program) -> None:
    assert too_wide(program("explain", DYEHOUSE, path, lang=lang), 80) == []
    assert too_wide(program("units", lang=lang), 80) == []


def test_the_report_holds_every_part(program: Program) -> None:
    report = program("assess", DYEHOUSE, width=120)
    assert re.search(r"^╭─ Dệt nhuộm Sông Hồng ─+╮$", report, re.M)
    assert "pays 24,721,269,000 VND" in report
    assert "11,288 t CO2e a year" in report
    titles = re.findall(r"^\n(\S.*)$", report, re.M)
    assert len([title for title in titles if title.startswith("Baseline: ")]) == 3
    wanted = {"Options, each alone", "Package “quick”", "Package “full”", "Factors used"}
    wanted |= {"Avoided emissions and discharges per year", "Savings per resource and year"}
    assert wanted | {"Warnings and notes"} <= set(titles)
    assert re.search(r"^Anthracite +1,933 t +2,416 ", report, re.M)
    assert re.search(r"^  ncv +26\.7 GJ/t +2006  \[1\] Vol\. 2, Table 1\.2", report, re.M)
    assert re.search(r"^\[1\] IPCC, 2006 IPCC Guidelines", report, re.M)
    assert "warning[P011]" in report


def test_savings_alone_and_in_the_package_stand_side_by_side(program: Program) -> None:
    package = program("assess", DYEHOUSE, width=120).partition("Package “full”\n")[2]
    assert re.search(r"Saves +Saves in *\n.*alone +package", package)
    # 35 % of all the water, then of what the first option leaves: 12000 x 0.35 x 4500 less,
    # and 10 % of 15 MWh more electricity: 15000 x 0.1 x 895 more
    alone = 4778771650 + 12000 * 0.35 * 4500 - 15000 * 0.1 * 895
    row = rf"^Low liquor-ratio dyeing machines +{alone / 1e6:,.0f} +4,779 +6,500 +1 yr 4 mo"
    assert re.search(row, package, re.M)


def test_vietnamese_numbers_and_words(program: Program) -> None:
    report = program("assess", DYEHOUSE, lang="vi")
    assert "24.721.269.000" in report
    assert re.search(r"20,2 ?%", report)
    assert not re.search(r"\d,\d{3} |\d\.\d ?%", report.partition("╯")[0])
    for word in ("Baseline", "Payback", "Package", "Together", "warning", "Factors used"):
        assert word not in report


def test_composed_and_decomposed_names_take_the_same_room(program: Program, tmp_path: Path) -> None:
    reports = []
    for form in ("NFC", "NFD"):
        path = tmp_path / f"{form}.yaml"
        text = DYEHOUSE.read_text(encoding="utf-8").replace("NaOH 98 %", "Xút ăn da lỏng")
        path.write_text(unicodedata.normalize(form, text), encoding="utf-8")
        reports.append(program("assess", path).replace(str(path), "it").partition("\nWarn")[0])
    composed, decomposed = (report.split("\n") for report in reports)
    assert list(map(cell_len, composed)) == list(map(cell_len, decomposed))
    assert unicodedata.normalize("NFC", reports[1]) == unicodedata.normalize("NFC", reports[0])


@pytest.mark.parametrize("name", ["[red]x[/red]", "[/]", ":smile:", "\\[b]", "{0} %s {name}"])
def test_a_name_is_shown_as_it_is_written(name: str, program: Program, tmp_path: Path) -> None:
    text = DYEHOUSE.read_text(encoding="utf-8")
    for known in ("Dệt nhuộm Sông Hồng", "Return condensate to the boiler feed tank", "NaOH 98 %"):
        text = text.replace(known, f"'{name}'")
    path = tmp_path / "it.yaml"
    path.write_text(text, encoding="utf-8")
    report = program("assess", path)
    assert re.search(rf"^╭─ {re.escape(name)} ─", report, re.M)
    assert len(re.findall(rf"^ *{re.escape(name)}\s", report, re.M)) >= 6
    written = tmp_path / "report.txt"
    program("assess", path, "-o", written)
    assert report.count(name) == written.read_text(encoding="utf-8").count(name)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("packages.full.irr", r"^packages\.full\.irr = 54\.\d %$"),
        ("packages.full.payback", r"^packages\.full\.payback = 1\.372\d* yr$"),
        ("packages.full", r"^packages\.full\.saving +4,992,646,650 VND$"),
        ("baseline.bod", r"baseline\.bod.*(not|–)"),  # no BOD is written in the file
        ("baseline.resources.coal.amount", r"textile-dyehouse\.yaml:\d+:\d+: written “1933 t”$"),
        ("baseline.resources.coal.co2e", r"anthracite\.co2 · 98,?300 kg/TJ · 2006 IPCC"),
    ],
)
def test_explanations(path: str, shown: str, program: Program) -> None:
    assert re.search(shown, program("explain", DYEHOUSE, path, width=200), re.M)


@pytest.mark.parametrize("path", ["packages.full", "options.low-liquor", "baseline.products"])
def test_a_listing_names_paths_that_can_be_explained(path: str, program: Program) -> None:
    listed = re.findall(rf"^({re.escape(path)}\.\S+) ", program("explain", DYEHOUSE, path), re.M)
    assert listed
    assert all(program("explain", DYEHOUSE, one) for one in listed)


def test_an_unknown_figure_is_wrong_usage_and_the_nearest_is_named(program: Program) -> None:
    told = program("explain", DYEHOUSE, "packages.full.savings", code=2)
    assert "packages.full.savings" in told
    assert "packages.full.saving." in told


def test_units_are_listed_with_their_other_names(program: Program) -> None:
    told = program("units", width=120)
    assert re.search(r"^t +.*\btấn\b.* a mass *$", told, re.M)
    assert "triệu" in told


def test_a_word_too_long_for_its_column_is_not_cut(program: Program, tmp_path: Path) -> None:
    word = "".join(f"<{number}>" for number in range(40))
    path = tmp_path / "it.yaml"
    text = DYEHOUSE.read_text(encoding="utf-8")
    path.write_text(text.replace("name: NaOH 98 %", f"name: {word}"), encoding="utf-8")
    report = program("assess", path)
    assert too_wide(report, 80) == []
    assert "<39>" in report


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal in the library")
@pytest.mark.parametrize("no_colour", [True, False])
def test_colour_on_a_terminal_unless_it_is_not_wanted(no_colour: bool) -> None:
    import pty

    ours, theirs = pty.openpty()
    kept = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    wanted = {"NO_COLOR": "1"} if no_colour else {}
    subprocess.run(
        [sys.executable, "-m", "cpaudit", "explain", str(DYEHOUSE), "baseline"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        check=True,
        env=kept | {"TERM": "xterm-256color", "CPAUDIT_LANG": "en"} | wanted,
    )
    os.close(theirs)
    shown = os.read(ours, 1 << 16).decode("utf-8")
    os.close(ours)
    assert "24,721,269,000 VND" in shown
    assert bool(COLOURS.search(shown)) is not no_colour
