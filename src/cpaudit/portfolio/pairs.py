"""What is compared with what: two files, two folders of them, or audits under two libraries."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from ..diagnostics import Diagnostic
from ..diagnostics.codes import changes as codes
from ..factors.difference import SHIPPED
from ..schema.factors import FILES, FOLDERS, MAPPINGS
from .paths import files_at


class Pair(NamedTuple):
    """Two files by the name that they share; None where one of the folders has none."""

    name: str
    before: str | None
    after: str | None
    is_named: bool = False


class Pairs(NamedTuple):
    """The pairs of one comparison; of `factors` the files are the same and the libraries differ."""

    kind: Literal["files", "folders", "factors"]
    pairs: tuple[Pair, ...]


def pairs_at(
    before: str, after: str, audits: Sequence[str] = ()
) -> tuple[Pairs | None, list[Diagnostic]]:
    """The pairs that two paths lead to, or None and what is wrong with the paths."""
    if audits:
        return _under_factors(before, after, audits)
    if SHIPPED in (before, after) and not all(map(os.path.lexists, (before, after))):
        return None, [codes.NO_AUDITS.at(None, one=before, other=after)]
    missing = [one for one in (before, after) if not Path(one).exists()]
    if missing:
        return None, [codes.NOT_THERE.at(None, path=one) for one in missing]
    folders = [Path(one).is_dir() for one in (before, after)]
    if not any(folders):
        return Pairs("files", (Pair(after, before, after, is_named=True),)), []
    if not all(folders):
        one, other = (before, after) if folders[1] else (after, before)
        return None, [codes.NOT_ALIKE.at(None, one=one, other=other)]
    if _has_factors(before) and _has_factors(after):
        return None, [codes.NO_AUDITS.at(None, one=before, other=after)]
    return _in_folders(before, after)


def _under_factors(
    before: str, after: str, audits: Sequence[str]
) -> tuple[Pairs | None, list[Diagnostic]]:
    found = [
        codes.NOT_FACTORS.at(None, path=one)
        for one in (before, after)
        if one != SHIPPED and not Path(one).is_dir()
    ]
    files, wrong = files_at(audits)
    if found or wrong:
        return None, [*found, *wrong]
    pairs = [Pair(name, name, name, is_named=name in files.named) for name in files.paths]
    return Pairs("factors", tuple(pairs)), []


def _in_folders(before: str, after: str) -> tuple[Pairs | None, list[Diagnostic]]:
    """Files of two folders that have the same path in both, and those of one alone."""
    sides: list[dict[str, str]] = []
    for folder in (before, after):
        files, _ = files_at([folder])  # an empty folder has nothing in common with the other
        sides.append({Path(os.path.relpath(one, folder)).as_posix(): one for one in files.paths})
    old, new = sides
    names = sorted({*old, *new})
    return Pairs("folders", tuple(Pair(name, old.get(name), new.get(name)) for name in names)), []


def _has_factors(folder: str) -> bool:
    """Whether a folder is laid out as factors are."""
    return any((Path(folder) / name).exists() for name in (*MAPPINGS, *FILES, *FOLDERS))


def is_factor_file(path: str) -> bool:
    """Whether a file lies or is called as files of factors do."""
    file = Path(path)
    return file.parent.name in FOLDERS or file.name in {*MAPPINGS, *FILES}
