"""Files that another file names: by a path or a pattern, never outside that file's folder."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath


def leaves(pattern: str) -> bool:
    """Whether a path or pattern leads out of the folder in which it is written."""
    as_posix, as_windows = PurePosixPath(pattern), PureWindowsPath(pattern)
    if as_posix.is_absolute() or as_windows.drive or as_windows.root:
        return True
    return ".." in as_posix.parts or ".." in as_windows.parts or "\0" in pattern


def files_beside(folder: Path, pattern: str) -> tuple[list[Path], list[Path]]:
    """The files below a folder that a pattern means, in the order of their names; and those of
    them that a link leads out of the folder.

    `*` stands for any name, `**` for folders at any depth. A file of exactly that name goes before
    what its letters would mean as a pattern.
    """
    whole = folder / pattern
    if whole.is_file():
        found = [whole]
    else:
        found = sorted(one for one in _matching(folder, pattern) if one.is_file())
    top = folder.resolve()
    inside = [one for one in found if one.resolve().is_relative_to(top)]
    return inside, [one for one in found if one not in inside]


def _matching(folder: Path, pattern: str) -> list[Path]:
    try:
        return list(folder.glob(pattern))
    except (ValueError, NotImplementedError, OSError):
        return []  # a pattern that Python has no meaning for fits no file
