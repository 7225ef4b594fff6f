"""The table of units."""

from __future__ import annotations

from ...language import Language
from ...units import dimension_words, known_units
from ...units.numbers import SCALES
from ..blocks import Block, Cell, Column, Row, Table


def units_view(language: Language) -> list[Block]:
    """Every unit, its other names and what it measures; the words that multiply."""
    _ = language
    rows = [
        Row([Cell(unit), Cell(", ".join(others)), Cell(_(dimension_words(unit)))])
        for unit, others in known_units().items()
    ]
    columns = [
        Column(_("Unit"), numeric=False),
        Column(_("Also written"), numeric=False),
        Column(_("Measures"), numeric=False),
    ]
    remarks = [
        _("Words that multiply: {words}.").format(words=", ".join(SCALES)),
        _("Units combine with “/”, such as VND/kWh, kg/m3, mg/L."),
    ]
    return [Table(_("Units"), columns, rows, remarks)]
