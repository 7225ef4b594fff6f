"""What stands side by side: the packages of one file, or one package of each of several files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...diagnostics import Diagnostic
from ...diagnostics.codes import comparing as codes
from ...diagnostics.similar import listed, similar_to
from ...figure import Figure
from ..finance import irr_of
from ..nodes import Node, package_figures
from ..results import Assessment, Irr
from .differences import difference, incremental_flows
from .results import Compared, Difference

BASELINE = ("cost", "energy", "co2e")
# sums, which differ by an amount; a difference of rates, ratios or times is no amount of anything
_ADDED = ("saving", "investment", "npv")


def columns_of(
    assessments: Sequence[Assessment], packages: Sequence[str]
) -> tuple[list[Compared], list[Diagnostic]]:
    """One column for each package of one file, or for each of several files."""
    found = _unknown(assessments, packages)
    if len(assessments) == 1:
        (only,) = assessments
        return [_column(only, name, name) for name in only.packages], found
    columns: list[Compared] = []
    for assessment in assessments:
        has = assessment.packages
        chosen = next((name for name in packages if name in has), None)
        if chosen is None and not packages:
            chosen = list(has)[-1] if has else None
        file = assessment.audit.file
        name = file if chosen is None else f"{file}:{chosen}"
        columns.append(_column(assessment, _new(name, columns), chosen))
        if not has:
            found.append(codes.NO_PACKAGES.at(None, file=file))
    return columns, found


def _unknown(assessments: Sequence[Assessment], packages: Sequence[str]) -> list[Diagnostic]:
    """Names that are asked for in vain: of one file any of them, of several all of them."""
    asked = [[name] for name in packages] if len(assessments) == 1 else [list(packages)]
    return [
        codes.NO_SUCH_PACKAGE.at(
            None,
            file=one.audit.file,
            package=", ".join(names),
            known=_near(names[0], one.packages),
        )
        for names in asked
        for one in assessments
        if names and one.packages and not any(name in one.packages for name in names)
    ]


def _near(name: str, known: Sequence[str] | Mapping[str, object]) -> str:
    near = similar_to(name, known)
    return near or listed(known)


def _new(name: str, columns: Sequence[Compared]) -> str:
    """A name that no column has yet: a file may be given twice."""
    taken, made, count = {one.name for one in columns}, name, 1
    while made in taken:
        count += 1
        made = f"{name} ({count})"
    return made


def _column(assessment: Assessment, name: str, package: str | None) -> Compared:
    if package is None:
        return Compared(name, assessment, None, None, {})
    one = assessment.packages[package]
    figures = package_figures(assessment, one, with_cash=False)
    return Compared(name, assessment, package, one.total, figures)


def baseline_of(assessment: Assessment) -> dict[str, Figure | None]:
    """Cost, energy and CO2e of a plant as it is."""
    baseline = assessment.baseline
    return {"cost": baseline.cost, **{name: baseline.impacts[name] for name in BASELINE[1:]}}


def base_of(
    columns: Sequence[Compared], name: str | None
) -> tuple[Compared | None, list[Diagnostic]]:
    """The column of a name, of a file or of its package; by default the first one."""
    first = columns[0] if columns else None
    if name is None:
        return first, []
    for one in columns:
        if name in (one.name, one.package, one.assessment.audit.file):
            return one, []
    known = [one.name for one in columns]
    return first, [codes.NO_SUCH_BASE.at(None, base=name, known=_near(name, known))]


def difference_of(column: Compared, base: Compared) -> Difference:
    """A column less the base. Money of different currencies has no difference."""
    own, other = baseline_of(column.assessment), baseline_of(base.assessment)
    baseline = {name: difference(figure, other[name]) for name, figure in own.items()}
    figures: dict[str, Figure | None] = {}
    if column.result is not None and base.result is not None:
        for name in (*_ADDED, *column.result.impacts):
            figures[name] = difference(_figure(column.figures, name), _figure(base.figures, name))
    return Difference(baseline, figures, _incremental_irr(column, base))


def _incremental_irr(column: Compared, base: Compared) -> Irr | None:
    """That of the money in which two packages of one file differ."""
    if column.assessment is not base.assessment or column is base:
        return None
    own, other = column.result, base.result
    if own is None or other is None or not own.flows or not other.flows:
        return None
    return irr_of(incremental_flows(own.flows, other.flows, column.assessment.audit.currency))


def _figure(figures: Mapping[str, Node], name: str) -> Figure | None:
    node = figures.get(name)
    return node if isinstance(node, Figure) else None
