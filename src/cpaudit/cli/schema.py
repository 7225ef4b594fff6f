"""`cpaudit schema`: the JSON Schema of a kind of file."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Optional

import typer

from .parameters import ForceOption, Format, Lang, OutputOption
from .words import _


class Kind(StrEnum):
    audit = "audit"
    programme = "programme"
    fuels = "fuels"
    grids = "grids"
    gwp = "gwp"
    energy = "energy"
    sources = "sources"
    resources = "resources"
    regions = "regions"
    sectors = "sectors"
    charges = "charges"
    laws = "laws"
    schemes = "schemes"
    exchange_rates = "exchange_rates"
    tariffs = "tariffs"
    prices = "prices"
    tables = "tables"
    cdm = "cdm"


_KINDS = ", ".join(kind for kind in Kind if kind not in {Kind.audit, Kind.programme})


class SchemaLang(StrEnum):
    en = "en"
    vi = "vi"
    both = "both"


def schema(
    kind: Annotated[
        Kind,
        typer.Argument(
            metavar=_("KIND"),
            help=_("audit, programme, or of a folder of factors: {kinds}.").format(kinds=_KINDS),
        ),
    ] = Kind.audit,
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
    runner.emit_text(schema_text(file_schema(kind.value, lang.value if lang else _.code)))
