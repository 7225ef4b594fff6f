"""From what a bill says to the stream's own unit, by the fuel's density and calorific value.

A stream has one unit (coal t, natural gas Nm3). Its bases say how much of another measure one unit
of it holds: m3 by density, GJ by net calorific value. Amounts are divided by a basis, prices
multiplied.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Mistake, Word
from ..diagnostics.codes import numbers, references
from ..figure import Figure, derive, formula
from ..language import N_
from ..schema.given import Given
from ..units import conversion, dimension, dimension_words
from .context import entered

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


@formula("amount · 12 / months", "IPMVP Core Concepts: annualisation of a measurement period")
def annualised(amount: float, months: float) -> float:
    """An amount per year from that of a period of whole months."""
    return amount * 12 / months


def amount_figure(given: Given, unit: str, bases: Bases, subject: str) -> tuple[Figure, bool]:
    """The amount in the stream's unit, and whether it is written per year already.

    Raises Mistake where neither the unit nor a basis leads there.
    """
    quantity = given.quantity
    for basis, per_unit in bases_for(quantity.unit, unit, bases).items():
        for suffix in ("", "/yr"):
            value = quantity.to(basis + suffix)
            if value is not None:
                figure = entered(given, value, basis)
                if per_unit is not None:
                    figure = derive(amount_by_basis, unit, amount=figure, basis_per_unit=per_unit)
                return figure, bool(suffix)
    raise not_convertible(given, unit, bases, subject)


def bases_for(written: str, unit: str, bases: Bases) -> Bases:
    """The stream's unit and the bases that an amount in the unit `written` may be in."""
    if "TOE" in bases and written.partition("/")[0] in {"TOE", "toe"}:
        return {"TOE": bases["TOE"]}  # by the official table, as it will be counted
    return {unit: None, **bases}


def plain_figure(given: Given, unit: str, subject: str, example: str) -> Figure:
    """A quantity that needs no conversion but that of its unit. Raises Mistake."""
    return entered(given, given.quantity.to_or_refuse(unit, subject, example), unit)


_NEEDED = {
    "volume": (N_("the density"), "density"),
    "normal_volume": (N_("the net calorific value"), "ncv"),
    "mass": (N_("the density"), "density"),
    "energy": (N_("the net calorific value"), "ncv"),
}


def not_convertible(given: Given, unit: str, bases: Bases, subject: str) -> Mistake:
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
    return wrong_dimension(given, unit, subject)


def wrong_dimension(given: Given, unit: str, subject: str) -> Mistake:
    """What was written and what is wanted instead."""
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
