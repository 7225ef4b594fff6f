"""Audit file and factor library to an Audit: every name looked up, every quantity converted."""

from ..diagnostics.codes import cdm as cdm_codes
from ..diagnostics.codes import economics, flows, monitoring, references, rules
from .audit import resolve

# what is said of a name only because the entry it means was taken out of the file
FOLLOW_MISSING_ENTRIES = (
    references.UNKNOWN_STREAM,
    references.UNKNOWN_STREAM_SIMILAR,
    references.UNKNOWN_OPTION,
    references.REQUIRED_NOT_IN_PACKAGE,
    references.NO_EXCHANGE_RATE,
    cdm_codes.UNKNOWN_PACKAGE,
    cdm_codes.NO_PACKAGE,
    cdm_codes.NO_FOSSIL_FUEL,
    cdm_codes.HEAT_WITHOUT_FUEL,
    flows.UNKNOWN_CENTRE,
    flows.UNKNOWN_MATERIAL,
    flows.PRODUCT_OR_LOSS,
    flows.NOTHING_GOES_IN,
    flows.MORE_THAN_GOES_IN,
    flows.SHARES_DO_NOT_FIT,
    flows.UNKNOWN_STREAM,
    flows.UNKNOWN_USE,
    monitoring.UNKNOWN_STREAM,
    monitoring.NOT_MONITORED,
    monitoring.MEASURED_UNSAVED,
)

# what is said of a section only because one of its keys was taken out
FOLLOW_MISSING_KEYS = (
    economics.LOAN_OF_WHAT,
    economics.GRANT_OF_WHAT,
    economics.GUARANTEE_OF_WHAT,
    economics.NO_INDICATOR,
    economics.NO_LOAN,
    rules.NO_FUELS,
    rules.NO_HEAT,
    rules.STEAM_ALONE,
    monitoring.NO_DATA,
    monitoring.NO_SERIES,
    monitoring.UNKNOWN_DRIVER,
    monitoring.UNKNOWN_SERIES,
)

__all__ = ["FOLLOW_MISSING_ENTRIES", "FOLLOW_MISSING_KEYS", "resolve"]
