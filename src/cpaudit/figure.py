"""Figures carry where they come from, and formulas are pure functions with a reference.

A formula takes and returns floats; `derive` applies it to figures and remembers them, so that every
result can be followed back to the line of the file or the page of the source it rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from .diagnostics import Span
from .language import N_

# the reason of a factor for which a country has nothing of its own; the most usual one
IPCC = N_("IPCC default: no national value is known")


class Publication(NamedTuple):
    """A source in the bibliography of the factor library.

    `cited` has language, title and publisher where it is called otherwise in a language.
    """

    id: str
    title: str
    publisher: str | None = None
    year: int | None = None
    link: str | None = None
    region: str | None = None
    cited: tuple[tuple[str, str, str | None], ...] = ()


class Factor(NamedTuple):
    """One value of the factor library; `written` as printed there, low and high its 95 % limits.

    Of a range without a value of its own, the value is the upper end. `start` and `end` are the
    first and last day on which it is valid; `own` is the user's file that it was taken from.
    """

    id: str
    value: float
    unit: str
    written: str
    year: int | None
    publication: Publication
    place: str | None
    confirmed: bool
    low: float | None = None
    high: float | None = None
    note: str | None = None
    basis: str | None = None
    region: str | None = None
    start: str | None = None
    end: str | None = None
    is_range: bool = False
    reference: bool = False
    seen: str | None = None
    own: str | None = None


class Formula(NamedTuple):
    """A published rule of calculation. `text` is its mathematics, `reference` where it stands.

    `names` are those of its inputs, in order.
    """

    id: str
    text: str
    reference: str
    compute: Callable[..., Any]
    names: tuple[str, ...] = ()

    def __call__(self, *values: Any) -> Any:
        return self.compute(*values)


class Entered(NamedTuple):
    """Written in the audit file or a table beside it; `text` as it stands there."""

    span: Span
    text: str
    source: str | None = None
    quality: str | None = None
    uncertainty: float | None = None


class FromFactor(NamedTuple):
    """Taken from the factor library; `reason` says why this one of several."""

    factor: Factor
    reason: str | None = None


class Assumed(NamedTuple):
    """Neither written nor found: the value that the rule `reason` states."""

    reason: str


class Computed(NamedTuple):
    """The result of a formula; each input has the name it plays in the formula."""

    formula: Formula
    inputs: tuple[tuple[str, Figure], ...]


class FromAudit(NamedTuple):
    """Calculated in the assessment of another file: of its option that stands on a line."""

    file: str
    option: str
    line: int


Derivation = Entered | FromFactor | Assumed | Computed | FromAudit


class Figure(NamedTuple):
    """A value in a unit of the engine, and its derivation.

    `partial` marks a sum that leaves something out because nothing tells it.
    """

    value: float
    unit: str
    derivation: Derivation
    partial: bool = False


_formulas: dict[str, Formula] = {}
# what Figure(…) does, without the call of Python code in between: an audit has a thousand figures
_new = tuple.__new__


class About(NamedTuple):
    """A figure that a sentence tells rounded, in the unit that people talk in."""

    figure: Figure


def formula(text: str, reference: str) -> Callable[[Callable[..., Any]], Formula]:
    """Register a pure function as a formula under its own name."""

    def register(compute: Callable[..., Any]) -> Formula:
        names = compute.__code__.co_varnames[: compute.__code__.co_argcount]
        made = Formula(compute.__name__, text, reference, compute, names)
        if made.id in _formulas:
            raise ValueError(f"formula {made.id} is registered twice")
        _formulas[made.id] = made
        return made

    return register


def registered_formulas() -> dict[str, Formula]:
    """Every formula of the rooms that are imported, by id."""
    return dict(_formulas)


def derive(rule: Formula, unit: str, **inputs: Figure) -> Figure:
    """The figure that a formula gives from named figures; `unit` is the unit of the result.

    It is partial where one of them is.
    """
    is_partial = False
    values = []
    for figure in inputs.values():
        values.append(figure[0])
        is_partial = is_partial or figure[3]
    if tuple(inputs) == rule.names:
        value = rule.compute(*values)
    else:
        value = rule.compute(**dict(zip(inputs, values, strict=True)))
    return _new(Figure, (value, unit, _new(Computed, (rule, tuple(inputs.items()))), is_partial))


def derive_over(rule: Formula, unit: str, terms: Iterable[tuple[str, Figure]]) -> Figure:
    """The same for a formula over any number of terms, such as a sum."""
    terms = tuple(terms)
    is_partial = True in [figure[3] for _, figure in terms]
    value = rule.compute(*[figure[0] for _, figure in terms])
    return _new(Figure, (value, unit, _new(Computed, (rule, terms)), is_partial))


def total(unit: str, terms: Iterable[tuple[str, Figure]]) -> Figure:
    """The sum of named figures of one unit; zero, with no inputs, where there are none."""
    return derive_over(plain_sum, unit, terms)


@formula("Σ terms", N_("definition of a total"))
def plain_sum(*terms: float) -> float:
    """The sum of the terms, in their common unit."""
    return sum(terms, 0.0)


@formula("Σ amount · intensity", N_("definition of a total over streams"))
def sum_of_products(*pairs: float) -> float:
    """The sum over streams of amount times intensity; the arguments alternate between the two."""
    return sum(
        [amount * factor for amount, factor in zip(pairs[::2], pairs[1::2], strict=True)], 0.0
    )
