"""Parameters that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional
from unicodedata import normalize

import typer

from .words import _


def composed(text: str | None) -> str | None:
    """A name with its letters as audit files are read, whatever the keyboard has sent."""
    return None if text is None else normalize("NFC", text)


class Lang(StrEnum):
    en = "en"
    vi = "vi"


class Format(StrEnum):
    text = "text"
    json = "json"


AuditPath = Annotated[
    Path, typer.Argument(metavar=_("FILE"), help=_("The audit file, in YAML."), show_default=False)
]
LangOption = Annotated[
    Optional[Lang],  # noqa: UP045 - typer reads the annotation at run time
    typer.Option("--lang", help=_("Language of the output; by default that of the locale.")),
]
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help=_("Text for reading, JSON for programs."))
]
OutputOption = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--output", "-o", metavar=_("FILE"), help=_("Write to a file instead.")),
]
FactorsOption = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option(
        "--factors",
        metavar=_("FOLDER"),
        help=_("Factors of your own, laid over those that ship; in the same layout."),
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help=_("Write over an existing file."))]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help=_("Only the headline."))]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help=_("Show the line that each warning is about."))
]
