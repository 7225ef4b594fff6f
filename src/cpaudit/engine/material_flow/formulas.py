"""The formulas of material flow cost accounting, on floats."""

from __future__ import annotations

from ...figure import formula
from ...language import N_

_MASS = N_("ISO 14051:2011: costs are allocated by the mass of product and material loss")
_BALANCE = N_("ISO 14051:2011: material balance of a quantity centre")
_CARRIED = N_("ISO 14051:2011: costs carried over with the product to the next quantity centre")


@formula("input - output", _BALANCE)
def mass_remainder(input: float, output: float) -> float:
    """t a year of product from input and loss, or of loss from input and product."""
    return max(0.0, input - output)


@formula("input · share", _BALANCE)
def mass_by_share(input: float, share: float) -> float:
    """t a year of product or loss that a share of the input tells."""
    return input * share


@formula("product / input", _MASS)
def product_share(product: float, input: float) -> float:
    """The part of what goes in that becomes product; nothing of nothing."""
    return min(1.0, product / input) if input else 0.0


@formula("(product - product of the stated shares) / input of the others", _MASS)
def remaining_share(product: float, stated: float, others: float) -> float:
    """The part of the materials without a share of their own that becomes product."""
    return min(1.0, max(0.0, product - stated) / others) if others else 0.0


@formula("cost · share in the product", _MASS)
def cost_in_product(cost: float, share: float) -> float:
    """Money a year that the product bears."""
    return cost * share


@formula("cost · (1 - share in the product)", _MASS)
def cost_in_loss(cost: float, share: float) -> float:
    """Money a year that the material loss bears."""
    return cost * (1 - share)


@formula("amount · share that goes on", _CARRIED)
def carried_over(amount: float, share: float) -> float:
    """Money or t a year of a product that goes into another centre."""
    return amount * share


@formula("amount · (1 - Σ shares that go on)", _CARRIED)
def left_over(amount: float, *shares: float) -> float:
    """Money or t a year of a product that goes into no other centre: it leaves the system."""
    return amount * max(0.0, 1 - sum(shares))


@formula("cost of the loss / cost", N_("definition of a share"))
def share_of_loss(loss: float, cost: float) -> float:
    """The part of all costs that is borne by the loss."""
    return loss / cost


@formula("cost of the product / mass of the product", N_("definition of a cost per unit"))
def cost_per_tonne(cost: float, mass: float) -> float:
    """Money per t of product."""
    return cost / mass
