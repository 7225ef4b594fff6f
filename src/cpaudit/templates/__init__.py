"""Texts that are written out for a user to fill in."""
