"""Every value of the library, one after the other: to list, to show, to compare, to prove."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..figure import Factor
from ..schema.series import completed_in
from ..source import Map
from .cdm import cdm_rule
from .files import maps, names, part, text
from .law import ChargeEntry, charge_version, threshold_version
from .library import Library, grid_id, variant_ids
from .money import exchange_rates, price_factors, tariff_factors
from .schemes import every_scheme
from .sectors import benchmark_entry

# keys of a fuel that are not values
_NOT_VALUES = ("id", "name", "biogenic", "dust")


class Entry(NamedTuple):
    """A value of the library: which group and kind it is of, and whose it is.

    Entries of one `series` are the same thing at different times.
    """

    factor: Factor
    group: str
    kind: str
    names: Mapping[str, str]
    series: str


def every_entry(library: Library) -> Iterator[Entry]:
    """Every value, file by file. Raises LibraryError at the first that can't be used."""
    for step in (_fuels, _grids, _potentials, _energy, _charges, _laws, _money, _tables, _sectors):
        yield from step(library)
    for rule in part(library.files.document("cdm.yaml"), "rules"):
        factor = cdm_rule(library, rule)
        yield Entry(factor, "cdm", rule, {}, factor.id)
    for scheme in every_scheme(library):
        for name, factor in scheme.rules.items():
            yield Entry(factor, "scheme", f"scheme_{name}", scheme.names, factor.id)


def _fuels(library: Library) -> Iterator[Entry]:
    for fuel in library.files.ids("fuels"):
        document = library.fuel(fuel)
        title = names(document)
        for key in document:
            for id, entry in variant_ids(f"{fuel}.{key}", maps(document, key)):
                if key not in _NOT_VALUES:
                    yield Entry(library.factor(id, key, entry), "fuel", str(key), title, id)
        for firing in library.firings(fuel):
            for factor in library.dust_terms(fuel, firing).values():
                yield Entry(factor, "fuel", "dust", title, factor.id)


def _grids(library: Library) -> Iterator[Entry]:
    for country in library.files.ids("grids"):
        document = library.files.document(f"grids/{country}.yaml")
        for written in maps(document, "series"):
            series = completed_in(written, "years")
            assert isinstance(series, Map)
            years = part(series, "years")
            for year in years:
                id = grid_id(country, series, year)
                key = f"grid_{(text(series, 'gas') or '').lower()}"
                factor = library.factor(id, key, part(years, year))._replace(
                    year=int(year), basis=text(series, "kind"), region=country
                )
                title = names(series, "title")
                yield Entry(factor, "grid", text(series, "kind") or "", title, _before(id))


def _potentials(library: Library) -> Iterator[Entry]:
    for name in library.gwp_sets:
        title = names(part(library.files.document("gwp.yaml"), "sets", name), "title")
        for gas in ("ch4", "n2o"):
            yield Entry(library.gwp(name, gas), "gwp", "gwp", title, f"gwp.{gas}")


def _energy(library: Library) -> Iterator[Entry]:
    for name in part(library.files.document("energy.yaml"), "constants"):
        factor = library.constant(str(name))
        yield Entry(factor, "energy", "energy", {}, factor.id)


def _charges(library: Library) -> Iterator[Entry]:
    for charge in library.files.ids("charges"):
        document = library.files.document(f"charges/{charge}.yaml")
        for version in maps(document, "versions"):
            made = charge_version(library, document, version)
            if made.power_factor is not None:
                yield _of_charge(made, made.power_factor, "")
            for paying in made.classes:
                # classes of the same size are the same thing, whatever their number in a law
                size = "" if paying.least is None else f".from-{paying.least:g}"
                for factor in (paying.fixed, *paying.rates.values()):
                    if factor is not None:
                        yield _of_charge(made, factor, size)


def _of_charge(charge: ChargeEntry, factor: Factor, size: str) -> Entry:
    dated = factor._replace(start=charge.start, end=charge.end)
    last = factor.id.rpartition(".")[2]
    return Entry(dated, "charge", "charge", charge.names, f"charge.{charge.id}{size}.{last}")


def _laws(library: Library) -> Iterator[Entry]:
    for country in library.files.ids("laws"):
        for entry in maps(library.files.document(f"laws/{country}.yaml"), "thresholds"):
            for version in maps(entry, "versions"):
                made = threshold_version(library, country, entry, version)
                dated = made.limit._replace(start=made.start, end=made.end)
                yield Entry(dated, "law", "threshold", made.names, _before(dated.id))


def _money(library: Library) -> Iterator[Entry]:
    files = library.files
    for currency in files.ids("exchange_rates"):
        document = files.document(f"exchange_rates/{currency}.yaml")
        for rate in exchange_rates(library, document):
            id = rate.factor.id
            yield Entry(rate.factor, "exchange", "exchange", names(document), _before(id))
    for name in files.ids("tariffs"):
        document = files.document(f"tariffs/{name}.yaml")
        for factor in tariff_factors(library, document):
            yield Entry(factor, "tariff", "tariff", names(document), _before(factor.id))
    for country in files.ids("prices"):
        document = files.document(f"prices/{country}.yaml")
        for factor in price_factors(library, document):
            row = part(document, "prices", factor.id.rpartition(".")[2])
            series = f"price.{country}.{text(row, 'of')}"
            yield Entry(factor, "price", "price", names(row), series)


def _tables(library: Library) -> Iterator[Entry]:
    for name in library.files.ids("tables"):
        table = completed_in(library.files.document(f"tables/{name}.yaml"), "rows")
        assert isinstance(table, Map)
        kind = text(table, "kind") or ""
        rows = part(table, "rows")
        for row in rows:
            factor = library.factor(f"{name}.{row}", kind, part(rows, row))
            yield Entry(factor, "table", kind, names(part(rows, row)), factor.id)


def _sectors(library: Library) -> Iterator[Entry]:
    for sector in library.sector_ids():
        for product in maps(library.files.document(f"sectors/{sector}.yaml"), "products"):
            for entry in maps(product, "benchmarks"):
                made = benchmark_entry(library, sector, product, entry)
                group = "norm" if made.level == "norm" else "benchmark"
                # the ids of versions differ by their year: norm-2016-small, norm-2021-small
                series = re.sub(r"-\d{4}", "", made.factor.id)
                title = {**names(product)}
                yield Entry(made.factor, group, made.of, title, series)


def _before(id: str) -> str:
    """The id without the date or year at its end."""
    return id.rpartition(".")[0]
