"""Mutations that keep the shape of a file, so that the fuzz target reaches what lies deeper.

Lines, keys and values of an input are swapped, dropped, repeated, aliased, or taken from the
examples; now and then libFuzzer's own mutations of single bytes are left to do.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NASTY = """
0|-1|1.234|1e400|.nan|999999999999999999 t|-999999999999999999 m3|0.000000000000001 kg|1 %|-500 %|
100 %|0 VND|0 yr|59.999 yr|0.001 yr|5 GJ/t|NO|12:30|~|""|" "|[]|{}|[[]]|{a: }|{value: }|[a, a]|
{from: 2014-01}|{csv: t.csv, column: kWh}|&x [*x]|*x|!!binary x|"\\0"|ắ|=1+1|/|1 1|1980|VND|
1 VND/VND|5 USD/kWh|2 m3/yr|99999999999999999999|1.234,5|2199-12|2200|{value: 5 t, uncertainty: 9 %}
"""
VALUES = NASTY.replace("\n", "").split("|")
_LINE = re.compile(r"^( *(?:- )?)([^:#]+): *(.*)$")
_NUMBER = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"[^\W\d][\w-]*")
_UNITS = (
    "t", "kg", "m3", "l", "MWh", "kWh", "GJ", "VND", "USD", "%", "yr", "kg/l", "mg/L", "VND/kWh",
    "VND/t", "VND/m3", "GJ/t", "t/MWh", "kt", "hl",
)  # fmt: skip


def seeds() -> list[bytes]:
    """The examples without their comments, as inputs: audits, programmes and tables."""
    found = []
    for path in sorted(EXAMPLES.rglob("*.yaml")):
        lines = [
            line.split("  #")[0].rstrip()
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.strip() and not line.lstrip().startswith("#")
        ]
        mark = "P" if path.name == "programme.yaml" else ""
        text = mark + "\n".join(lines) + "\n"
        text = text.replace("audits/plastics-2008.yaml", "plant.yaml")
        found.append(text.encode())
    table = "date,kWh,VND,t,m3,from,to,month\n"
    rows = [
        f"2023-{n:02}-15,62000,105400000,118.5,4100,2023-{n:02}-01,2023-{n:02}-28,2023-{n:02}\n"
        for n in range(1, 13)
    ]
    return [*found, f"T{table}{''.join(rows)}".encode()]


class Mutator:
    """Makes a new input of one that libFuzzer chose; `bytewise` is libFuzzer's own mutation."""

    def __init__(self, bytewise: Callable[[bytes, int], bytes]) -> None:
        self.bytewise = bytewise
        self.lines = [line for one in seeds() for line in one.decode().splitlines()]
        self.kinds: Sequence[Callable[[list[str], random.Random], None]] = (
            self.drop, self.take, self.swap, self.repeat, self.value, self.value, self.number,
            self.number, self.word, self.unit, self.key, self.indent, self.share,
        )  # fmt: skip

    def __call__(self, data: bytes, max_size: int, seed: int) -> bytes:
        """One to four mutations of the lines of an input, or one of its bytes."""
        chance = random.Random(seed)
        if chance.random() < 0.25:
            return self.bytewise(data, max_size)
        lines = data.decode("utf-8", errors="replace").splitlines() or [""]
        for _ in range(chance.choice((1, 1, 1, 2, 2, 4))):
            chance.choice(self.kinds)(lines, chance)
            lines = lines or [""]
        return ("\n".join(lines) + "\n").encode("utf-8", errors="replace")[:max_size]

    def drop(self, lines: list[str], chance: random.Random) -> None:
        del lines[chance.randrange(len(lines))]

    def take(self, lines: list[str], chance: random.Random) -> None:
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(self.lines))

    def swap(self, lines: list[str], chance: random.Random) -> None:
        one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[two] = lines[two], lines[one]

    def repeat(self, lines: list[str], chance: random.Random) -> None:
        lines.insert(chance.randrange(len(lines)), chance.choice(lines))

    def value(self, lines: list[str], chance: random.Random) -> None:
        """Another value behind the key of a line: a nasty one, or one of the examples'."""
        at = chance.randrange(len(lines))
        found = _LINE.match(lines[at])
        if found:
            other = _LINE.match(chance.choice(self.lines))
            new = chance.choice(VALUES) if not other or chance.random() < 0.5 else other[3]
            lines[at] = f"{found[1]}{found[2]}: {new}"

    def number(self, lines: list[str], chance: random.Random) -> None:
        new = chance.choice(("0", "1", "-1", "1.234", "100", "9" * 18, "0.000001", "12", "2023"))
        self._replace(lines, chance, _NUMBER, new)

    def word(self, lines: list[str], chance: random.Random) -> None:
        words = _WORD.findall(chance.choice(self.lines))
        self._replace(lines, chance, _WORD, chance.choice(words) if words else "")

    def unit(self, lines: list[str], chance: random.Random) -> None:
        self._replace(lines, chance, re.compile(r"(?<=\d )[^ ,}\]]+"), chance.choice(_UNITS))

    def key(self, lines: list[str], chance: random.Random) -> None:
        """The key of a line with the value of another."""
        one, two = (_LINE.match(chance.choice(lines)) for _ in range(2))
        if one and two:
            lines[chance.randrange(len(lines))] = f"{one[1]}{two[2]}: {one[3]}"

    def indent(self, lines: list[str], chance: random.Random) -> None:
        at = chance.randrange(len(lines))
        lines[at] = lines[at][2:] if chance.random() < 0.5 else "  " + lines[at]

    def share(self, lines: list[str], chance: random.Random) -> None:
        """An anchor at one value, and its alias in the place of another."""
        places = [at for at, line in enumerate(lines) if _LINE.match(line)]
        if len(places) > 1:
            one, two = sorted(chance.sample(places, 2))
            lines[one] = _LINE.sub(r"\1\2: &z \3", lines[one])
            lines[two] = _LINE.sub(r"\1\2: *z", lines[two])

    def _replace(
        self, lines: list[str], chance: random.Random, what: re.Pattern[str], new: str
    ) -> None:
        at = chance.randrange(len(lines))
        found = list(what.finditer(lines[at]))
        if found:
            one = chance.choice(found)
            lines[at] = lines[at][: one.start()] + new + lines[at][one.end() :]
