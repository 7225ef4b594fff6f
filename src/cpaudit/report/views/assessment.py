"""The whole report of an assessment, block by block."""

from __future__ import annotations

from collections.abc import Iterable

from ...diagnostics import Diagnostic, Level
from ...engine import Assessment
from ...engine.trace import remarks_on_project
from ...language import Language
from ..blocks import Block, Remark, Remarks
from ..diagnostics import LEVELS, hint_of, location_of, message_of, source_lines
from ..numbers import Numbers
from .baseline import baseline_blocks
from .cdm import cdm_blocks
from .factors import factors_table
from .financing import financing_blocks
from .headline import headline
from .law import law_blocks
from .options import option_blocks
from .worth import worth_blocks


def assessment_view(
    assessment: Assessment, language: Language, verbose: bool = False
) -> list[Block]:
    """Headline, baseline, options and packages, factors, warnings; `verbose` shows their lines."""
    numbers = Numbers(language)
    blocks: list[Block] = [
        headline(assessment, numbers),
        *baseline_blocks(assessment, numbers),
        *option_blocks(assessment, numbers),
        *worth_blocks(assessment, numbers),
        *financing_blocks(assessment, numbers),
        *_material_flow(assessment, numbers),
        *_designs(assessment, numbers),
        *_boilers(assessment, numbers),
        *law_blocks(assessment, numbers),
        *_cdm(assessment, numbers),
    ]
    if assessment.factors:
        blocks.append(factors_table(assessment, numbers))
    if assessment.diagnostics:
        blocks.append(remarks_of(assessment.diagnostics, language, verbose))
    return blocks


def brief_view(assessment: Assessment, language: Language) -> list[Block]:
    """The headline alone."""
    return [headline(assessment, Numbers(language))]


def cdm_view(assessment: Assessment, language: Language) -> list[Block]:
    """The headline and the figures of the idea note alone, with what is to be said of them."""
    numbers = Numbers(language)
    found = remarks_on_project(assessment)
    remarks = [remarks_of(found, language, verbose=False)] if found else []
    return [headline(assessment, numbers), *_cdm(assessment, numbers), *remarks]


def _material_flow(assessment: Assessment, numbers: Numbers) -> list[Block]:
    if assessment.material_flow is None:
        return []
    from .material_flow import material_flow_blocks  # few audits have the section

    return material_flow_blocks(assessment.material_flow, assessment, numbers)


def _designs(assessment: Assessment, numbers: Numbers) -> list[Block]:
    if not assessment.designs:
        return []
    from .design import design_blocks  # few audits have the section

    return design_blocks(assessment, numbers)


def _boilers(assessment: Assessment, numbers: Numbers) -> list[Block]:
    if not assessment.audit.boilers:
        return []
    from .boilers import boiler_table  # few audits have the section

    return [boiler_table(assessment.audit, numbers)]


def _cdm(assessment: Assessment, numbers: Numbers) -> list[Block]:
    if assessment.cdm is None:
        return []
    return cdm_blocks(assessment.cdm, assessment, numbers)


def remarks_of(found: Iterable[Diagnostic], language: Language, verbose: bool) -> Remarks:
    """Warnings first, then notes; with the line of the file each is about if `verbose`."""
    ordered = sorted(found, key=lambda said: list(Level).index(said.level))
    return Remarks(
        language("Warnings and notes"),
        [
            Remark(
                level=said.level.value,
                label=f"{location_of(said)}{language(LEVELS[said.level])}[{said.code.id}]",
                text=message_of(said, language),
                hint=hint_of(said, language),
                source=source_lines(said) if verbose else (),
            )
            for said in ordered
        ],
    )
