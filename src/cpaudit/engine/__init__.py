"""The calculation: an Audit to an Assessment. It knows no screen, no file and no language."""

from .assess import assess
from .balance import Baseline
from .results import Assessment, Irr, PackageResult, Payback
from .worth import Result

__all__ = ["Assessment", "Baseline", "Irr", "PackageResult", "Payback", "Result", "assess"]
