"""What an assessment holds. Amounts are per year, positive where less is used, paid or emitted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from ..diagnostics import Diagnostic
from ..domain import Audit
from ..figure import Figure, FromFactor

# stream, impact: impact of one unit of it; None where nothing tells an impact that it has
Intensities = Mapping[str, Mapping[str, Figure | None]]


class Payback(NamedTuple):
    """When the savings have returned the investment; `time` in years where it is reached."""

    outcome: Literal["reached", "immediate", "never"]
    time: Figure | None = None


class Irr(NamedTuple):
    """The internal rates of return, ratios a year; none, one or several. `flows` by year."""

    outcome: Literal["unique", "none", "multiple"]
    values: tuple[float, ...]
    flows: tuple[Figure, ...]


class Result(NamedTuple):
    """What an option or a package saves and costs.

    An impact that nothing tells, NPV and IRR without a lifetime, are None: unknown is not zero.
    """

    resources: Mapping[str, Figure]
    impacts: Mapping[str, Figure | None]
    saving: Figure
    investment: Figure
    payback: Payback
    npv: Figure | None
    irr: Irr | None
    flows: tuple[Figure, ...]


class PackageResult(NamedTuple):
    """A package as a whole, and each of its options at its turn."""

    total: Result
    options: Mapping[str, Result]


class Baseline(NamedTuple):
    """What the plant uses and emits in a year; the cost is None where nothing has a price."""

    costs: Mapping[str, Figure]
    cost: Figure | None
    impacts: Mapping[str, Figure | None]
    scope1: Figure | None
    scope2: Figure | None
    per_stream: Mapping[str, Mapping[str, Figure]]
    products: Mapping[str, Mapping[str, Figure]]


class Assessment(NamedTuple):
    """All figures of one audit, and what they rest on."""

    audit: Audit
    intensities: Intensities
    baseline: Baseline
    options: Mapping[str, Result]
    packages: Mapping[str, PackageResult]
    factors: Mapping[str, FromFactor]
    own_values: Mapping[str, Figure]
    diagnostics: tuple[Diagnostic, ...] = ()
