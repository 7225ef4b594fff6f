"""What every step of resolving shares: the file, the library, and what was found wrong so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Span
from ..domain import Attachment, Period
from ..factors import Library
from ..figure import Assumed, Entered, Factor, Figure, FromFactor
from ..schema.given import Given

if TYPE_CHECKING:
    from ..schema import AuditFile
    from ..source.tables import Table
    from .bills.billing import Billing

    TableRead = tuple[Table | None, list[Diagnostic]]


@dataclass(slots=True)
class Context:
    """One resolving of one file; diagnostics are gathered, never raised.

    What is to be said of benchmarks is kept apart: only who asks for the gap wants to know. A table
    beside the file is read once, and each column of bills in it.
    """

    file: AuditFile
    library: Library
    period: Period
    own: dict[str, Figure] = field(default_factory=dict)
    own_used: set[str] = field(default_factory=set)
    found: list[Diagnostic] = field(default_factory=list)
    about_benchmarks: list[Diagnostic] = field(default_factory=list)
    subjects: set[tuple[str, str]] = field(default_factory=set)
    told: set[tuple[str, Span | None]] = field(default_factory=set)
    tables: dict[tuple[str, str | None], TableRead] = field(default_factory=dict)
    billings: dict[tuple[object, ...], Billing] = field(default_factory=dict)

    currency: str = field(init=False)
    country: str = field(init=False)

    def __post_init__(self) -> None:
        self.currency = str(self.file.plant.currency)
        self.country = str(self.file.plant.country)

    def from_factor(self, used: FromFactor | Factor, reason: str | None = None) -> Figure:
        """A figure taken from the library, or from `factors:` of the file in its place.

        `reason` is said in place of the one that the choice of the factor has given.
        """
        factor, given = (used.factor, used.reason) if isinstance(used, FromFactor) else (used, None)
        if factor.id in self.own:
            self.own_used.add(factor.id)
            return self.own[factor.id]
        return Figure(factor.value, factor.unit, FromFactor(factor, reason or given))

    def attachments(self) -> tuple[Attachment, ...]:
        """The tables that were read, each once."""
        read = [table for table, _ in self.tables.values() if table is not None]
        return tuple(dict.fromkeys(Attachment(table.path, table.sha256) for table in read))

    def say(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic; what several steps say of one place is kept once."""
        place = (diagnostic.code.id, diagnostic.span)
        if diagnostic.span is None or place not in self.told:
            self.told.add(place)
            self.found.append(diagnostic)

    def say_once(self, subject: str, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic of a subject at the first place where it comes up."""
        if (diagnostic.code.id, subject) not in self.subjects:
            self.subjects.add((diagnostic.code.id, subject))
            self.say(diagnostic)


def entered(given: Given, value: float, unit: str) -> Figure:
    """A figure as the file gives it, converted to `unit`."""
    quantity, source, quality, stated, _ = given
    uncertainty = stated.to("unit") if stated else None
    origin = Entered(quantity.span, quantity.text, source, quality, uncertainty)
    return Figure(value, unit, origin)


def assumed(value: float, unit: str, reason: str) -> Figure:
    """A figure that a stated rule gives, not the file and not the library."""
    return Figure(value, unit, Assumed(reason))
