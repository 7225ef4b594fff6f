"""Audit file and factor library to an Audit: every name looked up, every quantity converted."""

from .audit import resolve

__all__ = ["resolve"]
