"""The tables of a programme, as a centre's annual report prints them."""

from .whole import TABLES, programme_view

__all__ = ["TABLES", "programme_view"]
