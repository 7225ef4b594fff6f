"""RECP indicators: absolute, productivity, intensity; how they change, for better or worse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...engine.recp import RESOURCES, Recp, RecpChange, recp_change
from ...figure import Figure
from ...language import N_, Language
from ..blocks import EMPTY, Block, Cell, Column, Panel, Row, Table
from ..numbers import Numbers
from .assessment import remarks_of
from .cells import legend, quantity_cell, shown, starred
from .headline import span_of

# each indicator, what it is called as an amount and as a productivity or intensity
NAMES = {
    "energy": (N_("Energy use"), N_("Energy productivity")),
    "materials": (N_("Materials use"), N_("Materials productivity")),
    "water": (N_("Water use"), N_("Water productivity")),
    "co2e": (N_("Greenhouse gases"), N_("Greenhouse gas intensity")),
    "wastewater": (N_("Wastewater"), N_("Wastewater intensity")),
    "waste": (N_("Waste"), N_("Waste intensity")),
}
TITLES = (N_("Absolute indicators"), N_("Resource productivity"), N_("Pollution intensity"))
_COUNTED = N_(
    "Energy by net calorific value and 3.6 GJ/MWh; materials are chemicals and materials; waste is "
    "solid and hazardous. CO2e with the warming potentials of {gwp}."
)
_MEANINGS = (
    N_("Product output per unit of a resource: more is better."),
    N_("Pollution per unit of product output: less is better."),
)
_VERDICTS = {
    "better": N_("Better: {indicators}"),
    "worse": N_("Worse: {indicators}"),
    "unchanged": N_("Unchanged: {indicators}"),
}
_VERDICT_WORDS = (N_("better"), N_("worse"), N_("unchanged"))
_OUTPUT = N_("Product output")
_AT_BASE_GRID = N_("at the base's grid factor")


class Line(NamedTuple):
    """One indicator; a rise is `good` 1, bad -1, or neither 0 as of an absolute amount."""

    name: str
    base: Figure | None
    current: Figure | None
    change: Figure | None
    good: int = 0


def recp_view(
    base: Recp, change: RecpChange | None, packages: Mapping[str, RecpChange], language: Language
) -> list[Block]:
    """The indicators of a base period and their change, or what its packages make of them."""
    numbers = Numbers(language)
    blocks: list[Block] = [_panel(base, change, numbers), *_tables(base, change, numbers)]
    blocks += [_package(name, expected, numbers) for name, expected in packages.items()]
    found = base.diagnostics if change is None else change.diagnostics
    return [*blocks, remarks_of(found, language, False)] if found else blocks


def _panel(base: Recp, change: RecpChange | None, numbers: Numbers) -> Panel:
    """Plant, periods and output; with a change, what is better and what is worse."""
    _, periods = numbers.language, [base, *([change.current] if change else [])]
    audits = [one.assessment.audit for one in periods]
    sector = audits[0].sector_names.get(_.code, audits[0].sector)
    times = " → ".join(span_of(one.period, numbers) for one in audits)
    output = " → ".join(shown(one.output, numbers) for one in periods)
    if change is not None and change.output is not None:
        output += f" ({_signed(change.output, numbers)})"
    lines = [f"{sector} · {audits[0].country} · {times}"]
    lines.append(_("Product output a year: {output}").format(output=output))
    product = audits[0].products.get(base.product or "")
    if product is not None:
        lines.append(_("Of one product: {product}").format(product=product.names[_.code]))
    if any(one.share for one in periods):
        shares = (numbers.percent(one.share.value if one.share else 1.0) for one in periods)
        counted = _("Counted of the plant's use and pollution: {share}")
        lines.append(counted.format(share=" → ".join(shares)))
    plants = dict.fromkeys(one.plant for one in audits)
    return Panel(" → ".join(plants), [*lines, *_verdict_lines(change, numbers)])


def _verdict_lines(change: RecpChange | None, numbers: Numbers) -> list[str]:
    if change is None:
        return []
    _ = numbers.language
    told: dict[str, list[str]] = {}
    last: list[str] = []
    for line in [one for part in _lines(change)[1:] for one in part]:
        if line.change is None:
            continue
        text = f"{_(line.name)} {_signed(line.change, numbers)}"
        if line.name == _AT_BASE_GRID:
            last[-1] += f" ({text})"
            continue
        last = told.setdefault(_verdict(line, numbers), [])
        last.append(text)
    return [
        _(sentence).format(indicators="; ".join(told[verdict]))
        for verdict, sentence in _VERDICTS.items()
        if verdict in told
    ]


def _lines(change: RecpChange) -> tuple[list[Line], list[Line], list[Line]]:
    """The lines of the three tables, with those of a grid factor that stays as it was."""
    base, now, grid = change.base, change.current, change.grid
    before = {**base.productivity, **base.intensity}
    after = {**now.productivity, **now.intensity}
    amounts = [Line(_OUTPUT, base.output, now.output, change.output)]
    productivity: list[Line] = []
    intensity: list[Line] = []
    for id, (amount, specific) in NAMES.items():
        amounts.append(Line(amount, base.absolute[id], now.absolute[id], change.absolute[id]))
        good = 1 if id in RESOURCES else -1
        line = Line(specific, before[id], after[id], change.relative[id], good)
        (productivity if id in RESOURCES else intensity).append(line)
        if id == "co2e" and grid is not None:
            amounts.append(Line(_AT_BASE_GRID, base.absolute[id], grid.co2e, grid.absolute))
            intensity.append(Line(_AT_BASE_GRID, before[id], grid.intensity, grid.relative, good))
    return amounts, productivity, intensity


def _tables(base: Recp, change: RecpChange | None, numbers: Numbers) -> list[Table]:
    """Amounts, productivity, intensity: of the base alone or beside the current period."""
    _ = numbers.language
    groups = _lines(change or recp_change(base, base))  # without a change only the base is shown
    sets = [one.assessment.audit.gwp_set for one in (base, change.current if change else base)]
    remarks = [_(_COUNTED).format(gwp=" → ".join(dict.fromkeys(sets))), *map(_, _MEANINGS)]
    columns = [Column(_("Indicator"), numeric=False), Column(_("Now"))]
    if change is not None:
        times = [span_of(one.assessment.audit.period, numbers) for one in (base, change.current)]
        heads = _("Base\n{period}"), _("Current\n{period}")
        columns[1:] = [
            Column(head.format(period=time)) for head, time in zip(heads, times, strict=True)
        ]
        columns += [Column(_("Change")), Column(_("Trend"), numeric=False, whole=True)]
    made = []
    for title, lines, remark in zip(TITLES, groups, remarks, strict=True):
        # an absolute amount has no trend for better or worse
        shown_columns = columns if any(line.good for line in lines) else columns[:4]
        rows = [Row(_cells(line, numbers)[: len(shown_columns)]) for line in lines]
        made.append(Table(_(title), shown_columns, rows, [remark, *legend(rows, numbers)]))
    return made


def _package(name: str, expected: RecpChange, numbers: Numbers) -> Table:
    """What a package is expected to make of every indicator but the output, which stays."""
    _ = numbers.language
    rows: list[Row] = []
    for title, lines in zip(TITLES, _lines(expected), strict=True):
        rows.append(Row([Cell(_(title)), *[Cell("")] * 4], "heading"))
        rows += [Row(_cells(line, numbers)) for line in lines if line.name != _OUTPUT]
    columns = [
        Column(_("Indicator"), numeric=False),
        Column(_("Now")),
        Column(_("Expected")),
        Column(_("Change")),
        Column(_("Trend"), numeric=False, whole=True),
    ]
    remarks = [_("Expected at the same product output."), *legend(rows, numbers)]
    return Table(_("With the package “{name}”").format(name=name), columns, rows, remarks)


def _cells(line: Line, numbers: Numbers) -> list[Cell]:
    change = EMPTY
    if line.change is not None:
        change = Cell(_signed(line.change, numbers), line.change.value, line.change.unit)
    return [
        Cell(numbers.language(line.name)),
        _figure_cell(line.base, line.good, numbers),
        _figure_cell(line.current, line.good, numbers),
        change,
        Cell(numbers.language(_verdict(line, numbers))),
    ]


def _figure_cell(figure: Figure | None, good: int, numbers: Numbers) -> Cell:
    """A figure with its unit; an intensity in kg rather than t per unit of product."""
    if figure is None or good >= 0:
        return quantity_cell(figure, numbers)
    return starred(numbers.per_product(figure), figure)


def _verdict(line: Line, numbers: Numbers) -> str:
    """Whether a change is for the better; one that is too small to be shown is neither."""
    if line.change is None or not line.good:
        return ""
    if _is_shown_as_nothing(line.change, numbers):
        return "unchanged"
    return "better" if line.change.value * line.good > 0 else "worse"


def _signed(change: Figure, numbers: Numbers) -> str:
    sign = "+" if change.value > 0 and not _is_shown_as_nothing(change, numbers) else ""
    return f"{sign}{numbers.percent(change.value)}" + (" *" if change.partial else "")


def _is_shown_as_nothing(change: Figure, numbers: Numbers) -> bool:
    return numbers.percent(change.value) == numbers.percent(0)
