"""Runs that are interrupted: nothing is lost, and the output is that of an unbroken run."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from batching import BROKEN, many, plant, run, table, write
from cpaudit.portfolio.journal import Journal, JournalError
from cpaudit.portfolio.outcome import Outcome
from cpaudit.portfolio.task import Work

# ends a run when so many files are done, as Ctrl-C and as `kill -9` do; every file is kept at once
_CUT = """
import os
import cpaudit.cli.batch_run as room
import cpaudit.portfolio.journal as journal
journal._COMMIT_AFTER = 0.0
real = room.outcomes
def some(*arguments, **more):
    for number, one in enumerate(real(*arguments, **more)):
        if number == {count}:
            {end}
        yield one
room.outcomes = some
from cpaudit.cli.main import run
run()
"""
CTRL_C, KILL = "raise KeyboardInterrupt", "os._exit(137)"
# writes what it does anew to the standard error
_TOLD = """
import sys
import cpaudit.cli.batch_run as room
real = room.outcomes
def told(*arguments):
    for one in real(*arguments):
        print("did", one.file, file=sys.stderr)
        yield one
room.outcomes = told
from cpaudit.cli.main import run
run()
"""


@pytest.fixture
def plants(tmp_path: Path) -> Path:
    folder = many(tmp_path / "plants", 20)
    write(folder, **{"plant-007": BROKEN})
    return folder


def cut(count: int, end: str) -> str:
    return _CUT.format(count=count, end=end)


def anew(stderr: str) -> list[str]:
    """The files that a run did not take from the journal."""
    return [Path(line[4:]).stem for line in stderr.splitlines() if line.startswith("did ")]


@pytest.mark.parametrize("end", [CTRL_C, KILL], ids=["ctrl-c", "kill"])
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("asked", [(), ("--per", "option", "--sort", "-npv")], ids=str)
def test_what_was_done_is_not_done_again_and_the_bytes_are_the_same(
    end: str, workers: int, asked: tuple[str, ...], plants: Path, tmp_path: Path
) -> None:
    arguments = (plants, "-f", "csv", *asked)
    run(*arguments, "-o", tmp_path / "whole.csv", code=1)
    out = tmp_path / "out.csv"
    first = run(*arguments, "-o", out, "--workers", workers, program=cut(11, end), code=None)
    assert first.returncode == (130 if end is CTRL_C else 137)
    assert ("--resume" in first.stderr) == (end is CTRL_C)
    assert not out.exists()
    second = run(*arguments, "-o", out, "--resume", program=_TOLD, code=1)
    # eleven are kept but the broken one, which is told again
    assert anew(second.stderr) == ["plant-007", *(f"plant-{at:03}" for at in range(11, 20))]
    assert "error[K003]" in second.stderr
    assert out.read_bytes() == (tmp_path / "whole.csv").read_bytes()
    assert not out.with_name("out.csv.partial").exists()


def test_resumed_again_and_again(plants: Path, tmp_path: Path) -> None:
    arguments = (plants, "-f", "csv", "-o", tmp_path / "out.csv", "--resume")
    for count in (0, 5, 1, 3):
        run(*arguments, program=cut(count, KILL), code=137)
    done = run(*arguments, program=_TOLD, code=1)
    # each time the broken file, which comes eighth, is done again
    assert anew(done.stderr)[0] == "plant-007"
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == run(
        plants, "-f", "csv", code=1
    ).stdout


def interrupted(plants: Path, out: Path, *arguments: str) -> None:
    run(plants, "-f", "csv", "-o", out, *arguments, program=cut(15, CTRL_C), code=130)
    assert out.with_name(out.name + ".partial").exists()


def test_an_audit_that_has_changed_is_done_again(plants: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    interrupted(plants, out)
    write(plants, **{"plant-003": plant("Other"), "plant-007": plant("Mended")})
    (plants / "plant-005.yaml").unlink()
    done = run(plants, "-f", "csv", "-o", out, "--resume", program=_TOLD)
    assert anew(done.stderr) == [
        "plant-003",
        "plant-007",
        *(f"plant-{n:03}" for n in range(15, 20)),
    ]
    names = [row["plant"] for row in table(out.read_text(encoding="utf-8"))]
    assert names == [
        {3: "Other", 7: "Mended"}.get(at, f"Plant {at}") for at in range(20) if at != 5
    ]


def test_other_factors_do_everything_again(plants: Path, tmp_path: Path) -> None:
    out, own = tmp_path / "out.csv", tmp_path / "own"
    interrupted(plants, out)
    own.mkdir()
    (own / "sources.yaml").write_text("mine: {title: My own}\n", encoding="utf-8")
    arguments = (plants, "-f", "csv", "-o", out, "--resume", "--factors", own)
    done = run(*arguments, program=_TOLD, code=1)
    assert len(anew(done.stderr)) == 20


def test_a_journal_is_spared_without_being_told_what_to_do(plants: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    interrupted(plants, out)
    kept = out.with_name("out.csv.partial").read_bytes()
    done = run(plants, "-f", "csv", "-o", out, code=1)
    assert "B008" in done.stderr
    assert "--resume" in done.stderr
    for other in (("--per", "option"), ("--package", "first"), ("--currency", "USD")):
        done = run(plants, "-f", "csv", "-o", out, "--resume", *other, code=1)
        assert "B009" in done.stderr
    assert out.with_name("out.csv.partial").read_bytes() == kept
    done = run(plants, "-f", "csv", "-o", out, "--force", program=_TOLD, code=1)
    assert len(anew(done.stderr)) == 20
    assert out.exists()


def test_the_table_may_be_another_one_of_the_same_rows(plants: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    interrupted(plants, out)
    asked = ("--by", "sector", "-f", "jsonl")
    done = run(plants, *asked, "-o", out, "--resume", program=_TOLD, code=1)
    assert len(anew(done.stderr)) == 6
    assert out.read_text(encoding="utf-8") == run(plants, *asked, code=1).stdout


def test_what_a_killed_run_has_begun_to_write_is_written_over(tmp_path: Path) -> None:
    folder = many(tmp_path / "plants", 2)
    (tmp_path / ".out.csv.part").write_text("file,pla", encoding="utf-8")
    run(folder, "-f", "csv", "-o", tmp_path / "out.csv")
    assert len(table((tmp_path / "out.csv").read_text(encoding="utf-8"))) == 2
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out.csv", "plants"]


def test_a_file_that_is_no_journal_is_left_alone(plants: Path, tmp_path: Path) -> None:
    other = tmp_path / "out.csv.partial"
    other.write_text("precious", encoding="utf-8")
    done = run(plants, "-f", "csv", "-o", tmp_path / "out.csv", "--resume", code=1)
    assert "B009" in done.stderr
    assert other.read_text(encoding="utf-8") == "precious"
    other.unlink()
    base = sqlite3.connect(other)
    base.execute("CREATE TABLE mine (x)")
    base.commit()
    base.close()
    assert "B009" in run(plants, "-o", tmp_path / "out.csv", "--resume", code=1).stderr


def test_two_runs_do_not_share_a_journal(tmp_path: Path) -> None:
    path, columns = tmp_path / "x.partial", Work().columns
    first = Journal(path, columns, {}, "f")
    with pytest.raises(JournalError) as caught:
        Journal(path, columns, {}, "f")
    assert caught.value.diagnostic.code.id == "B011"
    first.put(Outcome("a.yaml", "skipped", "0"))
    first.close()
    Journal(path, columns, {}, "f").close(is_whole=True)
    assert list(tmp_path.iterdir()) == []


def test_what_an_audit_names_counts_as_part_of_it(tmp_path: Path) -> None:
    from cpaudit.portfolio.fingerprint import file_hash

    audit, bills = tmp_path / "a.yaml", tmp_path / "bills.csv"
    audit.write_bytes(b"audit")
    bills.write_bytes(b"1,2")
    journal = Journal(None, Work().columns, {}, "f")
    named = ((str(bills), file_hash(b"1,2")),)
    journal.put(Outcome(str(audit), "assessed", file_hash(b"audit"), named))
    assert journal.keep([str(audit)]) == []
    bills.write_bytes(b"1,3")
    assert journal.keep([str(audit)]) == [str(audit)]
    bills.unlink()
    assert journal.keep([str(audit)]) == [str(audit)]
