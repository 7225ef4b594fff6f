"""Cleaner-production audits: use, savings, emissions and payback of a plant and its options."""

__version__ = "0.1.0"
