"""What else is wrong with a programme file whose shape is wrong, so that all is told at once."""

from __future__ import annotations

from ...diagnostics import Diagnostic
from ...diagnostics.codes import programme as codes
from ...diagnostics.codes import references
from ...factors import Library, default_library
from ...resolve.programme import Gathering, resolve_rows
from ...schema.programme.reading import ProgrammeReading

# what is said only because a key was taken out
_OF_MISSING_KEYS = (codes.NO_PERSON_DAYS, codes.NO_YEAR, codes.NO_RATE, codes.NOT_TOLD)
# what is said of a name only because the entry that it means was taken out
_OF_MISSING_ENTRIES = (codes.UNKNOWN_SERVICE, references.UNKNOWN_SECTOR)


def further_errors(reading: ProgrammeReading, library: Library | None) -> list[Diagnostic]:
    """Errors of the rows that are left; nothing that only follows from what was taken out."""
    if reading.rest is None:
        return []
    gathering = Gathering(reading.rest, library or default_library())
    resolve_rows(gathering)
    follow_up = _OF_MISSING_KEYS + (_OF_MISSING_ENTRIES if reading.lost_entries else ())
    told = {said.span[1:3] for said in reading.diagnostics if said.span}
    return [
        said
        for said in gathering.found
        if said.is_error and said.code not in follow_up
        if said.span is None or said.span[1:3] not in told
    ]
