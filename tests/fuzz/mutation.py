"""Every key of the examples dropped, every value replaced by thirty nasty ones.

`python tests/fuzz/mutation.py` does all of it; with `--sample N` a seeded choice. Nothing may
raise, and no figure may change in silence: where a mutated file is still accepted, a figure that is
another one than before must rest on the place that was changed, by its own derivation, before or
after; or something is said that was not said before; or the key is one that CHOOSES.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from target import LANGUAGES, answered

from cpaudit.api import assess_audit, audit_in
from cpaudit.engine import Irr, Payback
from cpaudit.engine.paths import figure_tree
from cpaudit.figure import Computed, Entered, Figure, FromFactor
from cpaudit.source.files import source_of_bytes

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NASTY = """
0|-1|1.234|1e400|.nan|999999999999999999 t|-999999999999999999 m3|0.000000000000001 kg|1 %|-500 %|
100 %|0 VND|0 yr|59.999 yr|5 GJ/t|5 MWh|12 VND/t|NO|12:30|~|""|" "|[]|{}|[[]]|{value: }|[a, a]|1980|
{from: 2014-01}|"\\u202e=1+1"
"""
VALUES = [value.strip("\n") for value in NASTY.replace("|\n", "|").split("|")]
_NAME = re.compile(r"[^\W_][\w-]*")
# Keys whose value is no figure but chooses which figures and rules there are. Such a choice is told
# by the tree of a figure itself: it must have other branches than before.
CHOOSES = {
    "lifetime": "how many years a cash flow has; each year is a branch",
    "packages": "which options belong to a package; each option is a branch",
    "delay": "in which year a cash flow begins; each year is a branch",
    "grant": "which money an owner has; each kind is a branch",
    "guarantee": "whether a part of the loan is guaranteed, by the scheme's own share",
    "status": "which options are counted; another one has figures, or none",
    "operating": "whether a material becomes part of the product; one that does is a branch",
    "start": "which years a project has; each has figures of its own",
}
# What decides whether an indicator means anything, and a payback that has no time of its own:
# nothing is divided by a saving of zero. Figures of the same option or package.
DECIDES = ("saving", "investment", "energy", "co2e")


class Place(NamedTuple):
    """A key and its value: where they stand in the text, as offsets."""

    path: tuple[str, ...]
    key_start: int
    start: int
    end: int
    in_flow: bool


class Mutant(NamedTuple):
    """A mutated text, what was changed, and the first and last place of the change."""

    text: str
    path: tuple[str, ...]
    nasty: str | None
    old: str
    first: tuple[int, int]
    last: tuple[int, int]


class Outcome(NamedTuple):
    """The figures by path, all that is said, and whether the file is accepted.

    A figure is its value and those that it rests on.
    """

    figures: dict[str, tuple[object, tuple[Figure, ...]]]
    said: Counter[str]
    accepted: bool


def places(text: str) -> Iterator[Place]:
    """Every key of a text with its value."""
    yield from _below(yaml.compose(text, Loader=yaml.SafeLoader), ())


def _below(node: Any, path: tuple[str, ...]) -> Iterator[Place]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = (*path, str(key.value))
            start, end = value.start_mark.index, _end(value)
            yield Place(below, key.start_mark.index, start, end, bool(node.flow_style))
            yield from _below(value, below)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _below(value, (*path, str(index)))


def _end(node: Any) -> int:
    """Where a value ends; a block ends with its last one, before any comment."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def mutant(text: str, place: Place, nasty: str | None) -> Mutant:
    """The text with a key dropped, or its value replaced; every line keeps its number."""
    start, end = (place.key_start if nasty is None else place.start), place.end
    if nasty is None and place.in_flow:
        behind = len(text[end:]) - len(text[end:].lstrip())
        if text[end + behind] == ",":
            end += behind + 1
        elif text[:start].rstrip().endswith(","):
            start = text[:start].rindex(",")
    new = (nasty or "") + "\n" * text.count("\n", start, end)
    places = [_line_column(text, place.key_start), _line_column(text, place.end)]
    old = text[place.key_start : place.end]
    return Mutant(text[:start] + new + text[end:], place.path, nasty, old, *places)


def _line_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def outcome(text: str, folder: Path) -> Outcome:
    """What comes of a text; raises what the program raises."""
    source, found = source_of_bytes(text.encode(), "audit.yaml", folder)
    assessment = None
    if source is not None:
        audit, found = audit_in(source)
        if audit is not None:
            assessment, found = assess_audit(audit)
    answered(found, assessment is None, LANGUAGES[len(text) % 2])
    figures = dict(_flat(figure_tree(assessment))) if assessment else {}
    said = Counter(f"{one.code.id} {one.span and one.span.line}" for one in found)
    return Outcome(figures, said, assessment is not None)


def _flat(node: Any, path: str = "") -> Iterator[tuple[str, tuple[object, tuple[Figure, ...]]]]:
    if isinstance(node, Mapping):
        for key, part in node.items():
            yield from _flat(part, f"{path}.{key}" if path else str(key))
    elif isinstance(node, Irr):
        yield path, ((node.outcome, node.values), node.flows)
    elif isinstance(node, Payback):
        known = tuple(one for one in (node.time, node.as_time) if one)
        yield path, ((node.outcome, node.time and node.time.value), known)
    elif isinstance(node, Figure):
        yield path, (node.value, (node,))


def leaves(figure: Figure, memory: dict[int, frozenset[Any]]) -> frozenset[Any]:
    """What a figure rests on: places in files, and factors of the library."""
    if id(figure) not in memory:
        derivation = figure.derivation
        if isinstance(derivation, Computed):
            inputs = [leaves(one, memory) for _, one in derivation.inputs]
            made: frozenset[Any] = frozenset().union(*inputs)
        elif isinstance(derivation, Entered):
            span = derivation.span
            made = frozenset({(span.source.name, span.line, span.column)})
        elif isinstance(derivation, FromFactor):
            made = frozenset({derivation.factor.id})
        else:
            made = frozenset({str(derivation)})
        memory[id(figure)] = made
    return memory[id(figure)]


def silent(before: Outcome, after: Outcome, change: Mutant) -> list[str]:
    """The paths whose figure is another one, though nothing tells it."""
    if not after.accepted or after.said - before.said:
        return []
    comparing = Comparing(before, after, change)
    paths = before.figures.keys() | after.figures.keys()
    return [path for path in paths if not comparing.is_told(path)]


class Comparing:
    """The figures of a file before and after a change."""

    def __init__(self, before: Outcome, after: Outcome, change: Mutant) -> None:
        self.both = before.figures, after.figures
        self.change = change
        self.memory: dict[int, frozenset[Any]] = {}

    def is_told(self, path: str) -> bool:
        """Whether a figure is the same, or rests on the change, or is there no more because of it.

        Where it vanishes or appears, the change names its option, package, stream or product, or it
        is nothing (a sum over no streams), or what decides about it rests on the change.
        """
        told = [one[path] for one in self.both if path in one]
        if len(told) == 2 and told[0][0] == told[1][0]:
            return True
        if self._rests_on_the_change(path) or self._is_chosen(path):
            return True
        if len(told) == 1 and (told[0][0] == 0.0 or _named(path, self.change)):
            return True
        if len(told) == 2 and all(on for _, on in told):
            return self._is_assumed(path) or self._has_other_factors(path)
        above = path.replace(".equity.", ".").rpartition(".")[0]
        return any(self._rests_on_the_change(f"{above}.{name}") for name in DECIDES)

    def _leaves(self, path: str) -> list[frozenset[Any]]:
        return [
            frozenset().union(*(leaves(figure, self.memory) for figure in one[path][1]))
            for one in self.both
            if path in one
        ]

    def _rests_on_the_change(self, path: str) -> bool:
        found = frozenset().union(*self._leaves(path))
        return any(isinstance(at, tuple) and _inside(at, self.change) for at in found)

    def _is_chosen(self, path: str) -> bool:
        """Whether a key that chooses has given the figure's tree other branches."""
        if not any(key in CHOOSES for key in self.change.path):
            return False
        shapes = [[shape(figure) for figure in one[path][1]] for one in self.both if path in one]
        return len(shapes) < 2 or shapes[0] != shapes[1]

    def _is_assumed(self, path: str) -> bool:
        """Whether the tree states an assumption that it did not rest on before, such as that
        nothing is charged where nothing is discharged any more."""
        old, new = self._leaves(path)
        return any(str(leaf).startswith("Assumed") for leaf in new - old)

    def _has_other_factors(self, path: str) -> bool:
        """Whether the tree names another value of the library, such as the next class of a fee."""
        old, new = self._leaves(path)
        return any(isinstance(leaf, str) and leaf[:7] != "Assumed" for leaf in new ^ old)


def shape(figure: Figure) -> int:
    """The formulas of a figure's tree and how they hang together, as one number."""
    derivation = figure.derivation
    if not isinstance(derivation, Computed):
        return hash(type(derivation).__name__)
    parts = tuple((str(name), shape(one)) for name, one in derivation.inputs)
    return hash((derivation.formula.id, parts))


def _named(path: str, change: Mutant) -> bool:
    """Whether the changed text names what a path leads to, such as its option."""
    words = set(_NAME.findall(change.old)) | {change.path[-1]}
    return bool(words & {*path.split("."), *_NAME.findall(path)})


def _inside(at: tuple[str, int, int], change: Mutant) -> bool:
    """Whether a place lies in what was changed, or in a table that the changed text names."""
    if at[0] != "audit.yaml":
        return Path(at[0]).name in change.old
    return change.first <= at[1:] <= change.last


def files() -> list[Path]:
    """The audits among the examples, those beside tables and of the programme included."""
    return [path for path in sorted(EXAMPLES.rglob("*.yaml")) if path.name != "programme.yaml"]


def without_expectations(text: str) -> str:
    """What is expected would tell every change by itself."""
    for place in places(text):
        if place.path == ("expect",):
            return mutant(text, place, None).text
    return text


def mutants(path: Path) -> Iterator[Mutant]:
    text = without_expectations(path.read_text(encoding="utf-8"))
    for place in places(text):
        yield from map(partial(mutant, text, place), (None, *VALUES))


def main() -> int:
    words = argparse.ArgumentParser(description="Mutate the examples.")
    words.add_argument("--sample", type=int, help="only so many of each file, by a seed")
    words.add_argument("files", nargs="*", type=Path)
    asked = words.parse_args()
    counts: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    for path in asked.files or files():
        before = outcome(without_expectations(path.read_text(encoding="utf-8")), path.parent)
        changes = list(mutants(path))
        if asked.sample:
            changes = random.Random(1).sample(changes, min(asked.sample, len(changes)))
        for change in changes:
            counts["mutants"] += 1
            try:
                after = outcome(change.text, path.parent)
            except Exception as problem:
                faults[f"raised {problem!r:.80}"] += 1
                print(path.name, change.path, repr(change.nasty), repr(problem)[:200])
                continue
            counts["accepted"] += after.accepted
            changed = silent(before, after, change)
            if changed:
                faults[f"silent {change.path[-1]}"] += 1
                print(path.name, change.path, repr(change.nasty), sorted(changed)[:3], len(changed))
    print(dict(counts))
    print(dict(faults))
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
