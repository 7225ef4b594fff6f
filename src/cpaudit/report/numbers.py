"""Every number that a reader sees is written here: rounding, separators, units, currencies.

Values stay at full precision everywhere else. The languages' separators are Babel's.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import lru_cache
from math import floor, log10

from babel import Locale
from babel.numbers import NumberPattern, format_decimal, parse_pattern

from ..figure import Figure
from ..language import N_, Language

_MONEY_SCALES = (
    (1e9, 1e6, N_("million {currency}")),
    (1e6, 1e3, N_("thousand {currency}")),
    (0.0, 1.0, N_("{currency}")),
)
# units that read better in a smaller or larger unit, for amounts per unit of product
_PER_PRODUCT = {
    "MWh": (1000.0, "kWh"),
    "t": (1000.0, "kg"),
    "GJ": (1000.0, "MJ"),
    "tCO2e": (1000.0, "kgCO2e"),
}


class Numbers:
    """The number formats of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.locale = _locale(language.code)

    def decimal(self, value: float, places: int) -> str:
        """A value with a fixed number of decimal places; never a negative zero."""
        step = Decimal(1).scaleb(-places)
        rounded = Decimal(repr(value)).quantize(step, ROUND_HALF_UP, _WIDE)
        return self._formatted(rounded, places)

    def _formatted(self, value: Decimal, places: int) -> str:
        with localcontext(_WIDE):  # Babel rounds once more, in the context that it finds
            return format_decimal(value + 0, format=_pattern(places), locale=self.locale)

    def plain(self, value: float) -> str:
        """A value to about three significant digits, integers in full."""
        return self.decimal(value, _places(value))

    def summed(self, value: float) -> str:
        """A sum as reports print it: in full, with one decimal place where it is not whole."""
        if value and abs(value) < 0.05:
            return self.plain(value)
        rounded = Decimal(repr(value)).quantize(Decimal("0.1"), ROUND_HALF_UP, _WIDE)
        return self._formatted(rounded, 0 if rounded == rounded.to_integral_value() else 1)

    def exact(self, value: float) -> str:
        """A value to ten significant digits, for a reader who checks by hand."""
        text = f"{value:.10g}"
        if "e" in text:
            text = f"{value:.15f}".rstrip("0").rstrip(".") if abs(value) < 1 else f"{value:.0f}"
        places = len(text.partition(".")[2])
        return self._formatted(Decimal(repr(value)), places)

    def as_printed(self, written: str) -> str:
        """A library value, or both ends of a range, with as many places as its source prints."""
        number, _, unit = written.partition(" ")
        ends = [self.decimal(float(one), len(one.partition(".")[2])) for one in number.split("–")]
        return f"{'–'.join(ends)} {'' if unit == 'unit' else unit}".rstrip()

    def figure(self, figure: Figure) -> str:
        """A value and its unit."""
        return self.quantity(figure.value, figure.unit)

    def quantity(self, value: float, unit: str) -> str:
        """A value in an engine unit, as one would write it in a sentence."""
        if unit == "unit":
            return self.percent(value)
        if unit == "ratio":
            return self.decimal(value, 2)
        return f"{self.plain(value)} {self.unit(unit)}".rstrip()

    def unit(self, unit: str) -> str:
        """A unit as it is shown; currencies and time have words of the language."""
        above, *below = unit.split("/")
        shown = [_SHOWN.get(above, above), *(_SHOWN_BELOW.get(one, one) for one in below)]
        return "/".join(self.language(one) for one in shown)

    def percent(self, ratio: float) -> str:
        """A ratio as a percentage with one decimal place."""
        return f"{self.decimal(ratio * 100, 1)} %"

    def day(self, written: str) -> str:
        """A date as the language writes it; a year or a month alone as it stands."""
        if written.count("-") != 2 or self.language.code == "en":
            return written
        from babel.dates import format_date  # no other language needs it

        return format_date(date.fromisoformat(written), "dd/MM/yyyy", self.language.code)

    def change(self, ratio: float) -> str:
        """A relative change with its sign: +8.0 %."""
        return f"{'+' if ratio > 0 else ''}{self.percent(ratio)}"

    def signed(self, value: float) -> str:
        """A difference with its sign, to about three significant digits."""
        return f"{'+' if value > 0 else ''}{self.plain(value)}"

    def apart(self, one: float, other: float) -> tuple[str, str]:
        """Two values, with as many places as it takes to see that they are not the same."""
        texts = self.plain(one), self.plain(other)
        places = max(_places(one), _places(other))
        while one != other and texts[0] == texts[1] and places < _MOST_PLACES:
            places += 1
            texts = self.decimal(one, places), self.decimal(other, places)
        return texts

    def money(self, value: float, currency: str) -> str:
        """An amount in full, as in a sentence: 4,992,646,650 VND."""
        places = 0 if currency in _WITHOUT_CENTS else 2
        return f"{self.decimal(value, places)} {self.unit(currency)}"

    def money_scale(self, values: Iterable[float], currency: str) -> tuple[float, str]:
        """What to divide a column of money by, and the name of its unit."""
        largest = max((abs(value) for value in values), default=0.0)
        if currency in _WITHOUT_CENTS:
            largest *= 1000  # such currencies count in millions from ten million on
        for limit, divisor, name in _MONEY_SCALES:
            if largest >= limit:
                return divisor, self.language(name).format(currency=self.unit(currency))
        raise AssertionError("the last scale has no limit")

    def money_by_hand(self, values: Iterable[float], currency: str) -> tuple[float, str, int]:
        """Scale, unit and decimal places of money in tables whose sums are checked by hand."""
        values = list(values)
        largest = max((abs(value) for value in values), default=0.0)
        divisor, unit = self.money_scale(values, currency)
        if divisor == 1 or largest < _COUNTED_OUT:
            return 1.0, self.unit(currency), 0 if currency in _WITHOUT_CENTS else 2
        return divisor, unit, max(0, _DIGITS_BY_HAND - len(str(floor(largest / divisor))))

    def money_in_full(self, values: Iterable[float], currency: str) -> tuple[float, str]:
        """What to divide money in a report's tables by, and its unit: dollars are written out, only
        currencies that count in millions, and sums above a billion, are scaled."""
        values = list(values)
        largest = max((abs(value) for value in values), default=0.0)
        if currency not in _WITHOUT_CENTS and largest < _WRITTEN_OUT:
            return 1.0, self.unit(currency)
        return self.money_scale(values, currency)

    def price_scale(self, currency: str) -> tuple[float, str]:
        """What to divide costs per unit by, and the name of that unit of money."""
        divisor, name = (1e3, _MONEY_SCALES[1][2]) if currency in _WITHOUT_CENTS else (1.0, "")
        shown = self.unit(currency)
        return divisor, self.language(name).format(currency=shown) if name else shown

    def per_product(self, figure: Figure) -> str:
        """A specific consumption in the unit one talks in: kWh/t rather than MWh/t."""
        scale, unit = self.product_scale(figure.unit)
        return f"{self.plain(figure.value * scale)} {unit}"

    def product_scale(self, unit: str) -> tuple[float, str]:
        """What to multiply a use per unit of product by, and the unit that it is then in."""
        use, _, product = unit.partition("/")
        factor, shown = self.small_scale(use)
        return factor, self.unit(f"{shown}/{product}")

    def small_scale(self, unit: str) -> tuple[float, str]:
        """What to multiply what a single product uses by, and the unit that it is then in."""
        return _PER_PRODUCT.get(unit, (1.0, unit))

    def duration(self, years: float) -> str:
        """A time in years and months, as a payback is told."""
        if years > 100:
            return self.language("over 100 years")
        months = round(years * 12)
        if months < 1:
            return self.language("under 1 month")
        whole, rest = divmod(months, 12)
        year = self.language("{n} yr").format(n=whole) if whole else ""
        month = self.language("{n} mo").format(n=rest) if rest else ""
        return f"{year} {month}".strip()


_MOST_PLACES = 9
# below it money is written out; above it a table shows this many digits of its largest sum
_COUNTED_OUT = 1e6
_DIGITS_BY_HAND = 6
# tables of reports write money with cents out up to this sum
_WRITTEN_OUT = 1e9
# wide enough for the product of the two largest numbers that a file may hold
_WIDE = Context(prec=80)
_WITHOUT_CENTS = {"VND", "JPY", "KRW", "LAK", "KHR", "IDR", "MMK"}
_SHOWN = {
    "VND": N_("VND"),
    "yr": N_("yr"),
    "month": N_("months"),
    "day": N_("days"),
    "piece": N_("pieces"),
    "tCO2e": N_("t CO2e"),
    "kgCO2e": N_("kg CO2e"),
    "unit": "",
    "ratio": "",
}
_SHOWN_BELOW = {**_SHOWN, "piece": N_("piece"), "month": N_("month"), "day": N_("day")}


def _places(value: float) -> int:
    """Decimal places that keep about three significant digits."""
    size = abs(value)
    if size == 0 or size >= 99.95:
        return 0
    digits_before = floor(log10(size * 1.0005)) + 1  # 9.996 is shown as 10.0, not 10.00
    return min(3 - digits_before, _MOST_PLACES)


@lru_cache
def _locale(code: str) -> Locale:
    return Locale(code)


@lru_cache
def _pattern(places: int) -> NumberPattern:
    return parse_pattern("#,##0." + "0" * places if places else "#,##0")
