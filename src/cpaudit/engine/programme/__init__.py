"""A programme rolled up: by sector, province, service and year, with its projects and training."""

from .results import Rollup
from .rollup import roll_up

__all__ = ["Rollup", "roll_up"]
