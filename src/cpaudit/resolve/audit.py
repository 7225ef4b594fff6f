"""The whole audit: the steps in order, and what a reader must be told beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Mistake
from ..diagnostics.codes import keys, plausibility, references
from ..domain import Audit, Option, Period, Stream
from ..factors import Library, default_library
from ..factors.sectors import sector_of
from ..figure import Figure
from ..language import N_
from ..schema import AuditFile
from ..units import known_currencies
from .cdm import resolve_cdm
from .checking import resolve_switched_off
from .context import Context
from .duties import resolve_thresholds
from .expectations import resolve_expectations
from .finance import resolve_finance
from .law import resolve_charges
from .money import rate_target, rates_to
from .options import resolve_options
from .own_factors import resolve_own_factors, used_own_factors
from .packages import check_relations, resolve_packages
from .products import resolve_products
from .reported import resolve_reported
from .streams import resolve_streams

if TYPE_CHECKING:
    from ..domain.boilers import Boiler
    from ..domain.design import Design
    from ..domain.material_flow import QuantityCentre
    from ..domain.monitoring import Monitoring


def resolve(
    file: AuditFile, name: str = "", library: Library | None = None
) -> tuple[Audit | None, list[Diagnostic]]:
    """The audit that a file describes, or None where a mistake keeps it from being assessed.

    Every diagnostic is returned, errors first found first; `name` is what the file is called.
    """
    period = Period(file.period.first, file.period.last)
    context = Context(file, library or default_library(), period)
    _check_currencies(context)
    if context.currency not in known_currencies():
        return None, context.found
    _say_period(context)
    resolve_own_factors(context)
    gwp_set = _gwp_set(context)
    streams = resolve_streams(context)
    products = resolve_products(context)
    options = resolve_options(context, streams)
    check_relations(context, options)
    packages = resolve_packages(context, options)
    finance = resolve_finance(context, streams)
    charges = resolve_charges(context, streams)
    thresholds = resolve_thresholds(context)
    cdm = resolve_cdm(context, streams, packages)
    centres, designs = _centres(context, streams), _designs(context, streams)
    monitoring = _monitoring(context, streams, options)
    boilers = _boilers(context, streams)
    constants = _constants(context, gwp_set)
    expectations, reported = resolve_expectations(context), resolve_reported(context)
    switched_off = resolve_switched_off(file.check, context.say)
    own_factors = used_own_factors(context)
    sector = str(file.plant.sector or "other")
    sector_names = _sector_names(context, sector)
    if any(said.is_error for said in context.found):
        return None, context.found
    audit = Audit(
        plant=str(file.plant.name),
        sector=sector,
        sector_names=sector_names,
        country=str(file.plant.country),
        currency=context.currency,
        period=period,
        products=products,
        streams=streams,
        options=options,
        packages=packages,
        finance=finance,
        gwp_set=gwp_set,
        constants=constants,
        expectations=expectations,
        reported=reported,
        charges=charges,
        thresholds=thresholds,
        cdm=cdm,
        centres=centres,
        designs=designs,
        boilers=boilers,
        monitoring=monitoring,
        own_factors=own_factors,
        benchmark_notes=tuple(context.about_benchmarks),
        file=name,
        province=str(file.plant.province or ""),
        address=str(file.plant.address or ""),
        rates=rates_to(context),
        attachments=context.attachments(),
        switched_off=switched_off,
    )
    return audit, context.found


def _centres(context: Context, streams: Mapping[str, Stream]) -> Mapping[str, QuantityCentre]:
    if not context.file.material_flow:
        return {}
    from .material_flow import resolve_material_flow  # few files have the section

    return resolve_material_flow(context, streams)


def _designs(context: Context, streams: Mapping[str, Stream]) -> Mapping[str, Design]:
    if not context.file.design:
        return {}
    from .design import resolve_designs  # few files have the section

    return resolve_designs(context, streams)


def _monitoring(
    context: Context, streams: Mapping[str, Stream], options: Mapping[str, Option]
) -> Monitoring | None:
    if context.file.monitoring is None:
        return None
    from .monitoring import resolve_monitoring  # few files have the section

    return resolve_monitoring(context, context.file.monitoring, streams, options)


def _boilers(context: Context, streams: Mapping[str, Stream]) -> Mapping[str, Boiler]:
    if not context.file.boilers:
        return {}
    from .boilers import resolve_boilers  # few files have the section

    return resolve_boilers(context, context.file.boilers, streams)


def _check_currencies(context: Context) -> None:
    currencies = known_currencies()
    for code in (context.file.plant.currency, *context.file.exchange_rates):
        if code not in currencies:
            known = ", ".join(currencies)
            context.say(references.UNKNOWN_CURRENCY.at(code.span, text=code, known=known))
    for code, rate in context.file.exchange_rates.items():
        are_known = code in currencies and context.currency in currencies
        if rate.quantity.value <= 0:
            context.say(plausibility.NOT_POSITIVE.at(rate.span, key="exchange_rates"))
        elif are_known and rate_target(code, rate) is None:
            try:
                subject, example = N_("the exchange rate"), f"16300 {context.currency}"
                rate.quantity.to_or_refuse(context.currency, subject, example)
                context.say(keys.OTHER.at(rate.span, text=code))
            except Mistake as mistake:
                context.say(mistake.diagnostic)


def _say_period(context: Context) -> None:
    months, span = context.period.months, context.file.period.span
    if months != 12:
        year = str(context.period.year)
        context.say(plausibility.ANNUALISED.at(span, months=months, year=year))
    if months < 12:
        context.say(plausibility.SHORT_PERIOD.at(span, months=months))


def _gwp_set(context: Context) -> str:
    chosen = context.file.gwp
    if chosen is None:
        return context.library.default_gwp_set
    if chosen not in context.library.gwp_sets:
        known = ", ".join(context.library.gwp_sets)
        context.say(references.UNKNOWN_GWP.at(chosen.span, text=chosen, known=known))
    return str(chosen)


def _constants(context: Context, gwp_set: str) -> dict[str, Figure]:
    library = context.library
    if gwp_set not in library.gwp_sets:
        return {}  # told already
    reason = N_("the set that the audit chooses") if context.file.gwp else N_("the default set")
    return {
        "gwp_ch4": context.from_factor(library.gwp(gwp_set, "ch4"), reason),
        "gwp_n2o": context.from_factor(library.gwp(gwp_set, "n2o"), reason),
        "toe": context.from_factor(library.constant("toe")),
    }


def _sector_names(context: Context, sector: str) -> dict[str, str]:
    known = context.library.sector_ids()
    written = context.file.plant.sector
    if written is not None and sector not in known:
        context.say(references.UNKNOWN_SECTOR.at(written.span, text=sector, known=", ".join(known)))
        return {}
    return dict(sector_of(context.library, sector).names)
