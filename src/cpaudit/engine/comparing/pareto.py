"""Which options and packages are worth less and avoid less than another: the Pareto front."""

from __future__ import annotations

from collections.abc import Mapping

from ...domain import Audit
from ...figure import Figure, derive, formula, total
from ...language import N_
from ..results import Assessment, PackageResult
from ..rounding import ROUNDING
from .entries import entries_of
from .results import Entry, Front, Point

NO_RATE = N_("no discount rate is written")
NO_LIFETIME = N_("no lifetime is written")
NO_CO2E = N_("nothing tells its CO2e")


@formula("CO2e a year · lifetime", N_("definition of a total over a lifetime"))
def avoided_over_life(co2e: float, lifetime: float) -> float:
    """t CO2e over an option's life, every year of it like the first."""
    return co2e * lifetime


def points_of(figures: Mapping[str, tuple[Figure, Figure]]) -> dict[str, Point]:
    """Points from NPV and CO2e by name; each knows all that are better (Taylor 2012).

    One dominates another with at least as much of both, and more of one.
    """
    values = [(name, npv.value, co2e.value) for name, (npv, co2e) in figures.items()]
    return {
        name: Point(
            npv,
            co2e,
            tuple(
                other
                for other, worth, avoided in values
                if not _is_less(worth, npv.value)
                and not _is_less(avoided, co2e.value)
                and (_is_less(npv.value, worth) or _is_less(co2e.value, avoided))
            ),
        )
        for name, (npv, co2e) in figures.items()
    }


def _is_less(one: float, other: float) -> bool:
    """Less by more than rounding; asked of each of thousands of options against all others."""
    return one < other and other - one > ROUNDING * max(abs(one), abs(other))


def front_of_options(entries: Mapping[str, Entry]) -> Front:
    """Options alone, or at their turns in packages, by name; all of one currency."""
    lives = lives_of(entries)
    return _front({name: (one.audit, one.result.npv, lives[name]) for name, one in entries.items()})


def front_of_packages(packages: Mapping[str, tuple[Assessment, PackageResult]]) -> Front:
    """Packages by name; of several audits in one currency."""
    return _front(
        {
            name: (one.audit, package.total.npv, avoided_by(one.audit, package))
            for name, (one, package) in packages.items()
        }
    )


def lives_of(entries: Mapping[str, Entry]) -> dict[str, Figure | None]:
    """t CO2e that each option avoids over its life; None where something is not known."""
    found: dict[str, Figure | None] = dict.fromkeys(entries)
    for name, one in entries.items():
        co2e, lifetime = one.result.impacts["co2e"], one.option.lifetime
        if co2e is not None and lifetime is not None:
            found[name] = derive(avoided_over_life, "tCO2e", co2e=co2e, lifetime=lifetime)
    return found


def avoided_by(audit: Audit, package: PackageResult) -> Figure | None:
    """t CO2e that a package avoids, each of its options over its own life; partial without one."""
    lives = lives_of(entries_of(audit, package.options))
    known = [(id, one) for id, one in lives.items() if one is not None]
    if not known:
        return None
    made = total("tCO2e", known)
    whole = package.total.impacts["co2e"]
    is_partial = len(known) < len(lives) or (whole is not None and whole.partial)
    return made._replace(partial=made.partial or is_partial)


def reason_without(audit: Audit, npv: Figure | None, co2e: Figure | None) -> str | None:
    """Why an option or a package can't be compared by NPV and CO2e; None where it can."""
    if audit.finance.discount_rate is None:
        return NO_RATE
    if npv is None:
        return NO_LIFETIME
    return NO_CO2E if co2e is None else None


def _front(values: Mapping[str, tuple[Audit, Figure | None, Figure | None]]) -> Front:
    left_out: dict[str, str] = {}
    figures: dict[str, tuple[Figure, Figure]] = {}
    for name, (audit, npv, co2e) in values.items():
        reason = reason_without(audit, npv, co2e)
        if reason is not None:
            left_out[name] = reason
        elif npv is not None and co2e is not None:
            figures[name] = (npv, co2e)
    return Front(points_of(figures), left_out)
