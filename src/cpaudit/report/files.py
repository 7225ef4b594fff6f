"""Output files: written whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ..diagnostics import Diagnostic, Word
from ..diagnostics.codes import files as codes
from ..language import N_


def write_whole(path: Path, text: str, force: bool) -> Diagnostic | None:
    """Write UTF-8 text beside its target and move it there; what kept it from being written."""
    try:
        if path.exists() and not path.is_file():
            reason = Word(N_("it is not a plain file"))
            return codes.NOT_WRITABLE.at(None, path=str(path), reason=reason)
        if path.exists() and not force:
            return codes.EXISTS_ALREADY.at(None, path=str(path))
        _replace(path.resolve(), text)
    except OSError as problem:
        reason = Word(problem.strerror or type(problem).__name__)
        return codes.NOT_WRITABLE.at(None, path=str(path), reason=reason)
    return None


def _replace(path: Path, text: str) -> None:
    # not a name of tempfile's: those files are for their owner's eyes only
    temporary = path.parent / f".cpaudit-{os.getpid()}-{os.urandom(4).hex()}.part"
    try:
        # a file name that is no UTF-8 may stand in the text; it can only be shown, not kept
        with temporary.open("x", encoding="utf-8", errors="replace", newline="\n") as stream:
            stream.write(text)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
