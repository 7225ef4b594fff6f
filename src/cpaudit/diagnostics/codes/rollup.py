"""G, continued: what the sums of a programme hold, hold twice, or lack; its years and paths."""

from ...language import N_
from ..diagnostic import Level, define

NOT_IN_SUMS = define(
    "G036",
    Level.NOTE,
    N_("not told, or only in part, where a sum has a star: {what}, of: {names}"),
    N_("Write it where it is known; a dash is not zero."),
)
NO_GRID_FACTOR = define(
    "G037",
    Level.NOTE,
    N_("no grid factor is known, so CO2 of electricity is in no sum, for: {names}"),
    N_("Write `grid_factor: … t/MWh` in these audits, with its source."),
)
IN_NO_TOTALS = define(
    "G038",
    Level.WARNING,
    N_("“{name}” says `in_totals: true`, but no totals of its sector and year are there"),
    N_("It is in no sum: write `in_totals: false`, or add the `totals` that hold it."),
)
NONE_IN_FORCE = define(
    "G039",
    Level.WARNING,
    N_("no saving is in force in {year}"),
    N_("Choose a year with `--until` in which some are: {years}."),
)
TOTALS_OVERLAP = define(
    "G040",
    Level.WARNING,
    N_("the totals of “{sector}” for {years} may hold what those on line {lines} hold"),
    N_("Take one of them out, or tell what differs: `years`, `sector`, `province` or `service`."),
)
PROJECT_TWICE = define(
    "G041",
    Level.WARNING,
    N_("“{name}” comes in twice with year {year}, first on line {line}: is it counted twice?"),
    N_("Take one of them out, or give them names that differ."),
)
BAD_YEAR = define(
    "G042",
    Level.ERROR,
    N_("“{text}” is not a year"),
    N_("Write the year alone: 2008."),
)
BAD_YEARS = define(
    "G043",
    Level.ERROR,
    N_("“{text}” is neither a year nor a first and a last one"),
    N_("Write `years: {{from: 1999, to: 2008}}`, or one year: `years: 2008`."),
)
YEARS_BACKWARDS = define(
    "G044",
    Level.ERROR,
    N_("the years end before they start"),
    N_("Write the earlier year under `from` and the later one under `to`."),
)
PROGRAMMES_LEFT_OUT = define(
    "G045",
    Level.NOTE,
    N_("programme files that a pattern meets are left out: {count} ({files})"),
    N_("A programme holds audits, no other programmes; name the audits of those here."),
)
ONLY_ITSELF = define(
    "G046",
    Level.ERROR,
    N_("“{path}” finds this programme file alone, which is left out: it is no audit"),
    N_("Put the audits beside it, or write their folder, such as `audits/*.yaml`."),
)
