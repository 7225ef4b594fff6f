"""`cpaudit factors`: the factor library to look at, to prove and to compare."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from .parameters import (
    FactorsOption,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
)
from .words import _

if TYPE_CHECKING:
    from ..factors.catalogue import Entry
    from .runner import Runner

CountryOption = Annotated[
    Optional[str],  # noqa: UP045 - typer reads the annotation at run time
    typer.Option("--country", "-c", metavar="CC", help=_("Only of a country or region: VN.")),
]
KindOption = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--kind", "-k", help=_("Only of a group or kind: fuel, grid, charge, norm, ncv, co2 …")
    ),
]
YearOption = Annotated[
    Optional[int],  # noqa: UP045
    typer.Option("--year", "-y", help=_("Only what is of a year, or valid in it.")),
]
OpenOption = Annotated[
    bool, typer.Option("--unconfirmed", help=_("Only what nobody has checked in its source yet."))
]


def list_(
    country: CountryOption = None,
    kind: KindOption = None,
    year: YearOption = None,
    unconfirmed: OpenOption = False,
    format: FormatOption = Format.text,
    output: OutputOption = None,
    lang: LangOption = None,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """List the values of the library, those that are asked for."""
    from ..factors.catalogue import every_entry
    from ..factors.finding import wanted
    from .runner import Runner

    runner = Runner(lang, format, output, force, factors)
    entries = wanted(every_entry(runner.library), country, kind, year, unconfirmed)
    _emit_list(entries, runner)


def show(
    id: Annotated[
        str, typer.Argument(metavar="ID", help=_("A factor, such as grid.VN.2008 or cam_5.ncv."))
    ],
    format: FormatOption = Format.text,
    output: OutputOption = None,
    lang: LangOption = None,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """Show one value with its bounds, its source and its history; or all below a shorter name."""
    from ..factors.catalogue import every_entry
    from ..factors.finding import below, history_of
    from .runner import Runner

    runner = Runner(lang, format, output, force, factors)
    every = list(every_entry(runner.library))
    entry = next((one for one in every if one.factor.id == id), None)
    if entry is None:
        _show_below(runner, id, below(every, id), [one.factor.id for one in every])
        return
    history = history_of(every, entry)
    if format is Format.json:
        from ..report.renderers.json.library import show_json

        runner.emit_text(show_json(entry, history))
        return
    from ..report.numbers import Numbers
    from ..report.views.library import show_view

    runner.emit_blocks(show_view(entry, history, Numbers(runner.language)))


def _show_below(runner: Runner, id: str, entries: list[Entry], known: list[str]) -> None:
    """The values whose ids go on from a shorter one; exit code 2 where there are none."""
    if not entries:
        from ..diagnostics.codes import factors as codes
        from ..diagnostics.similar import similar_to

        near = similar_to(id, known, cutoff=0.4) or "–"
        runner.fail_usage(codes.UNKNOWN_FACTOR.at(None, text=id, known=near))
    _emit_list(entries, runner)


def _emit_list(entries: list[Entry], runner: Runner) -> None:
    if runner.format is Format.json:
        from ..report.renderers.json.library import list_json

        runner.emit_text(list_json(entries))
        return
    from ..report.numbers import Numbers
    from ..report.views.library import list_view

    runner.emit_blocks(list_view(entries, Numbers(runner.language)))


def check(
    folder: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Argument(
            metavar=_("FOLDER"), help=_("Factors of your own; without: those that ship.")
        ),
    ] = None,
    format: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Prove a folder of factors: every file's shape, every value's unit, bounds and source."""
    from ..factors import default_library
    from ..factors.check import check_library
    from .runner import Runner

    runner = Runner(lang, format, None, False)
    found = check_library(default_library().files.root, folder)
    runner.report_check(found)


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help=_("A folder, or the word: shipped."))],
    after: Annotated[str, typer.Argument(metavar="B", help=_("The other one."))],
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=_("End with 1 where anything differs."))
    ] = False,
    format: FormatOption = Format.text,
    output: OutputOption = None,
    lang: LangOption = None,
    force: ForceOption = False,
) -> None:
    """Show which values differ between two libraries, and by how much."""
    from ..factors.difference import SHIPPED, differences, library_at
    from .runner import FOUND, Runner

    runner = Runner(lang, format, output, force)
    for folder in (before, after):
        if folder != SHIPPED:
            runner.prove(Path(folder))
    found = differences(library_at(before), library_at(after))
    if format is Format.json:
        from ..report.renderers.json.library import difference_json

        runner.emit_text(difference_json(found))
    else:
        from ..report.numbers import Numbers
        from ..report.views.library import difference_view

        runner.emit_blocks(difference_view(found, Numbers(runner.language)))
    if found and exit_code:
        raise typer.Exit(FOUND)
