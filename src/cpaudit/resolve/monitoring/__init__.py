"""The section `monitoring:` of the file: periods, months, drivers, adjustments, options."""

from .section import resolve_monitoring

__all__ = ["resolve_monitoring"]
