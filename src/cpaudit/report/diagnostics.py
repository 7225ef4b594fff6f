"""Diagnostics as text: file:line:column, what is wrong, the line itself, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.cells import cell_len

from ..diagnostics import Day, Diagnostic, Level, Word
from ..figure import About, Figure
from ..language import N_, Language
from .numbers import Numbers
from .visible import in_one_line, visible, visible_path

LEVELS = {Level.ERROR: N_("error"), Level.WARNING: N_("warning"), Level.NOTE: N_("note")}
_WIDEST_LINE = 160
# a value of a file can be as long as the file
_LONGEST_VALUE = 400


def message_of(said: Diagnostic, language: Language) -> str:
    """What is wrong, in a language."""
    return language(said.code.message).format_map(_Values(said.values, language))


def hint_of(said: Diagnostic, language: Language) -> str:
    """What to do about it."""
    return language(said.code.hint).format_map(_Values(said.values, language))


def template_text(template: str, language: Language) -> str:
    """What a message or a hint of a code says in general, with dots where it is filled in."""
    text = language(template).format_map(_Values({}, language))
    return text if text.endswith((".", "?", "!")) else text[:1].upper() + text[1:] + "."


def location_of(said: Diagnostic) -> str:
    """`file:line:column: ` or nothing where the whole audit is meant."""
    return f"{visible_path(str(said.span))}: " if said.span else ""


def text_of(said: Diagnostic, language: Language, with_source: bool = True) -> str:
    """One diagnostic as lines of plain text."""
    level = language(LEVELS[said.level])
    lines = [f"{location_of(said)}{level}[{said.code.id}]: {message_of(said, language)}"]
    if with_source and said.span is not None:
        lines += source_lines(said)
    help_word = language("help")
    lines.append(f"  {help_word}: {hint_of(said, language)}")
    return "\n".join(lines)


def source_lines(said: Diagnostic) -> list[str]:
    """The line that is meant and a caret under the place; the middle of an endless line."""
    if said.span is None:
        return []
    line = said.span.source.line(said.span.line).rstrip()
    if not line:
        return []
    start = said.span.column - 1
    cut = max(0, start - _WIDEST_LINE // 2) if len(line) > _WIDEST_LINE else 0
    shown = line[cut : cut + _WIDEST_LINE]
    # a caret stands under what is seen: tabs and wide or combining characters count as shown
    before = visible(shown[: start - cut]).replace("\t", " ")
    length = cell_len(visible(shown[start - cut : start - cut + said.span.length]))
    number = f"{said.span.line:>5} | "
    caret = " " * cell_len(before) + "^" * max(1, length)
    return [f"{number}{visible(shown).replace(chr(9), ' ')}", f"{' ' * (len(number) - 2)}| {caret}"]


def summary_of(found: Iterable[Diagnostic], language: Language) -> str:
    """How many errors and warnings there are."""
    levels = [said.level for said in found]
    errors, warnings = levels.count(Level.ERROR), levels.count(Level.WARNING)
    return language("errors: {errors}, warnings: {warnings}").format(
        errors=errors, warnings=warnings
    )


class _Values(dict[str, object]):
    """The values of a template as text of a language; a value that is missing shows its name."""

    def __init__(self, values: Mapping[str, object], language: Language) -> None:
        numbers = Numbers(language)
        super().__init__({key: _shown(value, numbers) for key, value in values.items()})

    def __missing__(self, key: str) -> str:
        return "…"


def _shown(value: object, numbers: Numbers) -> str:
    if isinstance(value, About):
        figure = value.figure
        return numbers.per_product(figure) if "/" in figure.unit else numbers.figure(figure)
    if isinstance(value, Figure):
        return f"{numbers.exact(value.value)} {numbers.unit(value.unit)}".rstrip()
    if isinstance(value, Word):
        return numbers.language(value)
    if isinstance(value, Day):
        return numbers.day(value)
    if isinstance(value, tuple):
        return ", ".join(_shown(one, numbers) for one in value)
    if isinstance(value, Mapping):  # a text by language
        return visible(str(value.get(numbers.language.code, "")))
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return numbers.decimal(value, 0)
    if isinstance(value, float):
        return numbers.plain(value)
    text = str(value)
    return in_one_line(text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…")
