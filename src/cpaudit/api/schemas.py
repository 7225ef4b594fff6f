"""The JSON Schemas of the files, for editors and for programs that write audits."""

from __future__ import annotations

from typing import Any


def json_schema(kind: str = "audit", lang: str = "both") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a kind of file: `audit`, `programme`, or of factor files.

    Descriptions are in `en`, `vi` or `both`. Raises ValueError for a kind or a language that there
    is not; the message lists the kinds.
    """
    from ..schema.editor import file_schema

    return file_schema(kind, lang)
