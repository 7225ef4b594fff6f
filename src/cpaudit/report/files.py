"""Output files: written whole or not at all, and never over another one unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..diagnostics import Diagnostic, Word
from ..diagnostics.codes import files as codes
from ..language import N_
from ..source.replacing import move_into


def write_whole(path: Path, text: str, force: bool) -> Diagnostic | None:
    """Write UTF-8 text beside its target and move it there; what kept it from being written."""

    def write(temporary: Path) -> None:
        # a file name that is no UTF-8 may stand in the text; it can only be shown, not kept
        with temporary.open("x", encoding="utf-8", errors="replace", newline="\n") as stream:
            stream.write(text)

    return write_by(path, write, force)


def write_by(
    path: Path, write: Callable[[Path], None], force: bool, name: str | None = None
) -> Diagnostic | None:
    """Have a file written beside its target and move it there; what kept it from being written.

    Under a `name` that no one else uses, what a killed process has left there is written over.
    """
    refused = refusal_of(path, force)
    if refused is not None:
        return refused
    try:
        move_into(path.resolve(), write, name)
    except OSError as problem:
        return _not_writable(path, problem)
    return None


def refusal_of(path: Path, force: bool) -> Diagnostic | None:
    """Why an output file must not be written, before there is anything to write."""
    try:
        if path.exists() and not path.is_file():
            reason = Word(N_("it is not a plain file"))
            return codes.NOT_WRITABLE.at(None, path=str(path), reason=reason)
        if path.exists() and not force:
            return codes.EXISTS_ALREADY.at(None, path=str(path))
    except OSError as problem:
        return _not_writable(path, problem)
    return None


def _not_writable(path: Path, problem: OSError) -> Diagnostic:
    reason = Word(problem.strerror or type(problem).__name__)
    return codes.NOT_WRITABLE.at(None, path=str(path), reason=reason)
