"""The factor library: sector_factors/ read file by file, only where a value is asked for."""

from .library import Library, LibraryError, default_library

__all__ = ["Library", "LibraryError", "default_library"]
