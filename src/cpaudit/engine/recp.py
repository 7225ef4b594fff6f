"""RECP indicators of UNIDO and UNEP: what a plant makes of its resources, and what it pollutes.

Absolute: energy GJ (net calorific value, electricity 3.6 GJ/MWh), chemicals and materials t, water
m3, greenhouse gases tCO2e, wastewater m3, solid and hazardous waste t, all per year. An indicator
that no stream of the plant tells is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..diagnostics import Diagnostic, Word
from ..diagnostics.codes import plausibility, references
from ..diagnostics.codes import recp as codes
from ..diagnostics.similar import listed
from ..domain import Audit, Product
from ..figure import Figure, Formula, FromFactor, derive, formula, total
from ..language import N_
from .balance import impacts_of
from .results import Assessment
from .savings import ROUNDING, remainder
from .trace import factors_used, leaves_of, unconfirmed

RESOURCES = ("energy", "materials", "water")
POLLUTION = ("co2e", "wastewater", "waste")
# sums over streams of which each has an intensity, or has one that nothing tells
SUMMED = {"energy": N_("energy use"), "co2e": N_("the sum of greenhouse gases")}
_TYPES = {"materials": ("chemical", "material"), "water": ("water",)}
_UNITS = {"materials": "t", "water": "m3"}
_WASTE = ("solid_waste", "hazardous_waste")
_COUNTED = ("energy", "co2e", "wastewater", *_WASTE)
# what `assess` says and a reader of these indicators must know too
_BEARING = (
    references.KIND_ASSUMED,
    references.NO_GRID,
    references.EARLIER_GRID_YEAR,
    references.OLD_GRID_YEAR,
    references.NO_CARRIER_FACTOR,
    plausibility.TAKEN_AS_NET,
)
_PRIMER = (
    "UNIDO and UNEP, Enterprise-Level Indicators for Resource Productivity and Pollution "
    "Intensity (2010)"
)


class Recp(NamedTuple):
    """The indicators of one period; `output` is None where the products have none in common.

    `amounts` are those of the streams that are set against the output, `share` their part of the
    plant's where it is not all; `left_out` are the streams that a sum does not hold, `factors`
    those of the library that the indicators rest on.
    """

    assessment: Assessment
    product: str | None
    output: Figure | None
    share: Figure | None
    amounts: Mapping[str, Figure]
    absolute: Mapping[str, Figure | None]
    productivity: Mapping[str, Figure | None]
    intensity: Mapping[str, Figure | None]
    left_out: Mapping[str, tuple[str, ...]]
    factors: Mapping[str, FromFactor]
    diagnostics: tuple[Diagnostic, ...]


class GridEffect(NamedTuple):
    """What another grid factor alone makes of the current period's greenhouse gases.

    `effect` in tCO2e a year; `co2e` and `intensity` are those at the base's factor, `absolute` and
    `relative` their changes from the base; `factors` are the base's and the current by stream.
    """

    factors: Mapping[str, tuple[Figure, Figure]]
    effect: Figure
    co2e: Figure
    intensity: Figure | None
    absolute: Figure | None
    relative: Figure | None


class RecpChange(NamedTuple):
    """How indicators change from a base; every change is a ratio, None where it is not known.

    `absolute` are the changes of the absolute indicators, `relative` those of productivity and
    intensity. The diagnostics are those of both periods and of comparing them.
    """

    base: Recp
    current: Recp
    output: Figure | None
    absolute: Mapping[str, Figure | None]
    relative: Mapping[str, Figure | None]
    grid: GridEffect | None
    diagnostics: tuple[Diagnostic, ...]


@formula("product output / resource use", _PRIMER)
def resource_productivity(output: float, use: float) -> float:
    """Units of product per unit of a resource (GJ, t or m3)."""
    return output / use


@formula("pollution / product output", _PRIMER)
def pollution_intensity(pollution: float, output: float) -> float:
    """Pollution (tCO2e, m3 or t) per unit of product."""
    return pollution / output


@formula("amount · share of the product", f"{_PRIMER}, with an allocated share of use")
def allocated_amount(amount: float, share: float) -> float:
    """The part of a stream that one product is answerable for, in the stream's unit."""
    return amount * share


@formula("(current - base) / base", f"{_PRIMER}: absolute change of an indicator")
def absolute_change(current: float, base: float) -> float:
    """The ratio by which an absolute indicator changes."""
    return (current - base) / base


@formula("(current - base) / base", f"{_PRIMER}: relative change, of a productivity or intensity")
def relative_change(current: float, base: float) -> float:
    """The ratio by which a productivity or an intensity changes."""
    return (current - base) / base


@formula(
    "electricity · (current factor - base factor)", N_("definition of an effect at the current use")
)
def effect_of_grid(electricity: float, current_factor: float, base_factor: float) -> float:
    """tCO2e a year that another grid factor alone adds, from MWh and t/MWh."""
    return electricity * (current_factor - base_factor)


@formula("greenhouse gases - effect of the grid factor", N_("definition of a remainder"))
def co2e_at_base_grid(co2e: float, effect: float) -> float:
    """tCO2e a year of the current period at the base's grid factor."""
    return co2e - effect


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


def recp_change(base: Recp, current: Recp) -> RecpChange:
    """The changes from a base to another period, or to what a package is expected to make of it.

    Sums of which one leaves out what the other holds are not compared.
    """

    def changed(name: str, rule: Formula, of: Figure | None, to: Figure | None) -> Figure | None:
        is_even = base.left_out.get(name) == current.left_out.get(name)
        return _change(rule, of, to) if is_even else None

    then, now = ({**one.productivity, **one.intensity} for one in (base, current))
    return RecpChange(
        base=base,
        current=current,
        output=_change(absolute_change, base.output, current.output),
        absolute={
            name: changed(name, absolute_change, figure, current.absolute[name])
            for name, figure in base.absolute.items()
        },
        relative={
            name: changed(name, relative_change, figure, now[name]) for name, figure in then.items()
        },
        grid=_grid_effect(base, current),
        diagnostics=_told_once((*base.diagnostics, *current.diagnostics, *_uneven(base, current))),
    )


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
    bearing = [said for said in assessment.diagnostics if said.code in _BEARING]
    return Recp(
        assessment=assessment,
        product=product,
        output=output,
        share=share,
        amounts=amounts,
        absolute=absolute,
        productivity={name: _productivity(output, absolute[name]) for name in RESOURCES},
        intensity={name: _intensity(absolute[name], output) for name in POLLUTION},
        left_out=left_out,
        factors=factors,
        diagnostics=(*bearing, *unconfirmed(factors.values()), *_short(audit), *found),
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
    units = list(dict.fromkeys(one.unit for one in chosen))
    if len(units) > 1:
        values = {"file": file, "units": ", ".join(units), "known": known}
        return None, None, [codes.SEVERAL_UNITS.at(chosen[0].span, **values)]
    alone = product is not None and len(audit.products) > 1
    found_here = (
        [codes.WITHOUT_SHARE.at(chosen[0].span, product=product)]
        if alone and chosen[0].share is None
        else []
    )
    amounts = [(one.id, one.amount) for one in chosen]
    output = amounts[0][1] if len(amounts) == 1 else total(units[0], amounts)
    return output, _share(chosen), found_here


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
    waste = [(kind, figure) for kind in _WASTE if (figure := impacts[kind]) is not None]
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
    types = _TYPES[name]
    terms = [(id, amounts[id]) for id, stream in audit.streams.items() if stream.type in types]
    return total(_UNITS[name], terms) if terms else None


def _factors(audit: Audit, figures: Iterable[Figure | None]) -> dict[str, FromFactor]:
    """Library factors behind the figures; not those of prices, of options, of other impacts."""
    known = [figure for figure in figures if figure is not None]
    return factors_used(leaves_of(audit._replace(streams={}, options={}), {}, known))


def _productivity(output: Figure | None, use: Figure | None) -> Figure | None:
    if output is None or use is None or use.value <= 0:
        return None
    made = derive(resource_productivity, f"{output.unit}/{use.unit}", output=output, use=use)
    return made._replace(partial=use.partial)


def _intensity(pollution: Figure | None, output: Figure | None) -> Figure | None:
    if pollution is None or output is None:
        return None
    unit = f"{pollution.unit}/{output.unit}"
    made = derive(pollution_intensity, unit, pollution=pollution, output=output)
    return made._replace(partial=pollution.partial)


def _change(rule: Formula, base: Figure | None, current: Figure | None) -> Figure | None:
    """The ratio between two figures of one unit; None where there is none to tell."""
    if base is None or current is None or base.unit != current.unit or base.value <= 0:
        return None
    made = derive(rule, "unit", current=current, base=base)
    return made._replace(partial=base.partial or current.partial)


def _grid_effect(base: Recp, current: Recp) -> GridEffect | None:
    """None where no grid factor differs, or greenhouse gases can't be compared."""
    factors, co2e = _grid_factors(base, current), current.absolute["co2e"]
    if not factors or co2e is None or base.left_out["co2e"] != current.left_out["co2e"]:
        return None
    effects = [(id, _effect(current, id, *pair)) for id, pair in factors.items()]
    effect = effects[0][1] if len(effects) == 1 else total("tCO2e", effects)
    at_base = derive(co2e_at_base_grid, "tCO2e", co2e=co2e, effect=effect)
    at_base = at_base._replace(partial=co2e.partial)
    intensity = _intensity(at_base, current.output)
    return GridEffect(
        factors=factors,
        effect=effect,
        co2e=at_base,
        intensity=intensity,
        absolute=_change(absolute_change, base.absolute["co2e"], at_base),
        relative=_change(relative_change, base.intensity["co2e"], intensity),
    )


def _effect(current: Recp, id: str, base_factor: Figure, current_factor: Figure) -> Figure:
    return derive(
        effect_of_grid,
        "tCO2e",
        electricity=current.amounts[id],
        current_factor=current_factor,
        base_factor=base_factor,
    )


def _grid_factors(base: Recp, current: Recp) -> dict[str, tuple[Figure, Figure]]:
    """The base's and the current factor of each current electricity, where the two differ."""
    pairs = {}
    before = _electricity(base)
    for id, factor in _electricity(current).items():
        only = next(iter(before.values())) if len(before) == 1 else None
        earlier = before.get(id, only)
        if earlier is not None and factor is not None and earlier.value != factor.value:
            pairs[id] = (earlier, factor)
    return pairs


def _electricity(recp: Recp) -> dict[str, Figure | None]:
    """The CO2e of one MWh of each electricity of the plant."""
    streams, intensities = recp.assessment.audit.streams, recp.assessment.intensities
    return {
        id: intensities[id].get("co2e")
        for id, stream in streams.items()
        if stream.type == "electricity"
    }


def _told_once(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics without those that say the same of the same place."""
    once: list[Diagnostic] = []
    for said in found:
        if said not in once:
            once.append(said)
    return tuple(once)


def _uneven(base: Recp, current: Recp) -> list[Diagnostic]:
    """What makes two periods hard to compare; nothing for a package of the same period."""
    if base.assessment is current.assessment:
        return []
    before, now = base.assessment.audit, current.assessment.audit
    found = [
        codes.OTHER_PLANT.at(None, what=Word(what), base=one, current=other)
        for what, one, other in (
            (N_("plants"), before.plant, now.plant),
            (N_("sectors"), before.sector, now.sector),
        )
        if one != other
    ]
    if now.period.first <= before.period.last:
        found.append(codes.NOT_LATER.at(None, base=before.file, current=now.file))
    found += _other_output(base, current)
    found += [*_one_sided(base, current), *_one_sided(current, base)]
    found += _other_left_out(base, current)
    if before.gwp_set != now.gwp_set:
        found.append(codes.OTHER_GWP.at(None, base=before.gwp_set, current=now.gwp_set))
    return [*found, *_other_grid(base, current)]


def _other_output(base: Recp, current: Recp) -> list[Diagnostic]:
    """Outputs that are measured, made up or allocated differently."""
    if base.output is None or current.output is None:
        return []
    found = []
    units = base.output.unit, current.output.unit
    if units[0] != units[1]:
        found.append(codes.OTHER_OUTPUT_UNIT.at(None, base=units[0], current=units[1]))
    products = base.assessment.audit.products.keys() ^ current.assessment.audit.products.keys()
    if products and base.product is None:
        found.append(codes.OTHER_PRODUCTS.at(None, products=", ".join(sorted(products))))
    if (base.share is None) is not (current.share is None):
        found.append(codes.ONE_SHARE.at(None))
    return found


def _one_sided(one: Recp, other: Recp) -> list[Diagnostic]:
    """A note of the streams that count here and that the other file does not have."""
    audit, others = one.assessment.audit, other.assessment.audit.streams
    types = [type for each in _TYPES.values() for type in each]
    only = [
        id
        for id, stream in audit.streams.items()
        if id not in others
        and (
            stream.type in types or any(name in one.assessment.intensities[id] for name in _COUNTED)
        )
    ]
    if not only:
        return []
    span = audit.streams[only[0]].span
    return [codes.ONE_SIDED.at(span, file=audit.file, streams=", ".join(only))]


def _other_left_out(base: Recp, current: Recp) -> list[Diagnostic]:
    return [
        codes.OTHER_LEFT_OUT.at(
            None,
            indicator=Word(word),
            base=listed(base.left_out[impact]),
            current=listed(current.left_out[impact]),
        )
        for impact, word in SUMMED.items()
        if base.left_out[impact] != current.left_out[impact]
        and base.absolute[impact] is not None
        and current.absolute[impact] is not None
    ]


def _other_grid(base: Recp, current: Recp) -> list[Diagnostic]:
    """What each other grid factor makes of the comparison, and whether it is of another kind."""
    found = []
    for id, (before, now) in _grid_factors(base, current).items():
        span = current.assessment.audit.streams[id].span
        effect = _effect(current, id, before, now).value
        found.append(codes.OTHER_GRID_FACTOR.at(span, base=before, current=now, effect=effect))
        series = _series(before), _series(now)
        if series[0] != series[1]:
            found.append(codes.OTHER_GRID_KIND.at(span, base=series[0], current=series[1]))
    return found


def _series(factor: Figure) -> str:
    """The series of the library that a grid factor is of, or that the file writes it."""
    if not isinstance(factor.derivation, FromFactor):
        return Word(N_("written in the file"))
    used = factor.derivation.factor
    return f"{used.id.rpartition('.')[0]} ({used.basis})" if used.basis else used.id
