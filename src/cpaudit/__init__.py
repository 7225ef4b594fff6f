"""Cleaner-production audits: use, savings, emissions and payback of a plant and its options.

`load(path)` reads an audit file, `assess(audit)` calculates it, `look_up(assessment, path)` gives
a figure. The names are imported when they are first used, so that `import cpaudit` is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .version import __version__

if TYPE_CHECKING:
    from .api import AuditError, assess, load, look_up

__all__ = ["AuditError", "__version__", "assess", "load", "look_up"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from . import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
