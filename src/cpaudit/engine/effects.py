"""Options applied, alone and in packages: the results of every turn, and where one saves too much.

The figures of a result are worked out when they are asked for, in `worth`.
"""

from __future__ import annotations

from ..diagnostics import Diagnostic
from ..domain import Audit, Option, Package
from .reactive import state_of
from .results import Intensities, PackageResult
from .savings import Turn, apply_alone, apply_option
from .worth import OptionResult, PackageTotal, Result

# what options do after others, by the ids of those and of the option itself, in their order
Known = dict[tuple[str, ...], OptionResult]


def package_result(
    audit: Audit, package: Package, intensities: Intensities, known: Known | None = None
) -> tuple[PackageResult, list[Diagnostic]]:
    """A package's options at their turns and together; with errors where one saves too much.

    Packages often begin alike: what is `known` of the same audit is taken over, and what is new is
    added to it.
    """
    known = {} if known is None else known
    members: dict[str, Result] = {}
    found: list[Diagnostic] = []
    left = state_of(audit)
    before: tuple[str, ...] = ()
    for id in package.options:
        before = (*before, id)
        result = known.get(before)
        if result is None:
            turn = apply_option(audit, audit.options[id], left, package.id)
            result = option_result(audit, audit.options[id], turn, intensities)
            if not turn.found:
                known[before] = result
            found += turn.found
        members[id] = result
        left = result.turn.after
    return PackageResult(PackageTotal(audit, intensities, members), members), found


def result_alone(
    audit: Audit, option: Option, intensities: Intensities
) -> tuple[OptionResult, list[Diagnostic]]:
    """What an option does to the plant as it is; with errors where it saves too much."""
    turn = apply_alone(audit, option)
    return option_result(audit, option, turn, intensities), turn.found


def option_result(
    audit: Audit, option: Option, turn: Turn, intensities: Intensities
) -> OptionResult:
    """What an option does at its turn; its cost, payback and rates of return."""
    return OptionResult(audit, intensities, option, turn)
