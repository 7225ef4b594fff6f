"""Prices and amounts of money in the audit's currency, by a rate of the file or the library."""

from __future__ import annotations

from functools import lru_cache

from ..diagnostics import Mistake, Span
from ..diagnostics.codes import references
from ..domain import Audit
from ..engine.exchange import exchange_turned, exchanged, exchanged_back
from ..factors import Library
from ..factors.money import RateEntry, exchange_rate
from ..figure import Entered, Figure, FromFactor, derive
from ..language import N_
from ..schema.given import Given
from ..units import conversion, known_currencies, money_of
from .context import Context, entered
from .conversions import Bases, price_by_basis, wrong_dimension


def price_of(context: Context, given: Given, bases: Bases, amount: Given, used: Figure) -> Figure:
    """The price of one unit of what is `used`: as written, or of the bills that tell the amount.

    In the audit's currency. Raises Mistake.
    """
    if given.bills is None:
        return price_figure(context, given, used.unit, bases, N_("the price"))
    from .bills import billed_price  # few files have them

    return billed_price(context, given, amount, used)


def price_figure(context: Context, given: Given, unit: str, bases: Bases, subject: str) -> Figure:
    """The price of one stream unit in the audit's currency. Raises Mistake."""
    quantity = given.quantity
    written_in = money_of(quantity.unit)
    if written_in is None:
        raise wrong_dimension(given, f"{context.currency}/{unit}", subject)
    for basis, per_unit in {unit: None, **bases}.items():
        value = quantity.to(f"{written_in}/{basis}")
        if value is not None:
            figure = entered(given, value, f"{written_in}/{basis}")
            if per_unit is not None:
                figure = derive(
                    price_by_basis, f"{written_in}/{unit}", price=figure, basis_per_unit=per_unit
                )
            return in_currency(context, given, figure, written_in, f"/{unit}")
    raise wrong_dimension(given, f"{context.currency}/{unit}", subject)


def money_figure(context: Context, given: Given, subject: str, per_year: bool = False) -> Figure:
    """An amount of money in the audit's currency. Raises Mistake."""
    quantity = given.quantity
    written_in = money_of(quantity.unit)
    if written_in is not None:
        value = quantity.to(written_in)
        if value is None and per_year:
            value = quantity.to(f"{written_in}/yr")
        if value is not None:
            return in_currency(context, given, entered(given, value, written_in), written_in, "")
    raise wrong_dimension(given, context.currency, subject)


def in_currency(
    context: Context, given: Given, figure: Figure, written_in: str, per: str
) -> Figure:
    """The figure in the audit's currency, by the rate that the file states. Raises Mistake."""
    exchanged_figure = exchanged_into(context, figure, written_in, per, given.span)
    if exchanged_figure is not None:
        return exchanged_figure
    raise Mistake(
        references.NO_EXCHANGE_RATE.at(
            given.span, text=given.quantity.text, currency=written_in, target=context.currency
        )
    )


def exchanged_into(
    context: Context, figure: Figure, written_in: str, per: str, span: Span | None
) -> Figure | None:
    """The figure in the audit's currency, `per` a unit such as `/t`; by the rate of the file,
    otherwise by the library's average of the year, with a warning at `span`. None without either.
    """
    target = context.currency
    if written_in == target:
        return figure
    for code, rate in context.file.exchange_rates.items():
        stated = rate_target(code, rate)
        if code == written_in and stated is None:
            rate.quantity.to_or_refuse(target, N_("the exchange rate"), f"16300 {target}")
        value = float(rate.quantity.value)
        if value <= 0 and {code, stated} == {written_in, target}:
            # refused already; the figure stands in, so that other mistakes are found as well
            return figure._replace(unit=f"{target}{per}")
        if code == written_in and stated == target:
            rate_figure = entered(rate, value, f"{target}/{written_in}")
            return derive(exchanged, f"{target}{per}", amount=figure, rate=rate_figure)
        if code == target and stated == written_in:
            rate_figure = entered(rate, value, f"{written_in}/{target}")
            return derive(exchanged_back, f"{target}{per}", amount=figure, rate=rate_figure)
    return _by_average(context, figure, written_in, per, span)


def _by_average(
    context: Context, figure: Figure, written_in: str, per: str, span: Span | None
) -> Figure | None:
    """By the library's average rate of the audit's year, in either direction."""
    target, year = context.currency, context.period.year
    for currency, other, rule in (
        (target, written_in, exchanged),
        (written_in, target, exchanged_back),
    ):
        found = exchange_rate(context.library, currency, other, year)
        if found is None:
            continue
        rate = context.from_factor(found.factor, N_("the yearly average: no rate is written"))
        if not isinstance(rate.derivation, Entered):
            said = references.RATE_FROM_LIBRARY.at(
                span, currency=written_in, target=target, year=str(year), rate=rate
            )
            context.say_once(written_in, said)
        return derive(rule, f"{target}{per}", amount=figure, rate=rate)
    return None


def rate_target(code: str, rate: Given) -> str | None:
    """The currency that a rate leads to: `USD: 16300 VND`, or `16300 VND/USD`; None if neither."""
    return _target_of(str(code), rate.quantity.unit)


@lru_cache(maxsize=256)
def _target_of(code: str, unit: str) -> str | None:
    known = known_currencies()
    if code not in known:
        return None
    for target in known:
        # only a unit with a stroke is compared with a rate's form, which pint has to work out
        form = f"{target}/{code}" if "/" in unit else target
        if target != code and conversion(unit, form) == 1:
            return target
    return None


def rates_to(context: Context) -> dict[str, Figure]:
    """The file's rates: money of the audit's currency for one unit of each other currency."""
    target = context.currency
    rates: dict[str, Figure] = {}
    for code, rate in context.file.exchange_rates.items():
        stated, value = rate_target(code, rate), float(rate.quantity.value)
        if value <= 0:
            continue  # refused already
        if stated == target:
            rates.setdefault(str(code), entered(rate, value, f"{target}/{code}"))
        elif stated is not None and code == target:
            written = entered(rate, value, f"{stated}/{target}")
            rates.setdefault(stated, derive(exchange_turned, f"{target}/{stated}", rate=written))
    return rates


def rate_in(audit: Audit, currency: str, library: Library) -> Figure | None:
    """Money of the audit's currency for one unit of another: by the rate of its file, otherwise by
    the library's average of its year; None without either."""
    if currency in audit.rates:
        return audit.rates[currency]
    target, year = audit.currency, audit.period.year
    found = exchange_rate(library, target, currency, year)
    if found is not None:
        return _average(audit, found)
    found = exchange_rate(library, currency, target, year)
    if found is None:
        return None
    return derive(exchange_turned, f"{target}/{currency}", rate=_average(audit, found))


def _average(audit: Audit, found: RateEntry) -> Figure:
    """The library's average, or the value that the file has put in its place."""
    factor = found.factor
    reason = N_("the yearly average: no rate is written")
    own = audit.own_factors.get(factor.id)
    return own or Figure(factor.value, factor.unit, FromFactor(factor, reason))
