"""Cleaner-production audits: use, savings, emissions and payback of a plant and its options.

`load(path)` reads an audit file, `assess(audit)` calculates it, `figure(assessment, path)` looks a
figure up. The names are imported when they are first used, so that `import cpaudit` is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .version import __version__

if TYPE_CHECKING:
    from .api import AuditError, assess, figure, load

__all__ = ["AuditError", "__version__", "assess", "figure", "load"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from . import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
