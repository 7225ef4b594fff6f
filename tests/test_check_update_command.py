"""`cpaudit check --update` as a command: what it prints, every example, factors that change."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from checking import GOOD, UNMET, UNPRICED, WRONG, check, write
from updating import audit, stating

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
OLD = stating("4000000 VND")
CHANGED = "audit.yaml:8: baseline.cost: 4000000 VND → 4050000 VND\n"
# a value below `expect:` up to its last digit; the long form has none in the examples
VALUE = re.compile(r"""(?<=[ ]value:[ ])(['"]?)([-−]?[\d.,]*\d)""")
WITHIN = re.compile(r"within: ['\"]?([\d.,]+) %")


def test_each_change_is_printed_and_counted(tmp_path: Path) -> None:
    write(tmp_path, audit=OLD, good=GOOD, bad=WRONG, typo=stating("1 VND", "baseline.costs"))
    done = check(".", "--update", cwd=tmp_path)
    assert done.returncode == 1
    assert CHANGED + "\nbad.yaml:5:23: error[N011]" in done.stdout
    assert "expected figures rewritten: 1, not as expected and left: 1\n" in done.stdout
    assert "files checked: 4, in order: 2\nexpected figures: 3, as expected: 2\n" in done.stdout
    assert (tmp_path / "bad.yaml").read_text(encoding="utf-8") == WRONG
    assert "X001" not in done.stdout
    assert done.stderr == ""


def test_the_exit_code_is_that_of_the_check_after_it(tmp_path: Path) -> None:
    write(tmp_path, audit=OLD)
    assert check(tmp_path).returncode == 1
    assert check(tmp_path, "--update").returncode == 0
    assert check(tmp_path).returncode == 0
    assert "expected figures rewritten: 0" in check(tmp_path, "--update").stdout
    write(tmp_path, audit=UNPRICED.partition("expect")[0] + UNMET)
    assert check(tmp_path, "--update", "--strict").returncode == 1


def test_a_change_is_printed_where_all_is_quiet(tmp_path: Path) -> None:
    write(tmp_path, audit=OLD)
    assert check(".", "--update", "--quiet", cwd=tmp_path).stdout == CHANGED + "\n"
    assert check(".", "--update", "--quiet", cwd=tmp_path).stdout == ""


def test_the_source_of_an_old_value_is_told(tmp_path: Path) -> None:
    entry = "  - {figure: baseline.cost, value: {value: 1 VND, source: 'report, p. 9'}}\n"
    write(tmp_path, audit=audit(entry))
    done = check(".", "--update", cwd=tmp_path)
    assert "1 VND → 4050000 VND (the source that is stated, “report, p. 9”, is" in done.stdout
    assert (tmp_path / "audit.yaml").read_text() == audit(entry.replace("1 VND", "4050000 VND"))


@pytest.mark.parametrize("format", ["json", "junit", "sarif", "github"])
def test_other_formats_hold_the_check_after_it(tmp_path: Path, format: str) -> None:
    write(tmp_path, audit=OLD)
    done = check(".", "--update", "--format", format, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, CHANGED + "\n")
    assert (tmp_path / "audit.yaml").read_text() == OLD.replace("4000000", "4050000")
    assert "X001" not in done.stdout
    if format == "json":
        (expected,) = json.loads(done.stdout)["files"][0]["expected"]
        assert expected["expected"] == "4050000 VND"
    if format == "junit":
        assert ElementTree.fromstring(done.stdout)[0].get("failures") == "0"


def test_an_output_file_holds_the_changes(tmp_path: Path) -> None:
    write(tmp_path, audit=OLD)
    done = check(".", "--update", "--output", "found.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    text = (tmp_path / "found.txt").read_text(encoding="utf-8")
    assert text.startswith(CHANGED + "\nexpected figures rewritten: 1,")
    # an output that may not be written keeps the audits from being changed as well
    write(tmp_path, audit=OLD)
    assert check(".", "--update", "--output", "found.txt", cwd=tmp_path).returncode == 1
    assert (tmp_path / "audit.yaml").read_text() == OLD


def test_it_speaks_vietnamese(tmp_path: Path) -> None:
    write(tmp_path, audit=OLD)
    done = check(".", "--update", "--lang", "vi", cwd=tmp_path)
    assert CHANGED in done.stdout
    assert "số liệu mong đợi đã ghi lại: 1, không đúng như mong đợi và giữ nguyên: 0" in done.stdout


def test_what_is_not_as_expected_leads_to_it(tmp_path: Path) -> None:
    write(tmp_path, audit=OLD)
    assert "correct the expectation with `cpaudit check --update FILE`" in check(tmp_path).stdout


def test_a_programme_is_only_checked(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "vncpc-2008", tmp_path / "vncpc")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    done = check(tmp_path, "--update")
    assert done.returncode == 0
    assert "expected figures rewritten: 0, not as expected and left: 0" in done.stdout
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")} == before


def perturbed(text: str) -> str:
    """The same with another first digit, as long as before."""
    return re.sub(r"[1-9]", lambda found: str(int(found[0]) % 9 + 1), text, count=1)


def test_every_example_gets_its_figures_back(tmp_path: Path) -> None:
    folder = tmp_path / "examples"
    shutil.copytree(EXAMPLES, folder)
    originals = {}
    for path in sorted(folder.rglob("*.yaml")):
        text = path.read_bytes().decode()
        head, key, rest = text.partition("\nexpect:")
        if key:
            originals[path] = text
            rest = VALUE.sub(lambda found: found[1] + perturbed(found[2]), rest)
            path.write_bytes((head + key + rest).encode())
    count = sum(len(VALUE.findall(text.partition("\nexpect:")[2])) for text in originals.values())
    assert count > 100
    assert check(folder).returncode == 1
    done = check(folder, "--update")
    assert done.returncode == 0, done.stdout
    assert f"expected figures rewritten: {count}, not as expected and left: 0" in done.stdout
    for path, text in originals.items():
        after = path.read_bytes().decode()
        head, key, rest = text.partition("\nexpect:")
        new_head, _, new_rest = after.partition("\nexpect:")
        assert new_head == head
        assert VALUE.sub("#", new_rest) == VALUE.sub("#", rest), path.name
        olds, news = VALUE.findall(rest), VALUE.findall(new_rest)
        for (_, old), (_, new), within in zip(olds, news, WITHIN.findall(rest), strict=True):
            # both are near the figure, one within the tolerance and the other within a tenth of it
            reach = 1.11 * number(within, text) / 100
            assert number(new, text) == pytest.approx(number(old, text), rel=reach), path.name


def number(written: str, text: str) -> float:
    if "number_style: vi" in text:
        written = written.replace(".", "").replace(",", ".")
    return float(written.replace("−", "-"))


def test_a_factor_that_changes_rewrites_exactly_what_it_reaches(tmp_path: Path) -> None:
    folder = tmp_path / "factors" / "grids"
    folder.mkdir(parents=True)
    grid = (ROOT / "sector_factors" / "grids" / "VN.yaml").read_text(encoding="utf-8")
    (folder / "VN.yaml").write_text(grid.replace("0.5764", "0.5864"), encoding="utf-8")
    path = tmp_path / "textile.yaml"
    shutil.copy(EXAMPLES / "textile-dyehouse.yaml", path)
    before = path.read_text(encoding="utf-8").splitlines()
    own = ("--factors", tmp_path / "factors")
    done = check("textile.yaml", *own, cwd=tmp_path)
    failing = {
        int(line) for line in re.findall(r"textile\.yaml:(\d+):\d+: error\[X001\]", done.stdout)
    }
    assert done.returncode == 1
    assert failing
    done = check("textile.yaml", *own, "--update", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    after = path.read_text(encoding="utf-8").splitlines()
    differing = {
        line for line, (old, new) in enumerate(zip(before, after, strict=True), 1) if old != new
    }
    assert differing == failing
    printed = re.findall(r"^textile\.yaml:(\d+): [\w.-]+: .+ → .+$", done.stdout, re.MULTILINE)
    assert {int(line) for line in printed} == failing
    assert check(path, *own).returncode == 0
    assert check(path).returncode == 1
    check(path, "--update")
    assert check(path).returncode == 0
