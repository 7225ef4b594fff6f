"""The technology gap: use per unit of product beside benchmarks and norms, and what closes it."""

from __future__ import annotations

from collections.abc import Iterable

from ...engine.benchmark import Gap, SubjectGap
from ...engine.comparison import Comparison
from ...engine.subjects import SUBJECTS
from ...figure import Factor, Figure, FromFactor
from ...language import Language
from ..blocks import EMPTY, Block, Cell, Column, Panel, Row, Table
from ..numbers import Numbers
from .assessment import remarks_of
from .cells import bar, legend, money_cell, number_cell, starred
from .closing import LEVELS, closing_tables, open_gaps
from .headline import place_of, span_of
from .sources import Sources


def gap_view(gap: Gap, language: Language, verbose: bool = False) -> list[Block]:
    """Headline, a table per product, what closes each gap, sources and warnings."""
    numbers = Numbers(language)
    blocks: list[Block] = [_headline(gap, numbers)]
    for product in dict.fromkeys(one.product.id for one in gap.subjects):
        subjects = [one for one in gap.subjects if one.product.id == product]
        sources = Sources()
        blocks.append(_product_table(gap, subjects, sources, numbers))
        for one in subjects:
            if any(
                compared.closed_by_package or compared.closed_by_option
                for compared in open_gaps(one)
            ):
                blocks += closing_tables(gap, one, sources, numbers)
    if gap.diagnostics:
        blocks.append(remarks_of(gap.diagnostics, language, verbose))
    return blocks


def _headline(gap: Gap, numbers: Numbers) -> Panel:
    _, audit = numbers.language, gap.assessment.audit
    sector = audit.sector_names.get(_.code, audit.sector)
    lines = [f"{sector} · {place_of(audit)} · {span_of(audit.period, numbers)}"]
    compared = [one for subject in gap.subjects for one in subject.comparisons]
    lines.append(_verdict(gap, compared, numbers))
    for subject in gap.subjects:
        for one in subject.comparisons:
            if one.benchmark.level == "norm":
                lines += _norm_lines(subject, one, numbers)
    return Panel(audit.plant, lines)


def _verdict(gap: Gap, compared: list[Comparison], numbers: Numbers) -> str:
    """How many benchmarks of each level are exceeded."""
    _ = numbers.language
    if not compared and any(one.benchmarks for one in gap.assessment.audit.products.values()):
        return _("Nothing is compared: the plant uses none of what its benchmarks are of.")
    if not compared:
        return _("No benchmark is known for what this plant makes: nothing is compared.")
    counts = []
    for level, title in LEVELS.items():
        verdicts = [
            one.met for one in compared if one.benchmark.level == level and one.met is not None
        ]
        if verdicts:
            above = _("{title} {above} of {count}")
            values = {"above": verdicts.count(False), "count": len(verdicts)}
            counts.append(above.format(title=_(title), **values))
    lines = [_("Exceeded: {counts}.").format(counts=" · ".join(counts))] if counts else []
    untold = sum(one.met is None for one in compared)
    if untold:
        lines.append(_("Can't be told: {count}.").format(count=untold))
    return " ".join(lines)


def _norm_lines(subject: SubjectGap, compared: Comparison, numbers: Numbers) -> list[str]:
    """How the plant stands to a norm today, and after each package that changes its use."""
    _ = numbers.language
    sentence = {
        True: _("{product}: the legal norm for {subject} is met ({actual}, norm {limit})."),
        False: _("{product}: the legal norm for {subject} is NOT met ({actual}, norm {limit})."),
        None: _("{product}: whether the norm for {subject} is met can't be told ({actual})."),
    }[compared.met]
    if compared.benchmark.expired:
        sentence += " " + _("The norm has ended.")
    today = sentence.format(
        product=subject.product.names[_.code],
        subject=_(SUBJECTS[subject.subject.name].title),
        actual=numbers.per_product(subject.actual),
        limit=numbers.per_product(compared.benchmark.limit),
    )
    after = {
        True: _("  after package “{name}”: met ({value})"),
        False: _("  after package “{name}”: NOT met ({value})"),
        None: _("  after package “{name}”: can't be told ({value})"),
    }
    return [
        today,
        *(
            after[is_met].format(name=id, value=numbers.per_product(subject.after_package[id]))
            for id, is_met in compared.met_after.items()
        ),
    ]


def _product_table(
    gap: Gap, subjects: list[SubjectGap], sources: Sources, numbers: Numbers
) -> Table:
    _ = numbers.language
    product = subjects[0].product
    money = [one.money.value for each in subjects for one in each.comparisons if one.money]
    divisor, unit = numbers.money_scale(money, gap.assessment.audit.currency)
    rows: list[Row] = []
    for subject in subjects:
        rows += _subject_rows(subject, divisor, sources, numbers)
    columns = [
        Column(_("Per {unit} of product").format(unit=numbers.unit(product.unit)), numeric=False),
        Column(_("Use")),
        Column("", numeric=False, whole=True),
        Column(_("Gap\na year")),
        Column(_("Cost,\n{unit}").format(unit=unit)),
        Column(numbers.unit("tCO2e")),
        Column("TOE"),
    ]
    remarks = [
        _(
            "Gap: what is used above the benchmark, for the whole year; money, CO2e and TOE at the "
            "plant's own average for that use."
        ),
        _("Of a range of best practice the upper end counts as good, the lower end as best."),
        *sources.remarks(numbers),
    ]
    remarks += legend(rows, numbers)
    amount = numbers.figure(product.amount)
    title = _("Technology gap: {product}, {amount} a year")
    return Table(title.format(product=product.names[_.code], amount=amount), columns, rows, remarks)


def _subject_rows(
    subject: SubjectGap, divisor: float, sources: Sources, numbers: Numbers
) -> Iterable[Row]:
    _ = numbers.language
    title = _(SUBJECTS[subject.subject.name].title)
    scale, unit = numbers.product_scale(subject.actual.unit)
    largest = max(
        [subject.actual.value, *(one.benchmark.limit.value for one in subject.comparisons)]
    )
    today = starred(numbers.plain(subject.actual.value * scale), subject.actual)
    yearly = numbers.unit(subject.subject.unit)
    heading = f"{title[:1].upper()}{title[1:]}, {unit}"
    if not subject.comparisons:
        return [
            Row([Cell(heading), today, Cell(_("no benchmark")), EMPTY, EMPTY, EMPTY, EMPTY]),
        ]
    length = Cell(bar(subject.actual.value, largest))
    rows = [Row([Cell(heading), today, length, Cell(yearly), Cell(""), Cell(""), Cell("")])]
    for one in subject.comparisons:
        cells = _comparison_cells(one, scale, divisor, largest, sources, numbers)
        if _needs_name(one, subject):
            cells[0] = cells[0]._replace(detail=f"  {one.benchmark.names.get(_.code, '')}")
        rows.append(Row(cells))
    return rows


def _needs_name(compared: Comparison, subject: SubjectGap) -> bool:
    """Whether level and source alone would not tell a benchmark from another one."""

    def told(one: Comparison) -> tuple[str, str]:
        factor = _factor(one.benchmark.limit)
        return one.benchmark.level, factor.publication.id if factor is not None else ""

    same = [one for one in subject.comparisons if told(one) == told(compared)]
    return len(same) > 1 and bool(compared.benchmark.names)


def _comparison_cells(
    compared: Comparison,
    scale: float,
    divisor: float,
    largest: float,
    sources: Sources,
    numbers: Numbers,
) -> list[Cell]:
    _, benchmark = numbers.language, compared.benchmark
    label = f"  {_(LEVELS[benchmark.level])}"
    label += f" {sources.mark_of(benchmark.limit)}".rstrip()
    if benchmark.level == "norm":
        verdict = {True: _("met"), False: _("not met"), None: "?"}[compared.met]
        label += f": {verdict}"
    limit = benchmark.limit
    return [
        Cell(label),
        Cell(numbers.plain(limit.value * scale), limit.value, limit.unit),
        Cell(bar(limit.value, largest)),
        number_cell(compared.yearly, numbers),
        money_cell(compared.money, numbers, divisor),
        number_cell(compared.co2e, numbers),
        number_cell(compared.toe, numbers),
    ]


def _factor(figure: Figure) -> Factor | None:
    origin = figure.derivation
    return origin.factor if isinstance(origin, FromFactor) else None
