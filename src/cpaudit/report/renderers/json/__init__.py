"""Figures as JSON at full precision, with their provenance; one file per document."""

from .assessment import assessment_json
from .explanation import explain_json
from .figures import errors_json
from .gap import gap_json

__all__ = ["assessment_json", "errors_json", "explain_json", "gap_json"]
