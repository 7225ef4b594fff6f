"""Output files: written whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ..diagnostics import Diagnostic, Word
from ..diagnostics.codes import files as codes


def write_whole(path: Path, text: str, force: bool) -> Diagnostic | None:
    """Write UTF-8 text beside its target and move it there; what kept it from being written."""
    # not a name of tempfile's: those files are for their owner's eyes only
    temporary = path.parent / f".cpaudit-{os.getpid()}.part"
    try:
        if path.exists() and not force:
            return codes.EXISTS_ALREADY.at(None, path=str(path))
        with temporary.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        temporary.replace(path)
    except OSError as problem:
        with suppress(OSError):
            temporary.unlink()
        reason = Word(problem.strerror or type(problem).__name__)
        return codes.NOT_WRITABLE.at(None, path=str(path), reason=reason)
    return None
