"""Strict reading of YAML text to plain data in which every value knows its place."""

from .document import read_document
from .files import read_source
from .located import Located, Map, Missing, Seq, Text

__all__ = ["Located", "Map", "Missing", "Seq", "Text", "read_document", "read_source"]
