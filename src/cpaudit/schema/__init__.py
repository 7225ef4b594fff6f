"""The files as a user writes them: which keys there are, and what shape a value has."""

from .audit import AuditFile
from .reading import read_audit_file, validate

__all__ = ["AuditFile", "read_audit_file", "validate"]
