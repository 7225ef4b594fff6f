"""Every diagnostic there is, by subject. Importing this package registers them all."""

from . import (
    cdm,
    economics,
    factors,
    figures,
    files,
    keys,
    law,
    numbers,
    plausibility,
    recp,
    references,
    sensitivity,
    text,
)

__all__ = [
    "cdm",
    "economics",
    "factors",
    "figures",
    "files",
    "keys",
    "law",
    "numbers",
    "plausibility",
    "recp",
    "references",
    "sensitivity",
    "text",
]
