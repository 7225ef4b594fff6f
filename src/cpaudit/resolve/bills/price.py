"""The mean price of a period: the money of its bills divided by their amount."""

from __future__ import annotations

from ...diagnostics import Mistake
from ...diagnostics.codes import bills as codes
from ...figure import Figure, derive, formula
from ...language import N_
from ...schema.given import Given
from ...units import conversion, money_of
from ..amounts import per_year
from ..context import Context
from ..money import in_currency
from .billing import Billing, billing_of, billing_on_days
from .outliers import apart
from .sums import sum_of_bills

# what tells the rows of a table and the days of each
_OF_THE_ROWS = {
    "first": "from",
    "last": "to",
    **{key: key for key in ("date", "month", "meter", "dates", "delimiter")},
}


@formula("money / amount", N_("definition of a mean price"))
def mean_price(money: float, amount: float) -> float:
    """Money per unit, from the money and the amount of the same time."""
    return money / amount


def billed_price(context: Context, given: Given, amount: Given, used: Figure) -> Figure:
    """Money of the bills by the amount `used` a year, which comes from the same rows.

    In the audit's currency per unit of the amount. Raises Mistake.
    """
    entry = given.bills
    assert entry is not None  # asked of bills only
    if amount.bills is None or amount.bills.csv != entry.csv:
        raise Mistake(codes.PRICE_OF_OTHER_BILLS.at(given.span, table=entry.csv))
    billing = _of_the_same_rows(context, given, amount)
    currency = money_of(billing.unit.unit)
    if currency is None or conversion(billing.unit.unit, currency) is None:
        unit = billing.unit
        raise Mistake(codes.PRICE_IS_NOT_MONEY.at(unit.span, unit=unit.unit))
    if not used.value:
        raise Mistake(codes.NOTHING_TO_DIVIDE_BY.at(given.span))
    _check_each(context, billing, billing_of(context, amount))
    money = per_year(context, sum_of_bills(context, billing, currency))
    price = derive(mean_price, f"{currency}/{used.unit}", money=money, amount=used)
    return in_currency(context, given, price, currency, f"/{used.unit}")


def _of_the_same_rows(context: Context, given: Given, amount: Given) -> Billing:
    """The price's bills. Raises Mistake for what tells the rows: that stands at the amount."""
    entry, other = given.bills, amount.bills
    assert entry is not None
    assert other is not None
    for key, name in _OF_THE_ROWS.items():
        written = getattr(entry, key)
        if written is not None:
            raise Mistake(codes.TOLD_AT_AMOUNT.at(written.span, key=name))
    rows = {key: getattr(other, key) for key in _OF_THE_ROWS}
    days = billing_of(context, amount).days
    return billing_on_days(context, entry.model_copy(update=rows), days)


def _check_each(context: Context, money: Billing, amount: Billing) -> None:
    """A warning for each bill whose own price stands apart."""
    pairs = []
    for paid, used in zip(money.bills, amount.bills, strict=True):
        spent, size = paid.quantity.to(money.unit.unit), used.quantity.to(amount.unit.unit)
        if spent and size and spent > 0 and size > 0:
            pairs.append((paid, spent / size))
    for said in apart(pairs, f"{money.unit.unit}/{amount.unit.unit}"):
        context.say(said)
