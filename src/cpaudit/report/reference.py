"""docs/diagnostics.md: the page of all diagnostic codes, written from the codes themselves.

python -m cpaudit.report.reference > docs/diagnostics.md
"""

from __future__ import annotations

import sys

from ..diagnostics import Code, codes, registered_codes
from ..language import N_, Language
from .diagnostics import template_text

GROUPS = {
    "I": N_("Files"),
    "Y": N_("The text of a file"),
    "N": N_("Numbers and units"),
    "K": N_("Keys and values"),
    "R": N_("Names and references"),
    "F": N_("The factor library"),
    "L": N_("Benchmarks and law"),
    "P": N_("Plausibility"),
    "W": N_("Tables beside the audit"),
    "C": N_("Clean development mechanism"),
    "E": N_("Money over time and financing"),
    "D": N_("Indicators between two periods"),
    "M": N_("Material flow costs and product design"),
    "A": N_("Comparisons"),
    "T": N_("Sensitivity"),
    "S": N_("Selection and attribution"),
    "G": N_("Programmes"),
    "B": N_("Many audits in one run"),
    "X": N_("Expected figures"),
    "H": N_("Rules of a check"),
    "Z": N_("Checks of files"),
    "J": N_("Changes of figures"),
    "U": N_("Intervals of results"),
    "V": N_("Monitoring after implementation"),
}
_INTRODUCTION = """# Diagnostics

What cpaudit says about a file, as `file:line:column: level[CODE]: message`, with the line itself
and a hint. An **error** keeps the file from being assessed (exit code 1); a **warning** means that
a figure may not be what you think; a **note** tells what was done or left out. Codes keep their
meaning for good. `…` stands for what is filled in. This page is written by
`python -m cpaudit.report.reference`.
"""


def diagnostics_page() -> str:
    """The page in Markdown, English with the Vietnamese message below."""
    assert codes  # importing the package registers every code
    vietnamese = Language("vi")
    parts = [_INTRODUCTION]
    every = registered_codes()
    for letter, title in GROUPS.items():
        parts.append(f"## {letter}: {title}\n")
        parts += [_entry(code, vietnamese) for code in every if code.id.startswith(letter)]
    return "\n".join(parts)


def _entry(code: Code, vietnamese: Language) -> str:
    english = Language("en")
    return (
        f"### {code.id} ({code.level.value})\n\n"
        f"{template_text(code.message, english)}\n\n"
        f"- {template_text(code.hint, english)}\n"
        f"- *{template_text(code.message, vietnamese)} {template_text(code.hint, vietnamese)}*\n"
    )


if __name__ == "__main__":
    sys.stdout.write(diagnostics_page())
