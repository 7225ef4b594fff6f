"""No value of the library stands idle: an audit reaches it, or it is marked as one to look up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cpaudit.factors import Library, default_library
from cpaudit.factors.catalogue import Entry, every_entry
from cpaudit.factors.dates import first_day
from cpaudit.figure import FromFactor
from cpaudit.resolve.context import Context
from cpaudit.units import dimension
from reading import assessed

LIBRARY = default_library()
ROOT = LIBRARY.files.root
ENTRIES = list(every_entry(LIBRARY))
BY_ID = {entry.factor.id: entry for entry in ENTRIES}
HEAD = "cpaudit: 1\nplant: {{name: Mill, country: {country}, currency: {money}}}\nperiod: {period}\n"
WATER = "resources:\n  water: {amount: 900 m3, price: 4500 VND/m3}\n"
POWER = "resources:\n  electricity: {amount: 9 MWh, price: 900 VND/kWh, power_factor: 0.8}\n"
SMALL, LARGE = "1", "900000000"


def head(country: str = "VN", period: object = 2014, money: str = "VND") -> str:
    return HEAD.format(country=country, period=period, money=money)


def document(path: Path) -> Any:
    """A file of the library as PyYAML reads it, without a line of the program."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def fuels_of(country: str) -> Iterator[str]:
    """Every fuel under every resource it can be, with every way of burning it."""
    for type_, entry in document(ROOT / "resources.yaml").items():
        rows = []
        for fuel in entry.get("fuels", []):
            firings = document(ROOT / f"fuels/{fuel}.yaml").get("dust", {"": None})
            for firing in firings:
                unit = document(ROOT / "resources.yaml").get(fuel, entry)["unit"]
                burnt = f", firing: {firing}" if firing else ""
                rows.append(f"{{resource: {type_}, kind: {fuel}, amount: 9 {unit}{burnt}}}")
        lines = [f"  r{number}: {row}\n" for number, row in enumerate(rows)]
        if lines:
            yield head(country) + "resources:\n" + "".join(lines)


def grids() -> Iterator[str]:
    for path in sorted((ROOT / "grids").glob("*.yaml")):
        years = {year for one in document(path)["series"] for year in one["years"]}
        yield from (head(path.stem, year) + POWER for year in sorted(years))


def potentials() -> Iterator[str]:
    for name in document(ROOT / "gwp.yaml")["sets"]:
        yield head() + f"gwp: {name}\n" + WATER


def laws() -> Iterator[str]:
    """Every charge in the first month of each of its versions; thresholds likewise."""
    for path in sorted((ROOT / "charges").glob("*.yaml")):
        charge = document(path)
        for version in charge["versions"]:
            yield head(charge["country"], after(version)) + POWER + f"charges: [{path.stem}]\n"
    for path in sorted((ROOT / "laws").glob("*.yaml")):
        for threshold in document(path)["thresholds"]:
            for version in threshold["versions"]:
                yield head(path.stem, after(version)) + WATER


def after(version: dict[str, Any]) -> str:
    """A month in whose middle a version is in force: the one after that in which it starts."""
    start = first_day(str(version["from"]))
    month = start.year * 12 + start.month
    return f"{month // 12}-{month % 12 + 1:02d}"


def rates() -> Iterator[str]:
    for path in sorted((ROOT / "exchange_rates").glob("*.yaml")):
        rates = document(path)
        for year in rates["years"]:
            priced = WATER.replace("4500 VND", f"2 {rates['per']}")
            yield head(period=year, money=rates["currency"]) + priced


def sectors() -> Iterator[str]:
    """Every product, in plants of every size, while each of its norms is in force."""
    for path in sorted((ROOT / "sectors").glob("*.yaml")):
        for product in document(path).get("products", []):
            rows = product.get("benchmarks", [])
            bounds = [amount for row in rows for amount in row.get("capacity", {}).values()]
            unit = product["unit"]
            for amount in {f"{SMALL} {unit}", f"{LARGE} {unit}", *bounds}:
                for period in {2014, *(after(row) for row in rows if row["level"] == "norm")}:
                    made = f"production: [{{product: {product['id']}, amount: {amount}}}]\n"
                    plant = head(period=period).replace("Mill", f"Mill, sector: {path.stem}")
                    yield plant + made + WATER


def projects() -> Iterator[str]:
    """A project idea by either method, where the margins of a grid are known."""
    option = "options: [{id: fans, saves: {electricity: 9 %}, lifetime: 10 yr}]\n"
    for country, year in (("VN", 2008), ("IN", 2024)):
        for method in ("AMS-II.D", "AMS-I.C, thermal_capacity: 9 MW"):
            project = f"cdm: {{method: {method}, start: {year}, years: 10}}\n"
            yield head(country, year) + POWER + option + project


def every_audit() -> Iterator[str]:
    for country in ("VN", "TH", "ZW"):
        yield from fuels_of(country)
        yield head(country) + POWER
    for step in (grids, potentials, laws, rates, sectors, projects):
        yield from step()


@pytest.fixture(scope="module")
def used() -> set[str]:
    """The ids of all values that audits turn into figures."""
    ids: set[str] = set()
    original = Context.from_factor

    def recording(self: Context, used: Any, reason: str | None = None) -> Any:
        ids.add((used.factor if isinstance(used, FromFactor) else used).id)
        return original(self, used, reason)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Context, "from_factor", recording)
        for text in every_audit():
            assessed(text)
    return ids
