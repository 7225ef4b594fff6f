"""Figures that are worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # used as `property` is
    """A property that is worked out when it is first asked for, and then kept.

    `functools.cached_property` does the same under a lock before Python 3.12, which takes longer
    than most figures.
    """

    def __init__(self, ask: Callable[[Any], T]) -> None:
        self.ask = ask
        self.name = ask.__name__
        self.__doc__ = ask.__doc__

    @overload
    def __get__(self, one: None, owner: type) -> once[T]: ...
    @overload
    def __get__(self, one: object, owner: type) -> T: ...

    def __get__(self, one: object | None, owner: type) -> T | once[T]:
        if one is None:
            return self
        # from now on the object's own value is found before this
        value = one.__dict__[self.name] = self.ask(one)
        return value
