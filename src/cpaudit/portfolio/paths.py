"""The audit files that a command line names: files, folders with all below them, patterns."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from glob import has_magic, iglob
from pathlib import Path
from typing import NamedTuple

from ..diagnostics import Diagnostic
from ..diagnostics.codes import batch as codes

_ENDINGS = (".yaml", ".yml")


class Files(NamedTuple):
    """Paths as given or found, each file once, in the order of their letters.

    `named` are those that were named one by one: if they are no audits, that is a mistake.
    """

    paths: tuple[str, ...]
    named: frozenset[str]


def files_at(given: Iterable[str | os.PathLike[str]]) -> tuple[Files, list[Diagnostic]]:
    """Every file that the paths lead to; errors for a path that leads to nothing."""
    found: list[Diagnostic] = []
    paths: dict[str, str] = {}
    named: set[str] = set()
    folders: dict[str, str] = {}
    for one in [os.fspath(path) for path in given]:
        is_folder = Path(one).is_dir()
        here = list(_below(one) if is_folder else _met(one))
        if not here:
            code = codes.NOTHING_IN_FOLDER if is_folder else codes.NO_SUCH_PATH
            found.append(code.at(None, path=one))
        if not is_folder and here == [one]:
            named.add(_identity(one, folders))
        for path in here:
            identity = _identity(path, folders)
            # whatever the order in which they are given, a file has one name
            paths[identity] = min(path, paths.get(identity, path))
    chosen = tuple(sorted(paths.values(), key=os.fsencode))
    return Files(chosen, frozenset(paths[identity] for identity in named)), found


def _met(path: str) -> Iterator[str]:
    """A file itself, or those that a pattern such as `plants/*.yaml` meets."""
    if os.path.lexists(path):
        yield path
    elif has_magic(path):
        for one in iglob(path, recursive=True):  # noqa: PTH207 - takes any pattern, as a shell does
            if Path(one).is_file():
                yield one


def _below(folder: str) -> Iterator[str]:
    """The YAML files of a folder and of those in it; nothing hidden, no link to a folder.

    A folder that can't be read is given itself: that it is no audit is then told, and why.
    """
    closed: list[str] = []
    walk = os.walk(folder, onerror=lambda problem: closed.append(str(problem.filename)))
    for where, folders, names in walk:
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(_ENDINGS) and not name.startswith("."):
                yield str(Path(where, name))
    yield from closed


def _identity(path: str, folders: dict[str, str]) -> str:
    """What two paths to one file have in common; `folders` are the places of those seen before."""
    if Path(path).is_symlink():
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return f"{folders[folder]}{os.sep}{name}"
