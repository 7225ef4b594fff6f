"""A redesigned product against today's: resources, impacts and cost per functional unit."""

from .comparison import DesignResult, State, design_of
from .paths import design_figures

__all__ = ["DesignResult", "State", "design_figures", "design_of"]
