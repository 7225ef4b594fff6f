"""Audits on the disk with their expected figures as they come out now, and the check of them."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import Diagnostic, Word
from ..diagnostics.codes import files as file_codes
from ..diagnostics.codes import updates as codes
from ..factors import Library
from ..source.files import SIZE_LIMIT, source_of_bytes
from ..source.replacing import ChangedMeanwhile, replace_bytes
from .checked import Checked, start_of
from .checking import Examined, examine_file, examined_source
from .updating import Update, is_same_but, update_of

_BOM = b"\xef\xbb\xbf"


def update_file(name: str, library: Library, is_named: bool = True) -> Checked | None:
    """The check of one file after its expected figures were rewritten where they failed.

    As `check_file`; `changes` are what was rewritten. Where the file can't be written, or others
    write to it, nothing of it is.
    """
    before = examine_file(name, library, is_named)
    if before is None or before.assessment is None or before.source is None:
        return before and before.checked
    if all(one.is_met for one in before.checked.expected):
        return before.checked
    update = update_of(before.source, before.assessment)
    if not update.changes:
        return before.checked.with_findings(update.left)
    mark = _BOM if before.data.startswith(_BOM) else b""
    data = mark + update.text.encode()
    after = _read_again(before, update, data, library)
    if after is None:
        said = codes.NOT_THE_SAME.at(start_of(name), path=name)
        return before.checked.with_findings([said, *update.left])
    refused = _not_written(name, before.data, data)
    if refused is not None:
        return before.checked.with_findings([refused, *update.left])
    return after.checked._replace(changes=update.changes).with_findings(update.left)


def _read_again(before: Examined, update: Update, data: bytes, library: Library) -> Examined | None:
    """The check of the new bytes; None where they are not the same audit, with the changed
    expectations met."""
    assert before.source is not None  # it was assessed
    source, _ = source_of_bytes(data, before.source.name, before.source.folder)
    if source is None or len(data) > SIZE_LIMIT or not is_same_but(before.source, update):
        return None
    after = examined_source(source, library)
    left = sum(not one.is_met for one in before.checked.expected) - len(update.changes)
    unmet = sum(not one.is_met for one in after.checked.expected)
    return after if after.assessment is not None and unmet == left else None


def _not_written(name: str, old: bytes, new: bytes) -> Diagnostic | None:
    """Write the new bytes in the place of the old ones; what kept them from being written."""
    try:
        replace_bytes(Path(name), old, new)
    except ChangedMeanwhile:
        return codes.CHANGED_MEANWHILE.at(start_of(name), path=name)
    except OSError as problem:
        reason = Word(problem.strerror or type(problem).__name__)
        return file_codes.NOT_WRITABLE.at(start_of(name), path=name, reason=reason)
    return None
