"""Every diagnostic there is, by subject. Importing this package registers them all."""

from . import (
    cdm,
    comparing,
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
    text,
)

__all__ = [
    "cdm",
    "comparing",
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
    "text",
]
