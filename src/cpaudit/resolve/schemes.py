"""A scheme of the library that rewards a cut: its rules in the audit's currency."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Mistake
from ..diagnostics.codes import economics as codes
from ..diagnostics.similar import listed
from ..domain import RewardScheme, Stream
from ..factors.schemes import SchemeEntry, scheme_of
from ..figure import Figure
from ..language import N_
from ..schema.finance import Finance as FinanceEntry
from ..schema.scheme_rules import NEEDED
from ..source import Text
from .context import Context, assumed
from .money import exchanged_into

# what a file may name as the indicator beside its streams
INDICATORS = (
    "energy",
    "co2e",
    "so2",
    "dust",
    "nox",
    "wastewater",
    "cod",
    "solid_waste",
    "hazardous_waste",
)
# the rules that decide what is paid back; those of guarantees are apart
REWARD_RULES = tuple(name for name in NEEDED if not name.startswith("guarantee"))


def resolve_reward(
    context: Context, entry: FinanceEntry, streams: Mapping[str, Stream]
) -> RewardScheme | None:
    """The scheme that the grant names, with what it rewards. Raises Mistake."""
    grant = entry.grant
    if grant is None or grant.scheme is None or grant.amount is not None or grant.share is not None:
        return None
    rules, scheme = scheme_named(context, grant.scheme)
    if grant.indicator is None:
        raise Mistake(codes.NO_INDICATOR.at(grant.scheme.span, scheme=grant.scheme))
    if grant.indicator not in streams and grant.indicator not in INDICATORS:
        known = listed([*INDICATORS, *streams], most=20)
        text = grant.indicator
        raise Mistake(codes.UNKNOWN_INDICATOR.at(text.span, text=text, known=known))
    if entry.loan is None:
        raise Mistake(codes.NO_LOAN.at(grant.scheme.span, key="grant"))
    return RewardScheme(
        id=scheme.id,
        names=scheme.names,
        rules={key: figure for key, figure in rules.items() if key in REWARD_RULES},
        indicator=str(grant.indicator),
        indicator_span=grant.indicator.span,
        currency=scheme.currency,
        unit_value=_unit_value(context, scheme, grant.scheme),
        conditions=scheme.conditions,
        is_open=is_open(context, scheme, grant.scheme),
    )


def scheme_named(context: Context, name: Text) -> tuple[dict[str, Figure], SchemeEntry]:
    """A scheme's rules as figures, money in the audit's currency. Raises Mistake."""
    known = context.library.files.ids("schemes")
    if name not in known:
        raise Mistake(codes.UNKNOWN_SCHEME.at(name.span, text=name, known=listed(known)))
    scheme = scheme_of(context.library, str(name))
    rules: dict[str, Figure] = {}
    for key, factor in scheme.rules.items():
        if factor.reference:
            continue
        figure = context.from_factor(factor)
        if figure.unit == scheme.currency != context.currency:
            figure = _exchanged(context, figure, scheme, name)
        rules[key] = figure
    return rules, scheme


def is_open(context: Context, scheme: SchemeEntry, name: Text) -> bool:
    """Whether a scheme pays to this plant in this year; a warning says why it does not."""
    year, start, end = context.period.year, scheme.start[:4], (scheme.end or "")[:4]
    if year < int(start) or (end and year > int(end)):
        values = {"scheme": scheme.id, "start": start, "end": end or "…", "year": str(year)}
        context.say_once(scheme.id, codes.OUT_OF_TIME.at(name.span, **values))
        return False
    if scheme.country not in {None, context.country}:
        values = {"scheme": scheme.id, "country": scheme.country or ""}
        context.say_once(scheme.id, codes.OTHER_COUNTRY.at(name.span, **values))
        return False
    return True


def _unit_value(context: Context, scheme: SchemeEntry, name: Text) -> Figure:
    """What one unit of the scheme's currency is worth, so that its sums can be told in it."""
    one = assumed(1.0, scheme.currency, N_("one unit of the scheme's currency"))
    return _exchanged(context, one, scheme, name)


def _exchanged(context: Context, figure: Figure, scheme: SchemeEntry, name: Text) -> Figure:
    found = exchanged_into(context, figure, scheme.currency, "", name.span)
    if found is None:
        values = {"currency": scheme.currency, "target": context.currency}
        raise Mistake(codes.NO_RATE_OF_SCHEME.at(name.span, scheme=scheme.id, **values))
    return found
