"""How money counts over time, and who lends, gives or shares it.

Rates are fractions a year, times whole years, money in the audit's currency. What is fixed by a
contract (loan, depreciation, grant) is in nominal money, whatever the basis of the rates.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from ..diagnostics import Span
from ..figure import Figure
from .law import Names


class Depreciation(NamedTuple):
    """Over how long, or by which share in each year; by neither: straight over the lifetime."""

    years: Figure | None = None
    shares: Mapping[int, Figure] = {}


class Loan(NamedTuple):
    """Of a bank; `share` of the investment or `amount`, the other is None."""

    rate: Figure
    term: Figure
    grace: Figure
    repayment: Literal["equal-principal", "annuity"]
    share: Figure | None = None
    amount: Figure | None = None
    span: Span | None = None


class Grant(NamedTuple):
    """Money that is not paid back, at the end of a year; `share` of the investment or `amount`."""

    year: int
    share: Figure | None = None
    amount: Figure | None = None
    span: Span | None = None


class Guarantee(NamedTuple):
    """Somebody stands for a share of the loan, up to a limit; the fee is on what is guaranteed."""

    share: Figure
    limit: Figure | None = None
    fee: Figure | None = None


class Esco(NamedTuple):
    """An energy service company pays a part of the investment and takes a share of the savings."""

    share: Figure
    term: Figure
    investment: Figure


class RewardScheme(NamedTuple):
    """A fund that pays back a part of a loan where an indicator is cut enough, in two tiers.

    `rules` are its figures by name, money in the audit's currency; `indicator` is a stream or an
    impact. `unit_value` is what one unit of its `currency` is worth. Where it was closed, or is for
    another country, `is_open` is false, and it pays nothing.
    """

    id: str
    names: Names
    rules: Mapping[str, Figure]
    indicator: str
    indicator_span: Span | None
    currency: str
    unit_value: Figure
    conditions: tuple[Names, ...] = ()
    is_open: bool = True


class Finance(NamedTuple):
    """The rates by which money counts, and the financing; `basis` is nominal or real.

    `escalation` is how prices rise by stream, by `operating_cost`, `charges` and `all`.
    """

    discount_rate: Figure | None = None
    tax_rate: Figure | None = None
    basis: str = "nominal"
    inflation: Figure | None = None
    reinvestment_rate: Figure | None = None
    escalation: Mapping[str, Figure] = {}
    depreciation: Depreciation = Depreciation()
    loan: Loan | None = None
    grant: Grant | None = None
    guarantee: Guarantee | None = None
    esco: Esco | None = None
    reward: RewardScheme | None = None

    @property
    def is_financed(self) -> bool:
        """Whether the owner's cash flow differs from that of the project."""
        return any((self.loan, self.grant, self.esco))
