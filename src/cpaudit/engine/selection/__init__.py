"""What to finance with one budget: a 0/1 programme over options that act on one another."""

from .many_budgets import frontier
from .one_budget import Prepared, prepare, select
from .programme import is_solver_there
from .results import (
    OBJECTIVES,
    Choice,
    Financed,
    Frontier,
    NotChosen,
    Objective,
    Plant,
    Selection,
    Solution,
    Step,
)

__all__ = [
    "OBJECTIVES",
    "Choice",
    "Financed",
    "Frontier",
    "NotChosen",
    "Objective",
    "Plant",
    "Prepared",
    "Selection",
    "Solution",
    "Step",
    "frontier",
    "is_solver_there",
    "prepare",
    "select",
]
