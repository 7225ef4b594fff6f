"""Names of what is written in files; numbers and paths as a comparison shows them."""

from __future__ import annotations

import pytest

from cpaudit.diagnostics import Source
from cpaudit.language import Language
from cpaudit.report.numbers import Numbers
from cpaudit.report.views.cells import broken
from cpaudit.source.keys import cells_in, entries_in

FILE = """\
plant: {name: Mill}
resources:
  coal:
    amount: {value: 19 t, source: bills}
    price: 1 VND/t
options:
  - {id: a, saves: {coal: 8 %}}
  - id: b
production:
  - {product: cloth, amount: 5 t}
packages: {both: [a, b]}
flows: [1, 2]
twice:
  - {id: x, n: 1}
  - {id: x, n: 2}
"""


def test_entries_have_the_keys_that_lead_to_them() -> None:
    entries = entries_in(Source("a.yaml", FILE))
    assert {name: str(text) for name, text in entries.items()} == {
        "plant.name": "Mill",
        "resources.coal.amount": "19 t",
        "resources.coal.amount.source": "bills",
        "resources.coal.price": "1 VND/t",
        "options.a.id": "a",
        "options.a.saves.coal": "8 %",
        "options.b.id": "b",
        "production.cloth.product": "cloth",
        "production.cloth.amount": "5 t",
        "packages.both": "a, b",
        "flows.1": "1",
        "flows.2": "2",
        # ids that are there twice tell nothing apart
        "twice.1.id": "x",
        "twice.1.n": "1",
        "twice.2.id": "x",
        "twice.2.n": "2",
    }
    assert (entries["resources.coal.price"].span.line, entries["packages.both"].span.line) == (
        5,
        11,
    )


def test_cells_have_their_table_row_and_column() -> None:
    source = Source("plants/bills.csv", "day;kWh;VND\n1/5;10;20\n1/5;30;40\n2/5;50;60\n")
    cells = cells_in(source, "bills.csv")
    assert {name: (str(text), text.span.line) for name, text in cells.items()} == {
        "bills.csv: 1/5, kWh": ("10", 2),
        "bills.csv: 1/5, VND": ("20", 2),
        "bills.csv: 1/5 (2), kWh": ("30", 3),
        "bills.csv: 1/5 (2), VND": ("40", 3),
        "bills.csv: 2/5, kWh": ("50", 4),
        "bills.csv: 2/5, VND": ("60", 4),
    }
    assert cells_in(Source("x.csv", "no table"), "x.csv") == {}


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        (1234.0, 1300.0, ("1,234", "1,300")),
        (1234.01, 1234.04, ("1,234.01", "1,234.04")),
        (0.5, 120.0, ("0.500", "120")),
        (7.0, 7.0, ("7.00", "7.00")),
        (1.0, 1.0 + 1e-12, ("1.000000000", "1.000000000")),
    ],
)
def test_two_values_are_shown_apart(one: float, other: float, shown: tuple[str, str]) -> None:
    assert Numbers(Language("en")).apart(one, other) == shown


def test_a_difference_has_its_sign() -> None:
    numbers = Numbers(Language("vi"))
    assert [numbers.signed(value) for value in (1234.5, -0.25, 0.0)] == ["+1.235", "-0,250", "0"]


def test_long_paths_are_broken_at_their_points() -> None:
    assert broken("baseline.cost") == "baseline.cost"
    assert broken("options.coal-in-clay.saves.coal") == "options.coal-in-clay.\nsaves.coal"
    assert broken("a" * 30) == "a" * 30
