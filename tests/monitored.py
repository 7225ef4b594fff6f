"""Made-up plants with monthly data, as texts of audit files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cpaudit.engine.monitoring import monitoring_of
from reading import assessed

Row = Mapping[str, float]

PLANT = """\
cpaudit: 1
plant: {name: Mill, country: VN, currency: VND, number_style: plain}
period: 2014
resources:
  electricity: {amount: 1200 MWh, price: 2000 VND/kWh}
  water: {amount: 24000 m3, price: 5000 VND/m3}
"""


def months(first: str, rows: Sequence[Row]) -> Iterator[str]:
    """Lines of `months:`, one for each row, from a month on."""
    year, month = map(int, first.split("-"))
    for at, row in enumerate(rows):
        number = year * 12 + month - 1 + at
        # integers and decimals as a file has them, never 1e-05
        cells = ", ".join(
            f"{name}: {value:.12f}".rstrip("0").rstrip(".") for name, value in row.items()
        )
        yield f"    {number // 12}-{number % 12 + 1:02d}: {{{cells}}}\n"


def section(
    baseline: Sequence[Row],
    reporting: Sequence[Row],
    streams: str = "{electricity: {drivers: [output], unit: MWh}}",
    drivers: Sequence[str] = ("output",),
    more: str = "",
    first: str = "2014-01",
) -> str:
    """A section `monitoring:` whose reporting period follows its baseline."""
    year, month = map(int, first.split("-"))
    start = year * 12 + month - 1
    ends = [start, start + len(baseline) - 1, start + len(baseline)]
    ends.append(ends[-1] + len(reporting) - 1)
    names = [f"{number // 12}-{number % 12 + 1:02d}" for number in ends]
    named = ", ".join(f"{driver}: {{unit: t}}" for driver in drivers)
    return (
        "monitoring:\n"
        f"  baseline: {{from: {names[0]}, to: {names[1]}}}\n"
        f"  reporting: {{from: {names[2]}, to: {names[3]}}}\n"
        f"  drivers: {{{named}}}\n  streams: {streams}\n{more}"
        f"  months:\n{''.join(months(first, [*baseline, *reporting]))}"
    )


def rows_of(use: Sequence[float], *columns: Sequence[float], names: Sequence[str]) -> list[Row]:
    """A row for each month: electricity, then the drivers by their names."""
    every = zip(use, *columns, strict=True)
    return [dict(zip(("electricity", *names), row, strict=True)) for row in every]


def monitored(text: str) -> Any:
    """What becomes of a text that has no mistake."""
    return monitoring_of(assessed(text))


def codes(text: str) -> set[str]:
    """The codes of what monitoring says of itself."""
    return {said.code.id for said in monitored(text).diagnostics if said.code.id[0] == "V"}


# twelve months of a plant that uses 40 MWh and 0.5 MWh per t, to the digit
OUTPUT = [100, 80, 110, 120, 130, 125, 115, 105, 95, 140, 150, 90]
LINE = [{"electricity": 40 + 0.5 * one, "output": one} for one in OUTPUT]
