"""Published tables of Vietnamese law and of its grid against the library, as they are printed."""

from __future__ import annotations

from datetime import date

import pytest

from cpaudit.factors import default_library
from cpaudit.factors.catalogue import every_entry
from cpaudit.factors.law import charge_of
from reading import assessed

LIBRARY = default_library()
FACTORS = {entry.factor.id: entry.factor for entry in every_entry(LIBRARY)}

# Ministry of Industry and Trade, letter 3505/BCT-KHCN of 19/4/2011: TOE per t, and by volume per
# 1000 litres; coke is 0.70 to 0.75, of which the middle; electricity 0.0001543 TOE/kWh. Jet fuel,
# 1.05, is a fuel of no plant.
TOE = {
    **dict.fromkeys(["cam_1", "cam_2"], 0.70),
    **dict.fromkeys(["cam_3a", "cam_3b", "cam_3c", "cam_4a", "cam_4b"], 0.60),
    **dict.fromkeys(["cam_5", "cam_6a", "cam_6b"], 0.50),
    **{"coke": 0.725, "diesel": 1.02, "fuel_oil": 0.99, "lpg": 1.09, "gasoline": 1.05},
}
TOE_BY_VOLUME = {"diesel": 0.88, "fuel_oil": 0.94, "gasoline": 0.83}


@pytest.mark.parametrize("fuel", LIBRARY.files.ids("fuels"))
def test_the_toe_table_is_as_letter_3505_prints_it(fuel: str) -> None:
    by_mass, by_volume = (LIBRARY.fuel_factor(fuel, key, "VN") for key in ("toe", "toe_volume"))
    assert (by_mass.factor.value if by_mass else None) == TOE.get(fuel)
    if fuel == "natural_gas":
        # 900 TOE per million m3 at 15 degC; of one m3 at 15 degC 273.15/288.15 are left at 0 degC
        assert by_volume.factor.unit == "TOE/Nm3"
        assert by_volume.factor.value == pytest.approx(900e-6 * 288.15 / 273.15, rel=1e-12)
    else:
        assert (by_volume.factor.value if by_volume else None) == TOE_BY_VOLUME.get(fuel)


def test_electricity_in_toe_is_primary_energy_in_viet_nam_alone() -> None:
    assert LIBRARY.electricity_toe("VN").factor.value == 0.1543
    # 0.086 TOE/MWh: 860 kcal are a kWh, 10 Gcal a TOE
    assert LIBRARY.electricity_toe("TH").factor.value == 0.086


# Department of Climate Change, t CO2 per MWh: letters 151/KTTVBDKH (2008), 263/BDKH-TTBVTOD (2018),
# 1278/BDKH-TTBVTOD (2021), 327/BDKH-PTCBT (2022), 1726/BDKH-PTCBT (2023); table at climatechange.vn
GRID = dict(zip(
    [2008, *range(2010, 2024)],
    [0.5764, 0.5408, 0.5429, 0.5603, 0.5657, 0.6612, 0.8154, 0.9185,
     0.8649, 0.9130, 0.8458, 0.8041, 0.7221, 0.6766, 0.6592],
    strict=True,
))  # fmt: skip


def test_the_grid_of_viet_nam_is_as_it_is_published_and_has_no_other_year() -> None:
    official = {id: factor.value for id, factor in FACTORS.items() if id.count(".") == 2}
    assert {id: value for id, value in official.items() if id.startswith("grid.VN.")} == {
        f"grid.VN.{year}": value for year, value in GRID.items()
    }
    assert (LIBRARY.grid("VN", 2009).year, LIBRARY.grid("VN", 2025).year) == (2008, 2023)


# MJ per hl: Circular 19/2016/TT-BCT (evn.com.vn, 1/11/2016), until 2020 and from 2021 to 2025
LITRES = ("19 million l", "20 million l", "99 million l", "101 million l")
BEER = [(306, 286), (215, 196), (215, 196), (140, 129)]
# MJ per t: Circular 20/2016/TT-BCT (pbgdpl.gov.vn, item 2386)
STEEL = {
    "sinter": (2350, 1960),
    "hot-metal": (14000, 12400),
    "bof-steel": (150, 100),
    "eaf-steel": (2600, 2500),
    "induction-steel": (2600, 2500),
    "hot-rolled-long": (1650, 1600),
    "cold-rolled-sheet": (1600, 1500),
}
# MJ per t: Circular 24/2017/TT-BCT, Art. 5, from 2018-01-10 (tietkiemnangluong.vn, item 10094) and
# from 2021 to 2025 (thuviennhadat.vn, 455310)
PAPER = [
    ("packaging-paper", "9999 t", 6728, 5482),
    ("packaging-paper", "10000 t", 7872, 6744),
    ("packaging-paper", "50001 t", 7809, 6713),
    ("tissue", "9999 t", 14914, 13169),
    ("tissue", "49999 t", 16503, 14572),
    ("printing-paper", "10000 t", 10495, 9455),
    ("printing-paper", "50001 t", 15138, 13639),
]
NORMS = [
    *(("beer", "beer", size, *pair, "MJ/hl") for size, pair in zip(LITRES, BEER, strict=True)),
    ("soft-drinks", "carbonated-drink", "9 hl", 55, 52, "MJ/hl"),
    ("soft-drinks", "still-drink", "9 hl", 111, 107, "MJ/hl"),
    *(("steel", product, "9 t", *pair, "MJ/t") for product, pair in STEEL.items()),
    *(("paper", *row, "MJ/t") for row in PAPER),
    # kWh per t, plants from 300 t: Circular 52/2018/TT-BCT (cand.com.vn, 537635), until 2025
    ("seafood", "frozen-pangasius", "300 t", None, 1050, "kWh/t"),
    ("seafood", "frozen-shrimp", "300 t", None, 2050, "kWh/t"),
    ("seafood", "frozen-shrimp", "299 t", None, None, "kWh/t"),
]
MJ = {"MJ": 1, "kWh": 3.6}


def norms_of(sector: str, product: str, size: str, year: int) -> dict[str, float]:
    """The norms of energy that an audit of a year compares a plant with, in MJ."""
    audit = assessed(
        f"cpaudit: 1\nplant: {{name: Mill, sector: {sector}, country: VN, currency: VND}}\n"
        f"period: {year}\nproduction: [{{product: {product}, amount: 9 {size.rpartition(' ')[2]}, "
        f"capacity: {size}}}]\nresources: {{water: {{amount: 9 m3}}}}\n"
    ).audit
    made = audit.products[product]
    per = {"hl": 1, "m3": 10, "t": 1}[made.unit]  # hl are counted in m3 where litres are written
    norms = [one for one in made.benchmarks if one.level == "norm" and not one.expired]
    assert {one.limit.unit for one in norms} <= {f"GJ/{made.unit}"}
    return {one.id: one.limit.value * 1000 / per for one in norms}


@pytest.mark.parametrize("row", NORMS, ids=lambda row: "-".join(map(str, row[1:3])))
def test_norms_are_as_their_circulars_print_them(row: tuple[str, ...]) -> None:
    sector, product, size, *printed, unit = row
    for year, norm in zip((2018, 2023), printed, strict=True):
        expected = [] if norm is None else [pytest.approx(norm * MJ[unit.partition("/")[0]])]
        assert list(norms_of(sector, product, size, year).values()) == expected


# VND per kg of what the water carries: Decree 154/2016, Art. 5; Decree 53/2020, Art. 6
CARRIED = {"COD": 2_000, "TSS": 2_400, "Hg": 20e6, "Pb": 1e6, "As": 2e6, "Cd": 2e6}
# by m3 of wastewater a day from which a plant is of the class: VND a year, VND per kg or m3
WASTEWATER = {
    date(2018, 7, 1): [(20, 1.5e6, CARRIED), (None, 1.5e6, {})],
    date(2020, 12, 31): [(20, 1.5e6, CARRIED), (None, 1.5e6, {})],
    date(2023, 7, 1): [(20, 4e6, CARRIED), (10, 4e6, {}), (5, 3e6, {}), (None, 2.5e6, {})],
    # Decree 346/2025, Art. 7: plants that are not monitored pay by volume alone
    date(2026, 7, 1): [(None, None, {"wastewater": 1_700})],
}
# Decree 153/2024: VND a year, and VND per t of what leaves the stack
AIR = {"dust": 800, "nox": 800, "so2": 700, "co": 500}


@pytest.mark.parametrize("day", WASTEWATER)
def test_the_charge_for_wastewater_is_as_its_decrees_print_it(day: date) -> None:
    charge = charge_of(LIBRARY, "vn-wastewater", day)
    per_kg = {"VND/t": 1000, "VND/m3": 1}
    assert [
        (
            one.least,
            one.fixed.value if one.fixed else None,
            {name: rate.value / per_kg[rate.unit] for name, rate in one.rates.items()},
        )
        for one in charge.classes
    ] == WASTEWATER[day]


def test_the_charge_for_air_is_as_its_decree_prints_it() -> None:
    (only,) = charge_of(LIBRARY, "vn-air", date(2025, 7, 1)).classes
    assert (only.least, only.fixed.value, only.fixed.unit) == (None, 3e6, "VND/yr")
    assert {name: (rate.value, rate.unit) for name, rate in only.rates.items()} == {
        name: (rate, "VND/t") for name, rate in AIR.items()
    }
