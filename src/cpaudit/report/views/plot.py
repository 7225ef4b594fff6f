"""Points as letters or numbers in a frame of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from rich.cells import cell_len

_LETTERS = ascii_uppercase + ascii_lowercase
SEVERAL = "*"
# numbers stand for many points, which need more room
_HEIGHT, _TALL, _WIDTH, _MARGIN = 13, 25, 78, 12


class Mark(NamedTuple):
    """A letter or a number at a place."""

    sign: str
    x: float
    y: float


class Axis(NamedTuple):
    """The ends of an axis; zero is always on it."""

    low: float
    high: float

    def place(self, value: float, cells: int) -> int:
        """The cell of a value, the first one 0."""
        if self.high == self.low:
            return 0
        return round((value - self.low) / (self.high - self.low) * (cells - 1))


def signs_of(count: int) -> list[str]:
    """A letter for each point, or a number for each where there are not letters enough."""
    if count <= len(_LETTERS):
        return list(_LETTERS[:count])
    return [str(number) for number in range(1, count + 1)]


def are_numbers(marks: Sequence[Mark]) -> bool:
    """Whether numbers stand for the points."""
    return any(len(one.sign) > 1 for one in marks)


def axis_of(values: Sequence[float]) -> Axis:
    """From the least to the largest value, zero included."""
    return Axis(min(0.0, *values), max(0.0, *values))


def scatter(
    marks: Sequence[Mark], x: Axis, y: Axis, x_texts: tuple[str, str], y_texts: tuple[str, str]
) -> list[str]:
    """Lines of a frame with the marks in it; `*` where several fall into one place, or where there
    is no room for a number: those that come first have theirs.

    The texts are those of the lower and upper end of each axis.
    """
    left = max(_MARGIN, *(cell_len(text) + 1 for text in y_texts))
    width = _WIDTH - left - 1
    height, gap = (_TALL, 1) if are_numbers(marks) else (_HEIGHT, 0)
    grid = [[" "] * width for _ in range(height)]
    zero = y.place(0.0, height)
    if zero:
        grid[zero] = ["┈"] * width
    places = [(one.sign, y.place(one.y, height), x.place(one.x, width)) for one in marks]
    _draw(grid, places, gap)
    labels = {height - 1: y_texts[1], 0: y_texts[0]}
    if 1 < zero < height - 2:
        labels[zero] = "0"
    lines = []
    for row in range(height - 1, -1, -1):
        label = labels.get(row, "")
        sign = "┤" if label else "│"
        lines.append(f"{' ' * (left - 1 - cell_len(label))}{label} {sign}{''.join(grid[row])}")
    lines.append(f"{' ' * left}└{'─' * width}")
    between = max(1, width - cell_len(x_texts[0]) - cell_len(x_texts[1]))
    lines.append(f"{' ' * (left + 1)}{x_texts[0]}{' ' * between}{x_texts[1]}")
    return [line.rstrip() for line in lines]


def _draw(grid: Sequence[list[str]], places: Sequence[tuple[str, int, int]], gap: int) -> None:
    """Signs at their rows and columns; `*` for who has no room beside the others."""
    points = Counter((row, column) for _, row, column in places)
    drawn: set[tuple[int, int]] = set()
    for sign, row, column in places:
        start = min(column, len(grid[row]) - len(sign))
        end = start + len(sign)
        is_alone = sum(points[row, cell] for cell in range(start, end)) == 1
        if is_alone and not any((row, cell) in drawn for cell in range(start - gap, end + gap)):
            grid[row][start:end] = sign
            drawn |= {(row, cell) for cell in range(start, end)}
        else:
            grid[row][column] = SEVERAL
