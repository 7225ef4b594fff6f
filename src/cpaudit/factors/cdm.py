"""Rules of the clean development mechanism: limits, default weights, crediting periods."""

from __future__ import annotations

from ..figure import Factor
from .files import part
from .library import Library


def cdm_rule(library: Library, name: str) -> Factor:
    """A rule such as `savings_limit`: MWh/yr, MW, yr or a ratio.

    Raises KeyError for a rule that the library has not, LibraryError for one that can't be used.
    """
    entry = part(library.files.document("cdm.yaml"), "rules", name)
    return library.factor(f"cdm.{name}", f"cdm_{name}", entry)
