"""What is asked of the rows of a batch: conditions, order, groups and their sums, by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from batching import plant, write
from cpaudit.diagnostics import Mistake
from cpaudit.portfolio.batch import outcomes
from cpaudit.portfolio.conditions import condition_of
from cpaudit.portfolio.fingerprint import factors_hash
from cpaudit.portfolio.journal import Journal
from cpaudit.portfolio.paths import files_at
from cpaudit.portfolio.table import Asked, Table
from cpaudit.portfolio.task import Work


@pytest.fixture
def journal(tmp_path: Path) -> Any:
    write(
        tmp_path / "plants",
        a=plant("A", "paper", 2014, water=1000, investment=3000),
        b=plant("B", "textile", 2013, water=3000, investment=1000),
        c=plant("C", "paper", 2013, water=2000, investment=1000),
        d=plant("D", "paper", 2014, "USD", water=500, investment=1000),
        e=plant("E", "textile", 2014, water=100, investment=1000),
    )
    return filled(tmp_path / "plants")


def filled(folder: Path, per: Any = "plant") -> Any:
    work = Work(per)
    journal = Journal(None, work.columns, {}, factors_hash(None))
    files, _ = files_at([folder])
    for outcome in outcomes(files, work, 1):
        journal.put(outcome)
    return journal


def asked(journal: Any, columns: str, per: Any = "plant", **how: Any) -> list[tuple[Any, ...]]:
    made = Table(journal.columns, per, Asked(columns=[columns], **how))
    return [tuple(row) for row in made.rows(journal, made.chosen)]


def names(journal: Any, **how: Any) -> str:
    return "".join(name for (name,) in asked(journal, "plant", **how))


def test_rows_come_by_path_or_as_sorted(journal: Any) -> None:
    assert names(journal) == "ABCDE"
    assert names(journal, sort=["year,-baseline_water_m3"]) == "BCADE"
    assert names(journal, sort=["-plant"]) == "EDCBA"
    assert names(journal, sort=["sector", "-plant"]) == "DCAEB"
    assert names(journal, sort=["-year"], limit=2) == "AD"


def test_money_is_sorted_within_its_currency(journal: Any) -> None:
    # saving 28 % of 10 a m3: D 1400 USD; B 8400, C 5600, A 2800, E 280 VND
    assert names(journal, sort=["-saving"]) == "DBCAE"
    made = Table(journal.columns, "plant", Asked(sort=["-saving"], where=["npv>0"]))
    [said] = made.remarks(journal)
    assert (said.code.id, said.values["known"]) == ("B014", "USD, VND")
    made = Table(journal.columns, "plant", Asked(sort=["year"], where=["npv>0", "currency=VND"]))
    assert made.remarks(journal) == []  # nothing is compared but with zero


@pytest.mark.parametrize(
    ("conditions", "wanted"),
    [
        (["sector=textile"], "BE"),
        (["sector != textile"], "ACD"),
        (["year>=2014", "currency=VND"], "AE"),
        (["npv>0"], "BC"),
        (["province="], "ABCDE"),
        (["package!="], "ABCDE"),
        (["payback=never"], ""),
        (["water_m3 <= 140"], "DE"),
    ],
)
def test_conditions_choose_rows(journal: Any, conditions: list[str], wanted: str) -> None:
    # NPV: 2.8 · m3 / 1.1 less the investment of both: A 2545 - 3500, B 7636 - 1500,
    # C 5091 - 1500, D 1273 - 1500, E 255 - 1500
    assert names(journal, where=conditions) == wanted


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("npv", "B005", 1),
        (">3", "B005", 1),
        ("nvp>0", "B004", 1),
        (" nvp > 0", "B004", 2),
        ("npv>", "B006", 5),
        ("npv>1,000", "B006", 5),
        ("npv=much", "B006", 5),
        ("sector>a", "B006", 8),
        ("sector<", "B006", 8),
    ],
)
def test_a_condition_that_means_nothing_is_told_with_its_place(
    text: str, code: str, column: int
) -> None:
    known = {one.name: one for one in Work().columns}
    with pytest.raises(Mistake) as caught:
        condition_of(text, known)
    said = caught.value.diagnostic
    assert (said.code.id, said.span.column) == (code, column)  # type: ignore[union-attr]


def test_percentages_and_exponents_are_numbers() -> None:
    known = {one.name: one for one in Work().columns}
    assert condition_of("irr >= 12.5 %", known).value == pytest.approx(0.125)
    assert condition_of("npv<-1e9", known).value == -1e9


def test_groups_add_up_and_divide_sums(journal: Any) -> None:
    found = asked(
        journal, "sector,currency,audits,water_m3,investment,saving,payback_yr", by=["sector"]
    )
    about = pytest.approx
    # paper VND: A 280 + C 560 m3; (3000 + 500) + (1000 + 500) for 2800 + 5600 a year
    assert found == [
        ("paper", "USD", 1, about(140), 1500, about(1400), about(15 / 14)),
        ("paper", "VND", 2, about(840), 5000, about(8400), about(50 / 84)),
        ("textile", "VND", 2, about(868), 3000, about(8680), about(75 / 217)),
    ]  # fmt: skip


def test_groups_are_sorted_chosen_and_limited(journal: Any) -> None:
    keys = "year,sector,audits"
    vnd = ["currency=VND"]
    found = asked(journal, keys, by=["year", "sector"], where=vnd)
    assert found == [
        (2013, "paper", 1),
        (2013, "textile", 1),
        (2014, "paper", 1),
        (2014, "textile", 1),
    ]
    found = asked(
        journal, keys, by=["year,sector"], sort=["-saving"], where=["currency=VND"], limit=2
    )
    assert found == [(2013, "textile", 1), (2013, "paper", 1)]


def test_a_sum_with_an_unknown_part_is_marked(tmp_path: Path) -> None:
    endless = plant("B").replace(", lifetime: 1 yr", "").replace(",\n     lifetime: 1 yr", "")
    write(tmp_path, a=plant("A", water=10_000), b=endless)
    journal = filled(tmp_path)
    [(npv, audits, partial)] = asked(journal, "npv,audits,partial", by=["sector"])
    # of B without lifetimes no NPV is known: 28000 / 1.1 - 1500 of A alone
    assert npv == pytest.approx(28_000 / 1.1 - 1500)
    assert (audits, partial) == (2, "npv")


def test_options_in_groups_count_at_their_turns(tmp_path: Path) -> None:
    write(tmp_path, a=plant("A"), b=plant("B", water=2000))
    journal = filled(tmp_path, "option")
    columns = "status,audits,options,package_saving,package_investment"
    found = asked(journal, columns, "option", by=["status"])
    assert found == [
        ("implemented", 2, 2, pytest.approx(2000 + 4000), 2000),
        ("proposed", 2, 2, pytest.approx(800 + 1600), 1000),
        ("rejected", 2, 2, None, None),
    ]
    with pytest.raises(Mistake) as caught:  # what options save alone overlaps
        asked(journal, "saving", "option", by=["status"])
    assert caught.value.diagnostic.code.id == "B004"


def test_totals_are_by_currency(journal: Any) -> None:
    columns, totals = Table(journal.columns, "plant", Asked()).totals(journal)
    at = [one.name for one in columns]
    sums = [dict(zip(at, row, strict=True)) for row in totals]
    assert [(one["currency"], one["audits"], one["options"]) for one in sums] == [
        ("USD", 1, 2),
        ("VND", 4, 8),
    ]


def test_only_kinds_of_things_make_groups(journal: Any) -> None:
    with pytest.raises(Mistake) as caught:
        asked(journal, "plant", by=["npv"])
    assert caught.value.diagnostic.code.id == "B007"
