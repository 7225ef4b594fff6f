"""The rates at which money counts over time, and what this version leaves out of it."""

from __future__ import annotations

from ..diagnostics import Mistake, Word
from ..diagnostics.codes import plausibility
from ..domain import Finance
from ..figure import Figure
from ..language import N_
from ..schema.audit import Finance as FinanceEntry
from ..schema.audit import Loan
from ..schema.given import Given
from .amounts import refuse_other_than_percent
from .context import Context
from .fuels import fraction

_BEFORE_FINANCING = N_("NPV and IRR are those of the project, before any financing.")


def resolve_finance(context: Context) -> Finance:
    """The file's rates as fractions a year; with a warning for each part that is not counted."""
    entry = context.file.finance
    if entry is None:
        return Finance()
    _say_not_counted(context, entry)
    return Finance(
        basis=str(entry.basis or "nominal"),
        discount_rate=_rate(context, entry.discount_rate, "discount_rate"),
        tax_rate=_rate(context, entry.tax_rate, "tax_rate"),
    )


def _say_not_counted(context: Context, entry: FinanceEntry) -> None:
    for key in ("loan", "grant"):
        part = getattr(entry, key)
        if part is None:
            continue
        if isinstance(part, Loan):
            _check_loan(context, part)
        written = [value for value in dict(part).values() if value is not None]
        span = written[0].span if written else None
        effect = Word(_BEFORE_FINANCING)
        context.say(plausibility.NOT_YET_COUNTED.at(span, key=key, effect=effect))


def _check_loan(context: Context, loan: Loan) -> None:
    """A loan is not counted yet, but what is written of it must make sense."""
    wanted = (
        (loan.share, "unit", "70 %"),
        (loan.rate, "unit", "14 %"),
        (loan.term, "yr", "5 yr"),
        (loan.grace, "yr", "1 yr"),
    )
    for given, unit, example in wanted:
        if given is None:
            continue
        try:
            given.quantity.to_or_refuse(unit, N_("this value"), example)
        except Mistake as mistake:
            context.say(mistake.diagnostic)


def _rate(context: Context, given: Given | None, key: str) -> Figure | None:
    if given is None:
        return None
    try:
        figure = fraction(given, key)
        refuse_other_than_percent(given)
        return figure
    except Mistake as mistake:
        context.say(mistake.diagnostic)
        return None
