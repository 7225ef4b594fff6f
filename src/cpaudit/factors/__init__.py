"""The factor library: sector_factors/ read file by file, only where a value is asked for."""

from .described import ResourceType
from .files import LibraryError
from .library import GridChoice, Library
from .shipped import default_library, library_with

__all__ = [
    "GridChoice",
    "Library",
    "LibraryError",
    "ResourceType",
    "default_library",
    "library_with",
]
