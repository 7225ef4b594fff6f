"""Loan, grant, guarantee, shared savings and the fund's reimbursement, by hand."""

from __future__ import annotations

from typing import Any

import pytest

from cpaudit.engine.financing import financing_of
from reading import HEAD, assessed, run_text, value
from test_finance import option, paying

THREE = "investment: 1000 VND, lifetime: 3 yr"


def deal(finance: str, more: str = THREE, saving: str = "-500 VND") -> Any:
    assessment = assessed(paying(option(saving, more), finance=finance))
    return financing_of(assessment, assessment.options["a"])


def line(deal: Any, key: str) -> dict[int, float]:
    return {year: flow.value for year, flow in deal.cash.line(key).items()}


def flows(deal: Any) -> list[float]:
    return [flow.value for flow in deal.cash.flows]


def test_a_loan_in_equal_repayments() -> None:
    found = deal("loan: {share: 70 %, rate: 10 %, term: 2 yr}")
    assert line(found, "loan") == {0: 700}
    assert line(found, "principal") == {1: -350, 2: -350}
    assert line(found, "interest") == pytest.approx({1: -70, 2: -35})
    assert flows(found) == pytest.approx([-300, 80, 115, 500])


def test_interest_lessens_the_tax() -> None:
    # project: 500 - 20 % x (500 - 1000 / 3) = 466.6667 a year; 20 % of 70 and 35
    found = deal("tax_rate: 20 %, loan: {share: 70 %, rate: 10 %, term: 2 yr}")
    assert line(found, "financing_tax") == pytest.approx({1: 14, 2: 7})
    assert flows(found) == pytest.approx([-300, 60.666667, 88.666667, 466.666667])


def test_an_annuity_and_a_grace() -> None:
    # 1000 at 10 % over three years: 402.1148 a year, interest 100, 69.7885 and 36.5558
    found = deal("loan: {share: 100 %, rate: 10 %, term: 3 yr, repayment: annuity}")
    assert line(found, "interest") == pytest.approx(
        {1: -100, 2: -69.788520, 3: -36.555891}, abs=1e-5
    )
    together = [
        line(found, "interest")[year] + line(found, "principal")[year] for year in (1, 2, 3)
    ]
    assert together == pytest.approx([-402.114804] * 3, abs=1e-5)
    # a year of interest alone, then two repayments of 500
    grace = deal("loan: {share: 100 %, rate: 10 %, term: 3 yr, grace: 1 yr}")
    assert line(grace, "principal") == {2: -500, 3: -500}
    assert line(grace, "interest") == pytest.approx({1: -100, 2: -100, 3: -50})
    # two payments of 1000 x 0.1 x 1.21 / 0.21 = 576.1905 after it
    both = deal("loan: {share: 100 %, rate: 10 %, term: 3 yr, grace: 1 yr, repayment: annuity}")
    assert line(both, "principal") == pytest.approx({2: -476.190476, 3: -523.809524}, abs=1e-5)


def test_without_tax_a_loan_at_the_discount_rate_is_worth_nothing() -> None:
    for way in ("equal-principal", "annuity"):
        loan = f"loan: {{share: 80 %, rate: 12 %, term: 5 yr, repayment: {way}, grace: 2 yr}}"
        text = paying(option("-500 VND", THREE), finance=f"discount_rate: 12 %, {loan}")
        made = assessed(text)
        owner, project = value(made, "options.a.equity.npv"), value(made, "options.a.npv")
        assert owner == pytest.approx(project, abs=1e-9)


def test_a_loan_of_an_amount_is_no_more_than_the_investment() -> None:
    found = deal("loan: {amount: 400 VND, rate: 10 %, term: 2 yr}")
    assert line(found, "loan") == {0: 400}
    text = paying(
        option("-500 VND", THREE), finance="loan: {amount: 5000 VND, rate: 10 %, term: 2 yr}"
    )
    _, made, said = run_text(text)
    assert value(made, "packages.all.equity.loan") == 1000
    assert "E015" in [one.code.id for one in said]


def test_a_loan_is_drawn_as_the_money_is_spent() -> None:
    spread = "investment: {0: 600 VND, 1: 400 VND}, lifetime: 3 yr"
    found = deal("loan: {amount: 500 VND, rate: 10 %, term: 2 yr}", spread)
    assert line(found, "loan") == pytest.approx({0: 300, 1: 200})
    # 300 over two years; 200 a year later, with one year left: all ends after year 2
    assert line(found, "principal") == pytest.approx({1: -150, 2: -350})
    assert line(found, "interest") == pytest.approx({1: -30, 2: -35})
    # a grace of one year is over when the second part comes: 300 and 200 over two years more
    later = deal("loan: {amount: 500 VND, rate: 10 %, term: 3 yr, grace: 1 yr}", spread)
    assert line(later, "principal") == pytest.approx({2: -250, 3: -250})
    assert line(later, "interest") == pytest.approx({1: -30, 2: -50, 3: -25})


def test_grants() -> None:
    assert flows(deal("grant: {share: 20 %}")) == [-800, 500, 500, 500]
    assert flows(deal("grant: {amount: 150 VND, year: 1}")) == [-1000, 650, 500, 500]
    # no more than there is to pay for
    assert flows(deal("grant: {amount: 1500 VND}")) == [0, 500, 500, 500]


def test_shared_savings() -> None:
    esco = "esco: {share: 80 %, term: 2 yr}"
    assert flows(deal(esco)) == pytest.approx([0, 100, 100, 500])
    # the equipment is the company's: the plant pays tax on 100 and on 500 without depreciation
    assert flows(deal(f"tax_rate: 20 %, {esco}")) == pytest.approx([0, 80, 80, 400])
    half = deal(
        "esco: {share: 40 %, term: 1 yr, investment: 50 %}, "
        "loan: {share: 60 %, rate: 10 %, term: 1 yr}"
    )
    # 500 of its own, 300 of them lent; 40 % of 500 to the company
    assert flows(half) == pytest.approx([-200, 500 - 200 - 30 - 300, 500, 500])


def test_a_partial_guarantee() -> None:
    found = deal(
        "tax_rate: 20 %, loan: {share: 80 %, rate: 10 %, term: 2 yr}, "
        "guarantee: {share: 50 %, fee: 2 %}"
    )
    assert found.guaranteed.value == 400
    assert found.lender_risk.value == 400
    # 2 % of 400, then of 200
    assert line(found, "guarantee_fee") == pytest.approx({1: -8, 2: -4})
    # 20 % of interest 80 and 40 and of the fees
    assert line(found, "financing_tax") == pytest.approx({1: 17.6, 2: 8.8})


def test_a_fee_is_on_what_is_borrowed_by_then() -> None:
    # half of 300 and of 214: 150 from the start, 107 a year later, all paid back after year 5
    spread = "investment: {0: 300 VND, 1: 214 VND}, lifetime: 6 yr"
    found = deal(
        "loan: {share: 50 %, rate: 9 %, term: 5 yr}, guarantee: {share: 50 %, fee: 10 %}", spread
    )
    # owed 150; 120 + 107; 90 + 80.25; 60 + 53.5; 30 + 26.75: 10 % of half of each
    fees = {1: -7.5, 2: -11.35, 3: -8.5125, 4: -5.675, 5: -2.8375}
    assert line(found, "guarantee_fee") == pytest.approx(fees)
    # of equal payments 1000 x 0.1 x 1.331 / 0.331 owe 1000, 697.8852 and 365.5589
    annuity = "loan: {share: 100 %, rate: 10 %, term: 3 yr, repayment: annuity}"
    found = deal(f"{annuity}, guarantee: {{share: 50 %, fee: 2 %}}")
    assert line(found, "guarantee_fee") == pytest.approx({1: -10, 2: -6.978852, 3: -3.655589})


def test_what_the_plant_itself_replaces_it_depreciates() -> None:
    # 400 of the company, 100 of the plant in year 2, over two years: 25 % of 50 comes back
    more = "investment: 400 VND, lifetime: 4 yr, replacement: {2: 100 VND}"
    found = deal("tax_rate: 25 %, esco: {share: 100 %, term: 1 yr}", more)
    # project 500 - 25 % x 400 = 400, less 25 for the company's depreciation: 375; then + 12.5
    assert flows(found) == pytest.approx([0, 0, 275, 387.5, 387.5])


def test_a_loan_of_no_time_is_refused() -> None:
    for finance in (
        "loan: {share: 70 %, rate: 9 %, term: 0 yr}",
        "esco: {share: 70 %, term: 0 yr}",
    ):
        _, made, said = run_text(paying(option("-500 VND", THREE), finance=finance))
        assert made is None
        assert [one.code.id for one in said if one.is_error] == ["P005"]


def test_loan_and_grant_are_told_where_they_are_more_than_the_investment() -> None:
    both = "loan: {share: 80 %, rate: 9 %, term: 3 yr}, grant: {share: 60 %}"
    _, _, said = run_text(paying(option("-500 VND", THREE), finance=both))
    assert "E025" in [one.code.id for one in said]


def test_without_financing_there_is_no_owners_view() -> None:
    made = assessed(paying(option("-500 VND", THREE), finance="discount_rate: 12 %"))
    assert financing_of(made, made.options["a"]) is None
    with pytest.raises(LookupError):
        value(made, "options.a.equity.npv")


# the brick maker of 2008: PM10 cut by 1576 kg a year, 98 %
BRICK = (
    HEAD.replace("2014", "2008")
    + """\
exchange_rates: {USD: 16000 VND}
resources:
  coal: {kind: anthracite, amount: 900 t, price: 1 million VND/t}
  electricity: {amount: 1282500 kWh, price: 1000 VND/kWh}
discharges:
  pm10: {kind: dust, amount: 1608 kg}
options: [{id: a, saves: {SAVES}, investment: 40 billion VND, lifetime: 10 yr}]
finance:
  discount_rate: 12 %
  loan: {amount: LOAN, rate: 14 %, term: TERM yr}
  grant: {scheme: gctf, indicator: INDICATOR}
"""
)


def brick(saves: str, loan: str, indicator: str = "pm10", term: int = 5) -> str:
    text = BRICK.replace("SAVES", saves).replace("LOAN", loan)
    return text.replace("TERM", str(term)).replace("INDICATOR", indicator)


def fund(
    saves: str, loan: str = "2450000000 VND", indicator: str = "pm10", term: int = 5
) -> tuple[Any, list[str]]:
    _, made, said = run_text(brick(saves, loan, indicator, term))
    assert made is not None
    return made, [one.code.id for one in said]


def test_the_brick_maker_gets_a_quarter_of_its_loan_back() -> None:
    made, _ = fund("pm10: 1576 kg, coal: 20 %")
    equity = "packages.all.equity"
    assert value(made, f"{equity}.cut") == pytest.approx(0.98, abs=5e-4)
    assert value(made, f"{equity}.reimbursement") == 612_500_000
    assert value(made, f"{equity}.reimbursement_in_currency") == 38_281.25
    # paid a year after the start, when it is verified: worth 612.5 / 1.12 million less without it
    lost = value(made, f"{equity}.npv") - value(made, f"{equity}.npv_without_reimbursement")
    assert lost == pytest.approx(612_500_000 / 1.12, abs=1e-3)


def test_the_plastics_maker_cut_its_electricity() -> None:
    # 782 315 of 1 282 500 kWh are 61 %: 25 % of 2 182 795 000
    made, _ = fund("electricity: 782315 kWh", "2182795000 VND", "electricity")
    assert value(made, "packages.all.equity.cut") == pytest.approx(0.61, abs=5e-5)
    assert value(made, "packages.all.equity.reimbursement") == 545_698_750


@pytest.mark.parametrize(
    ("cut", "tier"),
    [("30 %", 0), ("30.1 %", 0.15), ("50 %", 0.15), ("50.1 %", 0.25), ("100 %", 0.25)],
)
def test_a_cut_must_exceed_its_limit(cut: str, tier: float) -> None:
    made, said = fund(f"pm10: {cut}")
    assert value(made, "packages.all.equity.tier") == tier
    assert ("E018" in said) == (tier == 0)


@pytest.mark.parametrize(
    ("loan", "term", "paid", "code"),
    [
        # 10 000 and 1 000 000 USD are 160 million and 16 billion VND
        ("159 million VND", 5, 0, "E016"),
        ("160 million VND", 5, 40e6, None),
        # a quarter of 16 billion would be 250 000 USD: at most 200 000
        ("16 billion VND", 5, 3.2e9, None),
        ("16.1 billion VND", 5, 0, "E016"),
        ("1 billion VND", 1, 0, "E017"),
        ("1 billion VND", 2, 250e6, None),
        ("1 billion VND", 6, 0, "E017"),
    ],
)
def test_limits_of_the_fund(loan: str, term: int, paid: float, code: str | None) -> None:
    made, said = fund("pm10: 98 %", loan, term=term)
    assert value(made, "packages.all.equity.reimbursement") == pytest.approx(paid)
    assert [one for one in said if one in {"E016", "E017", "E018", "E019"}] == (
        [code] if code else []
    )


def test_a_cut_that_nothing_tells() -> None:
    made, said = fund("coal: 20 %", indicator="cod")
    assert value(made, "packages.all.equity.cut") is None
    assert value(made, "packages.all.equity.reimbursement") == 0
    assert "E019" in said
    # a discharge that no option changes is cut by nothing
    unchanged, said = fund("coal: 20 %")
    assert value(unchanged, "packages.all.equity.cut") == 0
    assert "E018" in said


def test_a_discharge_is_no_impact_of_the_same_name() -> None:
    # 5 t of measured dust that no option changes, beside the dust of the coal
    text = brick("coal: 40 %", "2 billion VND", "dust").replace("pm10:", "dust:", 1)
    made = assessed(text)
    assert value(made, "packages.all.equity.cut") == 0


@pytest.mark.parametrize(("country", "year"), [("TH", "2010"), ("VN", "2018"), ("VN", "2006")])
def test_the_fund_pays_only_in_its_country_and_time(country: str, year: str) -> None:
    text = brick("pm10: 98 %", "2 billion VND").replace("2008", year)
    made = assessed(text.replace("country: VN", f"country: {country}"))
    equity = "packages.all.equity"
    assert value(made, f"{equity}.reimbursement") == 0
    assert value(made, f"{equity}.npv") == value(made, f"{equity}.npv_without_reimbursement")


def test_of_a_cut_that_leaves_something_out_nothing_is_promised() -> None:
    text = brick("coal: 60 %", "2 billion VND", "energy")
    steam = "  steam: {amount: 10000 t, price: 1 million VND/t}\ndischarges:"
    _, made, said = run_text(text.replace("discharges:", steam))
    assert value(made, "packages.all.equity.reimbursement") == 0
    assert "E019" in [one.code.id for one in said]


def test_the_guarantee_of_the_fund() -> None:
    text = brick("pm10: 98 %", "20 billion VND")
    made = assessed(text + "  guarantee: {scheme: gctf}\n")
    # half of 20 billion would be 625 000 USD: at most 500 000
    assert value(made, "packages.all.equity.guaranteed") == 8e9
    assert value(made, "packages.all.equity.lender_risk") == 12e9
