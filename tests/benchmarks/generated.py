"""Audits for benchmarks: made-up plants, written as a consultant writes them.

    python tests/benchmarks/generated.py FOLDER [AUDITS [OPTIONS]] [--bare]

The same number of audits gives the same files: the seed is fixed. Folders hold a thousand files.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

SEED = 1999
SECTORS = {
    "textile": "dyed-fabric",
    "paper": "paper",
    "food": "fish-sauce",
    "metal": "castings",
}
PROVINCES = ("Hà Nội", "Bắc Ninh", "Đà Nẵng", "Quảng Nam", "Đồng Nai", "Bình Dương")
# what an option is called, its class, and the streams on which it may act
IDEAS = (
    ("Return condensate to the boiler feed tank", "recycling", ("coal", "water")),
    ("Insulate steam pipes and valves", "good-housekeeping", ("coal", "fuel_oil")),
    ("Repair steam traps", "maintenance", ("coal", "water")),
    ("Trim the air of the boilers by an oxygen probe", "process-control", ("coal", "electricity")),
    ("Economiser in the flue gas", "equipment-modification", ("coal", "fuel_oil")),
    ("Speed control of pumps and fans", "energy-efficiency", ("electricity", "water")),
    ("Mend leaks of compressed air", "maintenance", ("electricity",)),
    ("Electronic ballasts and daylight", "energy-efficiency", ("electricity",)),
    ("Counter-current rinsing", "process-control", ("water", "wastewater")),
    ("Reuse of cooling water", "recycling", ("water", "wastewater")),
    ("Automatic dosing of chemicals", "process-control", ("caustic", "wastewater")),
    ("Recovery of caustic", "recycling", ("caustic", "water")),
    ("Dry cleaning before washing", "good-housekeeping", ("water", "sludge")),
    ("Forklifts with electric drive", "technology-change", ("diesel", "electricity")),
    ("Low liquor-ratio machines", "technology-change", ("water", "fuel_oil", "electricity")),
    ("Motors of class IE3", "equipment-modification", ("electricity",)),
    ("Heat recovery from wastewater", "recycling", ("fuel_oil", "water")),
    ("Sale of fly ash to a cement works", "by-product", ("sludge",)),
    ("Training of boiler operators", "good-housekeeping", ("coal", "fuel_oil")),
    ("Capacitors at the main board", "energy-efficiency", ("electricity",)),
)
# what a consultant has seen, and where a price is from
NOTES = (
    "Measured over two weeks; the shift leader agrees with the figure.",
    "Seen on the walk through the plant in March; photographs 12 to 15.",
    "The same was done at a plant nearby, where it saved somewhat more.",
    "To be done at the yearly stop, so that nothing is lost in production.",
)
SOURCES = ("quotation of 12/2008", "price list of the maker", "the plant's own workshop")


def audit(number: int, options: int = 20, bare: bool = False) -> str:
    """The text of audit file `number`; a bare one has no notes and no sources of investments."""
    draw = random.Random(SEED * 1_000_003 + number)
    sector = draw.choice(list(SECTORS))
    made = [_option(draw, at, bare) for at in range(options)]
    first = ", ".join(f"option-{at + 1:02}" for at in range(options // 4))
    whole = ", ".join(f"option-{at + 1:02}" for at in range(options))
    return "".join(
        [
            _head(draw, number, sector),
            _streams(draw),
            "options:\n",
            *made,
            f"packages:\n  first: [{first}]\n  whole: [{whole}]\n",
            "finance:\n  discount_rate: 12 %\n  basis: nominal\n  tax_rate: 25 %\n"
            "  depreciation: straight-line\n",
        ]
    )


def _head(draw: random.Random, number: int, sector: str) -> str:
    return f"""\
# Audit {number + 1}; a made-up plant
cpaudit: 1
plant:
  name: Nhà máy số {number + 1}
  sector: {sector}
  country: VN
  currency: VND
  number_style: plain
  province: {draw.choice(PROVINCES)}
period: {draw.randint(2008, 2014)}
exchange_rates: {{USD: 16300 VND}}
production:
  - {{product: {SECTORS[sector]}, amount: {draw.randint(800, 9000)} t}}
"""


def _streams(draw: random.Random) -> str:
    bill = "source: EVN bills of the year, quality: billed"
    return f"""\
resources:
  electricity:
    amount: {{value: {draw.randint(2000, 9000)} MWh, {bill}}}
    price: {draw.randint(850, 1500)} VND/kWh
  coal:
    kind: anthracite
    amount: {{value: {draw.randint(900, 3000)} t, source: weighbridge, quality: metered}}
    price: {draw.randint(10, 30) / 10} million VND/t
  fuel_oil: {{amount: {draw.randint(300, 900)} t, price: 8.2 million VND/t, sulphur: 3 %}}
  diesel: {{amount: {draw.randint(9000, 40000)} l, price: {draw.randint(9000, 20000)} VND/l}}
  water: {{amount: {draw.randint(300000, 1200000)} m3, price: {draw.randint(3500, 9000)} VND/m3}}
  caustic:
    resource: chemical
    name: NaOH 98 %
    amount: {draw.randint(100, 400)} t
    price: 7.5 million VND/t
discharges:
  wastewater:
    amount: {draw.randint(250000, 900000)} m3
    COD: {draw.randint(200, 900)} mg/L
    treatment: 3200 VND/m3
  sludge: {{kind: solid-waste, amount: {draw.randint(100, 500)} t, disposal: 300000 VND/t}}
"""


def _option(draw: random.Random, at: int, bare: bool) -> str:
    name, kind, streams = IDEAS[at % len(IDEAS)]
    saves = ", ".join(f"{stream}: {draw.randint(2, 12) / 2} %" for stream in streams)
    note = f"    note: {draw.choice(NOTES)}\n"
    status = draw.choice(("proposed", "planned", "implemented"))
    investment = f"{draw.randint(20, 4000)} million VND"
    told = f"{{value: {investment}, source: {draw.choice(SOURCES)}, quality: estimated}}"
    return f"""\
  - id: option-{at + 1:02}
    name: {name}
    class: {kind}
    status: {status}
{"" if bare else note}    saves: {{{saves}}}
    investment: {investment if bare else told}
    operating_cost: {draw.randint(0, 40)} million VND
    lifetime: {draw.randint(4, 15)} yr
"""


def write(folder: Path, audits: int, options: int = 20, bare: bool = False) -> list[Path]:
    """Write audits below a folder, and give their paths in order."""
    paths = []
    for number in range(audits):
        path = folder / f"{number // 1000:03}" / f"plant-{number:06}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(audit(number, options, bare), encoding="utf-8")
        paths.append(path)
    return paths


def main() -> None:
    """Write as many audits as the command line asks for."""
    parser = argparse.ArgumentParser(description="Write made-up audits for benchmarks.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("audits", nargs="?", type=int, default=1000)
    parser.add_argument("options", nargs="?", type=int, default=20)
    parser.add_argument("--bare", action="store_true", help="without notes and sources")
    wanted = parser.parse_args()
    paths = write(wanted.folder, wanted.audits, wanted.options, wanted.bare)
    print(len(paths), "audits written")


if __name__ == "__main__":
    main()
