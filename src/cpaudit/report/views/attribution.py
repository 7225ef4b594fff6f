"""What each option's part of a package is: alone, in the package's order, as a Shapley share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...engine import Assessment, Result
from ...engine.attribution import Attribution, Share
from ...figure import Figure, total
from ...language import N_, Language
from ..blocks import EMPTY, Block, Cell, Column, Panel, Row, Table
from ..numbers import Numbers
from .assessment import remarks_of
from .cells import legend, starred
from .headline import place_of, span_of

TITLES = {
    "saving": N_("saving a year"),
    "co2e": N_("CO2e avoided a year"),
    "npv": N_("NPV"),
}


def attribution_view(
    assessment: Assessment, packages: Sequence[Attribution], language: Language
) -> list[Block]:
    """Headline, a table for each package and figure, notes."""
    numbers = Numbers(language)
    blocks: list[Block] = [_headline(assessment, packages, numbers)]
    for one in packages:
        for name in TITLES:
            if figure_of(one.result.total, name) is not None:
                blocks.append(_table(one, name, numbers))
    found = [said for one in packages for said in one.diagnostics]
    return [*blocks, remarks_of(found, language, verbose=False)] if found else blocks


def _headline(assessment: Assessment, packages: Sequence[Attribution], numbers: Numbers) -> Panel:
    _, audit = numbers.language, assessment.audit
    sector = audit.sector_names.get(_.code, audit.sector)
    lines = [f"{sector} · {place_of(audit)} · {span_of(audit.period, numbers)}"]
    if packages:
        lines.append(
            _(
                "Shapley share: what an option adds to those before it, mean of all orders that "
                "keep `requires`. The shares add up to the package."
            )
        )
    else:
        lines.append(_("The file has no package."))
    return Panel(audit.plant, lines)


def figure_of(result: Result, name: str) -> Figure | None:
    """The figure that is shared out."""
    if name == "co2e":
        return result.impacts["co2e"]
    return result.npv if name == "npv" else result.saving


def _share_of(share: Share, name: str) -> Figure | None:
    return {"saving": share.saving, "co2e": share.co2e, "npv": share.npv}[name]


class _Line(NamedTuple):
    """Alone, in order, Shapley share, its standard error; in the unit of the table."""

    alone: Figure | None
    in_order: Figure | None
    share: Figure | None
    error: float | None


def _table(made: Attribution, name: str, numbers: Numbers) -> Table:
    _, audit = numbers.language, made.assessment.audit
    lines = {
        id: _Line(
            figure_of(made.assessment.options[id], name),
            figure_of(made.result.options[id], name),
            _share_of(share, name),
            share.errors.get(name),
        )
        for id, share in made.shares.items()
    }
    divisor, unit = _scale(made, name, list(lines.values()), numbers)
    whole = _sum([one.share for one in lines.values()])
    has_errors = any(one.error is not None for one in lines.values())
    rows = [
        Row([Cell(audit.options[id].name), *_cells(one, whole, divisor, has_errors, numbers)])
        for id, one in lines.items()
    ]
    together = _Line(
        _sum([one.alone for one in lines.values()]),
        _sum([one.in_order for one in lines.values()]),
        whole,
        None,
    )
    cells = _cells(together, whole, divisor, has_errors, numbers)
    rows.append(Row([Cell(_("Together")), *cells], "total"))
    columns = [
        Column(_("Option, in this order"), numeric=False),
        Column(_("Alone")),
        Column(_("In this\norder")),
        Column(_("Shapley\nshare")),
        *([Column(_("Standard\nerror"))] if has_errors else []),
        Column("%"),
    ]
    title = _("Package “{name}”: {figure}").format(name=made.package, figure=_(TITLES[name]))
    remarks = [_("In {unit}.").format(unit=unit), *legend(rows, numbers)]
    return Table(title, columns, rows, remarks)


def _scale(
    made: Attribution, name: str, lines: Sequence[_Line], numbers: Numbers
) -> tuple[float, str]:
    if name == "co2e":
        return 1.0, numbers.unit("tCO2e")
    figures = [figure for one in lines for figure in (one.alone, one.share) if figure is not None]
    values = [figure.value for figure in figures]
    return numbers.money_scale(values, made.assessment.audit.currency)


def _sum(figures: Sequence[Figure | None]) -> Figure | None:
    """The sum of what is known; partial where something is not."""
    known = [figure for figure in figures if figure is not None]
    if not known:
        return None
    made = total(known[0].unit, [("", figure) for figure in known])
    return made._replace(partial=made.partial or len(known) < len(figures))


def _cells(
    line: _Line, whole: Figure | None, divisor: float, has_errors: bool, numbers: Numbers
) -> list[Cell]:
    cells = [_number(one, divisor, numbers) for one in (line.alone, line.in_order, line.share)]
    if has_errors:
        shown = EMPTY if line.error is None else Cell(numbers.plain(line.error / divisor))
        cells.append(shown)
    if line.share is None or whole is None or not whole.value:
        return [*cells, EMPTY]
    return [*cells, Cell(numbers.percent(line.share.value / whole.value))]


def _number(figure: Figure | None, divisor: float, numbers: Numbers) -> Cell:
    return EMPTY if figure is None else starred(numbers.plain(figure.value / divisor), figure)
