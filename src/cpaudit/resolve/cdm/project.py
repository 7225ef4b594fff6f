"""The section `cdm:` to a project idea: package, method, crediting period, margins, heat."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Mistake
from ...diagnostics.codes import cdm as codes
from ...diagnostics.codes import plausibility
from ...diagnostics.similar import listed
from ...domain import CdmProject, Package, Stream
from ...factors.cdm import cdm_rule
from ...figure import Figure
from ...language import N_
from ...schema.cdm import Cdm
from ...schema.period import FIRST_YEAR, LAST_YEAR
from ..amounts import refuse_negative
from ..context import Context, assumed
from ..fields import in_one_of, share, tried
from .heat import heat_of
from .margins import margins_of

# what a project leaks may be other gases as well
_LEAKED = ("t", "t/yr", "tCO2e", "tCO2e/yr")
_NO_LEAKAGE = N_("none is written: no equipment is taken from or given to others")


def resolve_cdm(
    context: Context, streams: Mapping[str, Stream], packages: Mapping[str, Package]
) -> CdmProject | None:
    """The project idea of the file; None without the section, or with a mistake in it."""
    entry = context.file.cdm
    if entry is None:
        return None
    said_before = len(context.found)
    package = tried(context, lambda: _package(entry, packages))
    start = tried(context, lambda: _start(entry))
    years = tried(context, lambda: _years(context, entry))
    weight = tried(context, lambda: _weight(context, entry))
    operating, build = margins_of(context, entry)
    leakage = tried(context, lambda: _leakage(entry))
    heat = heat_of(context, entry, streams)
    is_wrong = any(said.is_error for said in context.found[said_before:])
    if is_wrong or not (package and start and years and weight and leakage):
        return None
    return CdmProject(
        method=str(entry.method),
        package=package,
        start=start,
        years=years,
        operating_margin=operating,
        build_margin=build,
        operating_weight=weight,
        leakage=leakage,
        savings_limit=_rule(context, "savings_limit"),
        capacity_limit=_rule(context, "capacity_limit"),
        electric_equivalent=_rule(context, "electric_equivalent"),
        **heat._asdict(),
    )


def _rule(context: Context, name: str) -> Figure:
    return context.from_factor(cdm_rule(context.library, name))


def _package(entry: Cdm, packages: Mapping[str, Package]) -> str:
    """The package that is named, or the only one. Raises Mistake."""
    written, known = entry.package, listed(packages)
    if written is not None and written in packages:
        return str(written)
    if not packages:
        raise Mistake(codes.NO_PACKAGE.at(entry.method.span))
    if written is not None:
        raise Mistake(codes.UNKNOWN_PACKAGE.at(written.span, text=written, known=known))
    if len(packages) > 1:
        raise Mistake(codes.CHOOSE_PACKAGE.at(entry.method.span, known=known))
    return next(iter(packages))


def _start(entry: Cdm) -> tuple[int, int]:
    """Year and month; January where only a year is written. Raises Mistake."""
    written = entry.start
    year, month = [*map(int, written.split("-")), 1][:2]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        values = {"text": written, "low": str(FIRST_YEAR), "high": str(LAST_YEAR)}
        raise Mistake(plausibility.YEAR_OUT_OF_RANGE.at(written.span, **values))
    return year, month


def _years(context: Context, entry: Cdm) -> int:
    """The length of the crediting period. Raises Mistake where the rules allow no such one."""
    fixed = int(_rule(context, "crediting_fixed").value)
    renewable = int(_rule(context, "crediting_renewable").value)
    years, span = int(entry.years), entry.years.span
    values = {"years": str(years), "limit": str(fixed), "renewable": str(renewable)}
    if years > max(fixed, renewable):
        raise Mistake(codes.PERIOD_TOO_LONG.at(span, **values))
    if years not in {fixed, renewable}:
        context.say(codes.UNUSUAL_PERIOD.at(span, **values))
    return years


def _weight(context: Context, entry: Cdm) -> Figure:
    if entry.operating_weight is None:
        return _rule(context, "operating_weight")
    return share(entry.operating_weight, "operating_weight", N_("the weight"), "50 %")


def _leakage(entry: Cdm) -> Figure:
    if entry.leakage is None:
        return assumed(0.0, "t", _NO_LEAKAGE)
    figure = in_one_of(entry.leakage, _LEAKED, N_("the leakage"), "120 t/yr")
    refuse_negative(figure, entry.leakage, "leakage")
    return figure
