"""What the law asks of the plant: charges, and the duties that go with its size."""

from __future__ import annotations

from ...engine import Assessment
from ...engine.law import duties_of
from ...engine.results import Duty
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import legend, number_cell, quantity_cell
from .charges import charge_blocks

_MOST_PACKAGES = 3
_IMPACTS = {"toe": N_("energy by the official TOE table"), "co2e": N_("greenhouse gases")}


def law_blocks(assessment: Assessment, numbers: Numbers) -> list[Block]:
    """Charges and legal status, where the audit has any."""
    blocks: list[Block] = []
    if assessment.baseline.charges:
        blocks += charge_blocks(assessment, numbers)
    duties = duties_of(assessment)
    if duties:
        blocks.append(_duties(assessment, duties, numbers))
    return blocks


def _duties(assessment: Assessment, duties: tuple[Duty, ...], numbers: Numbers) -> Table:
    """Each threshold of the law: the limit, today, after each package, and the duty."""
    _ = numbers.language
    shown = list(assessment.packages)[:_MOST_PACKAGES]
    rows: list[Row] = []
    for duty in duties:
        threshold = duty.threshold
        cells = [
            Cell(threshold.names[_.code], detail=_(_IMPACTS.get(threshold.impact, ""))),
            quantity_cell(threshold.limit, numbers),
            _status(duty, duty.today, numbers),
            *(_status(duty, duty.after.get(name), numbers) for name in shown),
        ]
        rows.append(Row(cells))
    columns = [
        Column(_("Duty by size"), numeric=False),
        Column(_("From")),
        Column(_("Today")),
        *(Column(_("After\n“{name}”").format(name=name)) for name in shown),
    ]
    remarks = [*_duty_remarks(duties, numbers), *legend(rows, numbers)]
    return Table(_("Legal status"), columns, rows, remarks)


def _status(duty: Duty, figure: Figure | None, numbers: Numbers) -> Cell:
    if figure is None:
        return EMPTY
    word = {True: N_("yes"), False: N_("no"), None: N_("not known")}[duty.reached(figure)]
    return number_cell(figure, numbers)._replace(detail=numbers.language(word))


def _duty_remarks(duties: tuple[Duty, ...], numbers: Numbers) -> list[str]:
    """What a plant of this size has to do, by which law; said where one of the states has it."""
    _ = numbers.language
    whose: dict[str, list[str]] = {}
    for duty in duties:
        states = [duty.today, *duty.after.values()]
        if any(duty.reached(figure) for figure in states):
            threshold = duty.threshold
            whose.setdefault(threshold.duty[_.code], []).append(threshold.names[_.code])
    return [f"{'; '.join(names)}: {text}" for text, names in whose.items()]
