"""The section `material_flow:` of the file: quantity centres, what goes in, what it costs."""

from .centres import resolve_material_flow

__all__ = ["resolve_material_flow"]
