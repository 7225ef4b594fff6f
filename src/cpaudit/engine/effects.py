"""Options applied, alone and in packages: the results of every turn, and where one saves too much.

The figures of a result are worked out when they are asked for, in `worth`.
"""

from __future__ import annotations

from ..diagnostics import Diagnostic
from ..domain import Audit, Option, Package
from .results import Intensities, PackageResult
from .savings import Turn, apply_alone, apply_package
from .worth import OptionResult, PackageTotal, Result


def package_result(
    audit: Audit, package: Package, intensities: Intensities
) -> tuple[PackageResult, list[Diagnostic]]:
    """A package's options at their turns and together; with errors where one saves too much."""
    turns, found = apply_package(audit, package)
    members: dict[str, Result] = {
        id: OptionResult(audit, intensities, audit.options[id], turn) for id, turn in turns.items()
    }
    return PackageResult(PackageTotal(audit, intensities, members), members), found


def result_alone(
    audit: Audit, option: Option, intensities: Intensities
) -> tuple[Result, list[Diagnostic]]:
    """What an option does to the plant as it is; with errors where it saves too much."""
    turn = apply_alone(audit, option)
    return option_result(audit, option, turn, intensities), turn.found


def option_result(audit: Audit, option: Option, turn: Turn, intensities: Intensities) -> Result:
    """What an option does at its turn; its cost, payback and rates of return."""
    return OptionResult(audit, intensities, option, turn)
