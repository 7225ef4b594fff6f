"""What a dimension is called in a message."""

from ..language import N_

DIMENSIONS = {
    "mass": N_("a mass"),
    "energy": N_("an energy"),
    "volume": N_("a volume"),
    "normal_volume": N_("a volume of gas"),
    "area": N_("an area"),
    "length": N_("a length"),
    "power": N_("a power"),
    "apparent_power": N_("an apparent power"),
    "period": N_("a time in years or months"),
    "clock": N_("a time in hours or days"),
    "count": N_("a number of pieces"),
    "co2e": N_("a mass of CO2 equivalent"),
    "ratio": N_("a share"),
    "money": N_("an amount of money"),
    "money/energy": N_("a price per energy"),
    "money/mass": N_("a price per mass"),
    "money/volume": N_("a price per volume"),
    "money/normal_volume": N_("a price per volume of gas"),
    "money/money": N_("an exchange rate"),
    "mass/volume": N_("a mass per volume"),
    "mass/energy": N_("a mass per energy"),
    "mass/normal_volume": N_("a mass per volume of gas"),
    "energy/mass": N_("an energy per mass"),
    "energy/volume": N_("an energy per volume"),
    "energy/normal_volume": N_("an energy per volume of gas"),
}
