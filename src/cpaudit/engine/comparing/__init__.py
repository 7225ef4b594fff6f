"""Which of several packages, options or audits is the better one, by money and by CO2e."""

from .compare import compare
from .results import (
    Abatement,
    Alternative,
    Bar,
    Choice,
    Compared,
    Comparison,
    Difference,
    Entry,
    Front,
    Paying,
    Point,
    Step,
)

__all__ = [
    "Abatement",
    "Alternative",
    "Bar",
    "Choice",
    "Compared",
    "Comparison",
    "Difference",
    "Entry",
    "Front",
    "Paying",
    "Point",
    "Step",
    "compare",
]
