"""What became of the options: headline, models, use by year, options, remarks."""

from __future__ import annotations

from ...engine.monitoring import MonitoringResult
from ...language import Language
from ..blocks import Block, Cell, Column, Panel, Row, Table
from ..numbers import Numbers
from .assessment import remarks_of
from .baseline import name_of
from .cells import PARTIAL, shown
from .headline import place_of
from .monitoring_models import model_blocks
from .monitoring_months import month_blocks
from .monitoring_options import options_table, statuses_of
from .monitoring_years import plant_table, years_table
from .months import month_text, span_text


def monitoring_view(
    result: MonitoringResult, language: Language, monthly: bool = False, verbose: bool = False
) -> list[Block]:
    """Headline, models, use by year, worth, options; every month and its CUSUM if `monthly`."""
    numbers = Numbers(language)
    blocks: list[Block] = [
        _headline(result, numbers),
        *model_blocks(result, numbers),
        years_table(result, numbers),
        plant_table(result, numbers),
    ]
    if result.options:
        blocks.append(options_table(result, numbers))
    if result.section.adjustments or result.section.excluded:
        blocks.append(_changes(result, numbers))
    if monthly:
        blocks += month_blocks(result, numbers)
    if result.diagnostics:
        blocks.append(remarks_of(result.diagnostics, language, verbose))
    return blocks


def _headline(result: MonitoringResult, numbers: Numbers) -> Panel:
    _, audit, whole = numbers.language, result.audit, result.total
    sector = audit.sector_names.get(_.code, audit.sector)
    lines = [f"{sector} · {place_of(audit)}"]
    periods = _("Baseline {baseline}; reported {reported}.")
    reported = ", ".join(span_text(one) for one in result.section.years)
    lines.append(periods.format(baseline=span_text(result.section.baseline), reported=reported))
    if whole is not None:
        avoided = (whole.energy, whole.saving, whole.co2e)
        told = ", ".join(shown(one, numbers) for one in avoided if one is not None)
        if told:
            lines.append(_("Avoided in all these months: {what}.").format(what=told))
        if whole.senpi is not None:
            sentence = _("SEnPI {senpi}: actual energy use by that of the adjusted baseline.")
            lines.append(sentence.format(senpi=numbers.decimal(whole.senpi.value, 3)))
    lines += _rates(result, numbers)
    if any(" *" in line for line in lines):
        lines.append(_(PARTIAL))
    return Panel(audit.plant, lines)


def _rates(result: MonitoringResult, numbers: Numbers) -> list[str]:
    _, lines = numbers.language, []
    if result.implementation_rate is not None:
        proposed = sum(not one.rejected for one in result.audit.options.values())
        sentence = _("Implemented: {done} of {proposed} options ({rate}){others}.")
        rate = numbers.percent(result.implementation_rate.value)
        values = {"done": len(result.options), "proposed": proposed, "rate": rate}
        lines.append(sentence.format(others=statuses_of(result, numbers), **values))
    if result.realisation_rate is not None:
        sentence = _("Realised of the money that was expected of them: {rate}.")
        lines.append(sentence.format(rate=shown(result.realisation_rate, numbers)))
    return lines


def _changes(result: MonitoringResult, numbers: Numbers) -> Table:
    """Non-routine adjustments with their dates and reasons, and months that count nowhere."""
    _, audit = numbers.language, result.audit
    rows = []
    for one in result.section.adjustments:
        stream = audit.streams[one.stream]
        amount = f"{numbers.plain(one.amount.value)} {numbers.unit(stream.unit)}"
        sign = "+" if one.amount.value > 0 else ""
        cells = [Cell(name_of(stream, numbers)), Cell(month_text(one.first))]
        cells += [Cell(month_text(one.last)), Cell(sign + amount), Cell(one.reason)]
        rows.append(Row(cells))
    columns = [
        Column(_("Non-routine adjustment"), numeric=False),
        Column(_("From")),
        Column(_("To")),
        Column(_("A month")),
        Column(_("Reason"), numeric=False),
    ]
    excluded = _("Excluded, {month}: {reason}.")
    remarks = [
        excluded.format(month=month_text(month), reason=reason)
        for month, reason in sorted(result.section.excluded.items())
    ]
    return Table(_("What else changed"), columns if rows else [Column("")], rows, remarks)
