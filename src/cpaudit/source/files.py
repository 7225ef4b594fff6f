"""Bytes of a file to text: size, encoding and characters that can't stand in YAML."""

from __future__ import annotations

import os
import re
from pathlib import Path

from ..diagnostics import Diagnostic, Source, Span, Word
from ..diagnostics.codes import files, text
from ..language import N_

_NO_FILE = N_("it is no plain file")
SIZE_LIMIT = 4 * 1024 * 1024
# control characters, the line ends that YAML 1.1 and editors count differently, and the marks of
# direction that make a line read otherwise than it is written
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]"
)
# the same in UTF-8, for a quick look: those of one byte, and how the others begin
_BYTES = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r")
_BEGINNINGS = (b"\xc2", b"\xe2\x80", b"\xe2\x81", b"\xef\xbf")


def read_source(path: Path, name: str | None = None) -> tuple[Source | None, list[Diagnostic]]:
    """Read a UTF-8 text file, with or without a byte order mark.

    `name` is what messages call the file; by default the path as given.
    """
    shown = name or str(path)
    data, found = read_bytes(path, shown)
    return (None, found) if data is None else source_of_bytes(data, shown, path.parent)


def read_plain_file(path: Path, shown: str) -> tuple[bytes | None, list[Diagnostic]]:
    """As `read_bytes`, but of no pipe or device: nobody may ever write to its other end."""
    if path.exists() and not path.is_file() and not path.is_dir():
        place = Span(Source(shown, ""), 1, 1)
        return None, [files.NOT_READABLE.at(place, path=shown, reason=Word(_NO_FILE))]
    return read_bytes(path, shown)


def read_bytes(path: Path, shown: str) -> tuple[bytes | None, list[Diagnostic]]:
    """The bytes of a file that messages call `shown`, unless there are too many."""
    nowhere = Source(shown, "")
    try:
        # unbuffered, and no more than there is: a buffer of the limit's size takes longer than the
        # file itself
        with path.open("rb", buffering=0) as stream:
            size = os.fstat(stream.fileno()).st_size
            data = stream.read(min(size, SIZE_LIMIT) + 1)
            while len(data) != size and len(data) <= SIZE_LIMIT:  # no regular file, or it grows
                more = stream.read(SIZE_LIMIT)
                if not more:
                    break
                data += more
    except OSError as problem:
        reason = Word(problem.strerror or type(problem).__name__)
        return None, [files.NOT_READABLE.at(Span(nowhere, 1, 1), path=shown, reason=reason)]
    except ValueError as problem:  # a NUL in the name
        return None, [files.NOT_READABLE.at(Span(nowhere, 1, 1), path=shown, reason=str(problem))]
    size = max(size, len(data))
    if size > SIZE_LIMIT:
        place = Span(nowhere, 1, 1)
        return None, [text.TOO_LARGE.at(place, size=size, limit=SIZE_LIMIT)]
    return data, []


def source_of_bytes(
    data: bytes, name: str, folder: Path | None = None
) -> tuple[Source | None, list[Diagnostic]]:
    """Decode the bytes of a file in a folder; the first byte that is not UTF-8 is reported."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8")
        source = Source(name, data.decode("utf-8", errors="replace"))
        place = _place(source, before)
        return None, [text.NOT_UTF8.at(place, byte=f"0x{data[problem.start]:02X}")]
    source = Source(name, decoded, folder)
    found = _FORBIDDEN.search(decoded) if _may_hold_forbidden(data) else None
    if found:
        code = f"{ord(found.group()):04X}"
        place = _place(source, decoded[: found.start()])
        return None, [text.CONTROL_CHARACTER.at(place, code=code)]
    return source, []


def _may_hold_forbidden(data: bytes) -> bool:
    return len(data.translate(None, _BYTES)) != len(data) or any(
        beginning in data for beginning in _BEGINNINGS
    )


def forbidden_in(text: str) -> str | None:
    """The first character that can't stand in a text, as an escape in quotes can smuggle it in."""
    found = _FORBIDDEN.search(text)
    return found.group() if found else None


def _place(source: Source, before: str) -> Span:
    """The span of the character that follows the text `before`."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Span(source, len(lines), len(lines[-1]) + 1)
