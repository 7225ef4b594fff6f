"""What a reader of bills would ask about: days without a bill, days in two, odd values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from ...diagnostics import Day, Diagnostic
from ...diagnostics.codes import bills as codes
from .bill import Bill
from .outliers import outliers_in

_ONE_DAY = timedelta(days=1)


def check_days(bills: Sequence[Bill], first: date, last: date) -> Iterator[Diagnostic]:
    """What is to be said of the days of bills, for the period between two days."""
    ends = {"first": Day(first.isoformat()), "last": Day(last.isoformat())}
    outside = [bill for bill in bills if not bill.days.within(first, last)]
    if outside:
        place = outside[0].days.cell.span
        yield codes.OUTSIDE_PERIOD.at(place, count=len(outside), **ends)
    inside = [bill for bill in bills if bill.days.within(first, last)]
    for bill in inside:
        within, days = bill.days.within(first, last), bill.days.length
        if within < days:
            yield codes.STRADDLES.at(bill.days.cell.span, within=within, days=days, **ends)
    for every in by_meter(bills):
        yield from _order(every)
        # a credit note is for days that have a bill already
        one = [bill for bill in every if bill.days.within(first, last) and bill.quantity.value >= 0]
        yield from _same_days(one)
        if not any(bill.days.is_delivery for bill in one):
            yield from _gaps_and_overlaps(one, first, last)


def by_meter(bills: Iterable[Bill]) -> Iterable[list[Bill]]:
    """The bills of each meter, in the order in which the meters come up."""
    meters: dict[str, list[Bill]] = {}
    for bill in bills:
        meters.setdefault(bill.days.meter, []).append(bill)
    return meters.values()


def _order(bills: Iterable[Bill]) -> Iterator[Diagnostic]:
    """A note at the first row that is earlier than the one before."""
    before: date | None = None
    for bill in bills:
        if before is not None and bill.days.first < before:
            yield codes.NOT_IN_ORDER.at(bill.days.cell.span)
            return
        before = bill.days.first


def _same_days(bills: Sequence[Bill]) -> Iterator[Diagnostic]:
    """Two bills for the same days; two deliveries of one day are usual if their amounts differ."""
    seen: dict[tuple[date, date], list[Bill]] = {}
    for bill in bills:
        earlier = seen.setdefault(bill.days[:2], [])
        same = next((one for one in earlier if _amount(one) == _amount(bill)), None)
        if same is not None:
            yield codes.TWICE.related(bill.days.cell.span, same.days.cell.span, line=str(same.line))
        elif earlier and not bill.days.is_delivery:
            other = earlier[0]
            place = other.days.cell.span
            yield codes.SAME_DAYS.related(bill.days.cell.span, place, line=str(other.line))
        earlier.append(bill)


def _amount(bill: Bill) -> tuple[object, str]:
    return bill.quantity.value, bill.quantity.unit


def _gaps_and_overlaps(bills: Sequence[Bill], first: date, last: date) -> Iterator[Diagnostic]:
    """Days of the period without a bill, and days in two bills that are not for the same days."""
    by_day = sorted(bills, key=lambda bill: bill.days[:2])
    furthest: Bill | None = None
    start = first  # the first day that no bill has covered yet
    for bill in by_day:
        days = bill.days
        if days.first > start:
            yield _gap(bill, start, days.first - _ONE_DAY)
        elif furthest is not None and days[:2] != furthest.days[:2] and days.first < start:
            shared = (min(days.last, furthest.days.last) - days.first).days + 1
            if shared > 0:
                other = furthest.days.cell.span
                values = {"days": shared, "line": str(furthest.line)}
                yield codes.OVERLAP.related(days.cell.span, other, **values)
        if furthest is None or days.last > furthest.days.last:
            furthest = bill
        start = max(start, days.last + _ONE_DAY)
    if furthest is not None and start <= last:
        yield _gap(furthest, start, last)


def _gap(place: Bill, first: date, last: date) -> Diagnostic:
    days = (last - first).days + 1
    ends = {"first": Day(first.isoformat()), "last": Day(last.isoformat())}
    return codes.GAP.at(place.days.cell.span, days=days, **ends)


def check_values(bills: Sequence[Bill]) -> Iterator[Diagnostic]:
    """What is to be said of the values of bills in one unit."""
    for bill in bills:
        if bill.quantity.value < 0:
            yield codes.NEGATIVE.at(bill.quantity.span)
    yield from outliers_in(bills)
