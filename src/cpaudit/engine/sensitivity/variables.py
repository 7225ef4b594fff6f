"""What can be varied in an audit: each value that a figure may depend on, and groups of them.

A variable's id is where it stands in the audit file; a group is varied by one common factor.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Literal, NamedTuple

from ...domain import Audit, Option
from ...figure import Assumed, Entered, Figure, FromFactor
from ...language import N_
from . import changes
from .changes import Change

Kind = Literal[
    "price",
    "saving",
    "investment",
    "operating_cost",
    "lifetime",
    "rate",
    "price_rise",
    "emission_factor",
    "prices",
    "savings",
    "investments",
    "operating_costs",
    "lifetimes",
]
_TODAY = Figure(1.0, "unit", Assumed(N_("all of them as they are today")))
# the emission factors of bought energy and of fuels among a stream's factors
_EMISSIONS = ("grid", "grid_co2e", "co2")


class Variable(NamedTuple):
    """A value of today, and the audit with another one; `subjects` are the ids it belongs to."""

    id: str
    kind: Kind
    value: Figure
    change: Change
    subjects: tuple[str, ...] = ()


class Scope(NamedTuple):
    """The options and streams that a figure may depend on."""

    options: tuple[str, ...]
    streams: tuple[str, ...]


def scope_of(audit: Audit, path: str) -> Scope:
    """What the figure at a path may depend on; everything where the path does not tell."""
    root, name, *_ = [*path.split("."), ""]
    if root == "packages" and name in audit.packages:
        ids = list(audit.packages[name].options)
    elif root == "options" and name in audit.options:
        ids = _with_required(audit, name)
    else:
        ids = [option.id for option in audit.options.values() if not option.rejected]
        return Scope(tuple(ids), tuple(audit.streams))
    options = [audit.options[id] for id in ids]
    touched = {saving.stream for option in options for saving in option.savings}
    if any(option.power_factor is not None for option in options):
        touched |= {one.id for one in audit.streams.values() if one.power_factor is not None}
    return Scope(tuple(ids), tuple(id for id in audit.streams if id in touched))


def _with_required(audit: Audit, id: str) -> list[str]:
    ids = [id]
    for one in ids:
        ids += [other for other in audit.options[one].requires if other not in ids]
    return [one for one in ids if one in audit.options]


def variables_of(audit: Audit, scope: Scope) -> list[Variable]:
    """Every variable in a scope that has a value other than zero, then the groups of them."""
    single = [
        *_prices(audit, scope),
        *_savings(audit, scope),
        *_by_option(audit, scope),
        *_rates(audit),
        *_emission_factors(audit, scope),
    ]
    known = [one for one in single if one.value.value]
    return [*known, *_groups(audit, scope, known)]


def _prices(audit: Audit, scope: Scope) -> Iterator[Variable]:
    for id in scope.streams:
        stream = audit.streams[id]
        if stream.price is not None:
            path = f"{stream.kind}s.{id}.price"
            yield Variable(path, "price", stream.price, changes.price_of([id]), (id,))


def _savings(audit: Audit, scope: Scope) -> Iterator[Variable]:
    for id in scope.options:
        for number, saving in enumerate(audit.options[id].savings):
            path = f"options.{id}.saves.{saving.stream}"
            change = changes.saving_of([(id, number)])
            yield Variable(path, "saving", saving.size, change, (id, saving.stream))


def _by_option(audit: Audit, scope: Scope) -> Iterator[Variable]:
    for id in scope.options:
        for kind, figure, make in _values_of(audit.options[id]):
            yield Variable(f"options.{id}.{kind}", kind, figure, make([id]), (id,))


def _values_of(option: Option) -> list[tuple[Kind, Figure, Callable[[list[str]], Change]]]:
    values: list[tuple[Kind, Figure, Callable[[list[str]], Change]]] = [
        ("investment", option.investment, changes.investment_of),
        ("operating_cost", option.operating_cost, changes.operating_cost_of),
    ]
    if option.lifetime is not None:
        values.append(("lifetime", option.lifetime, changes.lifetime_of))
    return values


def _rates(audit: Audit) -> Iterator[Variable]:
    finance = audit.finance
    for name in ("discount_rate", "tax_rate", "inflation", "reinvestment_rate"):
        figure: Figure | None = getattr(finance, name)
        if figure is not None:
            change = changes.rate_of(name)
            yield Variable(f"finance.{name}", "rate", figure, change, (name,))
    for key, rate in finance.escalation.items():
        change = changes.escalation_of(key)
        yield Variable(f"finance.escalation.{key}", "price_rise", rate, change, (key,))
    if finance.loan is not None:
        rate = finance.loan.rate
        yield Variable("finance.loan.rate", "rate", rate, changes.loan_rate, ("loan.rate",))


def _emission_factors(audit: Audit, scope: Scope) -> Iterator[Variable]:
    """Each emission factor once, though several streams may rest on it."""
    places: dict[Hashable, list[tuple[str, str]]] = {}
    for id in scope.streams:
        factors = audit.streams[id].factors
        for name in _EMISSIONS:
            if name in factors:
                places.setdefault(_key(factors[name], id), []).append((id, name))
    for key, found in places.items():
        id, name = found[0]
        figure = audit.streams[id].factors[name]
        # a factor of the library has an id of its own; one of the file stands at its stream
        path = key if isinstance(key, str) else f"resources.{id}.{_WRITTEN.get(name, name)}"
        change = changes.emission_factor_of(found)
        ids = tuple(dict.fromkeys(id for id, _ in found))
        yield Variable(path, "emission_factor", figure, change, ids)


_WRITTEN = {"grid": "grid_factor", "grid_co2e": "grid_factor"}


def _key(figure: Figure, id: str) -> Hashable:
    origin = figure.derivation
    if isinstance(origin, FromFactor):
        return origin.factor.id
    return (origin.span, figure.unit) if isinstance(origin, Entered) else (id, figure.unit)


def _groups(audit: Audit, scope: Scope, known: list[Variable]) -> Iterator[Variable]:
    """All values of a kind together, where there are several."""
    makers: dict[Kind, tuple[Kind, Callable[[list[str], bool], Change]]] = {
        "price": ("prices", changes.price_of),
        "investment": ("investments", changes.investment_of),
        "operating_cost": ("operating_costs", changes.operating_cost_of),
        "lifetime": ("lifetimes", changes.lifetime_of),
    }
    for kind, (group, make) in makers.items():
        ids = [one.subjects[0] for one in known if one.kind == kind]
        if len(ids) > 1:
            yield Variable(group, group, _TODAY, make(ids, True))
    places = [
        (id, number) for id in scope.options for number in range(len(audit.options[id].savings))
    ]
    if len(places) > 1:
        yield Variable("savings", "savings", _TODAY, changes.saving_of(places, True))
