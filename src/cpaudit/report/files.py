"""Output files: written whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
from pathlib import Path

from ..diagnostics import Diagnostic
from ..diagnostics.codes import files as codes


def write_whole(path: Path, text: str, force: bool) -> Diagnostic | None:
    """Write UTF-8 text beside its target and move it there; what kept it from being written."""
    if path.exists() and not force:
        return codes.EXISTS_ALREADY.at(None, path=str(path))
    import tempfile  # slow to import and rarely needed

    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        Path(temporary).replace(path)
    except OSError as problem:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        reason = problem.strerror or type(problem).__name__
        return codes.NOT_WRITABLE.at(None, path=str(path), reason=reason)
    return None
