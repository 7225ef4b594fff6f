"""Every input of tests/fuzz/corpus is answered, and short runs of the target find nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FUZZ = Path(__file__).parent / "fuzz"
CORPUS = sorted((FUZZ / "corpus").iterdir())


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> object:
    sys.path.insert(0, str(FUZZ))
    try:
        from target import Room
    finally:
        sys.path.remove(str(FUZZ))
    return Room(tmp_path_factory.mktemp("room"))


def test_the_corpus_is_small() -> None:
    assert CORPUS
    assert sum(one.stat().st_size for one in CORPUS) < 1_000_000


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_inputs_that_once_failed_are_answered(path: Path, room: object) -> None:
    room.run(path.read_bytes())  # type: ignore[attr-defined]


def test_a_short_run_of_the_target_finds_nothing(tmp_path: Path) -> None:
    pytest.importorskip("atheris")
    command = [sys.executable, str(FUZZ / "audit.py"), "--runs", "1500", "--work", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, (tmp_path / "0" / "log").read_text(encoding="utf-8")[-3000:]
    assert "inputs: 1,500" in done.stdout


def test_a_sample_of_mutated_examples_changes_nothing_in_silence() -> None:
    command = [sys.executable, str(FUZZ / "mutation.py"), "--sample", "120"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
