"""The options that stand in one curve or front: those of a file, or those of several plants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...diagnostics import Diagnostic
from ...diagnostics.codes import comparing as codes
from ...domain import Audit
from ..results import Assessment
from ..worth import Result
from .results import Compared, Entry

ALONE, COMPARED, WITHIN = "options", "compared", "packages."


def entries_of(audit: Audit, results: Mapping[str, Result], prefix: str = "") -> dict[str, Entry]:
    """Options of an audit by id, after a prefix where there are several audits."""
    return {f"{prefix}{id}": Entry(audit, id, result) for id, result in results.items()}


def groups_of(
    assessments: Sequence[Assessment], columns: Sequence[Compared], packages: Sequence[str]
) -> tuple[dict[str, dict[str, Entry]], list[Diagnostic]]:
    """Every set of options that makes a curve: each alone, and each at its turn in packages.

    Of several files there is none where currencies differ or two files are of one plant.
    """
    if len(assessments) == 1:
        return _of_one(assessments[0], packages), []
    found = _alternatives(assessments)
    if found or len({one.audit.currency for one in assessments}) > 1:
        return {}, found
    return _of_plants(assessments, columns, bool(packages)), []


def _of_one(assessment: Assessment, packages: Sequence[str]) -> dict[str, dict[str, Entry]]:
    """Options alone, and at their turns in the packages that are asked for."""
    if not assessment.options:
        return {}
    within = {
        f"{WITHIN}{name}": entries_of(assessment.audit, assessment.packages[name].options)
        for name in packages
        if name in assessment.packages
    }
    return {ALONE: entries_of(assessment.audit, assessment.options), **within}


def _of_plants(
    assessments: Sequence[Assessment], columns: Sequence[Compared], with_packages: bool
) -> dict[str, dict[str, Entry]]:
    """Options of all plants; of several files a column is a file."""
    alone: dict[str, Entry] = {}
    compared: dict[str, Entry] = {}
    for prefix, one, column in zip(_prefixes(assessments), assessments, columns, strict=True):
        alone |= entries_of(one.audit, one.options, prefix)
        if column.package is not None:
            compared |= entries_of(one.audit, one.packages[column.package].options, prefix)
    groups = {ALONE: alone, **({COMPARED: compared} if with_packages else {})}
    return groups if alone else {}


def _prefixes(assessments: Sequence[Assessment]) -> list[str]:
    """The file of each; with its number where one name is given to several."""
    files = [one.audit.file for one in assessments]
    return [
        f"{file}:" if files.count(file) == 1 else f"{file} ({number}):"
        for number, file in enumerate(files, 1)
    ]


def key_of_plant(audit: Audit) -> tuple[str, str]:
    """What tells one plant from another: its name, and its country."""
    return audit.plant.casefold(), audit.country


def _alternatives(assessments: Sequence[Assessment]) -> list[Diagnostic]:
    """Files of one plant share options, which would count twice; those without options do not."""
    plants: dict[tuple[str, str], list[Audit]] = {}
    for one in assessments:
        if one.options:
            plants.setdefault(key_of_plant(one.audit), []).append(one.audit)
    return [
        codes.ONE_PLANT.at(None, plant=audits[0].plant, files=", ".join(one.file for one in audits))
        for audits in plants.values()
        if len(audits) > 1
    ]
