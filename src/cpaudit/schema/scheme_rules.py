"""The rules of a scheme by name. Apart from its model: a run reads them without the model."""

from __future__ import annotations

# what a scheme that rewards a cut must say, and what it may say beside that
NEEDED = (
    "cut_low",
    "share_low",
    "cut_high",
    "share_high",
    "reward_limit",
    "loan_least",
    "loan_most",
    "term_least",
    "term_most",
    "guarantee_share",
    "guarantee_limit",
)
BESIDE = (
    "guarantee_together",
    "guarantee_fee",
    "ownership",
    "operating",
    "measured_from",
    "measured_to",
    "capital",
)
