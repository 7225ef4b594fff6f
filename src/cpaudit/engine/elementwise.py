"""The larger, smaller or chosen of two values, for floats and for NumPy arrays of draws alike.

Formulas that use them in place of `max` and `min` are evaluated for all draws at once. To the type
checker an array of draws is the float that it stands for. NumPy is an extra: it is imported only
where arrays are at hand, so that floats need none of it.
"""

from __future__ import annotations


def larger(one: float, other: float) -> float:
    """The larger of two values; of arrays element by element."""
    if are_numbers(one, other):
        return max(one, other)
    import numpy

    made: float = numpy.maximum(one, other)
    return made


def smaller(one: float, other: float) -> float:
    """The smaller of two values; of arrays element by element."""
    if are_numbers(one, other):
        return min(one, other)
    import numpy

    made: float = numpy.minimum(one, other)
    return made


def chosen(condition: bool, one: float, other: float) -> float:
    """The one value where a condition holds, else the other; of arrays element by element.

    Both are worked out before: neither may fail where it is not wanted.
    """
    if isinstance(condition, bool):
        return one if condition else other
    import numpy

    made: float = numpy.where(condition, one, other)
    return made


def are_numbers(*values: object) -> bool:
    """Whether none of them is an array of draws."""
    return all(isinstance(one, float | int) for one in values)
