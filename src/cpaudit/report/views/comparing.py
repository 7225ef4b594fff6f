"""A comparison: packages or files side by side, choices, abatement costs, the Pareto front."""

from __future__ import annotations

from pathlib import PurePath

from ...engine.comparing import Comparison
from ...engine.comparing.entries import ALONE, COMPARED
from ...language import N_, Language
from ..blocks import Block, Panel
from ..numbers import Numbers
from .abatement import abatement_blocks
from .assessment import remarks_of
from .columns import column_titles, option_titles
from .headline import headline, place_of, span_of
from .incremental import choice_blocks
from .pareto import pareto_blocks
from .side_by_side import columns_table, differences_table

# how many columns a narrow screen has room for
_MOST = 4
_CURVES = {
    ALONE: N_("Abatement, each option alone"),
    COMPARED: N_("Abatement, options in the packages compared"),
}
_CURVE_WITHIN = N_("Abatement in package “{name}”")
_FRONTS = {
    ALONE: N_("NPV and CO2e, each option alone"),
    COMPARED: N_("NPV and CO2e, options in the packages compared"),
    "packages": N_("NPV and CO2e, packages"),
}
_FRONT_WITHIN = N_("NPV and CO2e, options in package “{name}”")


def compare_view(comparison: Comparison, language: Language) -> list[Block]:
    """Everything that is compared, then what is to be said about it."""
    numbers = Numbers(language)
    blocks: list[Block] = [_head(comparison, numbers)]
    columns = comparison.columns
    for start in range(0, len(columns), _MOST):
        blocks.append(columns_table(comparison, columns[start : start + _MOST], numbers))
    others = [one for one in columns if one.name in comparison.differences]
    for start in range(0, len(others), _MOST):
        blocks.append(differences_table(comparison, others[start : start + _MOST], numbers))
    for choice in comparison.choices:
        blocks += choice_blocks(comparison.assessments[0], choice, numbers)
    blocks += _curves(comparison, numbers)
    blocks += _fronts(comparison, numbers)
    found = comparison.diagnostics
    return [*blocks, remarks_of(found, language, False)] if found else blocks


def _head(comparison: Comparison, numbers: Numbers) -> Panel:
    """The plant and its packages, or every file with its plant."""
    _, files = numbers.language, comparison.assessments
    if len(files) == 1:
        return headline(files[0], numbers)
    lines = [
        f"{PurePath(one.audit.file).name}: {one.audit.plant} · {place_of(one.audit)} · "
        f"{span_of(one.audit.period, numbers)}"
        for one in files
    ]
    return Panel(_("Comparison of {count} files").format(count=len(files)), lines)


def _curves(comparison: Comparison, numbers: Numbers) -> list[Block]:
    _, audit = numbers.language, comparison.assessments[0].audit
    titles = option_titles(comparison)
    blocks: list[Block] = []
    for key, one in comparison.abatement.items():
        title = _(_CURVES.get(key, _CURVE_WITHIN)).format(name=key.partition(".")[2])
        blocks += abatement_blocks(title, one, titles, audit.currency, key == ALONE, numbers)
    return blocks


def _fronts(comparison: Comparison, numbers: Numbers) -> list[Block]:
    _ = numbers.language
    blocks: list[Block] = []
    for key, front in comparison.fronts.items():
        titles = (column_titles if key == "packages" else option_titles)(comparison)
        title = _(_FRONTS.get(key, _FRONT_WITHIN)).format(name=key.partition(".")[2])
        blocks += pareto_blocks(title, front, titles, numbers)
    return blocks
