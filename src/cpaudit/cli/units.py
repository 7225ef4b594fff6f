"""`cpaudit units`: the units that a file may use."""

from __future__ import annotations

from .parameters import Format, LangOption


def units(lang: LangOption = None) -> None:
    """Print every unit with its other names and its dimension."""
    from ..report.views.units import units_view
    from .runner import Runner

    runner = Runner(lang, Format.text, None, False)
    runner.emit_blocks(units_view(runner.language))
