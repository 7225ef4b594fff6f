"""Why figures of `monitoring` that the file names are not there."""

from __future__ import annotations

from ..diagnostics import Diagnostic, Level
from ..engine.results import Assessment

_PATH = "monitoring."


def monitoring_mistakes(assessment: Assessment) -> list[Diagnostic]:
    """The errors of monitoring, as warnings beside the paths that need it: the rest of the audit
    stands."""
    audit = assessment.audit
    asked = [one.path for one in audit.expectations] + [one.path for one in audit.reported]
    if audit.monitoring is None or not any(path.startswith(_PATH) for path in asked):
        return []
    from ..engine.monitoring import monitoring_of  # few audits have the section

    found = [said for said in monitoring_of(assessment).diagnostics if said.is_error]
    return [said._replace(code=said.code._replace(level=Level.WARNING)) for said in found]
