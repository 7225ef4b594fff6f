"""What a result rests on, as hashes: the audit with its tables, the factors with the program."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from ..factors import Library, default_library, library_with
from ..source.files import read_bytes
from ..version import __version__

# the path of a file that an audit names, and the hash of its bytes
Attachment = tuple[str, str]


@lru_cache(maxsize=4)
def library_at(factors: str | None) -> Library:
    """The library that ships, with a folder over it if there is one; made once in a process."""
    return default_library() if factors is None else library_with(Path(factors))


@lru_cache(maxsize=4)
def factors_hash(factors: str | None) -> str:
    """The hash of every file of the library and of the folder over it, and of the version."""
    made = sha256(__version__.encode())
    files = library_at(factors).files
    for folder in (files.root, files.own):
        paths = [] if folder is None else folder.rglob("*.yaml")
        for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in paths):  # type: ignore[arg-type]
            made.update(f"\n{name}\n".encode("utf-8", "surrogateescape"))
            made.update(sha256(path.read_bytes()).digest())
        made.update(b"\n\n")
    return made.hexdigest()


def file_hash(data: bytes) -> str:
    """The hash of a file's bytes."""
    return sha256(data).hexdigest()


def is_unchanged(path: Path, digest: str, attachments: tuple[Attachment, ...]) -> bool:
    """Whether an audit file, and every file that it names, are as they were."""
    every = ((path, digest), *((Path(name), one) for name, one in attachments))
    return all(_hash_of(one) == wanted for one, wanted in every)


def _hash_of(path: Path) -> str | None:
    data, _ = read_bytes(path, str(path))
    return None if data is None else file_hash(data)
