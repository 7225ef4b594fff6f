"""Changes between an audit and its mutants: always told, in both directions, never a failure."""

from __future__ import annotations

import json
from itertools import islice

import pytest

import cpaudit
from cpaudit.language import Language
from cpaudit.portfolio.changed import Compared
from cpaudit.portfolio.pairs import Pair
from cpaudit.report.renderers.json.changes import changes_json
from cpaudit.report.renderers.markdown import markdown_text
from cpaudit.report.views.diff import diff_view
from reading import run_text
from test_diff import assert_reversed
from test_never_raises import AUDIT, HUGE, NASTY, mutants, text_of

# every seventh mutant of each kind, so that all parts have their turn within a minute
EVERY = 7
KINDS = [None, *NASTY.replace("\n", "").split("|"), f"{HUGE} t", f"{HUGE} VND"]


@pytest.mark.parametrize("nasty", KINDS)
def test_mutants_are_compared_with_what_they_were(nasty: str | None) -> None:
    _, before, _ = run_text(text_of(AUDIT))
    assert before is not None
    start = KINDS.index(nasty) % EVERY
    for mutant in islice(mutants(AUDIT, nasty), start, None, EVERY):
        _, after, _ = run_text(text_of(mutant))
        if after is None:
            continue
        made = cpaudit.diff(before, after)
        assert_reversed(made, cpaudit.diff(after, before))
        compared = [Compared(Pair("a", "a", "b", is_named=True), "compared", made)]
        for language in map(Language, ("vi", "en")):
            assert markdown_text(diff_view(compared, language, every=True))
        document = json.loads(changes_json(compared, True, Language("en")))
        assert document["moved"] == bool(made.changes)


def test_only_what_rests_on_a_part_moves_with_it() -> None:
    _, before, _ = run_text(text_of(AUDIT))
    for mutant in mutants(AUDIT, None):
        _, after, _ = run_text(text_of(mutant))
        if after is None or before is None:
            continue
        made = cpaudit.diff(before, after)
        # nothing moves without an entry, a factor or an assumption that is another one
        assert not made.changes or made.causes or made.entries
