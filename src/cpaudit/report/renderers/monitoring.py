"""Monitoring for programs: every month as a row of CSV, everything as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...domain import Period
from ...domain.monitoring import written
from ...engine.monitoring import (
    MonitoringResult,
    OptionResult,
    StreamResult,
    monitoring_figures,
)
from ...figure import Formula
from ...language import Language
from .delimited import csv_text
from .json.figures import diagnostics_list, factor_json, formula_json, head, node_json, text_of

_COLUMNS = ("actual", "model", "adjusted", "avoided", "cusum")


def monitoring_csv(result: MonitoringResult) -> str:
    """A row for each stream and month: of the baseline, and of the reporting period."""
    drivers = list(result.section.drivers)
    rows: list[list[str | float | None]] = []
    for id, one in result.streams.items():
        rows += _baseline_rows(result, id, one, drivers)
        rows += _reporting_rows(result, id, one, drivers)
    return csv_text(["stream", "unit", "month", "period", *drivers, *_COLUMNS], rows)


def _baseline_rows(
    result: MonitoringResult, id: str, one: StreamResult, drivers: list[str]
) -> Iterator[list[str | float | None]]:
    from ...engine.monitoring.months import modelled

    for month in one.model.months:
        model = modelled(result.section, one.stream, one.model, month, one.unit)
        values = _drivers(result, one, drivers, month)
        use = [one.stream.values[month].value, model.value]
        yield [id, one.unit, written(month), "baseline", *values, *use, None, None, None]


def _reporting_rows(
    result: MonitoringResult, id: str, one: StreamResult, drivers: list[str]
) -> Iterator[list[str | float | None]]:
    for row in one.months:
        values = _drivers(result, one, drivers, row.month)
        use = [figure.value for figure in row[1:]]
        yield [id, one.unit, written(row.month), "reporting", *values, *use]


def _drivers(
    result: MonitoringResult, one: StreamResult, drivers: list[str], month: tuple[int, int]
) -> list[float | None]:
    """The drivers of the stream's own model."""
    known = result.section.drivers
    return [
        known[name].values[month].value if name in one.stream.drivers else None for name in drivers
    ]


def monitoring_json(result: MonitoringResult, language: Language) -> str:
    """Models, months, years and options; figures under the names that their paths have."""
    audit = result.audit
    formulas: dict[str, Formula] = {}
    tree = node_json(monitoring_figures(result), formulas)
    for id, one in result.streams.items():
        _describe(tree["streams"][id], result, one)
    for id, option in result.options.items():
        _describe_option(tree["options"][id], option)
    document = {
        **head("monitoring"),
        "plant": {"name": audit.plant, "sector": audit.sector, "country": audit.country},
        "currency": audit.currency,
        "baseline": _period(result.section.baseline),
        "reporting": [_period(one) for one in result.section.years],
        "confidence": result.section.confidence.value,
        **tree,
        "not_implemented": {
            id: option.status for id, option in audit.options.items() if id not in result.options
        },
        "adjustments": [
            {
                "stream": one.stream,
                "from": written(one.first),
                "to": written(one.last),
                "amount": node_json(one.amount, formulas),
                "reason": one.reason,
            }
            for one in result.section.adjustments
        ],
        "excluded": {
            written(month): reason for month, reason in sorted(result.section.excluded.items())
        },
        "factors": {id: factor_json(used.factor) for id, used in result.assessment.factors.items()},
        "formulas": {id: formula_json(one) for id, one in sorted(formulas.items())},
        "diagnostics": diagnostics_list(result.diagnostics, language),
    }
    return text_of(document)


def _describe(figures: dict[str, Any], result: MonitoringResult, one: StreamResult) -> None:
    """What of a stream is no figure: drivers, months of the model, months that are missing."""
    names = {id: result.section.drivers[id] for id in one.stream.drivers}
    figures["drivers"] = {id: {"name": own.name, "unit": own.unit} for id, own in names.items()}
    figures["model"]["months"] = [written(month) for month in one.model.months]
    figures["model"]["missing"] = [written(month) for month in one.model.missing]
    figures["missing"] = [written(month) for month in one.missing]
    figures["counted"] = len(one.total.months)


def _describe_option(figures: dict[str, Any], one: OptionResult) -> None:
    figures["implemented"] = written(one.since) if one.since else None
    figures["months"] = one.months
    for id, each in one.streams.items():
        figures["streams"][id]["basis"] = each.basis


def _period(period: Period) -> dict[str, Any]:
    first, last = written(period.first), written(period.last)
    return {"from": first, "to": last, "months": period.months}
