"""The factor library: sector_factors/ read file by file, only where a value is asked for."""

from .files import LibraryError
from .library import GridChoice, Library, ResourceType, default_library, library_with

__all__ = [
    "GridChoice",
    "Library",
    "LibraryError",
    "ResourceType",
    "default_library",
    "library_with",
]
