"""What an audit is, once its file is read: frozen tuples, floats in engine units."""

from .audit import (
    Audit,
    Expectation,
    Finance,
    Option,
    Package,
    Period,
    Product,
    Reported,
    Saving,
    Stream,
    StreamKind,
)
from .cdm import CdmProject
from .law import Benchmark, Charge, ChargeClass, Names, Threshold

__all__ = [
    "Audit",
    "Benchmark",
    "CdmProject",
    "Charge",
    "ChargeClass",
    "Expectation",
    "Finance",
    "Names",
    "Option",
    "Package",
    "Period",
    "Product",
    "Reported",
    "Saving",
    "Stream",
    "StreamKind",
    "Threshold",
]
