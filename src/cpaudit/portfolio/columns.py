"""What a column of a batch is: its name with its unit, and how rows are sorted and added by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from ..diagnostics import Diagnostic, Mistake, Source, Span
from ..diagnostics.codes import batch as codes
from ..diagnostics.similar import listed, similar_to
from ..engine.emissions import IMPACTS
from ..factors import Library

Value = str | int | float | None
Row = tuple[Value, ...]
Kind = Literal["text", "count", "number", "money"]
Per = Literal["plant", "option"]
_MOST_LISTED = 30


class Column(NamedTuple):
    """A column by its name. `unit` is that of the engine; money is in the row's `currency`.

    What `adds` up is summed in groups, and rows can be grouped by what `groups`. Where the column
    `told_with` has a value and this one has none, nothing tells it: a sum without it is partial.
    """

    name: str
    kind: Kind
    unit: str = ""
    adds: bool = False
    groups: bool = False
    told_with: str = ""


def impact_columns(prefix: str, told_with: str) -> list[Column]:
    """A column for each impact that the engine knows."""
    return [
        Column(f"{prefix}{_with_unit(impact, unit)}", "number", unit, True, told_with=told_with)
        for impact, unit in IMPACTS.items()
    ]


def resource_columns(units: Mapping[str, str], prefix: str = "") -> list[Column]:
    """A column for each type of resource, by the unit it is counted in."""
    return [
        Column(f"{prefix}{_with_unit(id, unit)}", "number", unit, adds=True)
        for id, unit in units.items()
    ]


def _with_unit(name: str, unit: str) -> str:
    """`co2e_t`, `water_m3`; what is called by its unit has it once."""
    short = unit.removesuffix("CO2e").lower()
    return name if short == name else f"{name}_{short}"


def worth_columns(prefix: str = "") -> list[Column]:
    """What something costs and brings; a payback is 0 if immediate, without a value if never."""
    return [
        Column(f"{prefix}investment", "money", adds=True),
        Column(f"{prefix}saving", "money", adds=True),
        Column(f"{prefix}payback", "text"),
        Column(f"{prefix}payback_yr", "number", "yr"),
        Column(f"{prefix}npv", "money", adds=True, told_with=f"{prefix}saving"),
        Column(f"{prefix}irr_outcome", "text"),
        Column(f"{prefix}irr", "number", "unit"),
    ]


def resource_units(library: Library) -> dict[str, str]:
    """The types that resources are counted as, and their units.

    A type such as `gas`, each of whose fuels is a type itself, is counted as those.
    """
    types = library.resources
    return {
        id: one.unit
        for id, one in types.items()
        if not one.fuels or id in one.fuels or any(fuel not in types for fuel in one.fuels)
    }


def named(columns: Mapping[str, Column], name: str, option: str) -> Column:
    """The column of a name that `option` was given. Raises Mistake for a name that is none."""
    if name in columns:
        return columns[name]
    place = Span(Source(option, name), 1, 1, max(1, len(name)))
    raise Mistake(no_column(place, name, columns))


def no_column(place: Span, name: str, columns: Mapping[str, Column]) -> Diagnostic:
    """That there is no such column, and which there are."""
    similar = similar_to(name, columns) or next(iter(columns))
    known = listed(columns, _MOST_LISTED)
    return codes.NO_COLUMN.at(place, text=name, similar=similar, known=known)
