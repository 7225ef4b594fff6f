"""The rates at which money counts over time, and how an investment is depreciated."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Mistake
from ..diagnostics.codes import economics as codes
from ..diagnostics.codes import plausibility
from ..diagnostics.similar import listed
from ..domain import Depreciation, Finance, Stream
from ..figure import About, Figure
from ..language import N_
from ..schema.finance import Finance as FinanceEntry
from ..schema.given import Given
from ..source import Text
from .amounts import refuse_other_than_percent
from .context import Context
from .conversions import plain_figure
from .fields import tried
from .financing import resolve_esco, resolve_grant, resolve_guarantee, resolve_loan
from .fuels import fraction
from .schemes import resolve_reward

# what may rise in price beside the streams themselves
ESCALATING = ("operating_cost", "charges", "all")


def resolve_finance(context: Context, streams: Mapping[str, Stream]) -> Finance:
    """The file's rates as fractions a year, and its financing."""
    entry = context.file.finance
    if entry is None:
        return Finance()
    basis = str(entry.basis or "nominal")
    fixed = (entry.tax_rate, entry.loan, entry.grant, entry.guarantee)
    if entry.basis == "real" and entry.inflation is None and any(fixed):
        context.say(codes.NO_INFLATION.at(entry.basis.span))
    return Finance(
        basis=basis,
        discount_rate=_rate(context, entry.discount_rate, "discount_rate"),
        tax_rate=_rate(context, entry.tax_rate, "tax_rate"),
        inflation=tried(context, lambda: _change(entry.inflation) if entry.inflation else None),
        reinvestment_rate=_rate(context, entry.reinvestment_rate, "reinvestment_rate"),
        escalation=_escalation(context, entry, streams),
        depreciation=resolve_depreciation(context, entry.depreciation) or Depreciation(),
        loan=tried(context, lambda: resolve_loan(context, entry)),
        grant=tried(context, lambda: resolve_grant(context, entry)),
        guarantee=tried(context, lambda: resolve_guarantee(context, entry)),
        esco=tried(context, lambda: resolve_esco(entry)),
        reward=tried(context, lambda: resolve_reward(context, entry, streams)),
    )


def _rate(context: Context, given: Given | None, key: str) -> Figure | None:
    def read() -> Figure | None:
        if given is None:
            return None
        figure = fraction(given, key)
        refuse_other_than_percent(given)
        return figure

    return tried(context, read)


def _escalation(
    context: Context, entry: FinanceEntry, streams: Mapping[str, Stream]
) -> dict[str, Figure]:
    """How prices rise a year, by stream; a price may fall as well."""
    rates: dict[str, Figure] = {}
    declared = {*context.file.resources, *context.file.discharges}
    for key, given in entry.escalation.items():
        if key in ESCALATING and key in declared:
            context.say(codes.AMBIGUOUS_ESCALATION.at(key.span, text=key))
            continue
        if key not in streams and key not in ESCALATING:
            if key not in declared:
                known = listed([*ESCALATING, *streams])
                context.say(codes.UNKNOWN_ESCALATION.at(key.span, text=key, known=known))
            continue
        rate = tried(context, lambda given=given: _change(given))  # type: ignore[misc]
        if rate is not None:
            rates[str(key)] = rate
    return rates


def _change(given: Given) -> Figure:
    """A change between -100 % and 100 % a year. Raises Mistake."""
    figure = plain_figure(given, "unit", N_("this value"), "3 %")
    refuse_other_than_percent(given)
    if abs(figure.value) > 1:
        raise Mistake(plausibility.SHARE_OVER_100.at(given.span, text=given.quantity.text))
    return figure


def resolve_depreciation(
    context: Context, entry: Text | Given | dict[Text, Given] | None
) -> Depreciation | None:
    """A way to depreciate; None where the file says nothing."""
    if entry is None:
        return None
    if isinstance(entry, Text):
        return Depreciation()
    return tried(context, lambda: _depreciation(entry))


def _depreciation(entry: Given | dict[Text, Given]) -> Depreciation:
    if isinstance(entry, Given):
        years = plain_figure(entry, "yr", N_("the time of depreciation"), "8 yr")
        if years.value <= 0:
            raise Mistake(plausibility.NOT_POSITIVE.at(entry.span, key="depreciation"))
        return Depreciation(years=years)
    shares = {int(year): fraction(given, "depreciation") for year, given in entry.items()}
    whole = sum(share.value for share in shares.values())
    first = next(iter(entry))
    if 0 in shares:
        raise Mistake(codes.NOT_FROM_ZERO.at(first.span))
    if abs(whole - 1) > 1e-6:
        about = About(next(iter(shares.values()))._replace(value=whole))
        raise Mistake(codes.SHARES_NOT_WHOLE.at(first.span, sum=about))
    return Depreciation(shares=shares)
