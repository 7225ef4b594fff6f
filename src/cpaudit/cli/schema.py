"""`cpaudit schema`: the JSON Schema of a kind of file."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Optional

import typer

from .parameters import ForceOption, Format, Lang, OutputOption
from .words import _

# the models know these too, but it takes long to import them for a help text
_OF_FACTORS = [
    *["fuels", "grids", "gwp", "energy", "sources", "resources", "regions", "sectors", "charges"],
    *["laws", "schemes", "exchange_rates", "tariffs", "prices", "tables", "cdm"],
]
KINDS = ("audit", "programme", *_OF_FACTORS)


class SchemaLang(StrEnum):
    en = "en"
    vi = "vi"
    both = "both"


def _known(kind: str) -> str:
    """The kind itself; wrong usage where there is no such kind."""
    if kind in KINDS:
        return kind
    said = _("no kind of file is called “{kind}”; there are {kinds}")
    raise typer.BadParameter(said.format(kind=kind, kinds=", ".join(KINDS)))


def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar=_("KIND"),
            help=_("audit, programme, or of a folder of factors: {kinds}.").format(
                kinds=", ".join(_OF_FACTORS)
            ),
            callback=_known,
            autocompletion=lambda: list(KINDS),
        ),
    ] = "audit",
    lang: Annotated[
        Optional[SchemaLang],  # noqa: UP045 - typer reads the annotation at run time
        typer.Option("--lang", help=_("Language of the descriptions, or both of them.")),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print the JSON Schema (draft 2020-12) of a kind of file, for editors and other programs."""
    from ..schema.editor import file_schema, schema_text
    from .runner import Runner

    one = None if lang is None or lang is SchemaLang.both else Lang(lang.value)
    runner = Runner(one, Format.text, output, force)
    runner.emit_text(schema_text(file_schema(kind, lang.value if lang else _.code)))
