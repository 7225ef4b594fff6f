"""What each option's part of a package is, whatever the order: its Shapley share.

An option's share is what it adds to the ones before it, averaged over all orders in which each
option comes after those that it requires. Shares add up to the package.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from ..diagnostics import Diagnostic
from ..diagnostics.codes import selection as codes
from ..diagnostics.similar import listed
from ..figure import Assumed, Figure, derive_over, formula, sum_of_products
from ..language import N_
from .interplay import Interplay, bits_of
from .orders import Place, drawn_places, draws_for, exact_places
from .results import Assessment, PackageResult
from .worth import Result

# options that act on one another: up to so many all orders are counted, beyond some are drawn
MOST_EXACT = 12

_PART = N_("part of the orders in which it comes at this place")
_MEAN = N_("what it adds at this place, mean of the orders")


@formula(
    "Σ part of the orders · mean contribution at that place",
    "Shapley, A value for n-person games, 1953; with requirements: Faigle & Kern, The Shapley "
    "value for cooperative games under precedence constraints, 1992",
)
def shapley_share(*pairs: float) -> float:
    """Money or impact a year; the arguments alternate between parts and contributions."""
    return float(sum_of_products(*pairs))


class Share(NamedTuple):
    """An option's Shapley shares of a package, a year; None where the package's is not known.

    `errors` are the standard errors of shares for which orders were drawn, by figure.
    """

    saving: Figure
    co2e: Figure | None
    npv: Figure | None
    errors: Mapping[str, float] = {}


class Attribution(NamedTuple):
    """A package's options with their shares; `groups` are the options that act on one another."""

    assessment: Assessment
    package: str
    result: PackageResult
    shares: Mapping[str, Share]
    groups: tuple[tuple[str, ...], ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def attribution_of(assessment: Assessment, package: str) -> Attribution:
    """The Shapley shares of a package's options. Raises KeyError for an unknown package."""
    result = assessment.packages[package]
    play = Interplay(assessment.audit, assessment.intensities, list(result.options))
    requires = _requirements(play)
    joined = [(at, other) for at, needs in enumerate(requires) for other in bits_of(needs)]
    groups = play.groups(joined)
    shares: dict[str, Share] = {}
    found: list[Diagnostic] = []
    for group in groups:
        if len(group) == 1:
            id = play.options[group[0]]
            shares[id] = _own(result, id)
            continue
        made, too_much = _shares(play, group, requires, result)
        shares |= made
        if len(group) > MOST_EXACT:
            _, orders = draws_for([requires[at] for at in group])
            values = {"count": str(len(group)), "orders": str(orders)}
            found.append(codes.SAMPLED.at(None, package=package, **values))
        if too_much:
            said = codes.SHARE_TOO_MUCH.at(None, package=package, options=listed(too_much))
            found.append(said)
    names = tuple(tuple(play.options[at] for at in group) for group in groups)
    ordered = {id: shares[id] for id in play.options}
    return Attribution(assessment, package, result, ordered, names, tuple(found))


def _requirements(play: Interplay) -> list[int]:
    """What each option requires of the package's other ones, as a set."""
    position = {id: at for at, id in enumerate(play.options)}
    return [
        sum({1 << position[one] for one in play.audit.options[id].requires if one in position})
        for id in play.options
    ]


def _own(result: PackageResult, id: str) -> Share:
    """The share of an option that acts on no other one: what it is in any order."""
    own = result.options[id]
    npv = own.npv if result.total.npv is not None else None
    return Share(own.saving, own.impacts["co2e"], npv)


class _Worths:
    """Worth of sets of one group, by its own numbering; what nothing tells counts as zero."""

    def __init__(self, play: Interplay, group: Sequence[int]) -> None:
        self.play = play
        self.group = group
        self.known: dict[int, tuple[float, float, float]] = {}
        self.too_much: set[int] = set()

    def of(self, figure: int) -> Callable[[int], float]:
        return lambda members: self._all(members)[figure]

    def _all(self, members: int) -> tuple[float, float, float]:
        if members not in self.known:
            whole = sum(1 << self.group[at] for at in bits_of(members))
            turns = [self.play.at_turn(index, whole) for index in bits_of(whole)]
            self.too_much |= {
                index for index, one in zip(bits_of(whole), turns, strict=True) if not one.possible
            }
            self.known[members] = (
                sum(one.saving for one in turns),
                sum(one.co2e or 0.0 for one in turns),
                sum(one.npv or 0.0 for one in turns),
            )
        return self.known[members]


def _shares(
    play: Interplay, group: Sequence[int], requires: Sequence[int], result: PackageResult
) -> tuple[dict[str, Share], list[str]]:
    """The shares of options that act on one another; with those that some sets leave too little."""
    local = {index: at for at, index in enumerate(group)}
    needs = [sum(1 << local[other] for other in bits_of(requires[index])) for index in group]
    worths = _Worths(play, group)
    places: dict[str, list[dict[int, Place]]] = {}
    errors: dict[str, list[float]] = {}
    for number, name in enumerate(("saving", "co2e", "npv")):
        if len(group) <= MOST_EXACT:
            places[name] = exact_places(needs, worths.of(number))
        else:
            places[name], errors[name] = drawn_places(needs, worths.of(number))
    made = {}
    for at, index in enumerate(group):
        id = play.options[index]
        figures = {
            name: _figure(places[name][at], result.options[id], result.total, name)
            for name in places
        }
        saving = figures["saving"]
        assert saving is not None  # money is always known
        own_errors = {name: errors[name][at] for name in errors if figures[name] is not None}
        made[id] = Share(saving, figures["co2e"], figures["npv"], own_errors)
    return made, [play.options[index] for index in sorted(worths.too_much)]


def _figure(places: Mapping[int, Place], own: Result, whole: Result, name: str) -> Figure | None:
    """A share from what the option adds at each place; partial where its own figure is."""
    pairs = {"saving": (own.saving, whole.saving), "npv": (own.npv, whole.npv)}
    figure, total = pairs.get(name, (own.impacts["co2e"], whole.impacts["co2e"]))
    if total is None:
        return None
    terms = []
    for place in sorted(places):
        one = places[place]
        terms.append((f"{place + 1}", Figure(one.part, "unit", Assumed(_PART))))
        terms.append((f"{place + 1}", Figure(one.mean, total.unit, Assumed(_MEAN))))
    made = derive_over(shapley_share, total.unit, terms)
    return made._replace(partial=figure is None or figure.partial)
