"""How far results can be trusted: each with its 95 % interval, does it pay, what makes it so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...engine import Irr, Payback
from ...engine.uncertainty import Estimate, Uncertainty
from ...figure import Figure, FromFactor
from ...language import N_, Language
from ..blocks import EMPTY, Block, Cell, Column, Panel, Row, Table
from ..numbers import Numbers
from .assessment import remarks_of
from .baseline import EMISSIONS
from .cells import legend
from .contributions import contributions_table
from .headline import place_of, span_of
from .intervals import Scale, widths_cell
from .probabilities import probabilities_table

# figures whose name is not that of an emission; what is not listed is called by its path
TITLES = {
    **dict(EMISSIONS),
    "scope1": N_("Greenhouse gases, scope 1"),
    "scope2": N_("Greenhouse gases, scope 2"),
    "co2e": N_("Greenhouse gases"),
    "co2": "CO2",
    "biogenic_co2": N_("CO2 of biomass"),
    "tss": "TSS",
    "cost": N_("Cost"),
    "energy": N_("Energy"),
    "toe": "TOE",
    "saving": N_("Saving"),
    "investment": N_("Investment"),
    "payback": N_("Payback"),
    "npv": N_("NPV"),
    "irr": N_("IRR"),
    "discounted_payback": N_("Discounted payback"),
    "mirr": "MIRR",
    "profitability_index": N_("PI"),
    "savings_to_investment": N_("SIR"),
    "annualised_cost": N_("Annualised cost"),
    "saved_energy_cost": N_("Cost per GJ saved"),
    "abatement_cost": N_("Cost per t CO2e"),
}
Money = tuple[float, str]


def uncertainty_view(
    made: Uncertainty, of: str | None, language: Language, verbose: bool = False
) -> list[Block]:
    """Headline, tables of results with intervals, probabilities, what makes one figure so."""
    numbers = Numbers(language)
    _, assessment = language, made.assessment
    baseline = _group(made, "baseline.")
    options = {
        assessment.audit.options[id].name: _group(made, f"options.{id}.")
        for id in assessment.options
    }
    packages = {
        _("Package “{name}”").format(name=id): _group(made, f"packages.{id}.")
        for id in assessment.packages
    }
    results = {**options, **packages}
    money = _money(made, [baseline, *results.values()], numbers)
    blocks: list[Block] = [_panel(made, numbers)]
    blocks.append(_table(_("Baseline a year"), {"": baseline}, money, made, numbers))
    for title, groups in ((_("Options, each alone"), options), (_("Packages"), packages)):
        if groups:
            blocks.append(_table(title, groups, money, made, numbers))
    if made.draws and results:
        blocks.append(probabilities_table(made, numbers))
    if of is not None:
        blocks.append(contributions_table(made, of, numbers))
    if made.diagnostics:
        blocks.append(remarks_of(made.diagnostics, language, verbose))
    return blocks


def _group(made: Uncertainty, above: str) -> dict[str, Estimate]:
    """The figures that stand in a group itself, by key; not those of groups below it."""
    return {
        path.removeprefix(above): one
        for path, one in made.estimates.items()
        if path.startswith(above) and "." not in path.removeprefix(above)
    }


def _money(
    made: Uncertainty, groups: list[dict[str, Estimate]], numbers: Numbers
) -> tuple[Money, str]:
    """One scale for all money, and the name of its unit."""
    currency = made.assessment.audit.currency
    nodes = [one.node for group in groups for one in group.values()]
    values = [one.value for one in nodes if isinstance(one, Figure) and one.unit == currency]
    divisor, name = numbers.money_scale(values, currency)
    return (divisor, currency), name


def _panel(made: Uncertainty, numbers: Numbers) -> Panel:
    """Plant and period, how many inputs are uncertain, what was calculated."""
    _, audit = numbers.language, made.assessment.audit
    sector = audit.sector_names.get(_.code, audit.sector)
    factors = sum(isinstance(one.figure.derivation, FromFactor) for one in made.inputs)
    lines = [
        f"{sector} · {place_of(audit)} · {span_of(audit.period, numbers)}",
        _("Uncertain inputs: {factors} factors with bounds, {values} values of the file.").format(
            factors=factors, values=len(made.inputs) - factors
        ),
        _("95 % intervals by error propagation (IPCC 2006, Vol. 1, Ch. 3, approach 1)."),
    ]
    if made.draws:
        drawn = _("Beside them {draws} draws (approach 2, Monte Carlo) with seed {seed}.")
        lines.append(drawn.format(draws=numbers.decimal(made.draws, 0), seed=made.seed))
    return Panel(audit.plant, lines)


def _table(
    title: str,
    groups: Mapping[str, Mapping[str, Estimate]],
    money: tuple[Money, str],
    made: Uncertainty,
    numbers: Numbers,
) -> Table:
    """The figures of groups under their names, each with its intervals."""
    _ = numbers.language
    width = 5 if made.draws else 4
    rows: list[Row] = []
    for name, group in groups.items():
        if name:
            rows.append(Row([Cell(name), *[Cell("")] * (width - 1)], "heading"))
        rows += _rows(group, money[0], made, numbers, "  " if name else "")
    columns = [Column("", numeric=False), Column(_("Value")), Column(_("95 % interval"))]
    columns += [Column(_("Median")), Column(_("95 % of draws"))] if made.draws else [Column("±")]
    remarks = [_("Money in {unit}.").format(unit=money[1]), *_rate_remarks(groups, numbers)]
    return Table(title, columns, rows, [*remarks, *legend(rows, numbers)])


def _rows(
    group: Mapping[str, Estimate], money: Money, made: Uncertainty, numbers: Numbers, indent: str
) -> Iterator[Row]:
    _ = numbers.language
    for key, one in group.items():
        if isinstance(one.node, Figure) and not one.node.value and one.interval is None:
            continue  # an impact that the plant does not have
        scale = Scale(one.node, money, numbers)
        title = _(TITLES[key]) if key in TITLES else key.replace("_", " ")
        cells = [
            Cell(indent + (f"{title}, {scale.unit}" if scale.unit not in {"", title} else title)),
            scale.base(),
            scale.between(*one.interval[:2]) if one.interval else EMPTY,
        ]
        if not made.draws:
            value = one.node.value if isinstance(one.node, Figure) else 0.0
            ends = one.interval[:2] if one.interval else (value, value)
            cells.append(widths_cell(value, ends, numbers) if one.interval else EMPTY)
        elif one.drawn is None:
            cells += [EMPTY, EMPTY]
        else:
            drawn = one.drawn
            cells += [Cell(scale.text(drawn.median)), scale.between(drawn.low, drawn.high)]
        yield Row(cells)


def _rate_remarks(groups: Mapping[str, Mapping[str, Estimate]], numbers: Numbers) -> Iterator[str]:
    """In which part of the draws a rate or a payback is no number."""
    _ = numbers.language
    sentences = {
        Irr: _("{name}: no single {figure} in {part} of the draws."),
        Payback: _("{name}: {figure} never in {part} of the draws."),
    }
    for name, group in groups.items():
        for key, one in group.items():
            sentence = sentences.get(type(one.node))
            if sentence is None or one.drawn is None:
                continue
            part = one.drawn.infinite + one.drawn.without
            if part:
                title = _(TITLES[key]) if key in TITLES else key.replace("_", " ")
                yield sentence.format(name=name, figure=title, part=numbers.percent(part))
