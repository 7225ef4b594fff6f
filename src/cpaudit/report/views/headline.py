"""The panel that is read first: who, when, and what each package comes to."""

from __future__ import annotations

from ...domain import Audit, Period
from ...engine import Assessment, Result
from ...figure import Figure
from ..blocks import Panel
from ..numbers import Numbers
from .cells import PARTIAL, payback_cell, shown


def headline(assessment: Assessment, numbers: Numbers) -> Panel:
    """Plant, period, size of the baseline, and one line per package."""
    _, audit, baseline = numbers.language, assessment.audit, assessment.baseline
    sector = audit.sector_names.get(_.code, audit.sector)
    lines = [
        f"{sector} · {place_of(audit)} · {span_of(audit.period, numbers)}",
        _("Uses {energy}, pays {cost} and emits {co2e} a year.").format(
            cost=_money(baseline.cost, numbers),
            energy=shown(baseline.impacts["energy"], numbers),
            co2e=shown(baseline.impacts["co2e"], numbers),
        ),
    ]
    for name, package in assessment.packages.items():
        lines.append(_package_line(assessment, name, package.total, numbers))
    lines += _scenario_lines(assessment, numbers)
    if any(" *" in line for line in lines):
        lines.append(_(PARTIAL))
    return Panel(audit.plant, lines)


def _money(figure: Figure | None, numbers: Numbers) -> str:
    """Money in full; a star marks a partial sum."""
    if figure is None:
        return "–"
    return numbers.money(figure.value, figure.unit) + (" *" if figure.partial else "")


def _scenario_lines(assessment: Assessment, numbers: Numbers) -> list[str]:
    """That a price of carbon is in the money above, though nobody asks for it today."""
    _, audit = numbers.language, assessment.audit
    lines = []
    for charges in assessment.baseline.charges.values():
        carbon = charges.get("co2e")
        if carbon is not None:
            money = numbers.money(carbon.value, audit.currency)
            sentence = _("These costs and savings hold a carbon price scenario: {money} a year.")
            lines.append(sentence.format(money=money))
    return lines


def _package_line(assessment: Assessment, name: str, result: Result, numbers: Numbers) -> str:
    _, baseline = numbers.language, assessment.baseline
    cost = baseline.cost.value if baseline.cost else 0.0
    share = numbers.percent(result.saving.value / cost) if cost else "–"
    co2e = result.impacts["co2e"]
    sentence = _(
        "Package “{name}” saves {saving} a year ({share} of the cost) and {co2e}; "
        "investment {investment}, payback: {payback}."
    )
    if co2e is not None and co2e.value < 0:
        co2e = co2e._replace(value=-co2e.value)
        sentence = _(
            "Package “{name}” saves {saving} a year ({share} of the cost) but emits {co2e} more; "
            "investment {investment}, payback: {payback}."
        )
    return sentence.format(
        name=name,
        saving=_money(result.saving, numbers),
        share=share,
        co2e=shown(co2e, numbers),
        investment=_money(result.investment, numbers),
        payback=payback_cell(result.payback, numbers).text,
    )


def place_of(audit: Audit) -> str:
    """Address, province and country, as far as they are written."""
    parts = (audit.address, audit.province, audit.country)
    return ", ".join(part for part in parts if part)


def span_of(period: Period, numbers: Numbers) -> str:
    """The year, or the first and the last month."""
    if period.months == 12 and period.first[1] == 1:
        return str(period.first[0])
    first, last = (f"{month:02d}/{year}" for year, month in (period.first, period.last))
    word = numbers.language("annualised")
    return f"{first}–{last} ({word})" if period.months != 12 else f"{first}–{last}"
