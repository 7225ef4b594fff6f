"""What the tests of selection share: plants as texts, what is chosen, and exhaustive search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, combinations, product
from typing import Any

import cpaudit
from cpaudit.domain import Package
from reading import assessed

TOP = """\
cpaudit: 1
plant: {name: Mill, country: VN, currency: VND, number_style: plain}
period: 2014
"""
FINANCE = "finance: {discount_rate: 10 %}\n"


def mill(resources: str, *options: str, more: str = FINANCE, top: str = TOP) -> Any:
    """The assessment of a plant; each option is the inside of its braces."""
    listed = "".join(f"\n  - {{{option}}}" for option in options) or " []"
    # a package that holds nothing dangerous: the selection makes its own
    free = next((one for one in options if "requires" not in one and "rejected" not in one), "")
    packages = f"packages: {{first: [{free[4 : free.find(',')]}]}}\n" if free else ""
    return assessed(f"{top}resources: {{{resources}}}\noptions:{listed}\n{packages}{more}")


def chosen(selection: Any) -> list[str]:
    """The ids that are chosen, of all plants."""
    return [id for choice in selection.choices for id in choice.options]


def reasons(selection: Any) -> dict[str, str]:
    return {one.option: one.reason for one in selection.not_chosen}


def allowed_sets(assessment: Any) -> Iterator[tuple[str, ...]]:
    """Every set of options in the file's order that keeps `requires` and `excludes`."""
    options = assessment.audit.options
    sizes = (combinations(options, size) for size in range(len(options) + 1))
    for members in chain.from_iterable(sizes):
        needed = {other for id in members for other in options[id].requires}
        against = {other for id in members for other in options[id].excludes}
        if needed <= set(members) and not against & set(members):
            yield members


def as_package(assessment: Any, members: Iterable[str]) -> Any:
    """The figures of options as a package, or None where one saves more than is left."""
    audit = assessment.audit
    package = Package("p", tuple(members), None)
    try:
        return cpaudit.assess(audit._replace(packages={"p": package})).packages["p"].total
    except cpaudit.AuditError:
        return None


def best_by_search(assessments: list[Any], budget: float, objective: str) -> float:
    """The most that any allowed choice within the budget is worth, by trying all of them."""
    found: list[list[Mapping[str, float]]] = []
    for assessment in assessments:
        sets = []
        for members in allowed_sets(assessment):
            total = as_package(assessment, members) if members else None
            if total is not None:
                values = {"npv": total.npv, "co2e": total.impacts["co2e"], "saving": total.saving}
                sets.append({"cost": total.investment.value, "value": values[objective].value})
        found.append([{"cost": 0.0, "value": 0.0}, *sets])
    return max(
        sum(one["value"] for one in together)
        for together in product(*found)
        if sum(one["cost"] for one in together) <= budget * (1 + 1e-12)
    )
