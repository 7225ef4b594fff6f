"""What the keys of values mean that have no model of their own: read whole, not key by key."""

from ..language import N_

# of any value written out: `{value: 7054 MWh, source: …, quality: billed, uncertainty: 2 %}`
LONG_FORM = {
    "value": N_("The number and its unit, as in the short form"),
    "source": N_("Where the value is from, any text"),
    "quality": N_("How the value is known: metered, billed or estimated"),
    "uncertainty": N_("Plus or minus this share of the value: the bounds of its 95 % interval"),
}
# of a period: `{from: 2008-01, to: 2009-06}`
PERIOD = {
    "from": N_("First month, such as 2008-01; of a year alone its first month"),
    "to": N_("Last month, which counts too, such as 2009-06; of a year alone its last month"),
}
# of the years of totals: `{from: 1999, to: 2008}`
YEARS = {
    "from": N_("First year, such as 1999"),
    "to": N_("Last year, which counts too, such as 2008"),
}
