"""RECP indicators of UNIDO and UNEP: resource productivity, pollution intensity, their change."""

from .change import changes_by_package, recp_change
from .indicators import recp_after, recp_of
from .results import POLLUTION, RESOURCES, SUMMED, GridEffect, Recp, RecpChange

__all__ = [
    "POLLUTION",
    "RESOURCES",
    "SUMMED",
    "GridEffect",
    "Recp",
    "RecpChange",
    "changes_by_package",
    "recp_after",
    "recp_change",
    "recp_of",
]
