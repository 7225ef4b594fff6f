"""The plant as it is: use and cost, discharges, emissions, specific consumption."""

from __future__ import annotations

from ...domain import Audit, Stream
from ...engine import Assessment
from ...figure import Figure, FromFactor, total
from ...language import N_
from ..blocks import Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import legend, money_cell, number_cell, quantity_cell

EMISSIONS = (
    ("scope1", N_("Greenhouse gases, scope 1 (fuels burnt)")),
    ("scope2", N_("Greenhouse gases, scope 2 (bought energy)")),
    ("co2e", N_("Greenhouse gases together")),
    ("co2", N_("of which CO2")),
    ("biogenic_co2", N_("CO2 of biomass (not counted above)")),
    ("so2", N_("SO2")),
    ("dust", N_("Dust")),
    ("nox", N_("NOx")),
    ("co", N_("CO")),
    ("wastewater", N_("Wastewater")),
    ("cod", N_("COD")),
    ("bod", N_("BOD")),
    ("tss", N_("Suspended solids (TSS)")),
    ("hg", N_("Mercury (Hg)")),
    ("pb", N_("Lead (Pb)")),
    ("as", N_("Arsenic (As)")),
    ("cd", N_("Cadmium (Cd)")),
    ("solid_waste", N_("Solid waste")),
    ("hazardous_waste", N_("Hazardous waste")),
)

_MOST_PRODUCTS = 3
_ENERGY_COLUMNS = ("energy", "toe", "co2e")


def baseline_blocks(assessment: Assessment, numbers: Numbers) -> list[Block]:
    """The baseline's tables, empty ones left out."""
    blocks: list[Block] = [_resources(assessment, numbers), _emissions(assessment, numbers)]
    products = list(assessment.audit.products)
    for start in range(0, len(products), _MOST_PRODUCTS):
        shown = products[start : start + _MOST_PRODUCTS]
        blocks.append(_specific_consumption(assessment, shown, numbers))
    return blocks


def name_of(stream: Stream, numbers: Numbers) -> str:
    """The stream's name in the language, or its id."""
    return stream.names.get(numbers.language.code, stream.id)


def _resources(assessment: Assessment, numbers: Numbers) -> Table:
    _, baseline = numbers.language, assessment.baseline
    costs = [one.value for one in baseline.costs.values()]
    divisor, money = numbers.money_scale([sum(costs)], assessment.audit.currency)
    rows = []
    for stream in assessment.audit.streams.values():
        if "." in stream.id:
            continue
        use = baseline.per_stream.get(stream.id, {})
        cost = baseline.costs.get(stream.id)
        cells = [
            Cell(name_of(stream, numbers)),
            quantity_cell(stream.amount, numbers),
            money_cell(cost, numbers, divisor),
            _share(cost, baseline.cost, numbers),
            *(number_cell(use.get(impact), numbers) for impact in _ENERGY_COLUMNS),
        ]
        rows.append(Row(cells))
    rows += _charge_rows(assessment, numbers, divisor)
    rows.append(Row(_total_cells(assessment, numbers, divisor), "total"))
    columns = [
        Column(_("Resource"), numeric=False),
        Column(_("Use")),
        Column(_("Cost,\n{unit}").format(unit=money)),
        Column(_("Share")),
        Column("GJ"),
        Column("TOE"),
        Column(numbers.unit("tCO2e")),
    ]
    remarks = [
        _("Energy by net calorific value and 3.6 GJ/MWh."),
        _(_toe_rule(assessment.audit)),
        _("CO2e with the warming potentials of {gwp}.").format(gwp=assessment.audit.gwp_set),
    ]
    title = _("Baseline: use and cost per year")
    return Table(title, columns, rows, [*remarks, *legend(rows, numbers)])


def _toe_rule(audit: Audit) -> str:
    """Whether the country has a table of its own for TOE, or a TOE is 41.868 GJ."""
    by_table = (
        one.factors[key].derivation
        for one in audit.streams.values()
        for key in ("toe", "toe_volume")
        if key in one.factors
    )
    official = any(
        isinstance(origin, FromFactor) and origin.factor.region == audit.country
        for origin in by_table
    )
    if official:
        return N_("TOE by the official table that decides who is a key energy user.")
    return N_("TOE of 41.868 GJ each; no official table of the country is known.")


def _charge_rows(assessment: Assessment, numbers: Numbers, divisor: float) -> list[Row]:
    """What is paid by law besides the prices, a row for each charge."""
    audit, baseline = assessment.audit, assessment.baseline
    rows = []
    for id, lines in baseline.charges.items():
        charge = audit.charges[id]
        if charge.in_prices or not lines:
            continue
        paid = total(audit.currency, lines.items())
        cells = [
            Cell(charge.names[numbers.language.code]),
            Cell(""),
            money_cell(paid, numbers, divisor),
            _share(paid, baseline.cost, numbers),
            *(Cell("") for _ in _ENERGY_COLUMNS),
        ]
        rows.append(Row(cells))
    return rows


def _total_cells(assessment: Assessment, numbers: Numbers, divisor: float) -> list[Cell]:
    baseline = assessment.baseline
    return [
        Cell(numbers.language("Total")),
        Cell(""),
        money_cell(baseline.cost, numbers, divisor),
        _share(baseline.cost, baseline.cost, numbers),
        *(number_cell(baseline.impacts[impact], numbers) for impact in _ENERGY_COLUMNS),
    ]


def _share(part: Figure | None, whole: Figure | None, numbers: Numbers) -> Cell:
    if part is None or whole is None or whole.value == 0:
        return Cell("–")
    share = part.value / whole.value
    return Cell(numbers.percent(share), share, "unit")


def _emissions(assessment: Assessment, numbers: Numbers) -> Table:
    _, baseline = numbers.language, assessment.baseline
    figures = {"scope1": baseline.scope1, "scope2": baseline.scope2, **baseline.impacts}
    rows = [
        Row([Cell(_(label)), quantity_cell(figure, numbers)])
        for key, label in EMISSIONS
        if ((figure := figures[key]) is None and key in {"so2", "dust"})
        or (figure is not None and (figure.value or key in {"scope1", "scope2", "co2e"}))
    ]
    columns = [Column(_("Emission or discharge"), numeric=False), Column(_("Per year"))]
    title = _("Baseline: emissions and discharges")
    return Table(title, columns, rows, legend(rows, numbers))


def _specific_consumption(assessment: Assessment, shown: list[str], numbers: Numbers) -> Table:
    _, audit = numbers.language, assessment.audit
    products = {id: assessment.baseline.products[id] for id in shown}
    rows = [
        Row(
            [
                Cell(name_of(stream, numbers)),
                *(_per_product_cell(use[stream.id], numbers) for use in products.values()),
            ]
        )
        for stream in audit.streams.values()
    ]
    columns = [
        Column(_("Per unit of product"), numeric=False),
        *(
            Column(f"{product.names[_.code]}\n({numbers.figure(product.amount)})")
            for product in (audit.products[id] for id in shown)
        ),
    ]
    return Table(_("Baseline: specific consumption"), columns, rows)


def _per_product_cell(figure: Figure, numbers: Numbers) -> Cell:
    return Cell(numbers.per_product(figure), figure.value, figure.unit)
