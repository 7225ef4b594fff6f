"""What a programme comes to, in the few lines that are read first."""

from __future__ import annotations

from collections.abc import Iterator

from ....domain.programme import COUNTED
from ....engine.programme import Rollup
from ....figure import Figure
from ...blocks import Panel
from ...numbers import Numbers
from ..cells import PARTIAL, shown
from ..options import STATUSES
from .groups import incomplete, years_text


def headline(rollup: Rollup, numbers: Numbers) -> Panel:
    """Savings, payback, CO2e and training, and what counts; partial sums have a star."""
    _, programme = numbers.language, rollup.programme
    lines = [*incomplete(rollup, numbers)]
    if programme.entries:
        levels = ", ".join(_(STATUSES[level]) for level in COUNTED[programme.counts])
        sentence = _("{years}; options and projects that are: {levels}.")
        lines.append(sentence.format(years=years_text(rollup), levels=levels))
    sums = [*_sums(rollup, numbers)]
    lines += sums
    if any(" *" in line for line in sums):
        lines.append(_(PARTIAL))
    return Panel(programme.name, [*lines, *_training(rollup, numbers)])


def _sums(rollup: Rollup, numbers: Numbers) -> Iterator[str]:
    _, total = numbers.language, rollup.sectors.total
    if total.saving is not None and total.investment is not None:
        yield _("Saves {saving} a year for an investment of {investment}.").format(
            saving=_money(total.saving, numbers), investment=_money(total.investment, numbers)
        )
    elif total.saving is not None:
        yield _("Saves {saving} a year.").format(saving=_money(total.saving, numbers))
    elif total.investment is not None:
        yield _("Investment: {investment}.").format(investment=_money(total.investment, numbers))
    if total.payback is not None and total.payback.time is not None:
        months = numbers.decimal(total.payback.time.value * 12, 1)
        sentence = _("Payback: {months} months *.") if total.payback.time.partial else None
        yield (sentence or _("Payback: {months} months.")).format(months=months)
    co2e = total.impacts.get("co2e")
    if co2e is not None:
        yield _("Avoids {co2e} a year.").format(co2e=shown(co2e, numbers))


def _training(rollup: Rollup, numbers: Numbers) -> Iterator[str]:
    _, training = numbers.language, rollup.training
    if training.courses:
        one = _("Training of {year}: {days} person-days in one course.")
        several = _("Training of {year}: {days} person-days in {courses} courses.")
        yield (one if training.total.courses == 1 else several).format(
            year=training.year,
            days=numbers.summed(training.total.person_days.value),
            courses=training.total.courses,
        )


def _money(figure: Figure, numbers: Numbers) -> str:
    """Money without cents, as a report tells it; a star marks a partial sum."""
    text = f"{numbers.decimal(figure.value, 0)} {numbers.unit(figure.unit)}"
    return f"{text} *" if figure.partial else text
