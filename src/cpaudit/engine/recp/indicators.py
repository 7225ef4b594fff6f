"""RECP indicators of UNIDO and UNEP: what a plant makes of its resources, and what it pollutes.

Absolute: energy GJ (net calorific value, electricity 3.6 GJ/MWh), chemicals and materials t, water
m3, greenhouse gases tCO2e, wastewater m3, solid and hazardous waste t, all per year. An indicator
that no stream of the plant tells is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...diagnostics import Diagnostic, Word
from ...diagnostics.codes import plausibility
from ...diagnostics.codes import recp as codes
from ...diagnostics.similar import listed
from ...domain import Audit, Product
from ...figure import Figure, FromFactor, derive, total
from ..balance import impacts_of
from ..results import Assessment
from ..rounding import ROUNDING
from ..savings import remainder
from ..trace import factors_used, leaves_of, remarks_on_factors, unconfirmed
from .formulas import (
    allocated_amount,
    pollution_intensity,
    resource_productivity,
    volume_of_hectolitres,
)
from .results import POLLUTION, RESOURCES, SUMMED, TYPES, WASTE, Recp

_UNITS = {"materials": "t", "water": "m3"}


def recp_of(assessment: Assessment, product: str | None = None) -> Recp:
    """The indicators of an assessment's period, of the whole output or of one product.

    A product that the plant does not make is an error among the diagnostics.
    """
    streams = assessment.audit.streams
    return _recp(assessment, {id: stream.amount for id, stream in streams.items()}, product)


def recp_after(assessment: Assessment, package: str, product: str | None = None) -> Recp:
    """The indicators to be expected once a package is implemented, at the same output."""
    saved = assessment.packages[package].total.resources
    left: dict[str, Figure] = {}
    for id, stream in assessment.audit.streams.items():
        left[id] = stream.amount
        if id in saved:
            rest = derive(remainder, stream.unit, left=stream.amount, saved=saved[id])
            # a stream that is saved whole leaves nothing, not the last bit of a subtraction
            is_nothing = abs(rest.value) <= ROUNDING * stream.amount.value
            left[id] = rest._replace(value=0.0) if is_nothing else rest
    return _recp(assessment, left, product)


def _recp(assessment: Assessment, amounts: Mapping[str, Figure], product: str | None) -> Recp:
    audit = assessment.audit
    output, share, found = _output(audit, product)
    if share is not None:
        amounts = {
            id: derive(allocated_amount, amount.unit, amount=amount, share=share)
            for id, amount in amounts.items()
        }
    absolute = _absolute(assessment, amounts)
    left_out = {
        impact: tuple(
            id for id, one in assessment.intensities.items() if one.get(impact, 0) is None
        )
        for impact in SUMMED
    }
    found += [
        codes.LEFT_OUT.at(
            audit.streams[ids[0]].span, indicator=Word(SUMMED[impact]), streams=", ".join(ids)
        )
        for impact, ids in left_out.items()
        if ids
    ]
    factors = _factors(audit, [output, *absolute.values()])
    return Recp(
        assessment=assessment,
        product=product,
        output=output,
        share=share,
        amounts=amounts,
        absolute=absolute,
        productivity={name: _productivity(output, absolute[name]) for name in RESOURCES},
        intensity={name: intensity_of(absolute[name], output) for name in POLLUTION},
        left_out=left_out,
        factors=factors,
        diagnostics=(
            *remarks_on_factors(assessment),
            *unconfirmed(factors.values()),
            *_short(audit),
            *found,
        ),
    )


def _output(
    audit: Audit, product: str | None
) -> tuple[Figure | None, Figure | None, list[Diagnostic]]:
    """The output that use is set against, its share of the use, and what is to be said."""
    known, file = listed(audit.products), audit.file
    if product is not None and product not in audit.products:
        found = codes.NO_SUCH_PRODUCT.at(None, file=file, product=product, known=known)
        return None, None, [found]
    chosen = [one for id, one in audit.products.items() if product in {None, id}]
    if not chosen:
        return None, None, [codes.NO_OUTPUT.at(None, file=file)]
    amounts = [(one.id, _in_m3(one.amount)) for one in chosen]
    units = list(dict.fromkeys(amount.unit for _, amount in amounts))
    if len(units) > 1:
        values = {"file": file, "units": ", ".join(units), "known": known}
        return None, None, [codes.SEVERAL_UNITS.at(chosen[0].span, **values)]
    alone = product is not None and len(audit.products) > 1
    found_here = (
        [codes.WITHOUT_SHARE.at(chosen[0].span, product=product)]
        if alone and chosen[0].share is None
        else []
    )
    output = amounts[0][1] if len(amounts) == 1 else total(units[0], amounts)
    return output, _share(chosen), found_here


def _in_m3(amount: Figure) -> Figure:
    """Hectolitres as m3, so that periods and products told in either can be set side by side."""
    if amount.unit != "hl":
        return amount
    return derive(volume_of_hectolitres, "m3", amount=amount)


def _share(products: list[Product]) -> Figure | None:
    """The part of the plant's use that goes into the products; None where it is all or not told."""
    shares = [(one.id, one.share) for one in products if one.share is not None]
    if len(shares) < len(products):
        return None
    made = shares[0][1] if len(shares) == 1 else total("unit", shares)
    return made if made.value < 1 - ROUNDING else None


def _short(audit: Audit) -> list[Diagnostic]:
    if audit.period.months >= 12:
        return []
    said = [one.span for one in audit.diagnostics if one.code is plausibility.SHORT_PERIOD]
    span = said[0] if said else None
    return [codes.SHORT_PERIOD.at(span, file=audit.file, months=audit.period.months)]


def _absolute(assessment: Assessment, amounts: Mapping[str, Figure]) -> dict[str, Figure | None]:
    impacts = impacts_of(amounts, assessment.intensities)
    told = {impact for one in assessment.intensities.values() for impact in one}
    waste = [(kind, figure) for kind in WASTE if (figure := impacts[kind]) is not None]
    return {
        "energy": impacts["energy"] if "energy" in told else None,
        "materials": _of_type(assessment.audit, amounts, "materials"),
        "water": _of_type(assessment.audit, amounts, "water"),
        "co2e": impacts["co2e"] if "co2e" in told else None,
        "wastewater": impacts["wastewater"],
        "waste": total("t", waste) if waste else None,
    }


def _of_type(audit: Audit, amounts: Mapping[str, Figure], name: str) -> Figure | None:
    """The sum of the resources of the types that an indicator counts; None where there are none."""
    types = TYPES[name]
    terms = [(id, amounts[id]) for id, stream in audit.streams.items() if stream.type in types]
    return total(_UNITS[name], terms) if terms else None


def _factors(audit: Audit, figures: Iterable[Figure | None]) -> dict[str, FromFactor]:
    """Library factors behind the figures; not those of prices, of options, of other impacts."""
    known = [figure for figure in figures if figure is not None]
    bare = audit._replace(streams={}, options={}, thresholds=())
    return factors_used(leaves_of(bare, {}, known))


def _productivity(output: Figure | None, use: Figure | None) -> Figure | None:
    if output is None or use is None or use.value <= 0:
        return None
    return derive(resource_productivity, f"{output.unit}/{use.unit}", output=output, use=use)


def intensity_of(pollution: Figure | None, output: Figure | None) -> Figure | None:
    if pollution is None or output is None:
        return None
    unit = f"{pollution.unit}/{output.unit}"
    return derive(pollution_intensity, unit, pollution=pollution, output=output)
