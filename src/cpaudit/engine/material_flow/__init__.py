"""Material flow cost accounting (ISO 14051): what the product costs, and what the loss does."""

from .flow import material_flow_of
from .paths import material_flow_figures
from .results import KINDS, CentreResult, MaterialFlow, Split

__all__ = [
    "KINDS",
    "CentreResult",
    "MaterialFlow",
    "Split",
    "material_flow_figures",
    "material_flow_of",
]
