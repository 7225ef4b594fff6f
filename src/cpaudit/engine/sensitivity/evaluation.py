"""One figure of an audit that differs from the assessed one in a value or two.

Only what the figure needs is calculated again, by the same functions as in an assessment.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf, isfinite
from typing import NamedTuple

from ...domain import Audit
from ...figure import Figure
from ..assess import assess
from ..balance import baseline_of
from ..charges import with_charges
from ..effects import package_result, result_alone
from ..emissions import intensities_of
from ..financing import financing_of
from ..nodes import Node, equity_figures
from ..paths import UnknownPath, figure_tree, look_up
from ..results import Assessment, Intensities, Irr, Payback
from ..savings import apply_alone, apply_package
from .changes import SAVES_TOO_MUCH, Impossible
from .variables import Variable

# figures of a result itself, which need no indicators and no financing
_DIRECT = ("saving", "investment", "payback", "npv", "irr")


class Evaluation:
    """The figure at a path, for audits that are changed copies of the assessed one."""

    def __init__(self, assessment: Assessment, path: str) -> None:
        self.assessment = assessment
        self.path = path
        self.root, _, rest = path.partition(".")
        self.name, _, self.rest = rest.partition(".")

    def __call__(self, audit: Audit) -> Node:
        """The figure in a changed audit. Raises Impossible where an option saves too much."""
        intensities = self._intensities(audit)
        changed = self.assessment._replace(audit=audit, intensities=intensities, cdm=None)
        if self.root == "packages" and self.name in audit.packages:
            package, found = package_result(audit, audit.packages[self.name], intensities)
            result = package.total
            changed = changed._replace(packages={self.name: package}, options={})
        elif self.root == "options" and self.name in self.assessment.options:
            result, found = result_alone(audit, audit.options[self.name], intensities)
            changed = changed._replace(packages={}, options={self.name: result})
        else:
            return self._whole(changed)
        if found:
            raise Impossible(SAVES_TOO_MUCH)
        if self.rest in _DIRECT:
            node: Node = getattr(result, self.rest)
            return node
        if audit.finance.reward is not None and intensities is not self.assessment.intensities:
            # a fund rewards a cut of what the plant emits today
            changed = changed._replace(baseline=baseline_of(audit, intensities))
        if self.rest.startswith("equity."):
            financing = financing_of(changed, result)
            owner: Node = equity_figures(financing, True) if financing is not None else None
            return self._looked_up({self.root: {self.name: {"equity": owner}}})
        return self._looked_up(figure_tree(changed, [self.path]))

    def is_possible(self, audit: Audit) -> bool:
        """Whether no option saves too much; quicker than the figure itself."""
        if self.root == "packages" and self.name in audit.packages:
            return not apply_package(audit, audit.packages[self.name])[1]
        if self.root == "options" and self.name in self.assessment.options:
            return not apply_alone(audit, audit.options[self.name]).found
        return self.root == "baseline" or assess(audit)[0] is not None

    def _whole(self, changed: Assessment) -> Node:
        """A figure of the baseline, or of what only a whole assessment holds."""
        audit = changed.audit
        if self.root == "baseline":
            baseline = baseline_of(audit, changed.intensities)
            whole = with_charges(baseline, audit, changed.intensities)
            changed = changed._replace(baseline=whole, packages={}, options={})
            return self._looked_up(figure_tree(changed, [self.path]))
        assessment, _ = assess(audit)
        if assessment is None:
            raise Impossible(SAVES_TOO_MUCH)
        return self._looked_up(figure_tree(assessment, [self.path]))

    def _looked_up(self, tree: Mapping[str, Node]) -> Node:
        """The figure; None where the changed audit has none, such as a year after its end."""
        try:
            node = look_up(tree, self.path)
        except UnknownPath:
            return None
        return None if isinstance(node, Figure) and not isfinite(node.value) else node

    def _intensities(self, audit: Audit) -> Intensities:
        """Those of the assessment, but for streams with other factors."""
        before, known = self.assessment.audit.streams, self.assessment.intensities
        other = {
            id: intensities_of(stream, audit.constants)
            for id, stream in audit.streams.items()
            if stream.factors is not before[id].factors
        }
        return {**known, **other} if other else known


class Trial(NamedTuple):
    """A variable of an audit, to be set to one value after the other."""

    variable: Variable
    audit: Audit
    evaluate: Evaluation

    def figure(self, value: float) -> Node:
        """The figure at a value. Raises Impossible."""
        return self.evaluate(self.variable.change(self.audit, value))

    def is_possible(self, value: float) -> bool:
        """Whether the audit may have a value."""
        try:
            return self.evaluate.is_possible(self.variable.change(self.audit, value))
        except Impossible:
            return False


def number_of(node: Node) -> float | None:
    """A figure as one number: a payback that is never reached is infinite, one at once zero.

    None where there is no one number: no rate of return or several, or nothing that tells it.
    """
    if isinstance(node, Payback):
        if node.time is not None:
            return node.time.value
        return inf if node.outcome == "never" else 0.0
    if isinstance(node, Irr):
        return node.values[0] if node.outcome == "unique" else None
    return node.value if isinstance(node, Figure) else None


def unit_of(node: Node) -> str:
    """The unit of a figure; years of a payback, `unit` of a rate."""
    if isinstance(node, Figure):
        return node.unit
    return "yr" if isinstance(node, Payback) else "unit"


def is_one_figure(node: Node) -> bool:
    """Whether something stands at the path, and not a group of figures."""
    return node is not None and not isinstance(node, Mapping)
