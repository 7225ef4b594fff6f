"""The section `cdm:` of the file: package, method, crediting period, grid margins, heat."""

from .project import resolve_cdm

__all__ = ["resolve_cdm"]
