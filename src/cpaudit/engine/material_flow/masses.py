"""The mass balance of a centre: what goes in, what becomes product, what is lost."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Diagnostic
from ...diagnostics.codes import flows as codes
from ...domain.material_flow import QuantityCentre
from ...figure import Figure, derive, derive_over, sum_of_products, total
from ..rounding import ROUNDING
from .formulas import carried_over, mass_by_share, mass_remainder, product_share, remaining_share
from .results import CentreResult, Masses

Terms = list[tuple[str, Figure]]


def masses_of(centre: QuantityCentre, before: Mapping[str, CentreResult]) -> Masses | Diagnostic:
    """The masses of a centre after those that it takes from; a mistake where more goes out."""
    stated: Terms = []
    others: Terms = []
    for material in centre.materials.values():
        if material.mass is not None and material.in_product is not None:
            stated += [(material.id, material.mass), (f"{material.id}: share", material.in_product)]
        elif material.mass is not None:
            others.append((material.id, material.mass))
    for id, share in centre.sources.items():
        mass = before[id].masses.product
        others.append((id, derive(carried_over, "t", amount=mass, share=share)))
    entering = total("t", [*stated[::2], *others])
    product, loss = _outputs(centre, entering, stated)
    for output in (product, loss):
        if output.value > entering.value * (1 + ROUNDING):
            values = {"centre": centre.id, "output": output, "input": entering}
            return codes.MORE_THAN_GOES_IN.at(centre.mass_span, **values)
    share = derive(product_share, "unit", product=product, input=entering)
    rest = _rest(centre, product, share, stated, others)
    return rest if isinstance(rest, Diagnostic) else Masses(entering, product, loss, share, rest)


def _outputs(centre: QuantityCentre, entering: Figure, stated: Terms) -> tuple[Figure, Figure]:
    """Product and loss: one as the file gives it, the other the remainder."""
    written = centre.product or centre.loss
    if written is None:
        written = derive_over(sum_of_products, "t", stated)
    if written.unit == "unit":
        written = derive(mass_by_share, "t", input=entering, share=written)
    other = derive(mass_remainder, "t", input=entering, output=written)
    return (other, written) if centre.loss is not None else (written, other)


def _rest(
    centre: QuantityCentre, product: Figure, share: Figure, stated: Terms, others: Terms
) -> Figure | Diagnostic:
    """The share of the materials that have none of their own."""
    if not stated or not others:
        return share
    of_stated = derive_over(sum_of_products, "t", stated)
    input_of_others = total("t", others)
    left, most = product.value - of_stated.value, input_of_others.value
    margin = ROUNDING * max(product.value, most)
    if not -margin <= left <= most + margin:
        rest = product._replace(value=left)
        values = {"centre": centre.id, "product": product, "rest": rest, "input": input_of_others}
        return codes.SHARES_DO_NOT_FIT.at(centre.mass_span, **values)
    parts = {"product": product, "stated": of_stated, "others": input_of_others}
    return derive(remaining_share, "unit", **parts)
