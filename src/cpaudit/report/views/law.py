"""What the law asks of the plant: charges it pays, thresholds it reaches, today and afterwards."""

from __future__ import annotations

from ...engine import Assessment
from ...engine.charges import FIXED
from ...engine.reactive import REACTIVE
from ...engine.results import Duty
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .baseline import EMISSIONS, name_of
from .cells import PARTIAL, money_cell, number_cell, quantity_cell

LINES = {FIXED: N_("fixed part"), REACTIVE: N_("reactive power")}
_MOST_PACKAGES = 3
_IMPACTS = {"toe": N_("energy by the official TOE table"), "co2e": N_("greenhouse gases")}


def law_blocks(assessment: Assessment, numbers: Numbers) -> list[Block]:
    """Charges and legal status, where the audit has any."""
    blocks: list[Block] = []
    if assessment.baseline.charges:
        blocks.append(_charges(assessment, numbers))
    if assessment.duties:
        blocks.append(_duties(assessment, numbers))
    return blocks


def _charges(assessment: Assessment, numbers: Numbers) -> Table:
    """What each charge takes a year, and how much less it takes with each package."""
    _, audit, baseline = numbers.language, assessment.audit, assessment.baseline
    shown = list(assessment.packages)[:_MOST_PACKAGES]
    values = [one.value for lines in baseline.charges.values() for one in lines.values()]
    divisor, unit = numbers.money_scale(values, audit.currency)
    rows: list[Row] = []
    for id, lines in baseline.charges.items():
        charge = audit.charges[id]
        title = charge.names[_.code]
        if charge.start:
            span = f"{charge.start} – {charge.end or ''}".rstrip()
            title = f"{title} ({span})"
        rows.append(Row([Cell(title)], "heading"))
        saved = [assessment.packages[name].total.charges.get(id, {}) for name in shown]
        for line in dict.fromkeys([*lines, *(key for one in saved for key in one)]):
            cells = [money_cell(one.get(line), numbers, divisor) for one in saved]
            today = money_cell(lines.get(line), numbers, divisor)
            if (figure := lines.get(line)) is not None and figure.partial:
                today = today._replace(text=today.text + " *")
            rows.append(Row([Cell(f"  {_line(assessment, line, numbers)}"), today, *cells]))
    columns = [
        Column(_("Charge by law"), numeric=False),
        Column(_("Today")),
        *(Column(_("Saved by\n“{name}”").format(name=name)) for name in shown),
    ]
    remarks = [_("Money in {unit} a year; in costs and savings above.").format(unit=unit)]
    if any(one.in_prices for one in audit.charges.values()):
        remarks.append(_("A tax that is part of fuel prices is shown, and not counted once more."))
    if any(cell.text.endswith("*") for row in rows for cell in row.cells):
        remarks.append(_(PARTIAL))
    return Table(_("Charges by law"), columns, rows, remarks)


def _line(assessment: Assessment, line: str, numbers: Numbers) -> str:
    """A line of a charge in words: its part, its substance, or its fuel."""
    if line in LINES:
        return numbers.language(LINES[line])
    stream = assessment.audit.streams.get(line)
    if stream is not None and stream.kind == "resource":
        return name_of(stream, numbers)
    return numbers.language(dict(EMISSIONS).get(line, line))


def _duties(assessment: Assessment, numbers: Numbers) -> Table:
    """Each threshold of the law: the limit, today, after each package, and the duty."""
    _ = numbers.language
    shown = list(assessment.packages)[:_MOST_PACKAGES]
    rows: list[Row] = []
    for duty in assessment.duties:
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
    return Table(_("Legal status"), columns, rows, _duty_remarks(assessment, numbers))


def _status(duty: Duty, figure: Figure | None, numbers: Numbers) -> Cell:
    if figure is None:
        return EMPTY
    word = {True: N_("yes"), False: N_("no"), None: N_("not known")}[duty.reached(figure)]
    return number_cell(figure, numbers)._replace(detail=numbers.language(word))


def _duty_remarks(assessment: Assessment, numbers: Numbers) -> list[str]:
    """What a plant of this size has to do, by which law; said where one of the states has it."""
    _ = numbers.language
    whose: dict[str, list[str]] = {}
    for duty in assessment.duties:
        states = [duty.today, *duty.after.values()]
        if any(duty.reached(figure) for figure in states):
            threshold = duty.threshold
            whose.setdefault(threshold.duty[_.code], []).append(threshold.names[_.code])
    remarks = [f"{'; '.join(names)}: {text}" for text, names in whose.items()]
    if any(one.today is not None and one.today.partial for one in assessment.duties):
        remarks.append(_(PARTIAL))
    return remarks
