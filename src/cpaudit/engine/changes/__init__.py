"""What differs between two assessments: figures that move, and the values that move them."""

from .comparison import SAME, changes_of, roots_in
from .results import Cause, Change, Changes, Entry, Side, is_headline

__all__ = [
    "SAME",
    "Cause",
    "Change",
    "Changes",
    "Entry",
    "Side",
    "changes_of",
    "is_headline",
    "roots_in",
]
