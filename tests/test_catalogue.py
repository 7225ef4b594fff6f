"""No value of the library stands idle: an audit reaches it, or it is marked as one to look up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml

from cpaudit.factors import default_library
from cpaudit.factors.catalogue import every_entry
from cpaudit.figure import FromFactor
from cpaudit.resolve.context import Context
from reading import assessed

ROOT = default_library().files.root
ENTRIES = list(every_entry(default_library()))
REFERENCE = {entry.factor.id for entry in ENTRIES if entry.factor.reference}
HEAD = "cpaudit: 1\nplant: {{name: Mill, country: {0}, currency: {2}}}\nperiod: {1}\n"
WATER = "resources:\n  water: {amount: 900 m3, price: 4500 VND/m3}\n"
FUELS = "".join(
    f"  {name}: {{{kind}amount: 9 t}}\n"
    for name, kind in (
        ("coal", "kind: anthracite, "), ("dust", "resource: coal, kind: lignite, "),
        ("diesel", ""), ("gasoline", ""), ("fuel_oil", ""), ("kerosene", ""),
    )
)  # fmt: skip
POWER = "resources:\n  electricity: {amount: 9 MWh, price: 900 VND/kWh, power_factor: 0.8}\n"


def document(path: str) -> Any:
    """A file of the library as PyYAML reads it, without a line of the program."""
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def documents(folder: str) -> Iterator[tuple[str, Any]]:
    for path in sorted((ROOT / folder).glob("*.yaml")):
        yield path.stem, document(f"{folder}/{path.name}")


def head(country: str = "VN", period: object = 2014, money: str = "VND") -> str:
    return HEAD.format(country, period, money)


def after(version: dict[str, Any]) -> str:
    """A month that a version is in force in: the one after that in which it starts."""
    start = version["from"]
    start = start if isinstance(start, date) else date(start, 1, 1)
    month = start.year * 12 + start.month
    return f"{month // 12}-{month % 12 + 1:02d}"


def fuels(country: str) -> Iterator[str]:
    """Every fuel under every resource that it can be, with every way of burning it."""
    types = document("resources.yaml")
    for type_, entry in types.items():
        rows = []
        for fuel in entry.get("fuels", []):
            unit = types.get(fuel, entry)["unit"]
            burnt = [f", firing: {one}" for one in document(f"fuels/{fuel}.yaml").get("dust", [])]
            rows += [f"kind: {fuel}, amount: 9 {unit}{firing}" for firing in burnt or [""]]
        if rows:
            lines = [f"  r{n}: {{resource: {type_}, {row}}}\n" for n, row in enumerate(rows)]
            yield head(country) + "resources:\n" + "".join(lines)


def grids() -> Iterator[str]:
    """Every grid in every year of any of its series; project ideas where margins are known."""
    option = "options: [{id: fans, saves: {electricity: 9 %}, lifetime: 10 yr}]\n"
    for country, grid in documents("grids"):
        for year in {year for series in grid["series"] for year in series["years"]}:
            yield head(country, year) + POWER
            for method in ("AMS-II.D", "AMS-I.C, thermal_capacity: 9 MW"):
                project = f"cdm: {{method: {method}, start: {year}, years: 10}}\n"
                yield head(country, year) + POWER + option + project


def laws() -> Iterator[str]:
    for name, charge in documents("charges"):
        for version in charge["versions"]:
            yield head(charge["country"], after(version)) + POWER + FUELS + f"charges: [{name}]\n"
    for country, law in documents("laws"):
        for version in (one for each in law["thresholds"] for one in each["versions"]):
            yield head(country, after(version)) + WATER


def rates() -> Iterator[str]:
    for currency, rates in documents("exchange_rates"):
        priced = WATER.replace("4500 VND", f"2 {rates['per']}")
        yield from (head("VN", year, currency) + priced for year in rates["years"])


def schemes() -> Iterator[str]:
    loan = "loan: {share: 70 %, rate: 9 %, term: 5 yr}"
    for name, scheme in documents("schemes"):
        grant = f"grant: {{scheme: {name}, indicator: water}}, guarantee: {{scheme: {name}}}"
        yield head("VN", scheme["from"]) + WATER + f"finance: {{{loan}, {grant}}}\n"


def sectors() -> Iterator[str]:
    """Every product, of plants of every size, while each of its norms is in force."""
    for sector, entry in documents("sectors"):
        for product in entry.get("products", []):
            rows, unit = product.get("benchmarks", []), product["unit"]
            sizes = {f"9 {unit}", f"900000000 {unit}"}
            sizes |= {size for row in rows for size in row.get("capacity", {}).values()}
            for period in {"2014", *(after(row) for row in rows if row["level"] == "norm")}:
                for size in sizes:
                    made = f"{{product: {product['id']}, amount: 9 {unit}, capacity: {size}}}"
                    plant = head(period=period).replace("Mill", f"Mill, sector: {sector}")
                    yield f"{plant}production: [{made}]\n{WATER}"


def every_audit() -> Iterator[str]:
    for country in ("VN", "TH", "ZW"):
        yield from fuels(country)
        yield head(country) + POWER
    yield from (head() + f"gwp: {name}\n" + WATER for name in document("gwp.yaml")["sets"])
    for step in (grids, laws, rates, schemes, sectors):
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


def test_every_value_is_used_or_marked_as_one_to_look_up(used: set[str]) -> None:
    assert sorted({entry.factor.id for entry in ENTRIES} - used - REFERENCE) == []


def test_no_value_to_look_up_enters_a_figure(used: set[str]) -> None:
    assert len(used) > 400
    assert sorted(used & REFERENCE) == []


def test_no_id_is_given_twice() -> None:
    assert len({entry.factor.id for entry in ENTRIES}) == len(ENTRIES)


def values_in(part: Any, in_series: bool = False) -> int:
    """The values written in a document: `value: …`, a range with its unit, short ones of series."""
    if isinstance(part, list):
        return sum(values_in(one, in_series) for one in part)
    if not isinstance(part, dict):
        return int(in_series)
    if "value" in part or {"low", "high", "unit"} <= set(part):
        return 1
    series = ("years", "rates", "fixed", "average", "classes", "power_factor")
    return sum(
        values_in(one, key in series or (in_series and key not in ("from", "at_least", "shared")))
        for key, one in part.items()
        if key not in ("shared", "name", "title", "times")
    )


def test_the_catalogue_leaves_no_value_out() -> None:
    written = sum(values_in(document(path.name)) for path in ROOT.glob("*.yaml"))
    for folder in (path.name for path in ROOT.iterdir() if path.is_dir()):
        for _, entry in documents(folder):
            if folder == "tariffs":
                entry.pop("classes")  # the names of the classes
            written += values_in(entry)
    assert written == len(ENTRIES)
