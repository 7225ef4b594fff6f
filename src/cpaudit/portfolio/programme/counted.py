"""One audit as a programme needs it: small, and fit to be sent from one process to another."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from pathlib import Path

from ...diagnostics import Diagnostic, Source, Span
from ...diagnostics.codes import programme as codes
from ...diagnostics.codes import references
from ...diagnostics.similar import listed
from ...domain import Audit, Option, Package
from ...domain.outcome import Done, Outcome, Task
from ...domain.programme import COUNTED, LEVELS, column_of
from ...engine.effects import package_result
from ...engine.order import required_first
from ...engine.results import Assessment, PackageResult
from ...engine.worth import Result
from ...factors import Library
from ...figure import About, Assumed, Computed, Entered, Figure, FromAudit
from ...steps import assess_audit, read_audit


def outcome(task: Task, library: Library) -> Outcome:
    """Read and assess an audit, and keep of it what a programme counts."""
    audit, found = read_audit(Path(task.path), library)
    if audit is None:
        return _failed(task, found)
    assessment, found = assess_audit(audit)
    if assessment is None:
        return _failed(task, found)
    made = _chosen(task, assessment)
    if isinstance(made, Diagnostic):
        return _failed(task, [made])
    chosen, left_out = made
    package, found = _together(audit, assessment, task, chosen)
    if found:
        return _failed(task, found)
    done = tuple(
        _done(task.name, assessment, audit.options[id], package.options[id]) for id in chosen
    )
    warnings = sum(said.level == "warning" for said in assessment.diagnostics)
    return Outcome(
        name=task.name,
        plant=audit.plant,
        sector=audit.sector,
        province=audit.province,
        currency=audit.currency,
        year=audit.period.year,
        gwp_set=audit.gwp_set,
        options=tuple(audit.options),
        done=done,
        rates={code: _rate(task.name, code, one) for code, one in audit.rates.items()},
        left_out=left_out,
        warnings=warnings,
        lacks_grid=any(said.code is references.NO_GRID for said in assessment.diagnostics),
    )


def _chosen(
    task: Task, assessment: Assessment
) -> tuple[tuple[str, ...], tuple[str, ...]] | Diagnostic:
    """The options to count or to show, in their order, and those that would count beside them.

    Options of a level that does not count are there where a package tells that they go together.
    """
    audit = assessment.audit
    options, packages = audit.options, audit.packages
    levels = COUNTED[task.counts]
    counting = [id for id, one in options.items() if LEVELS[one.status] in levels]
    if task.package is not None:
        if task.package not in packages:
            known = listed(packages)
            return codes.UNKNOWN_PACKAGE.at(None, path=task.name, text=task.package, known=known)
        members = packages[task.package].options
        left_out = tuple(id for id in counting if id not in members)
        return _ordered(audit, members), left_out
    for id in counting:
        for other in options[id].excludes:
            if other in counting:
                values = {"path": task.name, "option": id, "other": other}
                return codes.EXCLUDED.at(options[id].span, **values)
    beside = next(iter(packages.values())).options if len(packages) == 1 else ()
    return _ordered(audit, dict.fromkeys((*counting, *beside))), ()


def _ordered(audit: Audit, ids: Iterable[str]) -> tuple[str, ...]:
    """What is done already acts first; otherwise the order stays, with what is required before."""
    ids = list(ids)
    levels = {id: LEVELS[audit.options[id].status] for id in ids}
    if len(set(levels.values())) < 2:
        return tuple(ids)
    rank = list(dict.fromkeys(LEVELS.values()))
    by_level = sorted(ids, key=lambda id: rank.index(levels[id]))
    return tuple(id for id in required_first(audit, by_level) if id in ids)


def _together(
    audit: Audit, assessment: Assessment, task: Task, chosen: tuple[str, ...]
) -> tuple[PackageResult, list[Diagnostic]]:
    """The options at their turns: those of a package where it is one, otherwise worked out."""
    for package in audit.packages.values():
        if package.options == chosen:
            return assessment.packages[package.id], []
    made = Package(task.package or task.counts, chosen, None)
    return package_result(audit, made, assessment.intensities)


def _done(name: str, assessment: Assessment, option: Option, result: Result) -> Done:
    audit = assessment.audit
    origin = FromAudit(name, option.id, option.span.line)
    resources: dict[tuple[str, str], Figure] = {}
    for id, figure in result.resources.items():
        stream = audit.streams[id]
        if stream.kind == "resource":
            column = column_of(stream.type, stream.fuel, stream.unit)
            before = resources.get(column)
            value = figure.value + (before.value if before else 0.0)
            resources[column] = Figure(value, stream.unit, origin)
    lifetime = option.lifetime
    met = {impact for id in result.resources for impact in assessment.intensities[id]}
    met |= {"energy", "co2", "co2e"}
    return Done(
        option=option.id,
        level=LEVELS[option.status],
        delay=option.delay,
        lifetime=None if lifetime is None else ceil(lifetime.value - 1e-9),
        resources=resources,
        impacts={
            impact: None if one is None else Figure(one.value, one.unit, origin, one.partial)
            for impact, one in result.impacts.items()
            if impact in met
        },
        saving=_saving(audit, option, result, origin),
        investment=Figure(result.investment.value, audit.currency, origin),
    )


def _saving(audit: Audit, option: Option, result: Result, origin: FromAudit) -> Figure | None:
    """The saving in money: partial where something saved has no price, None where nothing tells
    any of it."""
    resources = [audit.streams[id] for id in result.resources]
    unpriced = [one for one in resources if one.kind == "resource" and one.price is None]
    is_told = any(one.price for one in resources) or any(result.charges.values())
    if unpriced and not is_told and isinstance(option.operating_cost.derivation, Assumed):
        return None
    return Figure(result.saving.value, audit.currency, origin, bool(unpriced))


def _rate(name: str, currency: str, figure: Figure) -> Figure:
    written = figure
    while isinstance(written.derivation, Computed):  # a rate that was turned round
        written = written.derivation.inputs[0][1]
    line = written.derivation.span.line if isinstance(written.derivation, Entered) else 0
    return Figure(figure.value, figure.unit, FromAudit(name, f"exchange_rates.{currency}", line))


def _failed(task: Task, found: Iterable[Diagnostic]) -> Outcome:
    return Outcome(task.name, diagnostics=tuple(map(light, found)))


def light(said: Diagnostic) -> Diagnostic:
    """A diagnostic without the file that it is about: of the text only the line that it names."""
    span = None if said.span is None else _light_span(said.span, said.span.source.name)
    values = {key: _light_value(value) for key, value in said.values.items()}
    return said._replace(span=span, values=values, other=None)


def _light_span(span: Span, name: str) -> Span:
    line = span.source.line(span.line)
    return span._replace(source=Source(name, "\n" * (span.line - 1) + line))


def _light_value(value: object) -> object:
    if isinstance(value, Figure):
        return Figure(value.value, value.unit, Assumed(""), value.partial)
    if isinstance(value, About):
        return About(Figure(value.figure.value, value.figure.unit, Assumed("")))
    if isinstance(value, tuple):
        return tuple(map(_light_value, value))
    return value
