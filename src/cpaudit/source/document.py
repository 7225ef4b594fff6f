"""YAML text to located data, without any guess at what a scalar means.

libyaml reads it (an order of magnitude faster than the pure parser); scalars stay text, because
only the schema knows whether `010` or `NO` is a number, a name or a mistake.
"""

from __future__ import annotations

import yaml

from ..diagnostics import Diagnostic, Source, Span
from ..diagnostics.codes import text as codes
from .events import Reading, TooMuch
from .located import Map
from .refusals import refusal, syntax_problem


def read_document(source: Source) -> tuple[Map | None, list[Diagnostic]]:
    """The mapping that a YAML text holds, with every mistake of the text.

    None where the text holds no mapping at all; otherwise the values that could be read.
    """
    refused = refusal(source)
    if refused:
        return None, [refused]
    reading = Reading(source)
    try:
        located = reading.document()
    except yaml.YAMLError as problem:
        return None, [syntax_problem(source, problem)]
    except TooMuch as too_much:
        return None, [*reading.found, too_much.diagnostic]
    if located is None:
        return None, [codes.EMPTY.at(Span(source, 1, 1))]
    if not isinstance(located, Map):
        from ..diagnostics.codes import keys

        found = keys.NOT_A_MAPPING.at(Span(source, 1, 1), key=source.name)
        return None, [*reading.found, found]
    return located, reading.found
