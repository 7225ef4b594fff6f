"""Packages and the relations between options: every name known, no circle, no contradiction."""

from __future__ import annotations

from ..diagnostics import Span
from ..diagnostics.codes import references
from ..diagnostics.similar import listed
from ..domain import Option, Package
from ..source import Text
from .context import Context

DEFAULT_PACKAGE = "all"


def check_relations(context: Context, options: dict[str, Option]) -> None:
    """Say which `requires` and `excludes` name nothing, name themselves, or run in a circle."""
    known = listed(options)
    for entry in context.file.options:
        for name in (*entry.requires, *entry.excludes):
            if name not in options:
                context.say(references.UNKNOWN_OPTION.at(name.span, text=name, known=known))
            elif name == entry.id:
                context.say(references.REQUIRES_ITSELF.at(name.span, option=name))
    for circle in _circles(options):
        place = _place_of_requirement(context, circle[0], circle[1])
        path = " → ".join(circle)
        context.say(references.REQUIRES_CIRCLE.at(place, path=path))


def resolve_packages(context: Context, options: dict[str, Option]) -> dict[str, Package]:
    """The packages as written; without any, one of all options that are not rejected."""
    if not context.file.packages:
        return _default_package(context, options)
    packages = {}
    for name, members in context.file.packages.items():
        counted = _counted(context, str(name), members, options)
        _check_members(context, str(name), members, counted, options)
        packages[str(name)] = Package(str(name), tuple(map(str, counted)), name.span)
    return packages


def _default_package(context: Context, options: dict[str, Option]) -> dict[str, Package]:
    counted = [entry for entry in context.file.options if not options[str(entry.id)].rejected]
    names = {str(entry.id) for entry in counted}
    for entry in counted:
        for other in entry.excludes:
            if other in names and other != entry.id:
                context.say(
                    references.EXCLUDED_IN_DEFAULT.at(other.span, option=entry.id, other=other)
                )
        for other in entry.requires:
            if other in options and options[str(other)].rejected:
                context.say(
                    references.REQUIRED_IS_REJECTED.at(other.span, option=entry.id, other=other)
                )
    if not counted:
        return {}
    members = tuple(dict.fromkeys(str(entry.id) for entry in counted))
    return {DEFAULT_PACKAGE: Package(DEFAULT_PACKAGE, members, None)}


def _counted(
    context: Context, package: str, members: tuple[Text, ...], options: dict[str, Option]
) -> list[Text]:
    """The members that exist, once each, without the rejected ones."""
    counted: list[Text] = []
    for member in members:
        if member not in options:
            known = listed(options)
            context.say(references.UNKNOWN_OPTION.at(member.span, text=member, known=known))
        elif member in counted:
            context.say(references.TWICE_IN_PACKAGE.at(member.span, option=member, package=package))
        elif options[str(member)].rejected:
            context.say(
                references.REJECTED_IN_PACKAGE.at(member.span, option=member, package=package)
            )
        else:
            counted.append(member)
    return counted


def _check_members(
    context: Context,
    package: str,
    members: tuple[Text, ...],
    counted: list[Text],
    options: dict[str, Option],
) -> None:
    """Say what the package holds together that excludes each other, and what it lacks."""
    told: set[frozenset[str]] = set()
    for member in counted:
        option = options[str(member)]
        for other in option.excludes:
            pair = frozenset({option.id, other})
            if other in counted and other != option.id and pair not in told:
                told.add(pair)
                context.say(
                    references.EXCLUDED_IN_PACKAGE.at(
                        member.span, package=package, option=option.id, other=other
                    )
                )
        for other in option.requires:
            if other in options and options[other].rejected:
                code = references.REQUIRED_IS_REJECTED
            elif other in options and other not in members:
                code = references.REQUIRED_NOT_IN_PACKAGE
            else:
                continue
            context.say(code.at(member.span, package=package, option=option.id, other=other))


def _circles(options: dict[str, Option]) -> list[list[str]]:
    """Each circle of `requires` once, as the path that closes it; without recursion."""
    circles: list[list[str]] = []
    done: set[str] = set()
    for start, option in options.items():
        path: list[str] = []
        on_path: set[str] = set()
        stack = [(start, iter(option.requires))] if start not in done else []
        while stack:
            id, others = stack[-1]
            if id not in on_path:
                path.append(id)
                on_path.add(id)
            other = next(others, None)
            if other is None:
                stack.pop()
                path.pop()
                on_path.discard(id)
                done.add(id)
            elif other in on_path and other != id:
                circles.append([*path[path.index(other) :], other])
            elif other in options and other != id and other not in done:
                stack.append((other, iter(options[other].requires)))
    return circles


def _place_of_requirement(context: Context, option: str, other: str) -> Span | None:
    for entry in context.file.options:
        if entry.id == option:
            return next((name.span for name in entry.requires if name == other), entry.id.span)
    return None
