"""Which files a command line names, and how what is said of them travels."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from batching import plant, write
from cpaudit.diagnostics import Level, Source, Word
from cpaudit.language import Language
from cpaudit.portfolio.paths import files_at
from cpaudit.portfolio.portable import packed, unpacked
from cpaudit.portfolio.task import File, Work, is_audit
from cpaudit.report.diagnostics import text_of
from reading import run as read


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b/2.yaml", "b/1.yml", "b/deep/3.YAML", "a.yaml", "b/notes.txt", "b/.old/4.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def found(*paths: str) -> list[str]:
    files, said = files_at(paths)
    assert said == []
    return [path.replace(os.sep, "/") for path in files.paths]


def test_files_folders_and_patterns_in_the_order_of_letters(folder: Path) -> None:
    assert found("b", "a.yaml") == ["a.yaml", "b/1.yml", "b/2.yaml", "b/deep/3.YAML"]
    assert found("b/*.y*ml") == ["b/1.yml", "b/2.yaml"]
    assert found("b/**/*.YAML") == ["b/deep/3.YAML"]
    assert found("b/notes.txt") == ["b/notes.txt"]  # named is named


def test_a_file_counts_once_by_whatever_way_it_is_met(folder: Path) -> None:
    (folder / "link.yaml").symlink_to(folder / "a.yaml")
    for paths in (["b", "b/2.yaml", str(folder / "b"), "b/*.yaml"], ["b/2.yaml", "b"]):
        assert len(found(*paths)) == 3
    assert found("link.yaml", "a.yaml") == found("a.yaml", "link.yaml") == ["a.yaml"]
    files, _ = files_at(["b", "b/2.yaml"])
    assert files.named == {str(Path("b/2.yaml"))}


def test_a_link_in_a_circle_ends_nothing(folder: Path) -> None:
    (folder / "b" / "up").symlink_to(folder)
    assert len(found("b")) == 3


def test_what_leads_to_nothing_is_told(folder: Path) -> None:
    (folder / "empty").mkdir()
    _, said = files_at(["nowhere", "x*.yaml", "empty", "a.yaml"])
    told = [(one.code.id, one.values["path"]) for one in said]
    assert told == [("B001", "nowhere"), ("B001", "x*.yaml"), ("B002", "empty")]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("cpaudit: 1\nplant: {}\n", True),
        ("# a plant\n{cpaudit: 1, plant: {}}", True),
        ('"cpaudit": 1\n', True),
        ("plant: {name: Mill}\nperiod: 2014\n", True),  # the version is missing: to be told
        ("cpaudit: 1\nprogramme: {name: x}\n", True),
        ("electricity:\n  plant: {}\n", False),
        ("- cpaudit: 1\n", False),
        ("", False),
    ],
)
def test_what_is_meant_as_an_audit(text: str, is_one: bool) -> None:
    assert is_audit(Source("x.yaml", text)) is is_one


INVALID = sorted((Path(__file__).parent / "invalid").glob("*.yaml"))


def test_a_packed_diagnostic_says_the_same_in_each_language() -> None:
    """Figures, products, dates, lists and names by language are among the values."""
    kinds = set()
    for path in INVALID:
        said = read(path)[2]
        again = unpacked(packed(said))
        kinds |= {type(value) for one in said for value in one.values.values()}
        for code in ("en", "vi"):
            language = Language(code)
            assert [text_of(one, language) for one in again] == [
                text_of(one, language) for one in said
            ], path.name
        assert [one.level for one in again] == [one.level for one in said]
        assert [one.other is None for one in again] == [one.other is None for one in said]
    assert len(kinds) >= 5
    assert Word in kinds
    assert unpacked("") == []
    assert Level.ERROR in {one.level for path in INVALID for one in read(path)[2]}


def test_a_folder_that_cannot_be_read_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a=plant("A"))
    (tmp_path / "closed").mkdir()
    scan = os.scandir

    def refused(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    files, found = files_at([tmp_path])
    assert found == []
    assert [Path(one).name for one in files.paths] == ["a.yaml", "closed"]
    monkeypatch.undo()
    assert Work().outcome(File(files.paths[1])).state == "broken"
