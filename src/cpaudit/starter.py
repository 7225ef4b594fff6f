"""The file that `cpaudit init` writes: a template in two languages, filled in for a sector."""

from __future__ import annotations

from importlib.resources import files

from .diagnostics import Diagnostic
from .diagnostics.codes import references
from .factors import default_library
from .language import Language


def unknown_sector(sector: str) -> Diagnostic | None:
    """What to say of a sector that the library does not have."""
    known = default_library().sector_ids()
    if sector in known:
        return None
    return references.UNKNOWN_SECTOR.at(None, text=sector, known=", ".join(known))


def starting_file(sector: str, language: Language) -> str:
    """A complete audit file with comments; its figures are examples to be replaced."""
    entry = default_library().sector(sector)
    product = entry.products[0] if entry.products else None
    name = f"starter.{language.code}.yaml"
    template = files("cpaudit.templates").joinpath(name).read_text(encoding="utf-8")
    filled = {
        "@SECTOR@": sector,
        "@SECTOR_NAME@": str(getattr(entry.name, language.code)),
        "@PRODUCT@": str(product.id) if product else "product",
        "@PRODUCT_UNIT@": str(product.unit) if product else "t",
    }
    for mark, value in filled.items():
        template = template.replace(mark, value)
    return template
