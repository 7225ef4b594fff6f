"""From what a bill says to the stream's own unit, by the fuel's density and calorific value.

A stream has one unit (coal t, natural gas Nm3). Its bases say how much of another measure one unit
of it holds: m3 by density, GJ by net calorific value. Amounts are divided by a basis, prices
multiplied.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Mistake, Span, Word
from ..diagnostics.codes import numbers, references
from ..factors.money import exchange_rate
from ..figure import Figure, derive, formula
from ..language import N_
from ..schema.fields import Given
from ..units import conversion, dimension, dimension_words, known_currencies, money_of
from .context import Context, entered

Bases = Mapping[str, Figure | None]  # unit of the basis to basis units per stream unit; None: one


@formula("amount / basis per unit", N_("definition of density and of net calorific value"))
def amount_by_basis(amount: float, basis_per_unit: float) -> float:
    """Stream units in an amount that is measured in another unit (litres of oil in tonnes)."""
    return amount / basis_per_unit


@formula("price · basis per unit", N_("definition of density and of net calorific value"))
def price_by_basis(price: float, basis_per_unit: float) -> float:
    """Price of one stream unit from the price of another measure of it (VND/l to VND/t)."""
    return price * basis_per_unit


@formula("1 / density", N_("definition of density"))
def specific_volume(density: float) -> float:
    """m3 per t from t/m3."""
    return 1 / density


@formula("density · net calorific value", "IPCC 2006 Guidelines, Vol. 2, Ch. 1, section 1.4.1.2")
def energy_per_volume(density: float, ncv: float) -> float:
    """GJ per m3 (or Nm3) from t/m3 and GJ/t."""
    return density * ncv


@formula("amount · exchange rate", N_("definition of an exchange rate"))
def exchanged(amount: float, rate: float) -> float:
    """Money in the audit's currency."""
    return amount * rate


@formula("amount · 12 / months", "IPMVP Core Concepts: annualisation of a measurement period")
def annualised(amount: float, months: float) -> float:
    """An amount per year from that of a period of whole months."""
    return amount * 12 / months


def amount_figure(given: Given, unit: str, bases: Bases, subject: str) -> tuple[Figure, bool]:
    """The amount in the stream's unit, and whether it is written per year already.

    Raises Mistake where neither the unit nor a basis leads there.
    """
    quantity = given.quantity
    every: Bases = {unit: None, **bases}
    if "TOE" in bases and quantity.unit.partition("/")[0] in {"TOE", "toe"}:
        every = {"TOE": bases["TOE"]}  # by the official table, as it will be counted
    for basis, per_unit in every.items():
        for suffix in ("", "/yr"):
            value = quantity.to(basis + suffix)
            if value is not None:
                figure = entered(given, value, basis)
                if per_unit is not None:
                    figure = derive(amount_by_basis, unit, amount=figure, basis_per_unit=per_unit)
                return figure, bool(suffix)
    raise _not_convertible(given, unit, bases, subject)


def price_figure(context: Context, given: Given, unit: str, bases: Bases, subject: str) -> Figure:
    """The price of one stream unit in the audit's currency. Raises Mistake."""
    quantity = given.quantity
    written_in = money_of(quantity.unit)
    if written_in is None:
        raise _wrong_dimension(given, f"{context.currency}/{unit}", subject)
    for basis, per_unit in {unit: None, **bases}.items():
        value = quantity.to(f"{written_in}/{basis}")
        if value is not None:
            figure = entered(given, value, f"{written_in}/{basis}")
            if per_unit is not None:
                figure = derive(
                    price_by_basis, f"{written_in}/{unit}", price=figure, basis_per_unit=per_unit
                )
            return in_currency(context, given, figure, written_in, f"/{unit}")
    raise _wrong_dimension(given, f"{context.currency}/{unit}", subject)


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
    raise _wrong_dimension(given, context.currency, subject)


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
        if not context.own_used.intersection({found.factor.id}):
            said = references.RATE_FROM_LIBRARY.at(
                span, currency=written_in, target=target, year=str(year), rate=rate
            )
            context.say_once(written_in, said)
        return derive(rule, f"{target}{per}", amount=figure, rate=rate)
    return None


def rate_target(code: str, rate: Given) -> str | None:
    """The currency that a rate leads to: `USD: 16300 VND`, or `16300 VND/USD`; None if neither."""
    unit = rate.quantity.unit
    for target in known_currencies():
        # only a unit with a stroke is compared with a rate's form, which pint has to work out
        form = f"{target}/{code}" if "/" in unit else target
        if target != code and conversion(unit, form) == 1:
            return target
    return None


@formula("amount / exchange rate", N_("definition of an exchange rate"))
def exchanged_back(amount: float, rate: float) -> float:
    """Money in the audit's currency, from a rate stated the other way round."""
    return amount / rate


def plain_figure(given: Given, unit: str, subject: str, example: str) -> Figure:
    """A quantity that needs no conversion but that of its unit. Raises Mistake."""
    return entered(given, given.quantity.to_or_refuse(unit, subject, example), unit)


_NEEDED = {
    "volume": (N_("the density"), "density"),
    "normal_volume": (N_("the net calorific value"), "ncv"),
    "mass": (N_("the density"), "density"),
    "energy": (N_("the net calorific value"), "ncv"),
}


def _not_convertible(given: Given, unit: str, bases: Bases, subject: str) -> Mistake:
    """Says whether a property is missing or the dimension is wrong altogether."""
    found = dimension(given.quantity.unit)
    is_fuel = (bool(bases) and dimension(unit) != "energy") or "t" in bases
    if found == "volume" and unit in {"Nm3", "GJ"}:
        return Mistake(numbers.GAS_VOLUME.at(given.span, text=given.quantity.text))
    if is_fuel and found in _NEEDED:
        what, key = _NEEDED[found]
        return Mistake(
            references.NO_CONVERSION.at(
                given.span,
                text=given.quantity.text,
                what=Word(what),
                resource=Word(subject),
                unit=unit,
                key=key,
            )
        )
    return _wrong_dimension(given, unit, subject)


def _wrong_dimension(given: Given, unit: str, subject: str) -> Mistake:
    return Mistake(
        numbers.WRONG_DIMENSION.at(
            given.span,
            text=given.quantity.text,
            found=Word(dimension_words(given.quantity.unit)),
            subject=Word(subject),
            expected=Word(dimension_words(unit)),
            example=unit if conversion(unit, unit) is None else f"1000 {unit}",
        )
    )
