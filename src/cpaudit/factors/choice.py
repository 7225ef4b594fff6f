"""One of several values by region: the country's own, the region's, everybody's, a neighbour's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..figure import IPCC
from ..language import N_
from ..source import Map

OWN_COUNTRY = N_("national value")
REGION = N_("regional default: no national value is known")
EVERYWHERE = N_("general default: no national value is known")
NEIGHBOUR = N_("value of a country of the same region: no national value is known")
ELSEWHERE = N_("value of a country far away: none nearer is known")


class Candidate(NamedTuple):
    """A value that could be taken, the region it is of, and whether the IPCC published it."""

    entry: Map
    region: str | None
    is_ipcc: bool


class Choice(NamedTuple):
    """The value that is taken, and why this one."""

    entry: Map
    region: str | None
    reason: str


def chosen(
    candidates: Sequence[Candidate],
    country: str,
    regions: Mapping[str, Sequence[str]],
    legal: bool = False,
) -> Choice | None:
    """The nearest value for a country.

    `regions` are groups of countries by name. A `legal` value counts in its own country only.
    """
    for candidate in candidates:
        if candidate.region == country:
            return Choice(candidate.entry, country, OWN_COUNTRY)
    for candidate in candidates:
        if country in regions.get(candidate.region or "", ()):
            return Choice(candidate.entry, candidate.region, REGION)
    for candidate in candidates:
        if candidate.region is None:
            return Choice(candidate.entry, None, IPCC if candidate.is_ipcc else EVERYWHERE)
    if legal or not candidates:
        return None
    neighbours = [
        one
        for one in candidates
        if any(country in group and one.region in group for group in regions.values())
    ]
    nearest = (neighbours or list(candidates))[0]
    return Choice(nearest.entry, nearest.region, NEIGHBOUR if neighbours else ELSEWHERE)
