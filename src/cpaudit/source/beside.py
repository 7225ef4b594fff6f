"""Files that an audit names: they lie in its folder or below it, nowhere else."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from stat import S_ISREG

from ..diagnostics import Diagnostic, Mistake
from ..diagnostics.codes import tables as codes
from ..diagnostics.similar import listed, similar_to
from .located import Text


def path_beside(written: Text) -> Path:
    """The regular file that a text of an audit names, in the audit's own folder or below it.

    Raises Mistake for a path that leads out of the folder, also by a link, and for what is no file.
    """
    folder = written.span.source.folder
    if folder is None:
        raise Mistake(codes.NO_FOLDER.at(written.span, path=written))
    if _leads_elsewhere(written):
        raise Mistake(codes.OUTSIDE.at(written.span, path=written))
    path = folder / written
    try:
        is_inside = path.resolve().is_relative_to(folder.resolve())
        mode = path.stat().st_mode if is_inside else 0
    except (OSError, RuntimeError, ValueError):  # links in a circle are a RuntimeError
        raise Mistake(_not_there(written, path)) from None
    if not is_inside:
        raise Mistake(codes.OUTSIDE.at(written.span, path=written))
    if not S_ISREG(mode):
        raise Mistake(codes.NOT_A_FILE.at(written.span, path=written))
    return path


def _leads_elsewhere(written: str) -> bool:
    """Whether a path starts at a root or a drive, or is written as one system alone reads it."""
    starts = PurePosixPath(written).is_absolute() or PureWindowsPath(written).anchor
    return bool(starts) or "\\" in written


def _not_there(written: Text, path: Path) -> Diagnostic:
    """Names the tables that there are in the folder, the nearest one first."""
    try:
        names = sorted(one.name for one in path.parent.glob("*.csv"))
    except OSError:
        names = []
    near = similar_to(path.name, names)
    known = listed([near, *(one for one in names if one != near)] if near else names)
    return codes.NOT_THERE.at(written.span, path=written, known=known)
