"""Options and finance: what a reviewer asks about before reading on."""

from __future__ import annotations

from ...diagnostics import Diagnostic
from ...diagnostics.codes import rules as codes
from ...engine import Assessment
from ...figure import About
from .showing import percent, place_of

# conventions of this program
LEAST_PAYBACK = 1 / 12
LOWEST_RATE, HIGHEST_RATE = 0.02, 0.40
MOST_BY_HOUSEKEEPING = 0.60


def pays_back_at_once(assessment: Assessment) -> list[Diagnostic]:
    """A warning for each option whose investment comes back in less than a month."""
    found = []
    for id, result in assessment.options.items():
        time, option = result.payback.time, assessment.audit.options[id]
        if result.investment.value <= 0 or time is None or time.value >= LEAST_PAYBACK:
            continue
        shown = {"investment": About(result.investment), "saving": About(result.saving)}
        place = place_of(result.investment, option.span)
        found.append(codes.PAYS_BACK_AT_ONCE.at(place, option=id, **shown))
    return found


def odd_discount_rate(assessment: Assessment) -> list[Diagnostic]:
    """A warning for a discount rate that is likely to be a slip."""
    rate = assessment.audit.finance.discount_rate
    if rate is None or LOWEST_RATE <= rate.value <= HIGHEST_RATE:
        return []
    limits = {"low": percent(LOWEST_RATE), "high": percent(HIGHEST_RATE)}
    written = float(f"{100 * rate.value:.3g}")
    return [codes.ODD_DISCOUNT_RATE.at(place_of(rate, None), rate=written, **limits)]


def technology_for_nothing(assessment: Assessment) -> list[Diagnostic]:
    """A note for each option of the class technology change without an investment."""
    options = assessment.audit.options
    return [
        codes.TECHNOLOGY_FOR_NOTHING.at(options[id].span, option=id)
        for id, result in assessment.options.items()
        if options[id].category == "technology-change" and result.investment.value == 0
    ]


def much_by_housekeeping(assessment: Assessment) -> list[Diagnostic]:
    """A note for each stream of which good housekeeping saves more than it can be thought to."""
    audit, found = assessment.audit, []
    for id, result in assessment.options.items():
        option = audit.options[id]
        if option.category != "good-housekeeping":
            continue
        for saving in option.savings:
            whole, saved = audit.streams[saving.stream].amount, result.resources.get(saving.stream)
            if saved is None or saved.value <= MOST_BY_HOUSEKEEPING * whole.value:
                continue
            values = {"share": percent(saved.value / whole.value), "stream": saving.stream}
            limit = percent(MOST_BY_HOUSEKEEPING)
            found.append(
                codes.MUCH_BY_HOUSEKEEPING.at(saving.span, option=id, limit=limit, **values)
            )
    return found
