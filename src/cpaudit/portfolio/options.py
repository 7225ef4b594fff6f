"""A row for each option: what it does alone, and at its turn in the plant's package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..domain import Option
from ..engine import Result
from ..engine.emissions import IMPACTS
from .columns import Column, Row, Value, impact_columns, resource_columns, worth_columns
from .figures import (
    HEAD,
    Subject,
    head_values,
    impact_values,
    partial_in,
    resource_values,
    worth_values,
)
from .plants import PARTIAL

_AT_TURN = "package_"
_OPTION = (
    Column("option", "text"),
    Column("name", "text"),
    Column("class", "text", groups=True),
    Column("status", "text", groups=True),
    Column("lifetime_yr", "number", "yr"),
)
_PACKAGE = (
    Column("package", "text", groups=True),
    Column("turn", "count"),
)
_ALONE_IMPACTS = tuple(impact_columns("", "saving"))
_TURN_IMPACTS = tuple(impact_columns(_AT_TURN, f"{_AT_TURN}saving"))


def option_columns(units: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns of an option. What options save alone overlaps, so only what they save at their
    turns in a package adds up."""
    alone = (*worth_columns(), *_ALONE_IMPACTS, *resource_columns(units))
    return (
        *HEAD,
        *_OPTION,
        *(column._replace(adds=False) for column in alone),
        *_PACKAGE,
        *worth_columns(_AT_TURN),
        *_TURN_IMPACTS,
        *resource_columns(units, _AT_TURN),
        PARTIAL,
    )


def option_rows(subject: Subject) -> Iterator[Row]:
    """The values of `option_columns` for each option; a rejected one has no figures."""
    head, assessment = head_values(subject), subject.assessment
    package = None if subject.package is None else assessment.packages[subject.package]
    turns = {} if package is None else package.options
    order = {id: number for number, id in enumerate(turns, 1)}
    for id, option in subject.audit.options.items():
        alone, at_turn = assessment.options.get(id), turns.get(id)
        partial = _partial(_ALONE_IMPACTS, alone) + _partial(_TURN_IMPACTS, at_turn)
        yield (
            *head,
            *_option_values(option),
            *_values(subject, alone),
            subject.package,
            order.get(id),
            *_values(subject, at_turn),
            " ".join(partial) or None,
        )


def _option_values(option: Option) -> list[Value]:
    lifetime = option.lifetime
    return [
        option.id,
        option.name or None,
        option.category or None,
        option.status,
        None if lifetime is None else lifetime.value,
    ]


def _values(subject: Subject, result: Result | None) -> list[Value]:
    if result is None:
        return [None] * (len(worth_columns()) + len(IMPACTS) + subject.width)
    return [
        *worth_values(subject, result),
        *impact_values(result.impacts),
        *resource_values(subject, result.resources),
    ]


def _partial(columns: tuple[Column, ...], result: Result | None) -> list[str]:
    return [] if result is None else partial_in(columns, result.impacts)
