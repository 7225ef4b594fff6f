"""SO2 and dust of fuels, by their sulphur and ash, behind what filter there is."""

from __future__ import annotations

from ..diagnostics import Diagnostic, Word
from ..diagnostics.codes import plausibility
from ..domain import Audit, Stream
from ..domain.discharges import LOADS
from ..figure import Figure, derive, formula, total
from ..language import N_
from .results import Intensities

_AP42 = "US EPA AP-42, section 1.1 to 1.3: emission factors by sulphur and ash content"


@formula("mass · sulphur · SO2 per sulphur", _AP42)
def so2_of_sulphur(mass: float, sulphur: float, so2_per_sulphur: float) -> float:
    """t SO2 from t of fuel, its sulphur fraction and t SO2 per t of sulphur."""
    return mass * sulphur * so2_per_sulphur


@formula("amount · dust per amount", _AP42)
def dust_of_amount(amount: float, dust_per_amount: float) -> float:
    """t of dust from t (or m3) of fuel burnt, before any filter."""
    return amount * dust_per_amount


@formula("amount · content · dust per content", _AP42)
def dust_of_content(amount: float, content: float, dust_per_content: float) -> float:
    """t of dust from t (or m3) of fuel and its fraction of ash or sulphur, before any filter."""
    return amount * content * dust_per_content


@formula("emission · (1 - removal)", N_("definition of a removal efficiency"))
def after_removal(emission: float, removal: float) -> float:
    """What passes a filter or scrubber of the given efficiency (a fraction)."""
    return emission * (1 - removal)


def so2_intensity(stream: Stream) -> Figure | None:
    """t SO2 of one unit of a fuel; None where its sulphur is not known."""
    factors = stream.factors
    wanted = ("mass_per_unit", "sulphur", "so2_per_sulphur")
    if any(name not in factors for name in wanted):
        return None
    mass, sulphur, ratio = (factors[name] for name in wanted)
    made = derive(
        so2_of_sulphur, f"t/{stream.unit}", mass=mass, sulphur=sulphur, so2_per_sulphur=ratio
    )
    return _passing(made, factors.get("so2_removal"))


def dust_intensity(stream: Stream) -> Figure | None:
    """t of dust of one unit of a fuel; None where no factor or a content is missing."""
    factors, unit = stream.factors, f"t/{stream.unit}"
    terms: list[tuple[str, Figure]] = []
    for name, factor in _dust_terms(stream).items():
        measure = "volume_per_unit" if factor.unit == "t/m3" else "mass_per_unit"
        content = {"dust_per_ash": "ash", "dust_per_sulphur": "sulphur"}.get(name)
        if measure not in factors or (content is not None and content not in factors):
            return None
        if content is None:
            made = derive(dust_of_amount, unit, amount=factors[measure], dust_per_amount=factor)
        else:
            made = derive(
                dust_of_content,
                unit,
                amount=factors[measure],
                content=factors[content],
                dust_per_content=factor,
            )
        terms.append((name, made))
    if not terms:
        return None
    made = terms[0][1] if len(terms) == 1 else total(unit, terms)
    return _passing(made, factors.get("dust_removal"))


def _dust_terms(stream: Stream) -> dict[str, Figure]:
    names = ("dust_constant", "dust_per_ash", "dust_per_sulphur")
    return {name: stream.factors[name] for name in names if name in stream.factors}


def _passing(emission: Figure, removal: Figure | None) -> Figure:
    if removal is None:
        return emission
    return derive(after_removal, emission.unit, emission=emission, removal=removal)


def not_counted(audit: Audit, intensities: Intensities) -> list[Diagnostic]:
    """A note per pollutant and reason for the fuels that may emit it, but that nothing tells."""
    open_streams = {
        impact: [s for s in audit.streams.values() if intensities[s.id].get(impact, s) is None]
        for impact in ("so2", "dust")
    }
    no_ash = [s for s in open_streams["dust"] if "dust_per_ash" in s.factors]
    no_factor = [s for s in open_streams["dust"] if "dust_per_ash" not in s.factors]
    rows: tuple[tuple[str, list[Stream], str, str], ...] = (
        ("SO2", open_streams["so2"], N_("its sulphur content is not known"), "sulphur: … %"),
        (N_("Dust"), no_ash, N_("its ash content is not known"), "ash: … %"),
        (N_("Dust"), no_factor, N_("no dust factor is known"), "dust: … kg/t"),
    )
    energy = [s for s in audit.streams.values() if intensities[s.id].get("energy", s) is None]
    rows += ((N_("Energy"), energy, N_("its state is not known"), "resource: heat"),)
    rows += _open_loads(audit)
    return [
        plausibility.NOT_COUNTED.at(
            None,
            impact=Word(impact),
            streams=", ".join(stream.id for stream in streams),
            reason=Word(reason),
            key=key,
        )
        for impact, streams, reason, key in rows
        if streams
    ]


def _open_loads(audit: Audit) -> tuple[tuple[str, list[Stream], str, str], ...]:
    """Wastewaters that do not state a load which others of the plant do."""
    waters = [one for one in audit.streams.values() if one.type == "wastewater"]
    rows = []
    for load in LOADS:
        silent = [one for one in waters if f"{one.id}.{load}" not in audit.streams]
        if silent and len(silent) < len(waters):
            rows.append((load, silent, N_("it is not written"), f"{load}: … mg/L"))
    return tuple(rows)


def counted_beside(audit: Audit, intensities: Intensities) -> list[Diagnostic]:
    """A note for stack emissions given as discharges beside those calculated from fuels."""
    fuels = [stream for stream in audit.streams.values() if stream.fuel is not None]
    found = []
    for stream in audit.streams.values():
        if stream.kind != "discharge" or stream.type not in {"dust", "so2"}:
            continue
        calculated = [intensities[fuel.id].get(stream.type) for fuel in fuels]
        if any(figure is not None and figure.value > 0 for figure in calculated):
            impact = {"dust": Word(N_("dust")), "so2": "SO2"}[stream.type]
            key = f"{stream.type}_removal"
            found.append(
                plausibility.COUNTED_BESIDE.at(
                    stream.span, discharge=stream.id, impact=impact, key=key
                )
            )
    return found
