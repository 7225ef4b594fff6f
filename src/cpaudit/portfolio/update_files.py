"""Audits on the disk with their expected figures as they come out now, and the check of them."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import Diagnostic, Source, Word
from ..diagnostics.codes import files as file_codes
from ..diagnostics.codes import updates as codes
from ..factors import Library
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
    source = Source(name, update.text, before.source.folder)
    after = examined_source(source, library)
    refused = _not_the_same(before, after, update) or _not_written(before, update.text)
    if refused is not None:
        return before.checked.with_findings([refused])
    return after.checked._replace(changes=update.changes).with_findings(update.left)


def _not_the_same(before: Examined, after: Examined, update: Update) -> Diagnostic | None:
    """Proof that the new text is the same audit with expectations that are met."""
    assert before.source is not None  # it was assessed
    left = sum(not one.is_met for one in before.checked.expected) - len(update.changes)
    unmet = sum(not one.is_met for one in after.checked.expected)
    is_met = after.assessment is not None and unmet == left
    if is_met and is_same_but(before.source, update):
        return None
    return codes.NOT_THE_SAME.at(start_of(before.source.name), path=before.source.name)


def _not_written(before: Examined, text: str) -> Diagnostic | None:
    """Write the new text in the place of the old one; what kept it from being written."""
    assert before.source is not None
    name = before.source.name
    mark = _BOM if before.data.startswith(_BOM) else b""
    try:
        replace_bytes(Path(name), before.data, mark + text.encode())
    except ChangedMeanwhile:
        return codes.CHANGED_MEANWHILE.at(start_of(name), path=name)
    except OSError as problem:
        reason = Word(problem.strerror or type(problem).__name__)
        return file_codes.NOT_WRITABLE.at(start_of(name), path=name, reason=reason)
    return None
