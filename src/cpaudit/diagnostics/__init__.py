"""What is said to a user about a file: where, what is wrong, what to do."""

from .diagnostic import Code, Day, Diagnostic, Level, Mistake, Word, registered_codes
from .span import Source, Span

__all__ = [
    "Code",
    "Day",
    "Diagnostic",
    "Level",
    "Mistake",
    "Source",
    "Span",
    "Word",
    "registered_codes",
]
