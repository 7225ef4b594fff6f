"""What every step of resolving a programme shares: the file, the library, what was found wrong,
the rates that were used and the resources that were met."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...diagnostics import Diagnostic, Mistake, Span
from ...diagnostics.codes import plausibility
from ...diagnostics.codes import programme as codes
from ...domain.programme import Rate, Resource
from ...engine.exchange import exchanged
from ...factors import Library
from ...figure import Figure, derive
from ...schema.given import Given
from ...schema.programme import ProgrammeFile
from ...units import money_of
from ..context import entered
from ..conversions import wrong_dimension
from .rates import RateFound, rate_between

# the columns of a centre's annual report, which are there even where nothing is saved
USUAL = ("electricity", "coal", "fuel_oil", "diesel", "gas", "water", "chemical")


@dataclass(slots=True)
class Gathering:
    """One resolving of one programme; diagnostics are gathered, never raised."""

    file: ProgrammeFile
    library: Library
    found: list[Diagnostic] = field(default_factory=list)
    told: set[object] = field(default_factory=set)
    rates: dict[tuple[str, int, str, float], Rate] = field(default_factory=dict)
    resources: dict[str, Resource] = field(default_factory=dict)

    @property
    def currency(self) -> str:
        return str(self.file.currency)

    def say(self, said: Diagnostic) -> None:
        """Keep a diagnostic; what is said of one place in the same words is kept once."""
        self.say_once((said.code.id, said.span), said)

    def say_once(self, subject: object, said: Diagnostic) -> None:
        """Keep a diagnostic of a subject at the first place where it comes up."""
        if subject not in self.told:
            self.told.add(subject)
            self.found.append(said)

    def source_of(self, given: Given, row_source: str | None) -> Given:
        """A value with the source of its row, or of the file, where it has none of its own."""
        if given.source is not None:
            return given
        return given._replace(source=row_source or self.file.source)

    def resource(self, id: str, unit: str) -> str:
        """The key of a resource in its unit; a unit that is not its usual one stands in the key."""
        usual = self.library.resources[id]
        key = id if usual.unit == unit else f"{id}_{unit}"
        self.resources.setdefault(key, Resource(key, id, unit, usual.names))
        return key

    def money(
        self,
        given: Given,
        subject: str,
        year: int,
        source: str | None,
        not_negative: str | None = None,
    ) -> Figure | None:
        """A row's money in the programme's currency, also if written per year; None, with the
        mistake told, where it can't be read. `not_negative` is the key of what is never negative.
        """
        written_in = money_of(given.quantity.unit)
        try:
            value = None if written_in is None else given.quantity.to(written_in)
            if value is None and written_in is not None:
                value = given.quantity.to(f"{written_in}/yr")
            if written_in is None or value is None:
                raise wrong_dimension(given, self.currency, subject)
            if value < 0 and not_negative is not None:
                raise Mistake(plausibility.NEGATIVE.at(given.span, key=not_negative))
        except Mistake as mistake:
            self.say(mistake.diagnostic)
            return None
        figure = entered(self.source_of(given, source), value, written_in)
        return self.in_currency(figure, year, given.span)

    def in_currency(
        self, figure: Figure, year: int, span: Span | None, own: RateFound | None = None
    ) -> Figure | None:
        """Money of a year in the programme's currency, by `own`, the file's or the library's rate.

        None, with an error, where none is known.
        """
        if figure.unit == self.currency:
            return figure
        found = own or rate_between(self, figure.unit, year)
        if found is None:
            values = {"currency": figure.unit, "target": self.currency, "year": str(year)}
            self.say_once(("rate", figure.unit, year), codes.NO_RATE.at(span, **values))
            return None
        self._count(figure.unit, year, found, span)
        return derive(exchanged, self.currency, amount=figure, rate=found.figure)

    def _count(self, currency: str, year: int, found: RateFound, span: Span | None) -> None:
        """Remember a rate for the table of rates; tell once where the library's is taken."""
        key = (currency, year, found.source, found.figure.value)
        used = self.rates.get(key)
        if used is None and found.source == "library":
            values = {"currency": currency, "year": str(year), "rate": found.written}
            self.say_once(key, codes.RATE_USED.at(span, **values))
        one = used or Rate(currency, year, found.source, found.figure, 0)
        self.rates[key] = one._replace(uses=one.uses + 1)
