"""What a library was asked before: it does not change while it is in use, and plants ask alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

# so many answers are kept; the names of products that users write could be any number
MOST_ANSWERS = 8192

P = ParamSpec("P")
T = TypeVar("T")


class Remembering(Protocol):
    """A library with a memory."""

    memory: dict[tuple[Any, ...], Any]


L = TypeVar("L", bound=Remembering)


def remembered(ask: Callable[Concatenate[L, P], T]) -> Callable[Concatenate[L, P], T]:
    """Keep what a question to a library gives, for each library by itself.

    The answers are frozen values, or lists that nobody writes to. A question that fails is asked
    again.
    """

    @wraps(ask)
    def answer(library: L, *args: P.args, **kwargs: P.kwargs) -> T:
        question: tuple[Any, ...] = (ask, *args, *sorted(kwargs.items()))
        memory = library.memory
        if question not in memory:
            if len(memory) >= MOST_ANSWERS:
                memory.clear()
            # plain texts: one that knows its place would keep all of its file in memory
            question = (ask, *(str(one) if isinstance(one, str) else one for one in question[1:]))
            memory[question] = ask(library, *args, **kwargs)
        found: T = memory[question]
        return found

    return cast(Callable[Concatenate[L, P], T], answer)
