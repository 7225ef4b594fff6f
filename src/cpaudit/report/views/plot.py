"""Points as letters in a frame of text."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_letters, digits
from typing import NamedTuple

from rich.cells import cell_len

LETTERS = ascii_letters.upper()[:26] + ascii_letters[:26] + digits[1:]
MANY, SEVERAL = "+", "*"
_HEIGHT, _WIDTH, _MARGIN = 13, 78, 12


class Mark(NamedTuple):
    """A letter at a place; x and y with their texts for the axes."""

    letter: str
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


def letter_of(index: int) -> str:
    """A letter for each of the first points, the same sign for all that come after them."""
    return LETTERS[index] if index < len(LETTERS) else MANY


def axis_of(values: Sequence[float]) -> Axis:
    """From the least to the largest value, zero included."""
    return Axis(min(0.0, *values), max(0.0, *values))


def scatter(
    marks: Sequence[Mark], x: Axis, y: Axis, x_texts: tuple[str, str], y_texts: tuple[str, str]
) -> list[str]:
    """Lines of a frame with the marks in it; `*` where several fall into one place.

    The texts are those of the lower and upper end of each axis.
    """
    left = max(_MARGIN, *(cell_len(text) + 1 for text in y_texts))
    width = _WIDTH - left - 1
    grid = [[" "] * width for _ in range(_HEIGHT)]
    zero = y.place(0.0, _HEIGHT)
    if zero:
        grid[zero] = ["┈"] * width
    for mark in marks:
        row, column = y.place(mark.y, _HEIGHT), x.place(mark.x, width)
        taken = grid[row][column]
        grid[row][column] = mark.letter if taken in " ┈" else SEVERAL
    labels = {_HEIGHT - 1: y_texts[1], 0: y_texts[0]}
    if 1 < zero < _HEIGHT - 2:
        labels[zero] = "0"
    lines = []
    for row in range(_HEIGHT - 1, -1, -1):
        label = labels.get(row, "")
        sign = "┤" if label else "│"
        lines.append(f"{' ' * (left - 1 - cell_len(label))}{label} {sign}{''.join(grid[row])}")
    lines.append(f"{' ' * left}└{'─' * width}")
    gap = width - cell_len(x_texts[0]) - cell_len(x_texts[1])
    lines.append(f"{' ' * (left + 1)}{x_texts[0]}{' ' * max(1, gap)}{x_texts[1]}")
    return [line.rstrip() for line in lines]
