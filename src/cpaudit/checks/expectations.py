"""Do the figures come out as the file expects them?"""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Diagnostic, Word
from ..diagnostics.codes import figures as codes
from ..diagnostics.similar import listed
from ..domain import Expectation
from ..engine.paths import Node, UnknownPath, figure_tree, look_up, single_value
from ..engine.results import Assessment, Irr, Payback
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
    tree = figure_tree(assessment) if expectations else {}
    found = (_check(expectation, tree) for expectation in expectations)
    return [said for said in found if said is not None]


def _check(expectation: Expectation, tree: Mapping[str, Node]) -> Diagnostic | None:
    try:
        node = look_up(tree, expectation.path)
    except UnknownPath as unknown:
        known = listed(unknown.meant)
        return codes.UNKNOWN_FIGURE.at(expectation.span, path=expectation.path, known=known)
    if node is None:
        return codes.NOT_KNOWN.at(expectation.span, path=expectation.path)
    figure = single_value(node)
    if figure is None:
        outcome = Word(OUTCOMES[node.outcome]) if isinstance(node, Payback | Irr) else "–"
        return codes.NOT_A_SINGLE_VALUE.at(expectation.span, path=expectation.path, outcome=outcome)
    ratio = _ratio(expectation.unit, figure.unit)
    if ratio is None:
        return codes.OTHER_UNIT.at(
            expectation.span, figure=expectation.path, unit=figure.unit, text=expectation.text
        )
    expected = expectation.value * ratio
    margin = expectation.tolerance * (abs(expected) if expectation.relative else ratio)
    if abs(figure.value - expected) <= margin:
        return None
    return codes.NOT_AS_EXPECTED.at(
        expectation.span,
        figure=expectation.path,
        actual=figure,
        expected=expectation.text,
        within=expectation.tolerance_text,
    )


def _ratio(unit: str, target: str) -> float | None:
    """Tonnes are accepted for tonnes of CO2e: a path that ends in co2e leaves no doubt."""
    for written in (unit, unit.removesuffix("/yr")):
        for wanted in (target, "t" if target == "tCO2e" else target):
            ratio = conversion(written, wanted)
            if ratio is not None:
                return float(ratio)
    return None
