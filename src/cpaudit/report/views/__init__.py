"""Views: an assessment to the blocks of its report, in one language."""

from .assessment import assessment_view, brief_view
from .explain import explain_view

__all__ = ["assessment_view", "brief_view", "explain_view"]
