"""Do the figures come out as the file expects them?"""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Diagnostic, Span, Word
from ..diagnostics.codes import figures as codes
from ..diagnostics.similar import listed
from ..domain import Expectation, Reported
from ..engine.nodes import Node
from ..engine.paths import UnknownPath, look_up, single_value, tree_for
from ..engine.results import Assessment, Irr, Payback
from ..figure import Figure
from ..language import N_
from ..units import conversion

OUTCOMES = {
    "immediate": N_("at once"),
    "never": N_("never"),
    "none": N_("none"),
    "multiple": N_("several"),
}


def unmet_expectations(assessment: Assessment) -> list[Diagnostic]:
    """A diagnostic for each expectation that fails or can't be checked."""
    expectations = assessment.audit.expectations
    tree = tree_for(assessment, [one.path for one in expectations])
    found = (_check(expectation, tree) for expectation in expectations)
    return [said for said in found if said is not None]


def figure_meant(tree: Mapping[str, Node], path: str, span: Span) -> Figure | Diagnostic:
    """The one figure at a path, or what is wrong with the path."""
    try:
        node = look_up(tree, path)
    except UnknownPath as unknown:
        return codes.UNKNOWN_FIGURE.at(span, path=path, known=listed(unknown.meant))
    if node is None:
        return codes.NOT_KNOWN.at(span, path=path)
    figure = single_value(node)
    if figure is None:
        outcome = Word(OUTCOMES[node.outcome]) if isinstance(node, Payback | Irr) else "–"
        return codes.NOT_A_SINGLE_VALUE.at(span, path=path, outcome=outcome)
    return figure


def compared(
    stated: Expectation | Reported, tree: Mapping[str, Node]
) -> tuple[Figure, float] | Diagnostic:
    """The figure that a file states something of, and the ratio of the units; or what is wrong."""
    figure = figure_meant(tree, stated.path, stated.span)
    if isinstance(figure, Diagnostic):
        return figure
    ratio = ratio_between(stated.unit, figure.unit)
    if ratio is None:
        return codes.OTHER_UNIT.at(
            stated.span, figure=stated.path, unit=figure.unit, text=stated.text
        )
    return figure, ratio


def is_met(expectation: Expectation, figure: Figure, ratio: float, room: float = 1.0) -> bool:
    """Whether a figure is as expected, within a share of the tolerance; `ratio` is of the units."""
    expected = expectation.value * ratio
    margin = expectation.tolerance * (abs(expected) if expectation.relative else ratio)
    return abs(figure.value - expected) <= margin * room


def _check(expectation: Expectation, tree: Mapping[str, Node]) -> Diagnostic | None:
    found = compared(expectation, tree)
    if isinstance(found, Diagnostic):
        return found
    figure, ratio = found
    if is_met(expectation, figure, ratio):
        return None
    return codes.NOT_AS_EXPECTED.at(
        expectation.span,
        figure=expectation.path,
        actual=figure,
        expected=expectation.text,
        within=expectation.tolerance_text,
    )


def ratio_between(unit: str, target: str) -> float | None:
    """How many `target` make one `unit`; None where they measure different things.

    Tonnes are accepted for tonnes of CO2e: a path that ends in co2e leaves no doubt.
    """
    for written in (unit, unit.removesuffix("/yr")):
        for wanted in (target, target.replace("tCO2e", "t"), target.replace("ratio", "unit")):
            ratio = conversion(written, wanted)
            if ratio is not None:
                return float(ratio)
    return None
