"""Every diagnostic there is, by subject. Importing this package registers them all."""

from . import (
    cdm,
    factors,
    figures,
    files,
    keys,
    law,
    numbers,
    plausibility,
    recp,
    references,
    selection,
    text,
)

__all__ = [
    "cdm",
    "factors",
    "figures",
    "files",
    "keys",
    "law",
    "numbers",
    "plausibility",
    "recp",
    "references",
    "selection",
    "text",
]
