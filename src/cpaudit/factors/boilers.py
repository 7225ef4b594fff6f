"""Default efficiencies of boilers by what they burn, kept to compare with."""

from __future__ import annotations

from typing import NamedTuple

from ..figure import Factor
from ..schema.series import completed_in
from ..source import Map
from .files import part, text
from .library import Library

_TABLE = "boiler-efficiency"
# the rows of a resource
_GROUPS = {
    "coal": "coal",
    "fuel_oil": "oil",
    "diesel": "oil",
    "kerosene": "oil",
    "gasoline": "oil",
    "lpg": "gas",
    "natural_gas": "gas",
    "biogas": "gas",
    "gas": "gas",
    "firewood": "biomass",
    "biomass": "biomass",
}


class BoilerDefaults(NamedTuple):
    """What an old and a new boiler reach, useful heat over net calorific value, as ratios."""

    old: Factor
    new: Factor


def boiler_defaults(library: Library, resource: str) -> BoilerDefaults | None:
    """The defaults of boilers that burn a resource; None where none are known."""
    group = _GROUPS.get(resource)
    if group is None or not library.files.has(f"tables/{_TABLE}.yaml"):
        return None
    table = completed_in(library.files.document(f"tables/{_TABLE}.yaml"), "rows")
    assert isinstance(table, Map)
    rows, kind = part(table, "rows"), text(table, "kind") or ""
    if f"{group}-old" not in rows or f"{group}-new" not in rows:
        return None
    old, new = (
        library.factor(f"{_TABLE}.{group}-{age}", kind, part(rows, f"{group}-{age}"))
        for age in ("old", "new")
    )
    return BoilerDefaults(old, new)
