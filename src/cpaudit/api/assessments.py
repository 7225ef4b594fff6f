"""What is asked of one assessment, or of a few of them side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..engine import Assessment
from ..engine.attribution import Attribution, attribution_of
from ..engine.benchmark import Gap, gap_of
from ..engine.changes import Changes
from ..engine.comparing import Comparison
from ..engine.comparing import compare as _compare
from ..engine.monitoring import MonitoringResult, missing_for_regression, monitoring_of
from ..engine.nodes import Node
from ..engine.paths import figure_tree
from ..engine.paths import look_up as _look_up
from ..engine.recp import Recp, recp_of
from ..engine.sensitivity import Sensitivity, sensitivity_of
from ..engine.uncertainty import PAYBACK_LIMITS, SEED, Uncertainty, missing_for_draws
from ..engine.uncertainty import uncertainty_of as _uncertainty_of
from ..figure import Figure


def look_up(assessment: Assessment, path: str) -> Node:
    """The figure at a path such as `packages.full.co2e`, None where nothing tells it.

    Raises LookupError, with the nearest paths in `meant`, where there is no such path.
    """
    return _look_up(figure_tree(assessment, [path]), path)


def figure_at(assessment: Assessment, path: str) -> Figure:
    """The figure at a path that has one value, such as `packages.full.saving`.

    Raises LookupError where there is no such path, or nothing tells its value.
    """
    node = look_up(assessment, path)
    if not isinstance(node, Figure):
        raise LookupError(f"{path} has no single value")
    return node


def gap(assessment: Assessment) -> Gap:
    """The plant's use per unit of product against benchmarks and norms, and what closes the gap."""
    return gap_of(assessment)


def compare(
    assessments: Sequence[Assessment], base: str | None = None, packages: Sequence[str] = ()
) -> Comparison:
    """The packages of one audit side by side, or several audits with a package each.

    `base` names the column that the others are compared with. An unknown base or package is an
    error (A007, A008) among the result's diagnostics. Raises ValueError without an assessment.
    """
    return _compare(assessments, base, packages)


def diff(
    old: Assessment, new: Assessment, tolerance: float = 0.0, of: str | None = None
) -> Changes:
    """Every figure that moves from one assessment to another, and the values that move it.

    `tolerance` is the part of the larger value up to which two are the same, at least 1e-9; `of` a
    path below which figures are compared. Raises LookupError where neither has that path.
    """
    from ..portfolio.entries import changes_between  # it reads the texts of both files again

    return changes_between(old, new, tolerance, of)


def attribution(assessment: Assessment, package: str) -> Attribution:
    """Each option's part of what a package saves: alone, in its order, and as a Shapley share.

    Raises KeyError where there is no such package.
    """
    return attribution_of(assessment, package)


def recp(assessment: Assessment, product: str | None = None) -> Recp:
    """Resource productivity and pollution intensity of a period, of all output or one product's.

    An unknown product is an error (D003) among the result's diagnostics.
    """
    return recp_of(assessment, product)


def monitor(assessment: Assessment) -> MonitoringResult:
    """Use after implementation against the frozen baseline, and realised against expected savings.

    Errors, such as a model that can't be made (V042), are among the result's diagnostics. Raises
    LookupError where the audit has no section `monitoring`, ImportError without the extra
    `monitor`.
    """
    missing = missing_for_regression()
    if missing is not None:
        raise ImportError(missing.code.hint)
    return monitoring_of(assessment)


def uncertainty(
    assessment: Assessment,
    draws: int | None = None,
    seed: int = SEED,
    payback_below: Iterable[float] = PAYBACK_LIMITS,
) -> Uncertainty:
    """Every figure with its 95 % interval, by error propagation and with `draws` by Monte Carlo.

    `payback_below` are years; the part of draws in which a payback is shorter is counted. Raises
    ImportError where draws are asked for and the extra `uncertainty` is not installed.
    """
    missing = missing_for_draws() if draws else None
    if missing is not None:
        raise ImportError(missing.code.hint)
    return _uncertainty_of(assessment, draws, seed, payback_below)


def sensitivity(
    assessment: Assessment,
    path: str | None = None,
    by: float | None = None,
    reach: float | None = None,
) -> Sensitivity:
    """How a figure changes with each value it rests on, and where it reaches a target.

    `path` is by default the NPV of the last package; `by` the share by which every value is
    changed, by default its stated uncertainty, otherwise 0.2; `reach` in the figure's unit, of an
    NPV zero. Raises LookupError where there is no such figure or it is a group.
    """
    return sensitivity_of(assessment, path, by, reach)
