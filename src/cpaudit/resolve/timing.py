"""When an option's money is paid and comes back, beside what it saves every year."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import NamedTuple

from ..diagnostics.codes import economics, plausibility
from ..figure import Figure, total
from ..language import N_
from ..schema.audit import Option as OptionEntry
from ..schema.given import Given
from ..source import Text
from .amounts import refuse_negative
from .context import Context
from .fields import tried
from .financing import whole_years
from .money import money_figure


class Timing(NamedTuple):
    """Single payments of an option; `outlays` are empty where all is invested at the start."""

    investment: Figure | None
    outlays: Mapping[int, Figure]
    delay: int
    salvage: Figure | None
    replacements: Mapping[int, Figure]
    working_capital: Figure | None
    flows: Mapping[int, Figure]


def timing_of(context: Context, entry: OptionEntry, lifetime: Figure | None) -> Timing:
    """The payments of an option; mistakes are told and left out."""
    delay = _delay(context, entry)
    end = None if lifetime is None else delay + ceil(lifetime.value - 1e-9)
    given = entry.investment
    outlays: dict[int, Figure] = {}
    investment = None
    if isinstance(given, Given):
        investment = _money(context, given, N_("the investment"), "investment")
    elif given:
        outlays = _by_year(context, given, end, N_("the investment"), "investment")
        investment = total(context.currency, [(str(year), one) for year, one in outlays.items()])
    replacements = _by_year(context, entry.replacement, end, N_("the replacement"), "replacement")
    salvage, capital = entry.salvage, entry.working_capital
    flows = _by_year(context, entry.flows, end, N_("the payment"))
    if lifetime is None:
        _say_without_life(context, entry)
    if outlays and min(outlays) > delay:
        place = next(iter(given)).span if isinstance(given, dict) else None
        values = {"option": entry.id, "first": delay + 1, "paid": min(outlays)}
        context.say(economics.SAVES_BEFORE_PAID.at(place, **values))
    return Timing(
        investment=investment,
        outlays=outlays,
        delay=delay,
        salvage=_money(context, salvage, N_("the salvage value")) if salvage else None,
        replacements=replacements,
        working_capital=_money(context, capital, N_("the working capital")) if capital else None,
        flows=flows,
    )


def _say_without_life(context: Context, entry: OptionEntry) -> None:
    """Payments in years mean nothing where no year is the last."""
    single = [
        one.span for one in (entry.salvage, entry.working_capital, entry.delay) if one is not None
    ]
    places = [*(year.span for year in (*entry.flows, *entry.replacement)), *single]
    if places:
        context.say(plausibility.FLOWS_WITHOUT_LIFE.at(places[0], option=entry.id))


def _delay(context: Context, entry: OptionEntry) -> int:
    given = entry.delay
    if given is None:
        return 0
    delay = tried(context, lambda: whole_years(given, "delay", may_be_zero=True))
    return 0 if delay is None else int(delay.value)


def _money(
    context: Context, given: Given, subject: str, not_negative: str | None = None
) -> Figure | None:
    """A payment in the audit's currency; None, with the mistake told, where it can't be read."""

    def read() -> Figure:
        figure = money_figure(context, given, subject)
        if not_negative:
            refuse_negative(figure, given, not_negative)
        return figure

    return tried(context, read)


def _by_year(
    context: Context,
    entries: Mapping[Text, Given],
    end: int | None,
    subject: str,
    not_negative: str | None = None,
) -> dict[int, Figure]:
    """Payments by year of the option's life, of which `end` is the last."""
    found: dict[int, Figure] = {}
    for year, given in entries.items():
        if end is not None and int(year) > end:
            context.say(plausibility.FLOW_AFTER_LIFE.at(year.span, year=year, end=end))
        figure = _money(context, given, subject, not_negative)
        if figure is not None:
            found[int(year)] = figure
    return found
