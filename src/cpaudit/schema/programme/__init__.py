"""The programme file as a user writes it: audits, projects, totals, training, exchange rates."""

from .file import ProgrammeFile
from .reading import read_programme_file

__all__ = ["ProgrammeFile", "read_programme_file"]
