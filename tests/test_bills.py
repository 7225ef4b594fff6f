"""Bills in a table to the amount and the price of a year, computed by hand."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

import cpaudit
from billed import AMOUNT, HEAD, PRICE, amount, bills_of, electricity, months, outcome
from cpaudit.figure import Computed, Entered
from cpaudit.resolve.bills import billing
from reading import run_text, said_in_full, value

YEAR = [31000, 28000, 31000, 30000, 31000, 30000, 31000, 31000, 30000, 31000, 30000, 31000]


def test_twelve_months_are_added(tmp_path: Path) -> None:
    assert amount(tmp_path, months(YEAR)) == pytest.approx(365, rel=1e-12)


def test_an_amount_in_gigajoules_of_a_fuel_is_converted(tmp_path: Path) -> None:
    text = HEAD + (
        "resources:\n  coal: {kind: anthracite, ncv: 25 GJ/t, price: 1 million VND/t,"
        " amount: {csv: bills.csv, column: GJ}}\n"
    )
    assessment, found = outcome(tmp_path, text, months([1000] * 12, header="month,GJ"))
    # 12000 GJ / 25 GJ/t
    assert value(assessment, "baseline.resources.coal.amount") == pytest.approx(480, rel=1e-12)
    assert "P0" in {said.code.id[:2] for said in found}


def test_a_bill_beyond_the_period_counts_by_days(tmp_path: Path) -> None:
    table = (
        "from,to,kWh\n"
        "2013-12-16,2014-01-15,31000\n"  # 31 days, 15 of them in the year: 15000
        "2014-01-16,2014-12-10,329000\n"
        "2014-12-11,2015-01-09,30000\n"  # 30 days, 21 of them in the year: 21000
    )
    assert amount(tmp_path, table) == pytest.approx(365, rel=1e-12)
    _, found = outcome(tmp_path, electricity(), table)
    assert bills_of(found) == [("W054", 2, 1), ("W054", 4, 1)]


def test_a_reading_day_is_the_first_of_the_next_bill(tmp_path: Path) -> None:
    table = (
        "from,to,kWh\n"
        "2013-12-20,2014-06-20,182000\n"  # 182 days without 20 June, 12 before the year: 170000
        "2014-06-20,2014-12-20,183000\n"  # 183 days without 20 December
        "2014-12-20,2015-01-10,21000\n"  # ends as the one before: 21 days, 12 of them: 12000
    )
    assert amount(tmp_path, table) == pytest.approx(365, rel=1e-12)
    _, found = outcome(tmp_path, electricity(), table)
    assert [code for code, *_ in bills_of(found)] == ["W054", "W054"]


def test_eighteen_months_are_annualised(tmp_path: Path) -> None:
    head = HEAD.replace("2014", "{from: 2013-07, to: 2014-12}")
    # 18 months of 10000 kWh: 180 MWh, of which 12/18
    table = months([10000] * 12) + "".join(f"2013-{month:02},10000\n" for month in range(7, 13))
    assert amount(tmp_path, table, head=head) == pytest.approx(120, rel=1e-12)


def test_other_years_are_left_out(tmp_path: Path) -> None:
    table = "month,kWh\n2013-12,99999\n" + months(YEAR).partition("\n")[2] + "2015-01,99999\n"
    assert amount(tmp_path, table) == pytest.approx(365, rel=1e-12)
    _, found = outcome(tmp_path, electricity(), table)
    said = next(one for one in found if one.code.id == "W053")
    assert (said.span.line, said.values["count"]) == (2, 2)


def test_deliveries_count_on_their_day_and_have_no_gaps(tmp_path: Path) -> None:
    table = (
        "date;kWh\n2013-12-31;5\n2014-01-01;1000\n2014-07-01;1000\n2014-07-01;1200\n"
        "2014-12-31;1000\n2015-01-01;7\n"
    )
    assert amount(tmp_path, table) == pytest.approx(4.2, rel=1e-12)
    assert bills_of(outcome(tmp_path, electricity(), table)[1]) == [("W053", 2, 1)]


def test_a_credit_note_lowers_the_sum(tmp_path: Path) -> None:
    table = months(YEAR) + "2014-03,-1000\n"
    assert amount(tmp_path, table) == pytest.approx(364, rel=1e-12)
    found = bills_of(outcome(tmp_path, electricity(), table)[1])
    assert found == [("W055", 14, 1), ("W052", 14, 9)]


def test_more_credit_than_bills_is_refused(tmp_path: Path) -> None:
    assessment, found = outcome(tmp_path, electricity(), months([100, -200]))
    assert assessment is None
    assert "P004" in [said.code.id for said in found if said.is_error]


def test_two_meters_are_added_and_checked_apart(tmp_path: Path) -> None:
    rows = [
        f"2014-{month:02},{meter},{used * times}"
        for month, used in enumerate(YEAR, 1)
        for meter, times in (("A", 1), ("B", 2))
    ]
    table = "\n".join(["month,meter,kWh", *rows, ""])
    given = AMOUNT.replace("}", ", meter: meter}")
    assert amount(tmp_path, table, given) == pytest.approx(3 * 365, rel=1e-12)
    assert bills_of(outcome(tmp_path, electricity(given), table)[1]) == []
    # without their names they are two bills for each month
    assert {code for code, *_ in bills_of(outcome(tmp_path, electricity(), table)[1])} == {"W048"}
    # a month of one meter that lacks is a gap of that meter
    missing = table.replace("2014-05,B,62000\n", "")
    assert bills_of(outcome(tmp_path, electricity(given), missing)[1]) == [("W045", 12, 1)]


@pytest.mark.parametrize(
    ("given", "table", "mwh"),
    [
        ("{csv: bills.csv, column: kWh}", "month,kWh\n2014-01,1500\n", 1.5),
        ("{csv: bills.csv, column: used (MWh)}", "month,used (MWh)\n2014-01,1.5\n", 1.5),
        ("{csv: bills.csv, column: used, unit: MWh}", "month,used\n2014-01,1.5\n", 1.5),
        ("{csv: bills.csv, column: used}", "month,used\n2014-01,1.5 MWh\n", 1.5),
        ("{csv: bills.csv, column: kWh, unit: kWh}", "month,kWh\n2014-01,1500 kWh\n", 1.5),
        (
            "{csv: bills.csv, column: used, unit_column: in}",
            "month,used,in\n2014-01,1500,kWh\n2014-02,2,MWh\n",
            3.5,
        ),
        ("{csv: bills.csv, column: used, unit: 1000 kWh}", "month,used\n2014-01,1.5\n", 1.5),
        ("{csv: bills.csv, column: 'used [MWh]'}", "month,used [MWh]\n2014-01,1.5\n", 1.5),
    ],
)
def test_the_unit_is_written_once_somewhere(
    tmp_path: Path, given: str, table: str, mwh: float
) -> None:
    assert amount(tmp_path, table, given) == pytest.approx(mwh, rel=1e-12)


@pytest.mark.parametrize(
    ("unit", "code"), [("kWh/yr", "N012"), ("m3", "N012"), ("kwh", "N011"), ("%", "N012")]
)
def test_a_unit_that_does_not_fit_is_told_where_it_is_written(
    tmp_path: Path, unit: str, code: str
) -> None:
    given = f'{{csv: bills.csv, column: used, unit: "{unit}"}}'
    assessment, found = outcome(tmp_path, electricity(given), "month,used\n2014-01,5\n")
    wrong = [said for said in found if said.is_error]
    assert (assessment, [said.code.id for said in wrong]) == (None, [code])
    assert (wrong[0].span.source.name, wrong[0].span.line) == (str(tmp_path / "plant.yaml"), 6)


def test_a_unit_of_another_kind_in_a_row_is_told_there(tmp_path: Path) -> None:
    given = "{csv: bills.csv, column: used, unit_column: in}"
    table = "month,used,in\n2014-01,5,kWh\n2014-02,5,m3\n"
    assessment, found = outcome(tmp_path, electricity(given), table)
    wrong = [(said.code.id, said.span.line) for said in found if said.is_error]
    assert (assessment, wrong) == (None, [("N012", 3)])


@pytest.mark.parametrize(
    ("style", "extra", "cell", "mwh"),
    [
        ("vi", "", "1.234,5", 1.2345),
        ("vi", "", "1.234", 1.234),
        ("en", "", "1,234.5", 1.2345),
        ("plain", "", "1234.5", 1.2345),
        ("plain", ", number_style: vi", "1.234,5", 1.2345),
        (None, "", "1.234,5", 1.2345),
        (None, "", "1.234", None),
        ("plain", "", "1.234,5", None),
    ],
)
def test_numbers_follow_the_style_of_the_file(
    tmp_path: Path, style: str | None, extra: str, cell: str, mwh: float | None
) -> None:
    head = HEAD.replace("VND}", f"VND, number_style: {style}}}") if style else HEAD
    given = AMOUNT.replace("}", f"{extra}}}")
    table = f"month;kWh\n2014-01;{cell}\n"
    if mwh is not None:
        assert amount(tmp_path, table, given, head) == pytest.approx(mwh, rel=1e-12)
        return
    assessment, found = outcome(tmp_path, electricity(given, head=head), table)
    wrong = [(said.code.id, said.span.line, said.span.column) for said in found if said.is_error]
    assert assessment is None
    assert wrong == [("N003" if style else "N002", 2, 9)]


@pytest.mark.parametrize(
    ("style", "extra", "first", "last", "mwh"),
    [
        ("vi", "", "01/07/2013", "30/06/2014", 181.0),
        (None, ", dates: day-first", "1.7.2013", "30.6.2014", 181.0),
        (None, ", dates: month-first", "07/01/2013", "06/30/2014", 181.0),
        ("vi", ", dates: month-first", "07/01/2013", "06/30/2014", 181.0),
        ("en", "", "2013-07-01", "2014-06-30", 181.0),
    ],
)
def test_days_are_read_in_the_order_that_is_told(
    tmp_path: Path, style: str | None, extra: str, first: str, last: str, mwh: float
) -> None:
    head = HEAD.replace("VND}", f"VND, number_style: {style}}}") if style else HEAD
    # 365 days of 1000 kWh, of which January to June 2014 has 181
    table = f"start;end;kWh\n{first};{last};365000\n"
    given = AMOUNT.replace("}", f", from: start, to: end{extra}}}")
    assert amount(tmp_path, table, given, head) == pytest.approx(mwh, rel=1e-12)


def test_a_price_is_the_money_of_the_bills_by_their_amount(tmp_path: Path) -> None:
    rows = [f"{used},{used * 1500 + 12000}" for used in YEAR]
    table = months(rows, header="month,kWh,VND")
    assessment, _ = outcome(tmp_path, electricity(price=PRICE), table)
    # 365000 kWh · 1500 VND/kWh + 12 · 12000 VND of standing charge
    assert value(assessment, "baseline.cost") == pytest.approx(547_644_000, rel=1e-12)
    price = assessment.audit.streams["electricity"].price
    assert (price.unit, price.value) == ("VND/MWh", pytest.approx(547_644_000 / 365, rel=1e-12))


def test_a_price_in_millions_of_another_currency(tmp_path: Path) -> None:
    head = HEAD + "exchange_rates: {USD: 20000 VND}\n"
    table = months(["1000,0.2"] * 12, header="month,kWh,paid")
    price = "{csv: bills.csv, column: paid, unit: thousand USD}"
    assessment, _ = outcome(tmp_path, electricity(price=price, head=head), table)
    # 12 · 200 USD · 20000 VND/USD
    assert value(assessment, "baseline.cost") == pytest.approx(48_000_000, rel=1e-12)


def test_the_price_of_a_period_of_eighteen_months(tmp_path: Path) -> None:
    head = HEAD.replace("2014", "{from: 2014-01, to: 2015-06}")
    table = months(["1000,3000"] * 12, header="month,kWh,VND")
    table += months(["1000,6000"] * 6, year=2015).partition("\n")[2]
    assessment, _ = outcome(tmp_path, electricity(price=PRICE, head=head), table)
    # 12 · 3000 + 6 · 6000 = 72000 VND for 18000 kWh; a year costs 12000 kWh · 4 VND/kWh
    assert value(assessment, "baseline.cost") == pytest.approx(48_000, rel=1e-12)


def test_products_and_discharges_have_bills_too(tmp_path: Path) -> None:
    text = HEAD + (
        "production:\n  - {product: cloth, amount: {csv: bills.csv, column: cloth (t)}}\n"
        "resources:\n  water: {amount: {csv: bills.csv, column: m3}, price: 4500 VND/m3}\n"
        "discharges:\n  wastewater:\n    amount: {csv: bills.csv, column: out, unit: m3}\n"
        "    COD: 500 mg/L\n    treatment: {csv: bills.csv, column: paid, unit: VND}\n"
    )
    table = months(["10,900,800,2400000"] * 12, header="month,cloth (t),m3,out,paid")
    assessment, _ = outcome(tmp_path, text, table)
    # 12 · 900 m3 / 120 t; 12 · 800 m3 · 0.0005 t/m3; 12 · 900 · 4500 + 12 · 2400000 VND
    assert value(assessment, "baseline.products.cloth.water") == pytest.approx(90, rel=1e-12)
    assert value(assessment, "baseline.cod") == pytest.approx(4.8, rel=1e-12)
    assert value(assessment, "baseline.cost") == pytest.approx(77_400_000, rel=1e-12)


def test_a_material_of_a_quantity_centre_may_come_from_bills(tmp_path: Path) -> None:
    text = electricity("500 MWh") + (
        "material_flow:\n"
        "  - id: cutting\n"
        "    materials:\n"
        "      steel: {amount: {csv: bills.csv, column: t}, price: 10 million VND/t}\n"
        "    product: 90 t\n"
    )
    assessment, found = outcome(tmp_path, text, months([10] * 12, header="month,t"))
    assert assessment is not None, [said_in_full(said) for said in found]
    centre = assessment.audit.centres["cutting"]
    assert centre.materials["steel"].cost.amount.value == pytest.approx(120, rel=1e-12)


def test_an_amount_shows_its_bills_and_their_rows(tmp_path: Path) -> None:
    given = AMOUNT.replace("}", ", source: EVN, quality: billed}")
    assessment, _ = outcome(tmp_path, electricity(given), months(YEAR))
    figure = cpaudit.figure_at(assessment, "baseline.resources.electricity.amount")
    assert isinstance(figure.derivation, Computed)
    names, bills = zip(*figure.derivation.inputs, strict=True)
    assert names[:2] == ("2014-01", "2014-02")
    origins = [bill.derivation for bill in bills]
    assert all(isinstance(one, Entered) for one in origins)
    assert [one.span.line for one in origins] == list(range(2, 14))
    assert {one.span.source.name for one in origins} == {str(tmp_path / "bills.csv")}
    assert (origins[0].text, origins[0].source, origins[0].quality) == ("31000", "EVN", "billed")


def test_a_table_is_read_once_and_named_with_its_hash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    read: list[str] = []
    original = billing.read_table
    monkeypatch.setattr(
        billing, "read_table", lambda name, mark: read.append(str(name)) or original(name, mark)
    )
    text = electricity(price=PRICE) + "  water: {amount: {csv: bills.csv, column: m3}}\n"
    assessment, _ = outcome(tmp_path, text, months(["5,6,7"] * 12, header="month,kWh,VND,m3"))
    assert read == ["bills.csv"]
    digest = sha256((tmp_path / "bills.csv").read_bytes()).hexdigest()
    assert assessment.audit.attachments == ((str(tmp_path / "bills.csv"), digest),)


def test_a_mistaken_table_is_told_once_for_all_its_columns(tmp_path: Path) -> None:
    text = electricity(price=PRICE) + "  water: {amount: {csv: bills.csv, column: m3}}\n"
    text += "options:\n  - {id: leaks, saves: {electricity: 5 %, water: 5 %}}\n"
    assessment, found = outcome(tmp_path, text, "month;kWh\n2014-01;5;6\n")
    assert assessment is None
    assert [said.code.id for said in found if said.is_error] == ["W012"]


def test_another_mistake_does_not_hide_that_of_a_table(tmp_path: Path) -> None:
    text = electricity() + "colour: red\n"
    _, found = outcome(tmp_path, text, months(["5", "", "7"]))
    assert [said.code.id for said in found] == ["K002", "W036"]


def test_a_text_in_no_file_has_no_bills() -> None:
    _, _, found = run_text(electricity())
    assert [(said.code.id, said.span.line) for said in found if said.is_error] == [("W001", 6)]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("colum: kWh", "K003"),
        ("column: kWh, dates: iso", "K008"),
        ("column: kWh, delimiter: pipe", "K008"),
        ("column: kWh, quality: guessed", "K008"),
        ("column: kWh, uncertainty: -2 %", "P004"),
        ("column: ", "K007"),
        ("unit: kWh", "K001"),
    ],
)
def test_its_keys_are_checked_as_all_keys_are(tmp_path: Path, wrong: str, code: str) -> None:
    text = electricity(f"{{csv: bills.csv, {wrong}}}")
    _, found = outcome(tmp_path, text, months(YEAR))
    assert code in [said.code.id for said in found if said.is_error]
    wrong_key = electricity(price="{csv: bills.csv, colum: kWh}")
    _, found = outcome(tmp_path, wrong_key, months(YEAR))
    assert "“column”" in " ".join(said_in_full(said) for said in found)


def test_uncertainty_of_a_meter_does_not_average_out(tmp_path: Path) -> None:
    given = AMOUNT.replace("}", ", uncertainty: 3 %}")
    assessment, _ = outcome(tmp_path, electricity(given), months(YEAR))
    made = cpaudit.uncertainty(assessment).estimates["baseline.resources.electricity.amount"]
    # one meter, one error: 365 ± 3 %, not 3 % / √12
    assert made.interval.low == pytest.approx(365 * 0.97, rel=1e-9)
    assert made.interval.high == pytest.approx(365 * 1.03, rel=1e-9)
    assert made.interval.inputs == 1


def test_the_money_of_bills_is_known_however_wrong_the_meter_is(tmp_path: Path) -> None:
    given = AMOUNT.replace("}", ", uncertainty: 3 %}")
    table = months([f"{used},{used * 1500}" for used in YEAR], header="month,kWh,VND")
    assessment, _ = outcome(tmp_path, electricity(given, PRICE), table)
    made = cpaudit.uncertainty(assessment).estimates["baseline.cost"]
    assert made.interval.low == pytest.approx(547_500_000, rel=1e-9)
    assert made.interval.high == pytest.approx(547_500_000, rel=1e-9)


def test_uncertainty_is_drawn_and_sensitivity_varies_the_price(tmp_path: Path) -> None:
    given = AMOUNT.replace("}", ", uncertainty: 3 %}")
    table = months([f"{used},{used * 1500}" for used in YEAR], header="month,kWh,VND")
    text = electricity(given, PRICE) + (
        "options:\n  - {id: motors, saves: {electricity: 10 %}, investment: 100 million VND,"
        " lifetime: 10 yr}\nfinance: {discount_rate: 10 %}\n"
    )
    assessment, _ = outcome(tmp_path, text, table)
    drawn = cpaudit.uncertainty(assessment, draws=4000).estimates
    amount = drawn["baseline.resources.electricity.amount"].drawn
    # a normal distribution whose 95 % bounds are ± 3 %
    assert amount.deviation == pytest.approx(365 * 0.03 / 1.96, rel=0.05)
    rows = cpaudit.sensitivity(assessment, "packages.all.npv", by=0.1).rows
    assert "resources.electricity.price" in [row.variable.id for row in rows]
    stated = cpaudit.sensitivity(assessment, "packages.all.npv").rows
    price = next(row for row in stated if row.variable.id == "resources.electricity.price")
    assert (price.basis, price.share) == ("stated", pytest.approx(0.03))


def test_an_audit_without_tables_imports_nothing_for_them() -> None:
    path = Path(__file__).parents[1] / "examples" / "textile-dyehouse.yaml"
    code = (
        "import sys, cpaudit; cpaudit.assess(cpaudit.load(sys.argv[1]));"
        "print([one for one in sys.modules if '.codes.' not in one and"
        " any(part in one for part in ('bills', 'source.tables', 'source.records', '.beside'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_bills_are_shown_in_both_languages(tmp_path: Path) -> None:
    outcome(tmp_path, electricity(), months(YEAR))
    for lang, word in (("en", "written “31000”"), ("vi", "31000")):
        done = subprocess.run(
            [sys.executable, "-m", "cpaudit", "explain", str(tmp_path / "plant.yaml"),
             "baseline.resources.electricity.amount", "--lang", lang],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert word in done.stdout
        assert "2014-12 = 31" in done.stdout


def test_a_price_by_an_alias_takes_the_money_of_its_own_rows(tmp_path: Path) -> None:
    # money of January for power, of July for water: 3 kWh for 6000 VND, 5 m3 for 54000 VND
    table = "m1,m2,kWh,m3,VND\n2014-01,2015-01,3,9,6000\n2015-01,2014-07,8,5,54000\n"
    text = (
        f"{HEAD}resources:\n"
        "  electricity:\n"
        "    amount: {csv: bills.csv, column: kWh, unit: kWh, month: m1}\n"
        "    price: &p {csv: bills.csv, column: VND, unit: VND}\n"
        "  water:\n"
        "    amount: {csv: bills.csv, column: m3, unit: m3, month: m2}\n"
        "    price: *p\n"
    )
    assessment, _ = outcome(tmp_path, text, table)
    assert value(assessment, "baseline.resources.electricity.cost") == pytest.approx(6000)
    assert value(assessment, "baseline.resources.water.cost") == pytest.approx(54000)


def test_an_end_in_the_year_9999_is_refused(tmp_path: Path) -> None:
    table = "from,to,kWh\n2014-01-01,9999-12-31,1000\n"
    assessment, found = outcome(tmp_path, electricity(), table)
    assert assessment is None
    assert [(line, column) for _, line, column in bills_of(found)] == [(2, 12)]


@pytest.mark.parametrize(
    ("rows", "mwh", "cost"),
    [
        # the first bill ends as the second starts: 19 of its 31 days are in 2014;
        # 3100 · 19 / 31 + 1000 = 2900 kWh, 310000 · 19 / 31 - 5 = 189995 VND
        ("2013-12-20,2014-01-20,3100,310000\n2014-01-20,2014-12-31,1000,-5\n", 2.9, 189_995),
        # only the money of the first row is credited: still a reading of the meter
        ("2013-12-20,2014-01-20,3100,-310000\n2014-01-20,2014-12-31,1000,900000\n", 2.9, 710_000),
        # only kWh are credited: no reading, so the bill before it keeps its days, 20 of 32;
        # 3200 · 20 / 32 - 10 + 365 = 2355 kWh, 320000 · 20 / 32 + 5000000 + 36500 VND
        (
            "2013-12-20,2014-01-20,3200,320000\n2014-01-20,2014-01-21,-10,5000000\n"
            "2014-01-21,2014-12-31,365,36500\n",
            2.355,
            5_236_500,
        ),
        # a day at the edge of the year that the amount has and the money would not
        ("2014-01-01,2014-01-01,1000,-5\n2014-01-01,2014-12-31,1000,200005\n", 2, 200_000),
    ],
)
def test_money_is_of_the_days_of_its_amount_whatever_its_sign(
    tmp_path: Path, rows: str, mwh: float, cost: float
) -> None:
    assessment, found = outcome(tmp_path, electricity(price=PRICE), f"from,to,kWh,VND\n{rows}")
    assert assessment is not None, [said_in_full(said) for said in found if said.is_error]
    used = value(assessment, "baseline.resources.electricity.amount")
    assert used == pytest.approx(mwh, rel=1e-12)
    assert value(assessment, "baseline.cost") == pytest.approx(cost, rel=1e-12)
