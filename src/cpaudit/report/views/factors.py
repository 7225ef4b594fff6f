"""The factors that the figures rest on, each with its source."""

from __future__ import annotations

from ...engine import Assessment
from ...figure import IPCC, Entered, FromFactor
from ...language import N_
from ..blocks import Cell, Column, Row, Table
from ..numbers import Numbers
from .sources import Sources, place_in

# averages and margins of one grid differ by half; which one it is must be seen
GRID_KINDS = {
    "combined-margin": N_("combined margin"),
    "operating-margin": N_("operating margin"),
    "build-margin": N_("build margin"),
    "average": N_("average of all plants"),
    "life-cycle": N_("over the life cycle"),
}


def factors_table(assessment: Assessment, numbers: Numbers) -> Table:
    """Value, place and publication of each factor; `?` marks what nobody has confirmed."""
    _ = numbers.language
    sources = Sources()
    rows = []
    group = ""
    # constants and potentials first, then the fuels, each under its own name
    for used in sorted(assessment.factors.values(), key=_group):
        if _group(used) != group:
            group = _group(used)
            rows.append(Row([Cell(group)], "heading"))
        rows.append(Row(_cells(used, sources, numbers)))
    rows += _own_values(assessment, numbers)
    columns = [
        Column(_("Factor"), numeric=False, whole=True),
        Column(_("Value")),
        Column(_("Year")),
        Column(_("Source and place"), numeric=False),
    ]
    remarks = sources.remarks(numbers)
    if any(used.reason == IPCC for used in assessment.factors.values()):
        remarks.append(
            _("Where nothing else is said: the IPCC default, no national value is known.")
        )
    return Table(_("Factors used"), columns, rows, remarks)


def _own_values(assessment: Assessment, numbers: Numbers) -> list[Row]:
    """What the file itself says of its fuels and its grid, in place of the library."""
    rows: list[Row] = []
    for name, figure in assessment.own_values.items():
        origin = figure.derivation
        if not isinstance(origin, Entered):
            continue
        place = numbers.language("line {n}").format(n=origin.span.line)
        place += f", {origin.source}" if origin.source else ""
        rows.append(Row([Cell(f"  {name}"), Cell(origin.text), Cell(""), Cell(place)]))
    if not rows:
        return []
    return [Row([Cell(numbers.language("Values of the plant's own"))], "heading"), *rows]


def _cells(used: FromFactor, sources: Sources, numbers: Numbers) -> list[Cell]:
    factor = used.factor
    source, _, mark = sources.mark(factor).partition(" ")
    place = f"{source} {place_in(factor, numbers)}".rstrip()
    said = (GRID_KINDS.get(factor.basis or ""), used.reason if used.reason != IPCC else None)
    reasons = [numbers.language(one) for one in said if one]
    if factor.own:
        reasons = [numbers.language("of your own: {file}").format(file=factor.own)]
    return [
        Cell(f"  {factor.id.removeprefix(_group(used) + '.')} {mark}".rstrip()),
        Cell(numbers.as_printed(factor.written), factor.value, factor.unit),
        Cell(str(factor.year or "")),
        Cell(place, detail="; ".join(reasons)),
    ]


def _group(used: FromFactor) -> str:
    """`anthracite` of anthracite.ncv, `grid.VN` of grid.VN.2008."""
    parts = used.factor.id.split(".")
    return ".".join(parts[:2]) if parts[0] in {"grid", "gwp", "charge", "law"} else parts[0]
