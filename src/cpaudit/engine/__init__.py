"""The calculation: an Audit to an Assessment. It knows no screen, no file and no language."""

from .assess import assess
from .results import Assessment, Baseline, Irr, PackageResult, Payback, Result

__all__ = ["Assessment", "Baseline", "Irr", "PackageResult", "Payback", "Result", "assess"]
