"""The file that `cpaudit init` writes: a template in two languages, filled in for a sector."""

from __future__ import annotations

from pathlib import Path

from .diagnostics import Diagnostic
from .diagnostics.codes import references
from .factors import default_library
from .factors.sectors import sector_of
from .language import Language

_TEMPLATES = Path(__file__).with_name("templates")


def unknown_sector(sector: str) -> Diagnostic | None:
    """What to say of a sector that the library does not have."""
    known = default_library().sector_ids()
    if sector in known:
        return None
    return references.UNKNOWN_SECTOR.at(None, text=sector, known=", ".join(known))


def starting_file(sector: str, language: Language) -> str:
    """A complete audit file with comments; its figures are examples to be replaced."""
    entry = sector_of(default_library(), sector)
    with_benchmarks = [id for id, one in entry.products.items() if one.has_benchmarks]
    product = next(iter([*with_benchmarks, *entry.products]), "product")
    unit = entry.products[product].unit if entry.products else "t"
    name = f"starter.{language.code}.yaml"
    template = (_TEMPLATES / name).read_text(encoding="utf-8")
    filled = {
        "@SECTOR@": sector,
        "@SECTOR_NAME@": entry.names[language.code],
        "@PRODUCT@": product,
        "@PRODUCT_UNIT@": unit,
    }
    for mark, value in filled.items():
        template = template.replace(mark, value)
    return template
