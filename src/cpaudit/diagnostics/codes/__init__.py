"""Every diagnostic there is, by subject. Importing this package registers them all."""

from . import (
    cdm,
    comparing,
    economics,
    factors,
    figures,
    files,
    flows,
    keys,
    law,
    numbers,
    plausibility,
    recp,
    references,
    sensitivity,
    text,
    uncertainty,
)

__all__ = [
    "cdm",
    "comparing",
    "economics",
    "factors",
    "figures",
    "files",
    "flows",
    "keys",
    "law",
    "numbers",
    "plausibility",
    "recp",
    "references",
    "sensitivity",
    "text",
    "uncertainty",
]
