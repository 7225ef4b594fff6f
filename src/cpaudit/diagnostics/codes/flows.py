"""M: costs of material flows by quantity centre, and redesigned products."""

from ...language import N_
from ..diagnostic import Level, define

UNKNOWN_CENTRE = define(
    "M001",
    Level.ERROR,
    N_("no quantity centre is called “{text}”"),
    N_("The other centres are: {known}."),
)
CIRCLE = define(
    "M002",
    Level.ERROR,
    N_("the quantity centres take from each other in a circle: {path}"),
    N_("Count what is fed back inside one centre; what is recycled was lost first."),
)
MORE_THAN_THE_PRODUCT = define(
    "M003",
    Level.ERROR,
    N_("more than 100 % of the product of “{centre}” goes on to other centres"),
    N_("Write the share that each takes: `from: {{{centre}: 60 %}}`."),
)
ID_OF_A_FIGURE = define(
    "M004",
    Level.ERROR,
    N_("a quantity centre can't be called “{text}”: that is a figure of all centres together"),
    N_("Choose another id; `name` is what the tables show."),
)
UNKNOWN_MATERIAL = define(
    "M005",
    Level.ERROR,
    N_("“{text}” is no resource of this plant and has no price here"),
    N_("Add `price` or `cost` to it; the resources are: {known}."),
)
NO_MASS = define(
    "M006",
    Level.ERROR,
    N_("the mass of “{material}” is not known"),
    N_("Add `mass: … t`, or `operating: true` where none of it becomes part of the product."),
)
PRODUCT_OR_LOSS = define(
    "M007",
    Level.ERROR,
    N_("the product of “{centre}” is not told, or told twice"),
    N_("Write `product: 70 t` or `loss: 30 t`, one of them; the other is the remainder."),
)
TOLD_BY_THE_MATERIALS = define(
    "M008",
    Level.ERROR,
    N_("what becomes product of “{centre}” is told already by `in_product` of all its materials"),
    N_("Remove `product` or `loss`, or leave `in_product` out of one material."),
)
NOTHING_GOES_IN = define(
    "M009",
    Level.ERROR,
    N_("nothing goes into “{centre}” that could become product"),
    N_("Write `materials:` that are not all operating materials, or `from:` another centre."),
)
MORE_THAN_GOES_IN = define(
    "M010",
    Level.ERROR,
    N_("more leaves “{centre}” than goes in: {output} of {input}"),
    N_("Check the units; water or air that stays in the product is a material too."),
)
SHARES_DO_NOT_FIT = define(
    "M011",
    Level.ERROR,
    N_("the `in_product` of some materials of “{centre}” do not fit its product of {product}"),
    N_("The other materials would put {rest} of their {input} into it; check the shares."),
)
PRICE_AND_COST = define(
    "M012",
    Level.ERROR,
    N_("“{material}” has a price and a cost"),
    N_("Write one of them: `price` is per unit, `cost` the money for the whole amount."),
)
NO_PRICE = define(
    "M013",
    Level.WARNING,
    N_("no price is known of {streams}: the costs of material flows leave them out"),
    N_("Add `price` to the resource, `treatment` or `disposal` to the discharge."),
)
NOTHING_LOST = define(
    "M014",
    Level.WARNING,
    N_("the treatment of waste is paid at “{centre}”, but nothing is lost there"),
    N_("It counts as a cost of the loss; check the mass of the product."),
)
MORE_THAN_BOUGHT = define(
    "M015",
    Level.WARNING,
    N_("the quantity centres use {used} of “{stream}” a year, more than its {amount}"),
    N_("Check shares and units, and what came from stock."),
)
WHAT_A_LOSS_MEANS = define(
    "M016",
    Level.NOTE,
    N_("the loss costs {loss} a year: a cost of the present, not yet a saving"),
    N_(
        "A saving is what an option avoids of it: part of the material and its treatment, seldom "
        "the wages and the machines."
    ),
)
UNKNOWN_STREAM = define(
    "M017",
    Level.ERROR,
    N_("“{text}” is no {kind} of this plant"),
    N_("There is: {known}."),
)
UNKNOWN_USE = define(
    "M020",
    Level.ERROR,
    N_("the product uses “{text}”, which is neither a resource nor a discharge of this plant"),
    N_("The plant has: {known}."),
)
CHEAPER_BUT_WARMER = define(
    "M021",
    Level.WARNING,
    N_("the redesign of “{design}” costs less but emits more: {co2e} more per functional unit"),
    N_("Look for what makes the emissions: `cpaudit explain FILE design.{design}.change.co2e`."),
)
CLEANER_BUT_DEARER = define(
    "M022",
    Level.NOTE,
    N_("the redesign of “{design}” emits less but costs more: {cost} more per functional unit"),
    N_("It needs a buyer who pays for it, or a longer life of the product."),
)
USE_WITHOUT_PRICE = define(
    "M023",
    Level.WARNING,
    N_("no price is known of {streams}: the cost of “{design}” leaves them out"),
    N_("Add `price` to the resource, `treatment` or `disposal` to the discharge."),
)
MAKING_NOT_COUNTED = define(
    "M024",
    Level.NOTE,
    N_("the CO2e of “{design}” leaves out the making of {streams}: their suppliers emitted it"),
    N_("Add `other_co2e: … kgCO2e` per piece to today and to the redesign, from a supplier."),
)
