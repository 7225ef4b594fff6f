"""The factor library: sector_factors/ read file by file, only where a value is asked for."""

from .library import GridChoice, Library, ResourceType, SectorEntry, default_library

__all__ = ["GridChoice", "Library", "ResourceType", "SectorEntry", "default_library"]
