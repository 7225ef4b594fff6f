"""A row for each plant: what it uses, and what its package saves and costs."""

from __future__ import annotations

from collections.abc import Mapping

from ..engine.emissions import IMPACTS
from .columns import Column, Row, Value, impact_columns, resource_columns, worth_columns
from .figures import (
    HEAD,
    IN_PLACE,
    Subject,
    head_values,
    impact_values,
    partial_in,
    resource_values,
    worth_values,
)

_BASELINE = "baseline_"
_COUNTS = (
    Column("options", "count", adds=True),
    Column("implemented", "count", adds=True),
    Column("rejected", "count", adds=True),
)
_BASELINE_IMPACTS = tuple(impact_columns(_BASELINE, "file"))
_PACKAGE_IMPACTS = tuple(impact_columns("", "saving"))
WARNINGS = Column("warnings", "count", adds=True)
PARTIAL = Column("partial", "text")


def plant_columns(units: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns of a plant. `units` are the types that resources are counted as."""
    return (
        *HEAD,
        *_COUNTS,
        Column(f"{_BASELINE}cost", "money", adds=True, told_with="file"),
        *_BASELINE_IMPACTS,
        *resource_columns(units, _BASELINE),
        Column("package", "text", groups=True),
        *worth_columns(),
        *_PACKAGE_IMPACTS,
        *resource_columns(units),
        WARNINGS,
        PARTIAL,
    )


def plant_row(subject: Subject, warnings: int) -> Row:
    """The values of `plant_columns`; those of the package are None without it."""
    audit, baseline = subject.audit, subject.assessment.baseline
    statuses = [option.status for option in audit.options.values()]
    rejected = statuses.count("rejected")
    amounts = {id: stream.amount for id, stream in audit.streams.items()}
    cost = baseline.cost
    partial = partial_in(_BASELINE_IMPACTS, baseline.impacts)
    if cost is not None and cost.partial:
        partial.append(f"{_BASELINE}cost")
    return (
        *head_values(subject),
        len(statuses) - rejected,
        sum(status in IN_PLACE for status in statuses),
        rejected,
        None if cost is None else cost.value / subject.rate,
        *impact_values(baseline.impacts),
        *resource_values(subject, amounts),
        subject.package,
        *_package_values(subject, partial),
        warnings,
        " ".join(partial) or None,
    )


def _package_values(subject: Subject, partial: list[str]) -> list[Value]:
    """What the package saves and costs; the columns of partial sums are added to `partial`."""
    if subject.package is None:
        worth = worth_columns()
        return [None] * (len(worth) + len(IMPACTS) + subject.width)
    result = subject.assessment.packages[subject.package].total
    partial += partial_in(_PACKAGE_IMPACTS, result.impacts)
    return [
        *worth_values(subject, result),
        *impact_values(result.impacts),
        *resource_values(subject, result.resources),
    ]
