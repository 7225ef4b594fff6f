"""Columns of dated bills, in a CSV file beside the audit, as the amount and price of a period.

Imported where a file names such a column; few do.
"""

from .amount import billed_amount, billed_unit
from .price import billed_price

__all__ = ["billed_amount", "billed_price", "billed_unit"]
