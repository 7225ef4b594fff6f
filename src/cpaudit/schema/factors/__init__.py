"""The files of the factor library, key by key."""

from .cdm import CdmRules
from .energy import Energy, Fuel, Grid, GridSeries, Gwp
from .law import Charge, Law
from .layout import FILES, FOLDERS, MAPPINGS
from .mappings import Region, ResourceType, Source
from .prices import ExchangeRates, Prices, ReferenceTable, Tariff
from .scheme import Scheme
from .sectors import LEVELS, SUBJECTS, Benchmark, Sector
from .value import Value

__all__ = [
    "FILES",
    "FOLDERS",
    "LEVELS",
    "MAPPINGS",
    "SUBJECTS",
    "Benchmark",
    "CdmRules",
    "Charge",
    "Energy",
    "ExchangeRates",
    "Fuel",
    "Grid",
    "GridSeries",
    "Gwp",
    "Law",
    "Prices",
    "ReferenceTable",
    "Region",
    "ResourceType",
    "Scheme",
    "Sector",
    "Source",
    "Tariff",
    "Value",
]
