"""Factors of the library, and differences between two, as JSON. The shape is docs/json.md's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ....diagnostics import Diagnostic
from ....factors.catalogue import Entry
from ....factors.difference import Difference
from ....language import Language
from .figures import diagnostics_list, factor_json, head, text_of


def list_json(entries: Iterable[Entry]) -> str:
    """Every factor with its group, kind and source."""
    return text_of({**head("factors"), "factors": [_entry(one) for one in entries]})


def show_json(entry: Entry, history: Sequence[Entry]) -> str:
    """One factor, and the ids and values of the same thing at other times."""
    document = {
        **head("factor"),
        "factor": _entry(entry),
        "history": [_entry(one) for one in history],
    }
    return text_of(document)


def difference_json(found: Iterable[Difference]) -> str:
    """Every difference: what changed, before, after, and the relative change."""
    rows = [
        {
            "id": one.id,
            "change": one.change,
            "before": factor_json(one.before) if one.before else None,
            "after": factor_json(one.after) if one.after else None,
            "ratio": one.ratio,
        }
        for one in found
    ]
    return text_of({**head("factor-differences"), "differences": rows})


def check_json(found: Iterable[Diagnostic], language: Language) -> str:
    """What is wrong with a library; an empty list where nothing is."""
    return text_of({**head("factor-check"), "diagnostics": diagnostics_list(found, language)})


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.factor.id,
        "group": entry.group,
        "kind": entry.kind,
        "name": dict(entry.names),
        "series": entry.series,
        "reference": entry.factor.reference,
        "seen": entry.factor.seen,
        **factor_json(entry.factor),
    }
