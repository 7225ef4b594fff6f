"""The files as a user writes them: which keys there are, and what shape a value has."""

from .audit import AuditFile
from .reading import Reading, read_audit_file, validate

__all__ = ["AuditFile", "Reading", "read_audit_file", "validate"]
