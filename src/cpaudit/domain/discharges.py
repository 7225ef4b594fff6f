"""What can leave a plant: each kind of discharge, its unit, and the impact it is counted as."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class DischargeKind(NamedTuple):
    """The unit of a kind of discharge, its impact, and its name by language."""

    unit: str
    impact: str
    names: Mapping[str, str]


DISCHARGES = {
    "wastewater": DischargeKind("m3", "wastewater", {"en": "Wastewater", "vi": "Nước thải"}),
    "solid-waste": DischargeKind("t", "solid_waste", {"en": "Solid waste", "vi": "Chất thải rắn"}),
    "hazardous-waste": DischargeKind(
        "t", "hazardous_waste", {"en": "Hazardous waste", "vi": "Chất thải nguy hại"}
    ),
    "dust": DischargeKind("t", "dust", {"en": "Dust", "vi": "Bụi"}),
    "so2": DischargeKind("t", "so2", {"en": "SO2", "vi": "SO2"}),
    "nox": DischargeKind("t", "nox", {"en": "NOx", "vi": "NOx"}),
    "co": DischargeKind("t", "co", {"en": "CO", "vi": "CO"}),
}
# what wastewater carries, in t, and the impact it is counted as
LOADS = {
    "COD": "cod",
    "BOD": "bod",
    "TSS": "tss",
    "Hg": "hg",
    "Pb": "pb",
    "As": "as",
    "Cd": "cd",
}


def impact_of(kind: str) -> str:
    """The impact that a discharge or a load of wastewater is counted as."""
    return LOADS[kind] if kind in LOADS else DISCHARGES[kind].impact
