"""Exchange rates of a programme: those of its file by year, otherwise the library's averages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from ...diagnostics import Mistake
from ...diagnostics.codes import keys, plausibility, references
from ...engine.exchange import exchange_turned
from ...factors.money import exchange_rate
from ...figure import Figure, FromFactor, derive
from ...language import N_
from ...schema.given import Given
from ...units import known_currencies
from ..context import entered
from ..money import rate_target

if TYPE_CHECKING:
    from .gathering import Gathering


class RateFound(NamedTuple):
    """Money of the programme's currency for one unit of another; `written` as its source says."""

    figure: Figure
    written: Figure
    source: Literal["audit", "programme", "library"]


def rate_between(gathering: Gathering, currency: str, year: int) -> RateFound | None:
    """The rate of a year to the programme's currency; None where neither file nor library has it.

    A rate of the file for that year goes before one for all years.
    """
    target = gathering.currency
    for code, given in _stated(gathering, year):
        stated = rate_target(code, given)
        value = float(given.quantity.value)
        if stated is None or value <= 0 or {code, stated} != {currency, target}:
            continue
        written = entered(given, value, f"{stated}/{code}")
        return turned(written, target, currency, "programme")
    return _of_library(gathering, currency, year)


def turned(
    written: Figure, target: str, currency: str, source: Literal["audit", "programme", "library"]
) -> RateFound:
    """A rate that may be written in either direction, as money of `target`."""
    unit = f"{target}/{currency}"
    if written.unit == unit:
        return RateFound(written, written, source)
    return RateFound(derive(exchange_turned, unit, rate=written), written, source)


def _stated(gathering: Gathering, year: int) -> list[tuple[str, Given]]:
    """The file's rates that hold in a year, those of that very year first."""
    of_year: list[tuple[str, Given]] = []
    always: list[tuple[str, Given]] = []
    for code, rate in gathering.file.exchange_rates.items():
        if isinstance(rate, Given):
            always.append((str(code), rate))
        elif year in rate:
            of_year.append((str(code), rate[year]))
    return of_year + always


def _of_library(gathering: Gathering, currency: str, year: int) -> RateFound | None:
    target = gathering.currency
    for one, other in ((target, currency), (currency, target)):
        found = exchange_rate(gathering.library, one, other, year)
        if found is not None:
            reason = N_("the yearly average: no rate is written")
            factor = found.factor
            written = Figure(factor.value, f"{one}/{other}", FromFactor(factor, reason))
            return turned(written, target, currency, "library")
    return None


def check_rates(gathering: Gathering) -> None:
    """Say which currencies and rates of the file are none."""
    currencies = known_currencies()
    known = ", ".join(currencies)
    if gathering.currency not in currencies:
        span = gathering.file.currency.span
        said = references.UNKNOWN_CURRENCY.at(span, text=gathering.currency, known=known)
        gathering.say(said)
    for code, rate in gathering.file.exchange_rates.items():
        if code not in currencies:
            gathering.say(references.UNKNOWN_CURRENCY.at(code.span, text=code, known=known))
            continue
        for given in [rate] if isinstance(rate, Given) else rate.values():
            _check_rate(gathering, str(code), given)


def _check_rate(gathering: Gathering, code: str, given: Given) -> None:
    if given.quantity.value <= 0:
        gathering.say(plausibility.NOT_POSITIVE.at(given.span, key="exchange_rates"))
    elif gathering.currency in known_currencies() and rate_target(code, given) is None:
        target = gathering.currency
        try:
            given.quantity.to_or_refuse(target, N_("the exchange rate"), f"16300 {target}")
            gathering.say(keys.OTHER.at(given.span, text=code))
        except Mistake as mistake:
            gathering.say(mistake.diagnostic)
