"""All tables of a programme."""

from __future__ import annotations

from typing import NamedTuple

from ...diagnostics import Diagnostic
from ...domain.programme import Programme
from .groups import Grouped
from .projects import Projects
from .reported import Compared
from .training import Training
from .years import YearSums


class Rollup(NamedTuple):
    """A programme until a year; `year` is that of its projects and its training.

    `first` is the first year that anything counted is of, or that has ended if nothing counts.
    Without `complete` audits are missing.
    """

    programme: Programme
    year: int
    until: int
    first: int
    sectors: Grouped
    provinces: Grouped
    services: Grouped
    years: tuple[YearSums, ...]
    projects: Projects
    training: Training
    compared: tuple[Compared, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def complete(self) -> bool:
        return not self.programme.missing
