"""Use and drivers by month: what each series is, and its values in one unit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ...diagnostics import Diagnostic, Mistake
from ...diagnostics.codes import monitoring as codes
from ...diagnostics.codes import numbers
from ...diagnostics.similar import listed
from ...domain import Stream
from ...domain.monitoring import Driver, Month, written
from ...figure import Figure
from ...schema.given import Given
from ...schema.monitoring import Monitoring as Entry
from ...source import Text
from ...units import Quantity, UnknownUnit, resolve_unit
from ..amounts import refuse_negative
from ..bases import bases_of
from ..context import Context, entered
from ..conversions import amount_figure, plain_figure, wrong_dimension
from .readings import BARE, Reading, readings_in

_NUMBER = "ratio"  # the unit of a driver that has none to calculate with


class Series(NamedTuple):
    """A stream, or a driver where `stream` is None; `unit` is that of numbers without one.

    A driver's unit that the program does not know is a word beside its numbers.
    """

    id: Text
    unit: str
    stream: Stream | None = None
    name: str = ""
    is_plain: bool = False

    def as_driver(self, values: Mapping[Month, Figure]) -> Driver:
        return Driver(str(self.id), self.name, self.unit, values, self.id.span, self.is_plain)


def drivers_in(context: Context, entry: Entry) -> dict[str, Series]:
    """Every driver by id."""
    found = {}
    for id, driver in entry.drivers.items():
        unit = str(driver.unit or "")
        name = str(driver.name or id)
        found[str(id)] = Series(id, unit, None, name, is_plain=not _is_known(unit))
        if id in entry.streams:
            context.say(codes.NAME_TWICE.at(id.span, text=id))
    return found


def streams_in(context: Context, entry: Entry, streams: Mapping[str, Stream]) -> dict[str, Series]:
    """Every monitored stream by id; a stream that is wrong itself was told before."""
    found = {}
    for id, monitored in entry.streams.items():
        stream = streams.get(str(id))
        if stream is None:
            if not is_declared(context, id):
                known = listed(streams)
                context.say(codes.UNKNOWN_STREAM.at(id.span, text=id, known=known))
            continue
        try:
            unit = _unit_of(monitored.unit, stream)
        except Mistake as mistake:
            context.say(mistake.diagnostic)
            continue
        found[str(id)] = Series(id, unit, stream)
    return found


def is_declared(context: Context, path: str) -> bool:
    """Whether a stream is in the file, be it with a mistake that is told already."""
    id, _, load = path.partition(".")
    discharge = next((one for key, one in context.file.discharges.items() if key == id), None)
    if load:
        return discharge is not None and getattr(discharge, load, None) is not None
    return discharge is not None or id in context.file.resources


def _unit_of(written: Text | None, stream: Stream) -> str:
    """The unit of bare numbers of a stream; empty where none is written. Raises Mistake for one
    that does not measure the stream."""
    if written is None:
        return ""
    try:
        resolve_unit(written)
    except UnknownUnit as unknown:
        if unknown.similar:
            values = {"unit": written, "similar": unknown.similar}
            raise Mistake(numbers.UNKNOWN_UNIT_SIMILAR.at(written.span, **values)) from None
        raise Mistake(numbers.UNKNOWN_UNIT.at(written.span, unit=written)) from None
    one = Quantity(Decimal(1), written, written, written.span, Decimal(1))
    amount_figure(Given(one), stream.unit, bases_of(stream.factors, stream.unit), f"“{stream.id}”")
    return str(written)


def _is_known(unit: str) -> bool:
    try:
        resolve_unit(unit)
    except UnknownUnit:
        return False
    return bool(unit)


def values_of(
    context: Context, entry: Entry, series: Mapping[str, Series]
) -> dict[str, dict[Month, Figure]]:
    """The values of each series by month, in the unit of the stream or the driver."""
    said_before = len(context.found)
    found: dict[str, dict[Month, Figure]] = {id: {} for id in series}
    first: dict[tuple[str, Month], Reading] = {}
    for reading in readings_in(context, entry):
        one = series.get(str(reading.series))
        if one is None:
            _say_unknown(context, entry, reading.series, series)
            continue
        earlier = first.setdefault((one.id, reading.month), reading)
        if earlier is not reading:
            context.say(_twice(reading, earlier))
            continue
        try:
            found[str(one.id)][reading.month] = _figure(one, reading.given)
        except Mistake as mistake:
            context.say(mistake.diagnostic)
    if not any(said.is_error for said in context.found[said_before:]):
        for id, one in series.items():
            if not found[id]:
                context.say(codes.NO_DATA.at(one.id.span, series=id))
    return found


def _say_unknown(context: Context, entry: Entry, name: Text, series: Mapping[str, Series]) -> None:
    """A name in the months that is neither stream nor driver, unless it was told of before."""
    if name not in entry.streams:
        known = listed(series)
        context.say(codes.UNKNOWN_SERIES.at(name.span, text=name, known=known))


def _twice(reading: Reading, earlier: Reading) -> Diagnostic:
    """A month that a series has two values of."""
    place = earlier.given.span
    return codes.MONTH_TWICE.related(
        reading.given.span,
        place,
        series=reading.series,
        month=written(reading.month),
        file=place.source.name,
        line=str(place.line),
    )


def _figure(series: Series, given: Given) -> Figure:
    """A value in the engine's unit. Raises Mistake."""
    is_bare = given.quantity.unit == BARE
    if series.stream is None:
        return _of_driver(series, given, is_bare)
    if is_bare and not series.unit:
        text = given.quantity.text
        raise Mistake(codes.NO_UNIT.at(given.span, text=text, series=series.id))
    if is_bare:
        given = given._replace(quantity=given.quantity._replace(unit=series.unit))
    stream = series.stream
    bases = bases_of(stream.factors, stream.unit)
    figure, is_yearly = amount_figure(given, stream.unit, bases, f"“{stream.id}”")
    if is_yearly:
        raise wrong_dimension(given, stream.unit, f"“{stream.id}”")
    refuse_negative(figure, given, stream.id)
    return figure


def _of_driver(series: Series, given: Given, is_bare: bool) -> Figure:
    """A number in the driver's unit; weather may be below zero. Raises Mistake."""
    quantity = given.quantity
    if is_bare:
        unit = _NUMBER if series.is_plain else series.unit
        return entered(given, float(quantity.value), unit)
    if series.is_plain:
        values = {"text": quantity.text, "series": series.id, "unit": series.unit or "1"}
        code = codes.UNIT_OF_A_PLAIN_DRIVER
        raise Mistake(code.at(given.span, **values))
    return plain_figure(given, series.unit, f"“{series.id}”", f"430 {series.unit}")
