"""Audits in which one value is another one: what an audit file with that value would say.

Each function returns the changed audit; it raises Impossible for a value that no file may hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ...domain import Audit, Option
from ...figure import Figure, total
from ...language import N_
from ..option_cash import end_of

Change = Callable[[Audit, float], Audit]
LONGEST_LIFE = 60.0
SAVES_TOO_MUCH = N_("an option would save more than is left")
_OVER_100 = N_("a share would be more than 100 %")
_OTHER_SIGN = N_("it would change its sign")
_NO_LIFE = N_("a lifetime is more than 0 and at most 60 years")
_AFTER_LIFE = N_("a payment would come after the end of a life")


class Impossible(ValueError):
    """Why an audit can't have a value; caught where the value is tried, never shown as such."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def price_of(ids: Iterable[str], is_factor: bool = False) -> Change:
    """The price of streams: of one in its unit, of several by a factor."""
    chosen = tuple(ids)

    def change(audit: Audit, value: float) -> Audit:
        streams = dict(audit.streams)
        for id in chosen:
            price = streams[id].price
            assert price is not None  # only streams with a price are varied
            streams[id] = streams[id]._replace(price=_changed(price, value, is_factor))
        return audit._replace(streams=streams)

    return change


def emission_factor_of(places: Iterable[tuple[str, str]]) -> Change:
    """One emission factor, in every stream (and under every name) that rests on it."""
    chosen = tuple(places)

    def change(audit: Audit, value: float) -> Audit:
        streams = dict(audit.streams)
        for id, name in chosen:
            factors = dict(streams[id].factors)
            factors[name] = _changed(factors[name], value)
            streams[id] = streams[id]._replace(factors=factors)
        return audit._replace(streams=streams)

    return change


def saving_of(places: Iterable[tuple[str, int]], is_factor: bool = False) -> Change:
    """What options save, by option and number of the saving."""
    chosen = tuple(places)

    def change(audit: Audit, value: float) -> Audit:
        options = dict(audit.options)
        for id, number in chosen:
            savings = list(options[id].savings)
            old = savings[number]
            size = _changed(old.size, value, is_factor)
            if old.relative and size.value > 1:
                raise Impossible(_OVER_100)
            savings[number] = old._replace(size=size)
            options[id] = options[id]._replace(savings=tuple(savings))
        return audit._replace(options=options)

    return change


def investment_of(ids: Iterable[str], is_factor: bool = False) -> Change:
    """The investment of options; where it is spread, that of each year in proportion."""

    def change_one(option: Option, value: float) -> Option:
        if not option.outlays:
            return option._replace(investment=_changed(option.investment, value, is_factor))
        part = value if is_factor else value / option.investment.value
        outlays = {year: _changed(one, part, True) for year, one in option.outlays.items()}
        parts = [(str(year), one) for year, one in outlays.items()]
        whole = total(option.investment.unit, parts)
        return option._replace(investment=whole, outlays=outlays)

    return _of_options(ids, change_one)


def operating_cost_of(ids: Iterable[str], is_factor: bool = False) -> Change:
    """What options cost to run a year."""

    def change_one(option: Option, value: float) -> Option:
        return option._replace(operating_cost=_changed(option.operating_cost, value, is_factor))

    return _of_options(ids, change_one)


def lifetime_of(ids: Iterable[str], is_factor: bool = False) -> Change:
    """How long options work; the engine takes parts of years too."""

    def change_one(option: Option, value: float) -> Option:
        assert option.lifetime is not None  # only options with a lifetime are varied
        life = option.lifetime.value * value if is_factor else value
        if not 0 < life <= LONGEST_LIFE:
            raise Impossible(_NO_LIFE)
        changed = option._replace(lifetime=option.lifetime._replace(value=life))
        end = end_of(changed)
        years = (*option.flows, *option.replacements, *option.outlays)
        if max(years, default=0) > end:
            raise Impossible(_AFTER_LIFE)
        return changed

    return _of_options(ids, change_one)


def rate_of(name: str) -> Change:
    """A rate of `finance` that lies between 0 and 100 %."""

    def change(audit: Audit, value: float) -> Audit:
        _refuse_beyond(value, 0.0)
        figure: Figure = getattr(audit.finance, name)
        rate: Any = {name: figure._replace(value=value)}
        return audit._replace(finance=audit.finance._replace(**rate))

    return change


def loan_rate(audit: Audit, value: float) -> Audit:
    """The rate of the loan."""
    _refuse_beyond(value, 0.0)
    loan = audit.finance.loan
    assert loan is not None  # without a loan its rate is not varied
    changed = loan._replace(rate=loan.rate._replace(value=value))
    return audit._replace(finance=audit.finance._replace(loan=changed))


def escalation_of(key: str) -> Change:
    """How a price rises a year, between -100 % and 100 %."""

    def change(audit: Audit, value: float) -> Audit:
        _refuse_beyond(value, -1.0)
        rates = dict(audit.finance.escalation)
        rates[key] = rates[key]._replace(value=value)
        return audit._replace(finance=audit.finance._replace(escalation=rates))

    return change


def _of_options(ids: Iterable[str], change_one: Callable[[Option, float], Option]) -> Change:
    chosen = tuple(ids)

    def change(audit: Audit, value: float) -> Audit:
        options = {id: change_one(audit.options[id], value) for id in chosen}
        return audit._replace(options={**audit.options, **options})

    return change


def _refuse_beyond(rate: float, least: float) -> None:
    if not least <= rate <= 1:
        raise Impossible(_OVER_100 if rate > 1 else _OTHER_SIGN)


def _changed(figure: Figure, value: float, is_factor: bool = False) -> Figure:
    """The figure with another value of the same sign; it still stands where it stood."""
    new = figure.value * value if is_factor else value
    if new * figure.value < 0:
        raise Impossible(_OTHER_SIGN)
    return figure._replace(value=new)
