"""One run of `cpaudit diff`: paths to pairs, pairs to changes, changes to the format asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ..diagnostics.codes import changes as codes
from ..factors.difference import SHIPPED, library_at
from ..portfolio.changed import Compared, How, compare_pairs
from ..portfolio.pairs import Pairs, pairs_at
from ..report.files import refusal_of
from .diff import DiffFormat
from .progress import Progress
from .runner import FOUND, Runner

_FAULT = 3
# a file that is named and is none to compare is wrong usage, not a wrong file
_NOT_MEANT = (codes.IS_A_PROGRAMME, codes.IS_OF_FACTORS)


class Wanted(NamedTuple):
    """What the command line asks for."""

    old: str
    new: str
    audits: tuple[str, ...]
    of: str | None
    tolerance: str | None
    every: bool
    format: DiffFormat


def run(runner: Runner, wanted: Wanted, exit_code: bool, has_factors: bool) -> int:
    """Compare what is asked for and show it; the exit code."""
    if wanted.audits and has_factors:
        runner.fail_usage(codes.FACTORS_TWICE.at(None))
    tolerance = _tolerance(runner, wanted.tolerance)
    pairs, found = pairs_at(wanted.old, wanted.new, wanted.audits)
    if pairs is None:
        runner.fail_usage(*found)
    _keep(runner, pairs)
    compared = _compared(pairs, _how(runner, wanted, pairs, tolerance))
    _refuse(runner, wanted, compared)
    _show(runner, wanted, compared)
    errors = [said for one in compared for said in one.diagnostics if said.is_error]
    if errors:
        runner.say_errors(errors)
        return _FAULT if any(one.is_fault for one in compared) else FOUND
    return FOUND if exit_code and any(one.moves for one in compared) else 0


def _compared(pairs: Pairs, how: How) -> list[Compared]:
    """What comes of every pair; a bar where that takes long."""
    made = []
    with Progress(len(pairs.pairs)) as progress:
        for one in compare_pairs(pairs, how):
            progress.step()
            made.append(one)
    return made


def _show(runner: Runner, wanted: Wanted, compared: Sequence[Compared]) -> None:
    """The comparison in the format that is asked for."""
    if wanted.format is DiffFormat.json:
        from ..report.renderers.json.changes import changes_json

        runner.emit_text(changes_json(compared, wanted.every, runner.language))
        return
    from ..report.views.diff import diff_view

    is_text = wanted.format is DiffFormat.text
    blocks = diff_view(compared, runner.language, wanted.every, in_lines=is_text)
    if not is_text:
        from ..report.renderers.markdown import markdown_text

        runner.emit_text(markdown_text(blocks))
        return
    runner.emit_blocks(blocks)


def _how(runner: Runner, wanted: Wanted, pairs: Pairs, tolerance: float) -> How:
    if pairs.kind != "factors":
        return How(runner.library, runner.library, tolerance, wanted.of)
    for folder in (wanted.old, wanted.new):
        if folder != SHIPPED:
            runner.prove(Path(folder))
    return How(library_at(wanted.old), library_at(wanted.new), tolerance, wanted.of)


def _refuse(runner: Runner, wanted: Wanted, compared: Sequence[Compared]) -> None:
    """End the program where there is nothing that could be shown."""
    if not compared:
        places = wanted.audits or tuple(dict.fromkeys((wanted.old, wanted.new)))
        runner.fail_usage(*(codes.NOTHING_TO_COMPARE.at(None, path=one) for one in places))
    said = [said for one in compared for said in one.diagnostics]
    not_meant = [one for one in said if one.code in _NOT_MEANT]
    if not_meant:
        runner.fail_usage(*not_meant)
    if len(compared) == 1 and compared[0].status == "failed" and not compared[0].is_fault:
        runner.fail(said)
    unknown = [one.unknown for one in compared if one.unknown is not None]
    if unknown and not any(one.status == "compared" for one in compared):
        runner.fail_path(unknown[0])


def _keep(runner: Runner, pairs: Pairs) -> None:
    """End the program where the output would be a file that is read, or can't be written."""
    files = [one for pair in pairs.pairs for one in (pair.before, pair.after) if one is not None]
    runner.keep(map(Path, dict.fromkeys(files)))
    if runner.output is not None:
        refused = refusal_of(runner.output, runner.force)
        if refused is not None:
            runner.fail([refused])


def _tolerance(runner: Runner, text: str | None) -> float:
    """A share of at least 0 and less than 100 %; exit code 2 for anything else."""
    from ..diagnostics import Mistake, Source, Span
    from ..units import parse_quantity

    if text is None:
        return 0.0
    try:
        place = Span(Source("--tolerance", text), 1, 1, len(text))
        share = parse_quantity(text, None, place, "0.1 %").to("unit")
    except Mistake as mistake:
        runner.fail_usage(mistake.diagnostic)
    if share is None or not 0 <= share < 1:
        runner.fail_usage(codes.NOT_A_TOLERANCE.at(None, text=text))
    return share
