"""What holds for every audit, whatever its numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import HEAD, assessed, errors, run_text, value

PLAIN = HEAD.replace("VND}", "VND, number_style: plain}")
quick = settings(max_examples=100, deadline=None, database=None)
whole = st.integers(1, 10_000)
resources = st.fixed_dictionaries(
    {"electricity": whole, "coal": whole, "diesel": whole, "water": whole, "wastewater": whole}
)
UNITS = {"electricity": "MWh", "coal": "t", "diesel": "m3", "water": "m3", "wastewater": "m3"}
PRICES = {"electricity": 895000, "coal": 1250000, "diesel": 13900000, "water": 4500}


def plant(amounts: dict[str, float], more: str = "", head: str = PLAIN) -> str:
    """A plant that uses these amounts, each in its unit of UNITS."""
    rows = "".join(
        f"  {id}: {{amount: {amounts[id]} {UNITS[id]}, price: {price} VND/{UNITS[id]}"
        f"{', kind: anthracite, ash: 30 %, sulphur: 1 %' if id == 'coal' else ''}}}\n"
        for id, price in PRICES.items()
    )
    water = f"{{amount: {amounts['wastewater']} m3, COD: 450 mg/L, treatment: 3200 VND/m3}}"
    return f"{head}resources:\n{rows}discharges:\n  wastewater: {water}\n{more}"


def leaves(node: object, path: str = "") -> dict[str, float]:
    """Every figure below a node, by its path."""
    if hasattr(node, "items"):
        found = {}
        for key, part in node.items():
            found |= leaves(part, f"{path}.{key}")
        return found
    return {path: node.value} if hasattr(node, "unit") else {}


@given(
    saving=st.integers(1, 5000),
    investment=st.integers(1, 20_000),
    life=st.integers(1, 20),
    tax=st.integers(0, 60),
    payments=st.dictionaries(st.integers(1, 20), st.integers(-9000, 9000), max_size=4),
)
@quick
def test_npv_at_the_internal_rate_of_return_is_zero(
    saving: int, investment: int, life: int, tax: int, payments: dict[int, int]
) -> None:
    flows = ", ".join(f"{year}: {paid} VND" for year, paid in payments.items() if year <= life)
    option = f"id: a, operating_cost: -{saving} VND, investment: {investment} VND"
    text = plant(
        dict.fromkeys(UNITS, 1),
        f"options: [{{{option}, lifetime: {life} yr, flows: {{{flows}}}}}]\n"
        f"finance: {{tax_rate: {tax} %",
    )
    result = assessed(text + "}\n").options["a"]
    assert len(result.flows) == life + 1
    for rate in result.irr.values:
        parts = [flow.value / (1 + rate) ** year for year, flow in enumerate(result.flows)]
        assert abs(sum(parts)) <= 1e-7 * sum(map(abs, parts))
        if 0 <= rate <= 1:
            assessment = assessed(f"{text}, discount_rate: {100 * rate:.13f} %}}\n")
            npv = value(assessment, "options.a.npv")
            assert abs(npv) <= 1e-7 * sum(abs(flow.value) for flow in result.flows)


@given(resources, whole, st.sampled_from([2, 3, 10, 50]))
@quick
def test_scaling_a_plant_leaves_its_specific_consumption_as_it_is(
    amounts: dict[str, int], product: int, factor: int
) -> None:
    made = "production: [{product: cloth, amount: %s t}]\n"
    once = assessed(plant(amounts, made % product))
    scaled = {id: amount * factor for id, amount in amounts.items()}
    more = assessed(plant(scaled, made % (product * factor)))
    path = "baseline.products.cloth"
    assert leaves(value(more, path)) == pytest.approx(leaves(value(once, path)), rel=1e-12)
    assert set(leaves(value(once, path))) == {*(f".{id}" for id in UNITS), ".wastewater.COD"}
    for figure in ("cost", "co2e", "so2", "dust", "toe", "cod"):
        before, after = (value(one, f"baseline.{figure}") for one in (once, more))
        assert after == pytest.approx(before * factor, rel=1e-12)


@given(resources, st.permutations("abcd"), st.data())
@quick
def test_the_order_of_absolute_savings_does_not_matter(
    amounts: dict[str, int], order: list[str], data: st.DataObject
) -> None:
    rows = []
    for id in "abcd":
        streams = data.draw(st.lists(st.sampled_from(list(UNITS)), max_size=3, unique=True))
        # four savings of a fifth at most never take more than there is
        sizes = {
            one: data.draw(st.integers(-2 * amounts[one], amounts[one] // 5)) for one in streams
        }
        saves = ", ".join(f"{one}: {size} {UNITS[one]}" for one, size in sizes.items())
        money, life = data.draw(whole), data.draw(st.integers(1, 15))
        rows.append(
            f"{{id: {id}, saves: {{{saves}}}, investment: {money} VND, lifetime: {life} yr}}"
        )
    packages = f"packages: {{one: [a, b, c, d], other: [{', '.join(order)}]}}\n"
    finance = "finance: {discount_rate: 12 %, tax_rate: 20 %}\n"
    assessment = assessed(plant(amounts, f"options: [{', '.join(rows)}]\n{packages}{finance}"))
    one, other = (assessment.packages[name].total for name in ("one", "other"))
    size = 1e-9 * value(assessment, "baseline.cost")
    assert other.saving.value == pytest.approx(one.saving.value, rel=1e-9, abs=size)
    assert other.npv.value == pytest.approx(one.npv.value, rel=1e-9, abs=20 * size)
    assert leaves(other.resources) == pytest.approx(leaves(one.resources), rel=1e-9, abs=1e-9)
    assert leaves(other.impacts) == pytest.approx(leaves(one.impacts), rel=1e-9, abs=1e-6)


share = st.integers(0, 100).map(lambda percent: f"{percent} %")


@given(resources, st.data())
@quick
def test_no_package_saves_more_than_the_plant_pays(
    amounts: dict[str, int], data: st.DataObject
) -> None:
    rows = []
    for id in "abc":
        saves = []
        for stream in data.draw(st.lists(st.sampled_from(list(UNITS)), min_size=1, unique=True)):
            absolute = st.integers(0, amounts[stream] // 4).map(
                lambda n, s=stream: f"{n} {UNITS[s]}"
            )
            saves.append(f"{stream}: {data.draw(share | absolute)}")
        cost = data.draw(whole)
        rows.append(f"{{id: {id}, saves: {{{', '.join(saves)}}}, operating_cost: {cost} VND}}")
    _, assessment, found = run_text(plant(amounts, f"options: [{', '.join(rows)}]\n"))
    if assessment is None:
        assert {code for code, _, _ in errors(found)} == {"P003"}
        return
    package = assessment.packages["all"].total
    assert package.saving.value <= value(assessment, "baseline.cost") * (1 + 1e-9)
    for id, amount in amounts.items():
        saved = package.resources.get(id)
        assert saved is None or 0 <= saved.value <= amount * (1 + 1e-9)
    for impact in ("co2e", "energy", "so2", "dust", "wastewater"):
        assert package.impacts[impact].value <= value(assessment, f"baseline.{impact}") * (1 + 1e-9)


@given(resources, whole)
@quick
def test_eighteen_months_count_as_twelve_eighteenths(amounts: dict[str, int], product: int) -> None:
    made = f"production: [{{product: cloth, amount: {product} t}}]\n"
    year = assessed(plant(amounts, made))
    # twelve of the eighteen months lie in 2014, whose factors are used
    longer = PLAIN.replace("period: 2014", "period: {from: 2013-08, to: 2015-01}")
    longer_year = assessed(plant(amounts, made, longer))
    for figure in ("cost", "co2e", "so2", "dust", "toe", "wastewater", "cod"):
        per_year, in_all = (value(one, f"baseline.{figure}") for one in (longer_year, year))
        assert per_year == pytest.approx(in_all * 12 / 18, rel=1e-12)
    path = "baseline.products.cloth"
    assert leaves(value(longer_year, path)) == pytest.approx(leaves(value(year, path)), rel=1e-12)
    # what is written per year is not annualised again
    yearly = plant(amounts, made, longer).replace("MWh, price", "MWh/yr, price")
    amount = value(assessed(yearly), "baseline.resources.electricity.amount")
    assert amount == pytest.approx(amounts["electricity"], rel=1e-12)


@pytest.mark.parametrize("period", ["2015-05", "{from: 2015-05, to: 2015-05}"])
def test_one_month_counts_twelve_times(period: str) -> None:
    month = PLAIN.replace("period: 2014", f"period: {period}")
    assessment = assessed(plant(dict.fromkeys(UNITS, 100), head=month))
    assert assessment.audit.period.months == 1
    assert (assessment.audit.period.first, assessment.audit.period.year) == ((2015, 5), 2015)
    # 100 MWh and 100 m3 a month; 1200 x 895000 VND
    assert value(assessment, "baseline.resources.water.amount") == pytest.approx(1200, rel=1e-12)
    assert value(assessment, "baseline.resources.electricity.cost") == pytest.approx(1_074_000_000)
    # 1200 m3 x 450 g
    assert value(assessment, "baseline.cod") == pytest.approx(0.54, rel=1e-12)
    assert {"P007", "P008"} & {said.code.id for said in assessment.diagnostics} != set()


@pytest.mark.parametrize("period", ["2015-5", "2015-13", "2015-00", "2015-05-01"])
def test_what_is_no_month_is_refused(period: str) -> None:
    text = plant(dict.fromkeys(UNITS, 100), head=PLAIN.replace("period: 2014", f"period: {period}"))
    assert [code for code, _, _ in errors(run_text(text)[2])] == ["K010"]
