"""Sections that few audits have: their rooms are imported where a file has one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic
from ..domain import Audit
from ..figure import Figure
from .results import Intensities

if TYPE_CHECKING:
    from .design import DesignResult
    from .material_flow import MaterialFlow


def material_flow_in(audit: Audit) -> tuple[MaterialFlow | None, list[Diagnostic]]:
    """The material flow costs; None without the section or, with errors, out of balance."""
    if not audit.centres:
        return None, []
    from .material_flow import material_flow_of

    return material_flow_of(audit)


def designs_in(audit: Audit, intensities: Intensities) -> Mapping[str, DesignResult]:
    """The redesigned products by id; none without the section."""
    if not audit.designs:
        return {}
    from .design import design_of

    return {id: design_of(audit, one, intensities) for id, one in audit.designs.items()}


def _inputs_of_flow(flow: MaterialFlow | None) -> list[Figure]:
    """What rests on everything that the section states."""
    return [flow.totals.cost, flow.input] if flow is not None else []


def _inputs_of_designs(audit: Audit) -> list[Figure]:
    """Money of the section, which may rest on a rate of exchange."""
    states = [state for one in audit.designs.values() for state in (one.today, one.redesign)]
    return [state.other_cost for state in states if state.other_cost is not None]


def inputs_of_sections(audit: Audit, flow: MaterialFlow | None) -> list[Figure]:
    """What rests on everything that the sections state."""
    return [*_inputs_of_flow(flow), *_inputs_of_designs(audit)]
