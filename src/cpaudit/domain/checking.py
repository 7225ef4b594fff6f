"""What a file says of its own checks."""

from __future__ import annotations

from typing import NamedTuple

from ..diagnostics import Span


class SwitchedOff(NamedTuple):
    """A rule that a file switches off by its code, and why."""

    rule: str
    reason: str
    span: Span
