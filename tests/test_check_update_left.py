"""`cpaudit check --update`: values that stay as they are, and files that are not written."""

from __future__ import annotations

import os
import stat
from math import nextafter
from pathlib import Path

import pytest

import cpaudit
from cpaudit.diagnostics import Source
from cpaudit.portfolio import update_files
from cpaudit.portfolio.updating import Update
from cpaudit.source import replacing
from reading import said_in_full
from updating import audit, codes, stating, updated

OLD = stating("4000000 VND")
NEW = OLD.replace("4000000 VND", "4050000 VND")


@pytest.mark.parametrize(
    ("expect", "code", "place"),
    [
        ("  - {figure: baseline.costs, value: 1 VND}\n", "X002", (7, 37)),
        ("  - {figure: baseline.cod, value: 1 t}\n", "X005", (7, 35)),
        ("  - {figure: baseline.cost, value: 1 t}\n", "X004", (7, 36)),
    ],
)
def test_what_can_not_be_compared_stays(
    tmp_path: Path, expect: str, code: str, place: tuple[int, int]
) -> None:
    data, checked = updated(tmp_path, audit(expect))
    assert data.decode() == audit(expect)
    assert codes(checked) == [(code, *place)]


def test_what_has_no_single_value_stays(tmp_path: Path) -> None:
    # an option that costs nothing pays at once
    before = audit("  - {figure: options.a.payback, value: 1 yr}\n") + (
        "options:\n  - {id: a, saves: {water: 10 %}, investment: 0 VND, lifetime: 9 yr}\n"
        "finance: {discount_rate: 12 %}\n"
    )
    data, checked = updated(tmp_path, before)
    assert data.decode() == before
    assert ("X003", 7, 40) in codes(checked)


ANCHORED = "  - {figure: baseline.cost, value: &old 1 million VND}\n"
ALIASES = {
    "value": ANCHORED + "  - {figure: baseline.cost, value: *old}\n",
    "entry": ("  - &entry {figure: baseline.cost, value: 1 million VND}\n  - *entry\n"),
    "long form": (
        "  - {figure: baseline.cost, value: &old {value: 1 million VND}}\n"
        "  - {figure: baseline.cost, value: *old}\n"
    ),
}


@pytest.mark.parametrize("expect", ALIASES.values(), ids=ALIASES)
def test_a_value_that_an_alias_repeats_stays(tmp_path: Path, expect: str) -> None:
    data, checked = updated(tmp_path, audit(expect))
    assert data.decode() == audit(expect)
    found = [said for said in checked.findings if said.code.id == "J040"]
    assert found[0].span is not None
    assert found[0].span.line == 7
    assert "Write `4.05 million VND` " in said_in_full(found[0])
    assert not any(one.is_met for one in checked.expected)


def test_a_value_that_stands_for_another_section_stays(tmp_path: Path) -> None:
    before = audit("  - {figure: baseline.cost, value: *told}\n")
    told = "reported:\n  - {figure: baseline.cost, value: &told 4040000 VND}\n"
    before = before.replace("expect:", f"{told}expect:")
    data, checked = updated(tmp_path, before)
    assert data.decode() == before
    assert ("J040", 7, 36) in codes(checked)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("|\n      1 million VND", "as a block of text"),
        (">-\n      1 million\n      VND", "as a block of text"),
        ("1 million\n      VND", "over several lines"),
        ("'1 million\n      VND'", "over several lines"),
        ('"1 million \\\n      VND"', "over several lines"),
        ('"1 million \\u0056ND"', "with escapes"),
        ('"\\x31 million VND"', "with escapes"),
    ],
)
def test_a_value_that_is_not_what_it_reads_stays(tmp_path: Path, value: str, words: str) -> None:
    before = stating(value)
    data, checked = updated(tmp_path, before)
    assert data.decode() == before
    found = [said for said in checked.findings if said.code.id == "J041"]
    assert [said_in_full(said).partition("written ")[2] for said in found] == [
        f"{words} | Write `4.05 million VND` on one line."
    ]


def test_a_tolerance_that_no_number_meets_is_told(tmp_path: Path) -> None:
    option = "  - {id: a, saves: {water: 10 %}, investment: 151000 VND, lifetime: 9 yr}\n"
    before = audit("  - {figure: options.a.payback, value: 1 month, within: 0 %}\n")
    before = before.replace(
        "expect:", f"options:\n{option}finance: {{discount_rate: 12 %}}\nexpect:"
    )
    # over 10 % of 4050000 VND; no binary number of months is exactly as many years as this
    payback = 151000 / 405000
    months = payback * 12
    near = (months, nextafter(months, 0), nextafter(months, 9))
    assert all(number * (1 / 12) != payback for number in near)
    data, checked = updated(tmp_path, before)
    assert data.decode() == before
    assert ("J042", 10, 40) in codes(checked)


def test_one_value_that_stays_keeps_no_other_from_being_rewritten(tmp_path: Path) -> None:
    before = audit(
        "  - {figure: baseline.cost, value: 1 VND}\n"
        "  - {figure: baseline.costs, value: 1 VND}\n"
        "  - {figure: baseline.cost, value: 2 VND}\n"
    )
    data, checked = updated(tmp_path, before)
    assert data.decode() == before.replace("cost, value: 1", "cost, value: 4050000").replace(
        "cost, value: 2", "cost, value: 4050000"
    )
    assert codes(checked) == [("X002", 8, 37)]
    assert [one.is_met for one in checked.expected] == [True, False, True]


def test_a_file_that_changes_meanwhile_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "audit.yaml"
    path.write_text(OLD)
    real = update_files.update_of

    def slow(source: Source, assessment: cpaudit.Assessment) -> Update:
        path.write_text(OLD + "# someone else\n")
        return real(source, assessment)

    monkeypatch.setattr(update_files, "update_of", slow)
    (checked,) = cpaudit.update_expectations([path])
    assert path.read_text() == OLD + "# someone else\n"
    assert [one.name for one in tmp_path.iterdir()] == ["audit.yaml"]
    assert [code for code, _, _ in codes(checked)] == ["J043", "X001"]
    assert checked.changes == ()
    assert checked.fails(strict=False)


def test_a_text_that_would_read_otherwise_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "audit.yaml"
    real = update_files.update_of
    for wrong in ("amount: 90 m3", "amount: 900 bars"):
        path.write_text(OLD)

        def broken(source: Source, assessment: cpaudit.Assessment, wrong: str = wrong) -> Update:
            made = real(source, assessment)
            return made._replace(text=made.text.replace("amount: 900 m3", wrong))

        monkeypatch.setattr(update_files, "update_of", broken)
        (checked,) = cpaudit.update_expectations([path])
        assert path.read_text() == OLD
        assert [code for code, _, _ in codes(checked)] == ["J044", "X001"]
        assert checked.changes == ()


def test_a_name_that_changes_without_a_figure_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "audit.yaml"
    path.write_text(OLD)
    real = update_files.update_of

    def broken(source: Source, assessment: cpaudit.Assessment) -> Update:
        made = real(source, assessment)
        return made._replace(text=made.text.replace("name: Mill", "name: Hill"))

    monkeypatch.setattr(update_files, "update_of", broken)
    (checked,) = cpaudit.update_expectations([path])
    assert path.read_text() == OLD
    assert [code for code, _, _ in codes(checked)] == ["J044", "X001"]


def test_a_file_that_would_be_too_large_is_left(tmp_path: Path) -> None:
    # 4 MiB are the most that is read: one digit more is too much
    short = OLD.replace("4000000 VND", "900 VND")
    padding = 4 * 1024 * 1024 - len(short)
    data, checked = updated(tmp_path, short + "#" * (padding - 1) + "\n")
    assert data.startswith(short.encode())
    assert [code for code, _, _ in codes(checked)] == ["J044", "X001"]


def test_a_file_that_is_read_only_is_told(tmp_path: Path) -> None:
    path = tmp_path / "audit.yaml"
    path.write_text(OLD)
    path.chmod(0o444)
    (checked,) = cpaudit.update_expectations([path])
    assert path.read_text() == OLD
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert [code for code, _, _ in codes(checked)] == ["I003", "X001"]
    assert [one.name for one in tmp_path.iterdir()] == ["audit.yaml"]


def test_a_folder_that_is_read_only_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "audit.yaml"
    path.write_text(OLD)

    # root may write anywhere, so the folder's own refusal is played
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(replacing, "move_into", refuse)
    (checked,) = cpaudit.update_expectations([path])
    assert path.read_text() == OLD
    assert [code for code, _, _ in codes(checked)] == ["I003", "X001"]
    assert "can't be written: Permission denied" in said_in_full(checked.findings[0])


def test_what_is_written_in_part_is_not_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "audit.yaml"
    path.write_text(OLD)

    def fill(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(replacing.shutil, "copymode", fill)
    (checked,) = cpaudit.update_expectations([path])
    assert path.read_text() == OLD
    assert [one.name for one in tmp_path.iterdir()] == ["audit.yaml"]
    assert [code for code, _, _ in codes(checked)] == ["I003", "X001"]


@pytest.mark.skipif(os.name == "nt", reason="rights are others there")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_a_file_keeps_its_rights(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "audit.yaml"
    path.write_text(OLD)
    path.chmod(mode)
    cpaudit.update_expectations([path])
    assert path.read_text() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_link_is_followed_to_its_file(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "plants", tmp_path / "store"
    folder.mkdir()
    elsewhere.mkdir()
    target = elsewhere / "mill.yaml"
    target.write_text(OLD)
    link = folder / "audit.yaml"
    link.symlink_to("../store/mill.yaml")
    (checked,) = cpaudit.update_expectations([link])
    assert str(link.readlink()) == "../store/mill.yaml"
    assert target.read_text() == NEW
    assert [path.name for path in (*folder.iterdir(), *elsewhere.iterdir())] == [
        "audit.yaml",
        "mill.yaml",
    ]
    assert not checked.fails(strict=True)


def test_nothing_is_written_without_a_change(tmp_path: Path) -> None:
    path = tmp_path / "audit.yaml"
    path.write_text(NEW)
    before = path.stat()
    cpaudit.update_expectations([path])
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino
