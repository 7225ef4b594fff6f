"""What a check has found, for people and for the machines that show it: one file per format."""

from .changes import changes_summary, changes_text
from .github import github_commands
from .junit import junit_xml
from .sarif import sarif_json
from .text import check_text, summary_text

__all__ = [
    "changes_summary",
    "changes_text",
    "check_text",
    "github_commands",
    "junit_xml",
    "sarif_json",
    "summary_text",
]
