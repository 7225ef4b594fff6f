"""Options in an order in which what one requires comes before it."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain import Audit


def required_first(audit: Audit, ids: Iterable[str]) -> tuple[str, ...]:
    """Options in the order given, each after all that it requires, which are put in as well.

    Names that the audit has not are left out. `requires` must not run in a circle.
    """
    told: dict[str, None] = {}
    for first in ids:
        pending = [first]
        while pending:
            id = pending[-1]
            missing = [
                other
                for other in audit.options[id].requires
                if other in audit.options and other not in told
            ]
            if missing:
                pending.append(missing[0])
            else:
                told[pending.pop()] = None
    return tuple(told)
