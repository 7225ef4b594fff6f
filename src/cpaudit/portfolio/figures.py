"""Figures of an assessment as plain values, in the order of their columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..domain import Audit
from ..engine import Assessment, Irr, Payback, Result
from ..engine.emissions import IMPACTS
from ..figure import Figure
from .columns import Column, Value

IN_PLACE = frozenset({"implemented", "verified"})
HEAD = (
    Column("file", "text"),
    Column("plant", "text", groups=True),
    Column("sector", "text", groups=True),
    Column("province", "text", groups=True),
    Column("country", "text", groups=True),
    Column("year", "count", groups=True),
    Column("months", "count"),
    Column("currency", "text", groups=True),
    Column("exchange_rate", "number"),
)


class Subject(NamedTuple):
    """An assessed audit of a batch. `rate` is its money for one unit of `currency`.

    `package` is the one that rows are about. `types` are the streams of resources with the column
    that each is counted in, of `width` columns.
    """

    file: str
    assessment: Assessment
    package: str | None
    currency: str
    rate: float
    types: tuple[tuple[str, int], ...]
    width: int

    @property
    def audit(self) -> Audit:
        return self.assessment.audit


def head_values(subject: Subject) -> list[Value]:
    """Whose figures they are."""
    audit = subject.audit
    period = audit.period
    return [
        # a name that is no text can only be shown
        subject.file.encode("utf-8", "replace").decode(),
        audit.plant,
        audit.sector,
        audit.province or None,
        audit.country,
        period.year,
        period.months,
        subject.currency,
        None if subject.currency == audit.currency else subject.rate,
    ]


def impact_values(impacts: Mapping[str, Figure | None]) -> list[Value]:
    """Every impact; None where nothing tells it."""
    figures = map(impacts.get, IMPACTS)
    return [None if figure is None else figure.value for figure in figures]


def resource_values(subject: Subject, amounts: Mapping[str, Figure]) -> list[Value]:
    """Amounts of streams summed by type; zero of a type that the plant has, None of any other."""
    sums: list[float | None] = [None] * subject.width
    for id, at in subject.types:
        figure = amounts.get(id)
        sums[at] = (sums[at] or 0.0) + (0.0 if figure is None else figure.value)
    return [*sums]


def types_in(audit: Audit, units: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    """The streams of resources, each with the place of the type that it is counted as."""
    places = {type: at for at, type in enumerate(units)}
    resources = [one for one in audit.streams.values() if one.kind == "resource"]
    return tuple(
        (one.id, places[one.fuel if one.fuel in places else one.type]) for one in resources
    )


def worth_values(subject: Subject, result: Result) -> list[Value]:
    """What an option or a package costs and brings."""
    rate, payback, irr = subject.rate, result.payback, result.irr
    return [
        result.investment.value / rate,
        result.saving.value / rate,
        payback.outcome,
        payback_years(payback),
        None if result.npv is None else result.npv.value / rate,
        None if irr is None else irr.outcome,
        _one_rate(irr),
    ]


def payback_years(payback: Payback) -> float | None:
    """Years; zero where it is immediate, None where it is never."""
    if payback.time is not None:
        return payback.time.value
    return 0.0 if payback.outcome == "immediate" else None


def _one_rate(irr: Irr | None) -> float | None:
    return irr.values[0] if irr is not None and len(irr.values) == 1 else None


def partial_in(columns: Iterable[Column], impacts: Mapping[str, Figure | None]) -> list[str]:
    """The columns of impacts whose sum leaves something out."""
    figures = map(impacts.get, IMPACTS)
    return [
        column.name
        for column, figure in zip(columns, figures, strict=True)
        if figure is not None and figure.partial
    ]
