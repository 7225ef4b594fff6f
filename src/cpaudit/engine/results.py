"""What an assessment holds. Amounts are per year, positive where less is used, paid or emitted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..diagnostics import Diagnostic
from ..domain import Audit, Threshold
from ..figure import Figure, FromFactor
from .rounding import ROUNDING

if TYPE_CHECKING:
    from .balance import Baseline
    from .cdm import CdmResult
    from .design import DesignResult
    from .material_flow import MaterialFlow
    from .worth import Result

# stream, impact: impact of one unit of it; None where nothing tells an impact that it has
Intensities = Mapping[str, Mapping[str, Figure | None]]


class Payback(NamedTuple):
    """When the savings have returned the investment; `time` in years where it is reached.

    `as_time` is the same as a time in every outcome, infinite for never, where a formula gives it.
    """

    outcome: Literal["reached", "immediate", "never"]
    time: Figure | None = None
    as_time: Figure | None = None


class Irr(NamedTuple):
    """The internal rates of return, ratios a year; none, one or several. `flows` by year."""

    outcome: Literal["unique", "none", "multiple"]
    values: tuple[float, ...]
    flows: tuple[Figure, ...]


class PackageResult(NamedTuple):
    """A package as a whole, and each of its options at its turn."""

    total: Result
    options: Mapping[str, Result]


class Duty(NamedTuple):
    """How the plant stands to a threshold of the law: today, and after each package.

    None where the impact is not told; a partial figure is the least that it can be.
    """

    threshold: Threshold
    today: Figure | None
    after: Mapping[str, Figure | None]

    def reached(self, figure: Figure | None) -> bool | None:
        """Whether an amount has duties; None where that can't be told."""
        if figure is None:
            return None
        # sums of decimal amounts may fall short of a limit that they reach by the last bits
        is_reached = figure.value >= self.threshold.limit.value * (1 - ROUNDING)
        return None if figure.partial and not is_reached else is_reached


class Assessment(NamedTuple):
    """All figures of one audit, and what they rest on."""

    audit: Audit
    intensities: Intensities
    baseline: Baseline
    options: Mapping[str, Result]
    packages: Mapping[str, PackageResult]
    factors: Mapping[str, FromFactor]
    own_values: Mapping[str, Figure]
    cdm: CdmResult | None = None
    material_flow: MaterialFlow | None = None
    designs: Mapping[str, DesignResult] = {}
    diagnostics: tuple[Diagnostic, ...] = ()
