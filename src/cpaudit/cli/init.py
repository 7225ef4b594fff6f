"""`cpaudit init`: a commented file to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .parameters import ForceOption, Format, LangOption
from .words import _


def init(
    sector: Annotated[
        str, typer.Option("--sector", "-s", help=_("The plant's sector, such as textile."))
    ],
    file: Annotated[
        Path, typer.Argument(metavar=_("FILE"), help=_("Where to write it; - prints it."))
    ] = Path("plant.yaml"),
    lang: LangOption = None,
    force: ForceOption = False,
) -> None:
    """Write a starting file for a plant of a sector, with comments in the chosen language."""
    from ..starter import starting_file, unknown_sector
    from .runner import Runner

    to_screen = str(file) == "-"
    runner = Runner(lang, Format.text, None if to_screen else file, force)
    problem = unknown_sector(sector)
    if problem is not None:
        runner.fail([problem])
    runner.emit_text(starting_file(sector, runner.language))
    if not to_screen:
        done = runner.language("“{file}” is written. Fill it in, then: cpaudit assess {file}")
        typer.echo(done.format(file=file), err=True)
