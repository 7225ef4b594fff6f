"""A programme: its file read, its audits run, everything brought together."""

from .reading import read_programme

__all__ = ["read_programme"]
