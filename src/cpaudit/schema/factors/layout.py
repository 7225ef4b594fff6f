"""Which model each file of a factor library has."""

from __future__ import annotations

from ..model import Model
from .cdm import CdmRules
from .energy import Energy, Fuel, Grid, Gwp
from .law import Charge, Law
from .mappings import Region, ResourceType, Source
from .prices import ExchangeRates, Prices, ReferenceTable, Tariff
from .scheme import Scheme
from .sectors import Sector

Models = dict[str, type[Model]]
# files that hold entries of one kind by id, files that are one document, folders of documents
MAPPINGS: Models = {"sources.yaml": Source, "resources.yaml": ResourceType, "regions.yaml": Region}
FILES: Models = {"gwp.yaml": Gwp, "energy.yaml": Energy, "cdm.yaml": CdmRules}
FOLDERS: Models = {
    "fuels": Fuel,
    "grids": Grid,
    "sectors": Sector,
    "charges": Charge,
    "laws": Law,
    "schemes": Scheme,
    "exchange_rates": ExchangeRates,
    "tariffs": Tariff,
    "prices": Prices,
    "tables": ReferenceTable,
}
