"""The unit of a column and the values in its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from ...diagnostics import Mistake
from ...diagnostics.codes import bills as codes
from ...diagnostics.codes import numbers
from ...schema.bills import Bills
from ...source import Text
from ...source.tables import Table
from ...units import Quantity, Style, conversion, parse_quantity
from ...units.numbers import parse_number

Row = Sequence[Text]
_IN_BRACKETS = re.compile(r".*[(\[]([^()\[\]]+)[)\]]")


def value_reader(table: Table, entry: Bills, style: Style | None) -> Callable[[Row], Quantity]:
    """What reads the value of a row with its unit; it raises Mistake for a cell that holds none.

    Raises Mistake where `unit:` and the name of the column say different units.
    """
    column = table.column(entry.column)
    name = table.header[column]
    stated = _stated_unit(entry, name)
    unit_column = table.column(entry.unit_column) if entry.unit_column is not None else None

    def value(row: Row) -> Quantity:
        cell, unit = row[column], stated
        if not cell:
            raise Mistake(codes.EMPTY_CELL.at(cell.span, column=name))
        if unit_column is not None:
            unit = _unit_of(row[unit_column], table.header[unit_column])
        return _value(cell, unit, style, name)

    return value


def _stated_unit(entry: Bills, name: Text) -> Quantity | None:
    """The unit that the audit states, otherwise the one in the column's name; None without any."""
    if entry.unit is not None and entry.unit_column is not None:
        raise Mistake(codes.TWO_UNITS.at(entry.unit_column.span))
    named = _unit_in(name)
    if entry.unit is None:
        return None if entry.unit_column is not None else named
    stated = _unit(entry.unit)
    if named is not None:
        _refuse_other(stated, named)
    return stated


def _unit(text: Text) -> Quantity:
    """One of a unit; `million VND` and `1000 VND` are units of bills too. Raises Mistake."""
    written = text if text[:1].isdigit() else f"1 {text}"
    return parse_quantity(written, None, text.span, "1 kWh")._replace(text=str(text))


def _unit_of(cell: Text, column: str) -> Quantity:
    if not cell:
        raise Mistake(codes.EMPTY_CELL.at(cell.span, column=column))
    return _unit(cell)


def _unit_in(name: Text) -> Quantity | None:
    """The unit that a column's name is, or has in brackets at its end, such as `(triệu đồng)`."""
    bracket = _IN_BRACKETS.fullmatch(name)
    text = bracket.group(1).strip() if bracket else str(name)
    try:
        return _unit(Text.of(text, name.span))._replace(text=str(name))
    except Mistake:
        return None  # a name like any other


def _value(cell: Text, unit: Quantity | None, style: Style | None, name: str) -> Quantity:
    if cell.startswith(("=", "#")):
        raise Mistake(codes.NOT_A_VALUE.at(cell.span, text=cell))
    try:
        number = parse_number(cell, style, cell.span, "1200")
    except Mistake as mistake:
        if mistake.diagnostic.code is numbers.EXPONENT:
            raise Mistake(codes.SHORTENED.at(cell.span, text=cell)) from None
        raise
    if number.rest or number.scaled:
        return _with_own_unit(cell, unit, style, number.scaled)
    if unit is None:
        raise Mistake(codes.NO_UNIT.at(cell.span, column=name))
    value, digit = number.value * unit.value, number.digit * unit.value
    return Quantity(value, unit.unit, str(cell), cell.span, digit)


def _with_own_unit(
    cell: Text, unit: Quantity | None, style: Style | None, is_scaled: bool
) -> Quantity:
    """A cell that says `1200 kWh` itself. Raises Mistake where the column says another unit."""
    own = parse_quantity(cell, style, cell.span, "1200 kWh")
    if unit is not None:
        _refuse_other(own._replace(value=unit.value if is_scaled else Decimal(1)), unit)
    return own


def _refuse_other(unit: Quantity, other: Quantity) -> None:
    """Raise Mistake where one of a unit is not one of the other."""
    ratio = conversion(unit.unit, other.unit)
    if ratio is None or Fraction(unit.value) * ratio != Fraction(other.value):
        values = {"unit": unit.unit, "other": other.unit, "text": other.text}
        raise Mistake(codes.UNITS_DIFFER.at(unit.span, **values))
