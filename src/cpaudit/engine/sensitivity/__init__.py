"""By how much a figure changes when what it rests on is otherwise, and when it breaks even."""

from .analysis import NotOneFigure, default_path, sensitivity_of
from .evaluation import number_of, unit_of
from .results import Basis, BreakEven, End, Row, Sensitivity
from .variables import Kind, Variable

__all__ = [
    "Basis",
    "BreakEven",
    "End",
    "Kind",
    "NotOneFigure",
    "Row",
    "Sensitivity",
    "Variable",
    "default_path",
    "number_of",
    "sensitivity_of",
    "unit_of",
]
