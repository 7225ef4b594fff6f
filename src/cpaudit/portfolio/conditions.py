"""Which rows are wanted and in which order, as a command line writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..diagnostics import Mistake, Source, Span
from ..diagnostics.codes import batch as codes
from ..diagnostics.similar import listed
from .columns import Column, Value, named, no_column

_CONDITION = re.compile(r"\s*(\w+)\s*(<=|>=|!=|==|=|<|>)\s*(.*?)\s*", re.DOTALL)
_NUMBER = re.compile(r"([-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)\s*(%?)")
_EQUALS = ("=", "!=")


class Condition(NamedTuple):
    """What a row's value must be; nothing at all, where `value` is None."""

    column: Column
    operator: str
    value: Value

    @property
    def sql(self) -> str:
        """The condition with a place for its value; a value that is not there meets no order."""
        operator = {"=": "IS", "!=": "IS NOT"}.get(self.operator, self.operator)
        return f"{quoted(self.column)} {operator} ?"

    @property
    def compares_money(self) -> bool:
        """Whether the outcome depends on the currency."""
        return self.column.kind == "money" and bool(self.value)


class Sorting(NamedTuple):
    """A column to sort by; rows without a value come last either way."""

    column: Column
    falling: bool

    @property
    def sql(self) -> str:
        """The terms of the order; money is in order within each currency."""
        direction = " DESC" if self.falling else ""
        term = f"{quoted(self.column)}{direction} NULLS LAST"
        return f'row."currency", {term}' if self.column.kind == "money" else term


def quoted(column: Column) -> str:
    """A column's name in a query."""
    return f'row."{column.name}"'


def condition_of(text: str, columns: Mapping[str, Column]) -> Condition:
    """The condition that a text such as `npv>0` states. Raises Mistake."""
    source = Source("--where", text)
    whole = Span(source, 1, 1, max(1, len(text)))
    found = _CONDITION.fullmatch(text)
    if found is None:
        raise Mistake(codes.NO_CONDITION.at(whole, text=text))
    name, operator, written = found.group(1), found.group(2).replace("==", "="), found.group(3)
    if name not in columns:
        raise Mistake(no_column(whole.inside(found.start(1), len(name)), name, columns))
    column = columns[name]
    value = _value(column, operator, written)
    if (written and value is None) or (not written and operator not in _EQUALS):
        place = whole.inside(found.start(3), len(written))
        raise Mistake(codes.NOT_COMPARED.at(place, column=name, text=written))
    return Condition(column, operator, value)


def _value(column: Column, operator: str, written: str) -> Value:
    """The value that is compared with; None where it can't be."""
    if column.kind == "text":
        return written or None if operator in _EQUALS else None
    number = _NUMBER.fullmatch(written)
    if number is None:
        return None
    value = float(number.group(1))
    return value / 100 if number.group(2) else value


def sortings_of(texts: Iterable[str], columns: Mapping[str, Column]) -> list[Sorting]:
    """What `--sort sector,-npv` asks for; a minus is for falling. Raises Mistake."""
    return [
        Sorting(named(columns, name.removeprefix("-"), "--sort"), name.startswith("-"))
        for name in names_in(texts)
    ]


def columns_of(texts: Iterable[str], columns: Mapping[str, Column]) -> list[Column]:
    """The columns that `--columns` names, each once. Raises Mistake."""
    return [named(columns, name, "--columns") for name in names_in(texts)]


def keys_of(texts: Iterable[str], columns: Mapping[str, Column]) -> list[Column]:
    """The columns that `--by` names. Raises Mistake for one that rows can't be grouped by."""
    keys = [named(columns, name, "--by") for name in names_in(texts)]
    known = listed(name for name, column in columns.items() if column.groups)
    for key in keys:
        if not key.groups:
            place = Span(Source("--by", key.name), 1, 1, len(key.name))
            raise Mistake(codes.NOT_GROUPED.at(place, column=key.name, known=known))
    return keys


def names_in(texts: Iterable[str]) -> list[str]:
    """Names between commas, each once."""
    names = (name.strip() for text in texts for name in text.split(","))
    return list(dict.fromkeys(name for name in names if name))
