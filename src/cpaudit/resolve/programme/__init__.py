"""Programme file and factor library to the rows of a programme; its audits come later."""

from .gathering import Gathering
from .rows import Rows, resolve_rows

__all__ = ["Gathering", "Rows", "resolve_rows"]
