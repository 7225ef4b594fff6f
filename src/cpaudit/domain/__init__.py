"""What an audit is, once its file is read: frozen tuples, floats in engine units."""

from .audit import (
    Attachment,
    Audit,
    Expectation,
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
from .finance import (
    Depreciation,
    Esco,
    Finance,
    Grant,
    Guarantee,
    Loan,
    RewardScheme,
)
from .law import Benchmark, Charge, ChargeClass, Names, Threshold

__all__ = [
    "Attachment",
    "Audit",
    "Benchmark",
    "CdmProject",
    "Charge",
    "ChargeClass",
    "Depreciation",
    "Esco",
    "Expectation",
    "Finance",
    "Grant",
    "Guarantee",
    "Loan",
    "Names",
    "Option",
    "Package",
    "Period",
    "Product",
    "Reported",
    "RewardScheme",
    "Saving",
    "Stream",
    "StreamKind",
    "Threshold",
]
