"""What an option at its turn, or a package as a whole, saves, costs and avoids.

Each figure is worked out when it is first asked for and then kept: a list of many plants needs few
of them, and the options of a package more of them than one reads.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from ..diagnostics import Word
from ..domain import Audit, Option
from ..figure import Figure, total
from ..language import N_
from .balance import impacts_of
from .cashflow import CashFlow, cash_together
from .charges import Lines, charges_in, charges_saved, paid
from .finance import irr_of, npv_of, payback_of
from .once import once
from .option_cash import cash_flow
from .results import Intensities, Irr, Payback
from .savings import Turn, income_of, money_saving


@dataclass
class Result(ABC):
    """What an option or a package saves and costs, a year.

    An impact that nothing tells, NPV and IRR without a lifetime, are None: unknown is not zero.
    `charges` are what is saved of each charge by law, line by line; `saving` holds them already.
    `cash` is the cash flow before any financing.
    """

    audit: Audit
    intensities: Intensities

    @property
    @abstractmethod
    def resources(self) -> Mapping[str, Figure]:
        """Units a year saved of each stream."""

    @property
    @abstractmethod
    def charges(self) -> Mapping[str, Lines]:
        """Money a year saved of each charge by law and line."""

    @property
    @abstractmethod
    def saving(self) -> Figure:
        """Money a year, net of the operating cost, before tax."""

    @property
    @abstractmethod
    def investment(self) -> Figure:
        """Money, all of it."""

    @property
    @abstractmethod
    def cash(self) -> CashFlow | None:
        """Money by year; None without a lifetime."""

    @once
    def impacts(self) -> Mapping[str, Figure | None]:
        """What is avoided a year, in the units of `emissions.IMPACTS`."""
        return impacts_of(self.resources, self.intensities)

    @property
    def flows(self) -> tuple[Figure, ...]:
        """The yearly sums of the cash flow."""
        return self.cash.flows if self.cash is not None else ()

    @once
    def payback(self) -> Payback:
        """The simple payback, years."""
        return payback_of(self.investment, self.saving)

    @once
    def npv(self) -> Figure | None:
        """The net present value, money; None also without a discount rate."""
        rate = self.audit.finance.discount_rate
        return npv_of(self.flows, rate, self.audit.currency) if self.flows and rate else None

    @once
    def irr(self) -> Irr | None:
        """The internal rates of return, ratios a year."""
        return irr_of(self.flows) if self.flows else None


@dataclass
class OptionResult(Result):
    """What an option does at its turn."""

    option: Option
    turn: Turn

    @property
    def resources(self) -> Mapping[str, Figure]:
        return self.turn.saved

    @property
    def investment(self) -> Figure:
        return self.option.investment

    @once
    def charges(self) -> Mapping[str, Lines]:
        if not self.audit.charges:
            return {}
        states = self.turn.before, self.turn.after
        ends = [charges_in(self.audit, state, self.intensities) for state in states]
        return charges_saved(self.audit, ends[0], ends[1], self.turn.saved, self.intensities)

    @once
    def saving(self) -> Figure:
        saving = money_saving(self.audit, self.option, self.turn.saved)
        falling = paid(self.audit, self.charges)
        if not falling:
            return saving
        own = (Word(N_("resources less operating cost")), saving)
        return total(self.audit.currency, [own, *falling])

    @once
    def cash(self) -> CashFlow | None:
        if self.option.lifetime is None:
            return None
        falling = paid(self.audit, self.charges)
        income = income_of(self.audit, self.option, self.turn.saved, falling)
        return cash_flow(self.option, income, self.audit.finance, self.audit.currency)


@dataclass
class PackageTotal(Result):
    """A package's figures: the sums of its options' figures at their turns."""

    members: Mapping[str, Result]

    @once
    def resources(self) -> Mapping[str, Figure]:
        parts: dict[str, list[tuple[str, Figure]]] = {}
        for id, member in self.members.items():
            for stream, saved in member.resources.items():
                parts.setdefault(stream, []).append((id, saved))
        streams = self.audit.streams
        return {stream: total(streams[stream].unit, terms) for stream, terms in parts.items()}

    @once
    def charges(self) -> Mapping[str, Lines]:
        found: dict[str, Lines] = {}
        for charge in self.audit.charges:
            parts: dict[str, list[tuple[str, Figure]]] = {}
            for id, member in self.members.items():
                for line, saved in member.charges[charge].items():
                    parts.setdefault(line, []).append((id, saved))
            found[charge] = {
                line: total(self.audit.currency, terms) for line, terms in parts.items()
            }
        return found

    @once
    def saving(self) -> Figure:
        return total(self.audit.currency, [(id, one.saving) for id, one in self.members.items()])

    @once
    def investment(self) -> Figure:
        parts = [(id, one.investment) for id, one in self.members.items()]
        return total(self.audit.currency, parts)

    @once
    def cash(self) -> CashFlow | None:
        parts = {id: one.cash for id, one in self.members.items()}
        return cash_together(parts, self.audit.currency)
