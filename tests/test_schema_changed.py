"""Files that are changed in any way and that the reader still accepts pass their schemas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agreeing import is_accepted, objections
from cpaudit.factors import default_library
from test_never_raises import AUDIT
from yaml_types import LOADERS, TextLoader, loaded, written_out

EXAMPLES = Path(__file__).parents[1] / "examples"
LIBRARY = default_library().files.root
# texts and parts that may stand nearly anywhere, most of them where they have no business
SCALARS = """
true|TRUE|1|0|-3|007|2008|1.5|.5|5.|1e3|0.85|x|VN|é|a.COD|metered|straight-line| |5 t|−5 t|+ 5 t|
2,5 t|12 %|3 VND|1 234 567 VND|2 thousand|2008-05|2008-02-06
"""
PARTS: list[Any] = [
    *[{}, [], ["a"], {"a": "2008"}, {"2008": "5 t"}, {"a": "5 t"}, {"value": "5 t", "unit": "t"}],
    *[{"value": "5 t", "source": "2008", "quality": "billed", "uncertainty": "2 %"}],
    *[{"csv": "b.csv", "column": "kWh"}, {"0": "5 VND", "1": "6 VND"}, {"1": "60 %"}],
    *[{"from": "2008", "to": "2009"}, ["2008-01", "2009-02"]],
]
OTHERS = [*SCALARS.replace("\n", "").split("|"), *PARTS]
LEFT_OUT = object()


def changed(part: Any, other: Any) -> Iterator[Any]:
    """A document with each of its parts in turn replaced by another, or left out; and each key."""
    if isinstance(part, dict):
        for key, one in part.items():
            without = {name: part[name] for name in part if name != key}
            yield without if other is LEFT_OUT else part | {key: other}
            if isinstance(other, str):
                yield {other if name == key else name: value for name, value in part.items()}
            yield from (part | {key: changed_one} for changed_one in changed(one, other))
    if isinstance(part, list):
        for index, one in enumerate(part):
            yield part[:index] + [other] * (other is not LEFT_OUT) + part[index + 1 :]
            for changed_one in changed(one, other):
                yield [*part[:index], changed_one, *part[index + 1 :]]


def check_agreement(kind: str, document: Any, every: int) -> int:
    """Assert that what the reader accepts passes the schema; how many changed files it accepts."""
    accepted = 0
    texts = (one for other in [LEFT_OUT, *OTHERS] for one in changed(document, other))
    for number, one in enumerate(texts):
        text = written_out(one) if number % every == 0 else ""
        if text and is_accepted(kind, text):
            accepted += 1
            for reader in LOADERS:
                assert objections(kind, text, reader) == [], text
    return accepted


def test_changed_audits_that_the_reader_accepts_pass() -> None:
    assert check_agreement("audit", AUDIT, 5) > 100


CHANGED = {
    "audit": EXAMPLES / "mfca-nails.yaml",
    "programme": EXAMPLES / "vncpc-2008" / "programme.yaml",
    "fuels": LIBRARY / "fuels" / "diesel.yaml",
    "charges": LIBRARY / "charges" / "vn-wastewater.yaml",
    "sectors": LIBRARY / "sectors" / "beer.yaml",
}


@pytest.mark.parametrize("kind", CHANGED)
def test_changed_files_that_the_reader_accepts_pass(kind: str) -> None:
    document = loaded(CHANGED[kind].read_text(encoding="utf-8"), TextLoader)
    assert check_agreement(kind, document, 41) > 10


SECTIONS = {"bills/plant": 19, "monitored-dyehouse": 307, "design-basket": 37, "cdm-steam": 19}


@pytest.mark.parametrize("name", SECTIONS)
def test_changed_examples_that_the_reader_accepts_pass(name: str) -> None:
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    assert check_agreement("audit", loaded(text, TextLoader), SECTIONS[name]) > 10
