"""What every step of resolving shares: the file, the library, and what was found wrong so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Span
from ..domain import Period
from ..factors import Library
from ..figure import Assumed, Entered, Factor, Figure, FromFactor
from ..schema.fields import Given

if TYPE_CHECKING:
    from ..schema import AuditFile


@dataclass(slots=True)
class Context:
    """One resolving of one file; diagnostics are gathered, never raised."""

    file: AuditFile
    library: Library
    period: Period
    found: list[Diagnostic] = field(default_factory=list)
    told: set[tuple[str, Span | None]] = field(default_factory=set)

    @property
    def currency(self) -> str:
        return str(self.file.plant.currency)

    def say(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic; what several steps say of one place is kept once."""
        place = (diagnostic.code.id, diagnostic.span)
        if diagnostic.span is None or place not in self.told:
            self.told.add(place)
            self.found.append(diagnostic)


def entered(given: Given, value: float, unit: str) -> Figure:
    """A figure as the file gives it, converted to `unit`."""
    uncertainty = given.uncertainty.to("unit") if given.uncertainty else None
    quantity = given.quantity
    origin = Entered(quantity.span, quantity.text, given.source, given.quality, uncertainty)
    return Figure(value, unit, origin)


def from_factor(factor: Factor, reason: str | None = None) -> Figure:
    """A figure taken from the library; `reason` is said where another could have been taken."""
    return Figure(factor.value, factor.unit, FromFactor(factor, reason))


def assumed(value: float, unit: str, reason: str) -> Figure:
    """A figure that a stated rule gives, not the file and not the library."""
    return Figure(value, unit, Assumed(reason))
