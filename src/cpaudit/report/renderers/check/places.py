"""Names of files as the programs that show findings want them."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def relative_path(name: str) -> str:
    """A file's path from the working folder, with slashes; as given where it lies elsewhere."""
    if not Path(name).is_absolute():
        return Path(os.path.normpath(name)).as_posix()
    try:
        return Path(name).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return Path(name).as_posix()


def uri_of(name: str) -> str:
    """The same as a reference of RFC 3986: relative, or with the scheme `file`."""
    path = relative_path(name)
    encoded = quote(path.encode("utf-8", "surrogateescape"), safe="/!$&'()*+,;=@~")
    if Path(path).is_absolute():
        return f"file://{'' if encoded.startswith('/') else '/'}{encoded}"
    return encoded
