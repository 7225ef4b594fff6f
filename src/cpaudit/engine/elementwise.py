"""The larger and the smaller of two values, for floats and for NumPy arrays of draws alike.

Formulas that use them in place of `max` and `min` are evaluated for all draws at once. To the type
checker an array of draws is the float that it stands for. NumPy is an extra: it is imported only
where arrays are at hand, so that floats need none of it.
"""

from __future__ import annotations


def larger(one: float, other: float) -> float:
    """The larger of two values; of arrays element by element."""
    if _are_numbers(one, other):
        return max(one, other)
    import numpy

    made: float = numpy.maximum(one, other)
    return made


def smaller(one: float, other: float) -> float:
    """The smaller of two values; of arrays element by element."""
    if _are_numbers(one, other):
        return min(one, other)
    import numpy

    made: float = numpy.minimum(one, other)
    return made


def _are_numbers(one: object, other: object) -> bool:
    return isinstance(one, float | int) and isinstance(other, float | int)
