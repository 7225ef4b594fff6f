"""Options that exclude each other: does the next larger investment earn its own extra money?

Newnan, Eschenbach & Lavelle, Engineering Economic Analysis, 9th ed. (2004): ch. 8, incremental
analysis; ch. 6, annual values where lives differ. The first defender is to do nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...diagnostics import Diagnostic, Word
from ...diagnostics.codes import comparing as codes
from ...figure import Figure
from ..finance import irr_of, npv_of
from ..indicators import cycle_of
from ..results import Assessment
from ..rounding import ROUNDING
from .differences import difference, incremental_flows
from .pareto import NO_LIFETIME, NO_RATE
from .results import Alternative, Choice, Step
from .sets import alternatives_of, exclusive_sets


def choices_of(assessment: Assessment) -> tuple[list[Choice], list[Diagnostic]]:
    """A choice for each set of options that exclude each other; and what can't be chosen."""
    choices: list[Choice] = []
    found: list[Diagnostic] = []
    for group in exclusive_sets(assessment.audit):
        alternatives, left_out, said = alternatives_of(assessment, group)
        found += said
        if left_out:
            no_rate = assessment.audit.finance.discount_rate is None
            reason = Word(NO_RATE if no_rate else NO_LIFETIME)
            span = assessment.audit.options[next(iter(left_out))].span
            found.append(codes.NO_WORTH.at(span, options=", ".join(left_out), reason=reason))
        if len(alternatives) > 1:
            choices.append(_choice(assessment, group, alternatives, left_out))
    return choices, found


def _choice(
    assessment: Assessment,
    group: Sequence[str],
    alternatives: Sequence[Alternative],
    left_out: dict[str, str],
) -> Choice:
    """Each challenger against the best so far. Where lives differ the annual value decides."""
    options = assessment.audit.options
    lives = {cycle_of(options[id]).value for one in alternatives for id in one.options}
    by_year = max(lives) - min(lives) > ROUNDING
    defender: Alternative | None = None
    steps: list[Step] = []
    for challenger in alternatives:
        step = _step(assessment, defender, challenger, by_year)
        steps.append(step)
        if step.wins:
            defender = challenger
    misleading = _misleading(alternatives, defender)
    return Choice(
        options=tuple(group),
        alternatives=tuple(alternatives),
        steps=tuple(steps),
        decided_by="annual_value" if by_year else "npv",
        winner=defender,
        misleading=misleading,
        loss=_loss(defender, misleading, by_year),
        left_out=left_out,
    )


def _step(
    assessment: Assessment, defender: Alternative | None, challenger: Alternative, by_year: bool
) -> Step:
    currency, rate = assessment.audit.currency, assessment.audit.finance.discount_rate
    result = challenger.result
    step = Step(
        defender,
        challenger,
        result.investment,
        result.saving,
        challenger.npv,
        challenger.irr,
        challenger.annual_value,
        wins=False,
    )
    if defender is not None:
        assert rate is not None  # there are NPVs
        flows = incremental_flows(result.flows, defender.result.flows, currency)
        step = step._replace(
            investment=_less(result.investment, defender.result.investment),
            saving=_less(result.saving, defender.result.saving),
            npv=npv_of(flows, rate, currency),
            irr=irr_of(flows),
            annual_value=_less(challenger.annual_value, defender.annual_value),
        )
    worth = step.annual_value if by_year else step.npv
    # equal worth to the last bits is no reason to invest more
    least = ROUNDING * abs((challenger.annual_value if by_year else challenger.npv).value)
    return step._replace(wins=worth.value > least)


def _misleading(
    alternatives: Sequence[Alternative], winner: Alternative | None
) -> Alternative | None:
    """The one that a ranking by internal rate of return would choose, where that is wrong."""
    ranked = [one for one in alternatives if one.irr.outcome == "unique"]
    if winner is None or not ranked:
        return None
    highest = max(ranked, key=lambda one: one.irr.values[0])
    return None if highest is winner else highest


def _loss(winner: Alternative | None, other: Alternative | None, by_year: bool) -> Figure | None:
    if winner is None or other is None:
        return None
    if by_year:
        return difference(winner.annual_value, other.annual_value)
    return difference(winner.npv, other.npv)


def _less(figure: Figure, base: Figure) -> Figure:
    made = difference(figure, base)
    assert made is not None  # both are money of one audit
    return made
