"""Charges by law: what each takes today, and what packages and options save of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...domain import Charge
from ...engine import Assessment
from ...engine.charges import FIXED
from ...engine.reactive import REACTIVE
from ...figure import Computed, Factor, Figure, FromFactor
from ...language import N_
from ..blocks import Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .baseline import EMISSIONS, name_of
from .cells import legend, money_cell
from .sources import Sources

_LINES = {FIXED: N_("fixed part"), REACTIVE: N_("reactive power")}
_MOST_PACKAGES = 3

Lines = Mapping[str, Figure]


def charge_blocks(assessment: Assessment, numbers: Numbers) -> list[Block]:
    """The charges of today, and, where options change any, what each option saves of them."""
    changing = any(
        line.value
        for option in assessment.options.values()
        for lines in option.charges.values()
        for line in lines.values()
    )
    blocks: list[Block] = [_today(assessment, numbers)]
    return [*blocks, _by_option(assessment, numbers)] if changing else blocks


def _today(assessment: Assessment, numbers: Numbers) -> Table:
    """What each charge takes a year, and how much less it takes with each package."""
    _, audit, baseline = numbers.language, assessment.audit, assessment.baseline
    shown = list(assessment.packages)[:_MOST_PACKAGES]
    divisor, unit = _scale(assessment, numbers)
    sources = Sources()
    rows: list[Row] = []
    for id, lines in baseline.charges.items():
        if not any(each.get(id) for each in (baseline.charges, *_saved_by(assessment, shown))):
            continue
        rows.append(Row([Cell(_title(audit.charges[id], sources, numbers))], "heading"))
        saved = [one.get(id, {}) for one in _saved_by(assessment, shown)]
        for line in dict.fromkeys([*lines, *(key for one in saved for key in one)]):
            cells = [money_cell(one.get(line), numbers, divisor) for one in (lines, *saved)]
            rows.append(Row([Cell(f"  {_line(assessment, line, numbers)}"), *cells]))
    columns = [
        Column(_("Charge by law"), numeric=False),
        Column(_("Today")),
        *(Column(_("Saved by\n“{name}”").format(name=name)) for name in shown),
    ]
    remarks = [_("Money in {unit} a year.").format(unit=unit)]
    if any(not one.in_prices for one in audit.charges.values()):
        remarks.append(_("In costs and savings above."))
    if any(one.in_prices for one in audit.charges.values()):
        remarks.append(_("A tax that is part of fuel prices is shown, and not counted once more."))
    remarks += legend(rows, numbers)
    return Table(_("Charges by law"), columns, rows, [*remarks, *sources.remarks(numbers)])


def _saved_by(assessment: Assessment, names: list[str]) -> list[Mapping[str, Lines]]:
    return [assessment.packages[name].total.charges for name in names]


def _by_option(assessment: Assessment, numbers: Numbers) -> Table:
    """What each option saves of each charge, alone and at its turn in each package."""
    _, audit = numbers.language, assessment.audit
    shown = list(assessment.packages)[:_MOST_PACKAGES]
    divisor, unit = _scale(assessment, numbers)
    rows: list[Row] = []
    for id, alone in assessment.options.items():
        turns = [assessment.packages[name].options.get(id) for name in shown]
        results = [one.charges if one is not None else {} for one in (alone, *turns)]
        lines = list(_lines_that_change(results))
        if lines:
            rows.append(Row([Cell(audit.options[id].name)], "heading"))
        for charge, line in lines:
            figures = [one.get(charge, {}).get(line) for one in results]
            name = f"{audit.charges[charge].names[_.code]}: {_line(assessment, line, numbers)}"
            cells = [money_cell(one, numbers, divisor) for one in figures]
            rows.append(Row([Cell(f"  {name}"), *cells]))
    columns = [
        Column(_("Option and charge"), numeric=False),
        Column(_("Alone")),
        *(Column(_("In “{name}”").format(name=name)) for name in shown),
    ]
    remarks = [_("Money in {unit} a year.").format(unit=unit), _("A minus: the option pays more.")]
    remarks += legend(rows, numbers)
    return Table(_("Charges saved by each option"), columns, rows, remarks)


def _lines_that_change(results: list[Mapping[str, Lines]]) -> Iterator[tuple[str, str]]:
    """Charge and line of what any of the results saves."""
    every = dict.fromkeys((id, line) for one in results for id in one for line in one[id])
    for id, line in every:
        figures = (one.get(id, {}).get(line) for one in results)
        if any(figure is not None and figure.value for figure in figures):
            yield id, line


def _scale(assessment: Assessment, numbers: Numbers) -> tuple[float, str]:
    lines = assessment.baseline.charges.values()
    values = [one.value for each in lines for one in each.values()]
    return numbers.money_scale(values, assessment.audit.currency)


def _title(charge: Charge, sources: Sources, numbers: Numbers) -> str:
    """The name of a charge, the days of its law, and the decree by its number below."""
    title = charge.names[numbers.language.code]
    if charge.start:
        span = f"{numbers.day(charge.start)} – {numbers.day(charge.end or '')}".rstrip()
        title = f"{title} ({span})"
    marks = dict.fromkeys(sources.mark(factor) for factor in _factors(charge))
    return " ".join([title, *marks])


def _factors(charge: Charge) -> Iterator[Factor]:
    """The values of the law behind a charge, without exchange rates."""
    pending = [charge.power_factor] if charge.power_factor is not None else []
    for paying in charge.classes:
        pending += [*paying.rates.values(), *paying.stream_rates.values()]
        pending += [paying.fixed] if paying.fixed is not None else []
    while pending:
        origin = pending.pop().derivation
        if isinstance(origin, FromFactor) and origin.factor.id.startswith("charge."):
            yield origin.factor
        elif isinstance(origin, Computed):
            pending += [one for _, one in origin.inputs]


def _line(assessment: Assessment, line: str, numbers: Numbers) -> str:
    """A line of a charge in words: its part, its substance, or its fuel."""
    if line in _LINES:
        return numbers.language(_LINES[line])
    stream = assessment.audit.streams.get(line)
    if stream is not None and stream.kind == "resource":
        return name_of(stream, numbers)
    return numbers.language(dict(EMISSIONS).get(line, line))
