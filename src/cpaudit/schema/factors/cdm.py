"""Rules of the clean development mechanism."""

from __future__ import annotations

from ..model import Model
from .value import Id, Value


class CdmRules(Model):
    """Limits, default weights and crediting periods by name."""

    rules: dict[Id, Value]
