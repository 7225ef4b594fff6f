"""A file replaced by another text: whole or not at all, with the rights that it had."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_WRITABLE = 0o222


class ChangedMeanwhile(Exception):
    """Someone else has written to the file since it was read."""


def move_into(path: Path, write: Callable[[Path], None], name: str | None = None) -> None:
    """Have a file written beside `path` and move it there. Raises OSError, and what `write` does.

    Under a `name` that no one else uses, what a killed process has left there is written over.
    """
    # not a name of tempfile's: those files are for their owner's eyes only
    temporary = path.parent / (name or f".cpaudit-{os.getpid()}-{os.urandom(4).hex()}.part")
    try:
        if name is not None:
            temporary.unlink(missing_ok=True)
        write(temporary)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def replace_bytes(path: Path, old: bytes, new: bytes) -> None:
    """Put other bytes in the place of those that were read from a file, or of a link's target.

    Raises OSError where the file may not be written to, and ChangedMeanwhile where it does not
    hold the old bytes any more.
    """
    target = path.resolve()
    if not target.stat().st_mode & _WRITABLE or not os.access(target, os.W_OK):
        # moving another file there would ask the folder only
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    def write(temporary: Path) -> None:
        with temporary.open("xb") as stream:
            stream.write(new)
        shutil.copymode(target, temporary)
        with target.open("rb") as stream:
            if stream.read(len(old) + 1) != old:
                raise ChangedMeanwhile

    move_into(target, write)
