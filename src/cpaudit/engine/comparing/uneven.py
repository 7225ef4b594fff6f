"""What makes several files hard to compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...diagnostics import Diagnostic, Word
from ...diagnostics.codes import comparing as codes
from ...domain import Audit, Depreciation, Esco, Finance, Grant, Guarantee, Loan
from ...figure import About, Figure
from ...language import N_
from ..results import Assessment
from ..rounding import ROUNDING
from .columns import baseline_of
from .entries import key_of_plant

_BASELINE_WORDS = {
    "cost": N_("cost"),
    "energy": N_("energy use"),
    "co2e": N_("the sum of greenhouse gases"),
}
_RATES = {
    "discount_rate": N_("discount rate"),
    "tax_rate": N_("tax rate"),
    "inflation": N_("inflation"),
    "basis": N_("basis of the rates"),
    "escalation": N_("rise of prices"),
    "reinvestment_rate": N_("reinvestment rate"),
    "depreciation": N_("way to depreciate"),
    "loan": N_("loan"),
    "grant": N_("grant"),
    "guarantee": N_("guarantee"),
    "esco": N_("shared savings"),
}


def uneven(base: Assessment, others: Sequence[Assessment]) -> list[Diagnostic]:
    """Currencies, periods, warming potentials, rates and baselines that differ from the base's."""
    found: list[Diagnostic] = []
    for other in others:
        one, audit = base.audit, other.audit
        files = {"base": one.file, "file": audit.file}
        if audit.currency != one.currency:
            values = {"one": one.currency, "other": audit.currency}
            found.append(codes.OTHER_CURRENCY.at(None, **files, **values))
        if audit.period != one.period:
            values = {"one": _months(one), "other": _months(audit)}
            found.append(codes.OTHER_PERIOD.at(None, **files, **values))
        if audit.gwp_set != one.gwp_set:
            values = {"one": one.gwp_set, "other": audit.gwp_set}
            found.append(codes.OTHER_GWP.at(None, **files, **values))
        found += [
            codes.OTHER_RATES.at(None, **files, what=Word(word))
            for name, word in _RATES.items()
            if _rate(one.finance, name) != _rate(audit.finance, name)
        ]
        if key_of_plant(one) == key_of_plant(audit):
            found += _other_baseline(base, other)
    return found


def _other_baseline(base: Assessment, other: Assessment) -> list[Diagnostic]:
    """Packages of one plant should start from one baseline."""
    before, now = baseline_of(base), baseline_of(other)
    return [
        codes.OTHER_BASELINE.at(
            None,
            base=base.audit.file,
            file=other.audit.file,
            what=Word(word),
            one=_told(before[name]),
            other=_told(now[name]),
        )
        for name, word in _BASELINE_WORDS.items()
        if _differ(before[name], now[name])
    ]


def _differ(one: Figure | None, other: Figure | None) -> bool:
    if one is None or other is None:
        return one is not other
    if one.unit != other.unit:
        return False  # the currencies are told
    return abs(one.value - other.value) > ROUNDING * max(abs(one.value), abs(other.value))


def _told(figure: Figure | None) -> object:
    return Word(N_("not known")) if figure is None else About(figure)


def _months(audit: Audit) -> str:
    return "{}-{:02d} – {}-{:02d}".format(*audit.period.first, *audit.period.last)


def _rate(finance: Finance, name: str) -> object:
    return _plain(getattr(finance, name))


def _plain(value: object) -> object:
    """A rate or terms without the places where they stand."""
    if isinstance(value, Figure):
        return value.value
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, Depreciation | Loan | Grant | Guarantee | Esco):
        return [_plain(getattr(value, name)) for name in value._fields if name != "span"]
    return value
