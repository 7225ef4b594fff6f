"""The program's entry: its commands, its exit codes, and what happens when it fails itself."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from typer.core import TyperCommand

from ..version import __version__
from . import factors
from .assess import assess
from .attribution import attribution
from .batch import batch
from .cashflow import cashflow
from .check import check
from .compare import compare
from .diff import diff
from .explain import explain
from .gap import gap
from .init import init
from .monitor import monitor
from .programme import programme
from .recp import recp
from .schema import schema
from .select import SelectCommand, select
from .sensitivity import sensitivity
from .uncertainty import uncertainty
from .units import units
from .words import _

INTERNAL_ERROR = 3

app = typer.Typer(
    name="cpaudit",
    help=_("Cleaner-production audits: what a plant uses, what options save, when they pay back."),
    epilog=_("Example: {command}").format(command="cpaudit assess examples/textile-dyehouse.yaml"),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _add(
    command: Callable[..., None],
    purpose: str,
    example: str,
    cls: type[TyperCommand] | None = None,
) -> None:
    """Register a command with its help and an example of its use."""
    epilog = _("Example: {command}").format(command=f"cpaudit {command.__name__} {example}")
    app.command(command.__name__, help=purpose, epilog=epilog, cls=cls)(command)


_add(assess, _("Use, savings, emissions and payback of one plant."), "plant.yaml --lang vi")
_add(
    check,
    _("Check audits and their expected figures, as code is checked."),
    "plants/ --strict --format github",
)
_add(
    diff,
    _("Which figures an edit moves, by how much, and why."),
    "plant.old.yaml plant.yaml",
)
_add(
    explain,
    _("Where a figure comes from, down to the line and the page."),
    "plant.yaml packages.full.co2e",
)
_add(
    cashflow,
    _("Money year by year, for the project and for its owner."),
    "plant.yaml --of packages.full",
)
_add(
    compare,
    _("Packages, options or plants side by side."),
    "plant.yaml --package full",
)
_add(
    sensitivity,
    _("What a figure depends on most, and where it breaks even."),
    "plant.yaml --of packages.full.npv --by 20%",
)
_add(
    gap,
    _("Compare with good practice and legal norms."),
    "plant.yaml --lang vi",
)
_add(
    recp,
    _("Productivity and pollution, and their change."),
    "plant-2008.yaml plant-2009.yaml",
)
_add(
    monitor,
    _("After implementation: use and savings month by month."),
    "plant.yaml --monthly",
)
_add(
    uncertainty,
    _("Results with their 95 % intervals; by draws if asked for."),
    "plant.yaml --draws 10000 --of packages.full.co2e",
)
_add(
    attribution,
    _("Each option's part of a package, whatever the order."),
    "plant.yaml --package full",
)
_add(
    select,
    _("Which options to finance with one budget."),
    'plant-a.yaml plant-b.yaml --budget "2 billion VND"',
    SelectCommand,
)
_add(
    programme,
    _("The tables of an annual report, from many audits."),
    "programme.yaml --table sectors --format markdown",
)
_add(
    batch,
    _("Many audits in one table, sorted, filtered, in groups."),
    "plants/ --by sector,year --format csv --output programme.csv",
)
_add(init, _("Write a commented audit file to start from."), "--sector textile plant.yaml")
_add(
    schema,
    _("JSON Schemas of the files, for editors and checks."),
    "audit --output audit.schema.json",
)
_add(units, _("List the units that an audit file may use."), "")


_library = typer.Typer(
    help=_("The library of factors and their sources."),
    epilog=_("Example: {command}").format(command="cpaudit factors list --country VN"),
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(_library, name="factors")


def _add_factors(name: str, command: Callable[..., None], purpose: str, example: str) -> None:
    """Register a command below `factors` with its help and an example of its use."""
    epilog = _("Example: {command}").format(command=f"cpaudit factors {name} {example}")
    _library.command(name, help=purpose, epilog=epilog)(command)


_add_factors("list", factors.list_, _("List values of the library."), "--country VN --kind grid")
_add_factors("show", factors.show, _("One value: bounds, source, history."), "grid.VN.2014")
_add_factors("check", factors.check, _("Prove a folder of factors."), "my-factors")
_add_factors("diff", factors.diff, _("What differs between two libraries."), "shipped my-factors")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"cpaudit {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help=_("Show the version and exit."),
            is_eager=True,
            callback=_show_version,
        ),
    ] = False,
) -> None:
    """Options of the program itself."""


def run() -> NoReturn:
    """Run the program and leave: exit code 0 fine, 1 mistakes found, 2 wrong usage, 3 our fault."""
    # one short run leaves no garbage worth a collection, and no plugin has a say in reading audits
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _prepare_streams()
    code = _exit_code_of_run()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        pass  # the reader (head, less) has gone: there is nobody left to tell
    # taking a few hundred modules apart would take longer than the assessment did
    os._exit(code)


def _exit_code_of_run() -> int:
    try:
        app()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(bool(leaving.code))
    except BrokenPipeError:
        return 0
    except OSError as problem:
        typer.echo(_("The output can't be written: {reason}").format(reason=problem), err=True)
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as problem:
        if os.environ.get("CPAUDIT_TRACEBACK"):
            raise
        typer.echo(_internal_error(problem), err=True)
        return INTERNAL_ERROR
    return 0


def _internal_error(problem: Exception) -> str:
    return _(
        "cpaudit failed ({problem}). This is a fault of the program, not of your file: please "
        "report it, with the file if you may. CPAUDIT_TRACEBACK=1 shows the details."
    ).format(problem=f"{type(problem).__name__}: {problem}")


def _prepare_streams() -> None:
    """UTF-8 into pipes and files, whatever the locale; a console keeps its own encoding.

    A stream that was closed before the program began is none: what goes there goes nowhere.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace")
