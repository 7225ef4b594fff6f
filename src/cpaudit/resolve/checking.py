"""Rules that a file switches off: they must be there, and no errors."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import Diagnostic, Level, registered_codes
from ..diagnostics.codes import checking as codes
from ..diagnostics.codes.figures import OF_EXPECTATIONS
from ..domain.checking import SwitchedOff
from ..schema.checking import Check


def resolve_switched_off(
    check: Check | None, say: Callable[[Diagnostic], None]
) -> tuple[SwitchedOff, ...]:
    """The rules that a file switches off, in their order; what is wrong with one is said."""
    if check is None:
        return ()
    known = {code.id: code for code in registered_codes()}
    made = []
    for rule, reason in check.ignore.items():
        code = known.get(rule)
        if code is None:
            say(codes.NO_SUCH_RULE.at(rule.span, text=rule))
        elif code.level is Level.ERROR or code in OF_EXPECTATIONS:
            say(codes.ERROR_STAYS.at(rule.span, rule=rule))
        else:
            made.append(SwitchedOff(str(rule), str(reason), rule.span))
    return tuple(made)
