"""Changes of figures as JSON. The shape is docs/json.md's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ....engine.changes import Cause, Change, Changes, Entry, is_headline
from ....figure import Entered, Figure
from ....language import Language
from ....portfolio.changed import Compared
from .figures import diagnostics_list, head, node_json, origin_json, text_of, value_json


def changes_json(compared: Sequence[Compared], every: bool, language: Language) -> str:
    """Each pair with the causes and the figures that move; `every` one or the headlines alone."""
    return text_of(
        {
            **head("changes"),
            "moved": any(one.moves for one in compared),
            "pairs": [_pair(one, every, language) for one in compared],
        }
    )


def _pair(compared: Compared, every: bool, language: Language) -> dict[str, Any]:
    pair, changes = compared.pair, compared.changes
    said = (*compared.diagnostics, *(changes.diagnostics if changes is not None else ()))
    return {
        "name": pair.name,
        "before": pair.before,
        "after": pair.after,
        "status": compared.status,
        **(_changes(changes, every) if changes is not None else {}),
        "diagnostics": diagnostics_list(said, language),
    }


def _changes(changes: Changes, every: bool) -> dict[str, Any]:
    shown = [one for one in changes.changes if every or is_headline(one.path)]
    before, after = changes.currencies
    return {
        "currency": {"before": before, "after": after},
        "tolerance": changes.tolerance,
        "compared": changes.compared,
        "moved": len(changes.changes),
        "causes": [_cause(one) for one in changes.causes],
        "entries": [_entry(one) for one in changes.entries],
        "figures": [_change(one) for one in shown],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "path": change.name,
        "change": change.kind,
        "before": node_json(change.before, {}),
        "after": node_json(change.after, {}),
        "absolute": change.absolute,
        "relative": change.relative,
        "causes": list(change.causes),
    }


def _cause(cause: Cause) -> dict[str, Any]:
    return {
        "kind": cause.kind,
        "name": cause.name,
        "before": _figure(cause.before),
        "after": _figure(cause.after),
        "figures": cause.figures,
    }


def _figure(figure: Figure | None) -> dict[str, Any] | None:
    return None if figure is None else {**value_json(figure), "from": origin_json(figure, {})}


def _entry(entry: Entry) -> dict[str, Any]:
    return {"name": entry.name, "before": _written(entry.before), "after": _written(entry.after)}


def _written(entered: Entered | None) -> dict[str, Any] | None:
    if entered is None:
        return None
    span = entered.span
    return {"text": entered.text, "file": span.source.name, "line": span.line}
