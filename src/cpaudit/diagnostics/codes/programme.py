"""G: programmes, which roll many audits, projects and totals up."""

from ...language import N_
from ..diagnostic import Level, define

NO_FILE = define(
    "G001",
    Level.ERROR,
    N_("no file is there for “{path}”"),
    N_("Paths start beside the programme file; `*` stands for any name, `**` for folders."),
)
OUTSIDE = define(
    "G002",
    Level.ERROR,
    N_("“{path}” leaves the folder of the programme file"),
    N_("Put the audits into that folder or one below it, and write the path from there."),
)
FILE_TWICE = define(
    "G003",
    Level.ERROR,
    N_("the audit “{path}” comes in twice; the first time on line {line}"),
    N_("Each audit counts once: make the pattern narrower, or take the path out."),
)
PLANT_TWICE = define(
    "G004",
    Level.WARNING,
    N_("“{plant}” comes in with year {year} in “{path}” and in “{other}”: is it counted twice?"),
    N_("Take one of them out, unless they are different options of the plant."),
)
MISSING_AUDITS = define(
    "G005",
    Level.ERROR,
    N_("audits that the tables would lack: {count} ({files})"),
    N_("Mend them; `--keep-going` prints the tables without them, marked as incomplete."),
)
NO_RATE = define(
    "G006",
    Level.ERROR,
    N_("no rate from {currency} to {target} is known for {year}"),
    N_("Add `exchange_rates: {{{currency}: {{{year}: … {target}}}}}`."),
)
RATE_USED = define(
    "G007",
    Level.NOTE,
    N_("no rate is written for {currency} in {year}: the yearly average {rate} is used"),
    N_("Write a rate of your own under `exchange_rates`."),
)
NOTHING_COUNTS = define(
    "G008",
    Level.NOTE,
    N_("audits of which no option counts: {count} ({files})"),
    N_("Write `status: implemented` where an option is; or see `counts`."),
)
ENDED = define(
    "G009",
    Level.NOTE,
    N_("savings whose lifetime ended before {year}: {count}; {saving} a year no longer count"),
    N_("Neither their saving nor their investment is in the sums of {year}."),
)
PERHAPS_TWICE = define(
    "G010",
    Level.WARNING,
    N_("the totals of “{sector}” for {years} may hold already what counts beside them: {names}"),
    N_("Write `in_totals: true` in those that they hold, `in_totals: false` in the others."),
)
UNKNOWN_SERVICE = define(
    "G011",
    Level.ERROR,
    N_("no service is called “{text}”"),
    N_("Services: {known}. Others get their names under `services:`."),
)
UNKNOWN_PACKAGE = define(
    "G012",
    Level.ERROR,
    N_("“{path}” has no package called “{text}”"),
    N_("Its packages: {known}."),
)
REPORTED_OUTSIDE = define(
    "G013",
    Level.WARNING,
    N_(
        "“{name}”: {impact} is reported as {reported}, {ratio} times what the quantities give: "
        "{actual} (95 %: {low} to {high})"
    ),
    N_("Look for a quantity, a unit or a fuel that is missing or wrong, in the report or here."),
)
NOT_AN_AMOUNT = define(
    "G014",
    Level.ERROR,
    N_("“{text}” of “{stream}” is no amount: a share needs the use that it is a share of"),
    N_("Write the amount that is saved a year; tell a share under `note`, or write an audit file."),
)
NOT_A_COUNT = define(
    "G015",
    Level.ERROR,
    N_("“{text}” is not a plain number of zero or more"),
    N_("Write the number alone, without a unit or a sign, such as {example}."),
)
NOT_WHOLE = define(
    "G016",
    Level.ERROR,
    N_("“{text}” is not a whole number"),
    N_("Classes, trainees and plants are counted in whole numbers."),
)
NO_PERSON_DAYS = define(
    "G017",
    Level.ERROR,
    N_("neither `days` nor `person_days` is written for “{course}”"),
    N_("Write `person_days: 96`, or `days: 3` for each trainee."),
)
PERSON_DAYS_DIFFER = define(
    "G018",
    Level.ERROR,
    N_("{trainees} trainees in {days} days are not {person_days} person-days"),
    N_("Write one of `days` and `person_days`, or mend the numbers."),
)
EXCLUDED = define(
    "G019",
    Level.ERROR,
    N_("“{path}”: “{option}” and “{other}” exclude each other, and both count"),
    N_("Name the package that counts with `package:`, or mend the status of one."),
)
NOT_IN_PACKAGE = define(
    "G020",
    Level.WARNING,
    N_("“{path}”: not in the package “{package}”, and so not counted: {options}"),
    N_("These options would count by their status; name another package, or none."),
)
SEVERAL_GWP = define(
    "G021",
    Level.NOTE,
    N_("CO2e is summed over different sets of warming potentials: {sets}"),
    N_("Write the same `gwp` in all files."),
)
SPELT_ALIKE = define(
    "G022",
    Level.WARNING,
    N_("“{text}” and “{other}” are spelt alike: are they one province?"),
    N_("They stand in rows of their own; write the name in one way."),
)
NOTHING_THERE = define(
    "G023",
    Level.WARNING,
    N_("nothing counts in this programme until {year}"),
    N_(
        "Name audits, projects or totals; only what is implemented counts, unless `counts` says "
        "so, and what says `in_totals: true` does not count by itself."
    ),
)
NO_EMISSIONS = define(
    "G024",
    Level.WARNING,
    N_("“{stream}” is shown as it is written, without energy and emissions: {reason}"),
    N_("Tell it under `resources:` of the row or of the file, such as {{{stream}: {{{key}: …}}}}."),
)
UNKNOWN_OPTION = define(
    "G025",
    Level.ERROR,
    N_("“{path}” has no option called “{text}”"),
    N_("Its options: {known}."),
)
AUDITS_WARN = define(
    "G026",
    Level.NOTE,
    N_("audits with warnings: {count} ({files})"),
    N_("`cpaudit assess FILE` shows them."),
)
NO_YEAR = define(
    "G027",
    Level.ERROR,
    N_("no year is written for “{name}”"),
    N_("Write `year: 2008` here, or for the whole file."),
)
IS_AN_AUDIT = define(
    "G028",
    Level.ERROR,
    N_("“{path}” is an audit file, not a programme file"),
    N_("`cpaudit assess` reads it. A programme file starts with `programme: 1` and names audits."),
)
UNKNOWN_IMPACT = define(
    "G029",
    Level.ERROR,
    N_("“{text}” is nothing that can be compared"),
    N_("Known: {known}."),
)
UNKNOWN_SAVED = define(
    "G030",
    Level.ERROR,
    N_("“{text}” is neither a resource nor a discharge"),
    N_("Known: {known}."),
)
BEGINS_LATER = define(
    "G031",
    Level.NOTE,
    N_("savings that begin after {year} and do not count yet: {count}"),
    N_("`--until` shows a later year."),
)
NOT_OWN_SECTOR = define(
    "G032",
    Level.ERROR,
    N_("“{text}” is taken in by two sectors: {sectors}"),
    N_("Name it under `includes` of one of them."),
)
NOT_TOLD = define(
    "G033",
    Level.ERROR,
    N_("neither `name` nor `sector` is written for these totals"),
    N_("Write `sector: textile`, or a `name`."),
)
NOT_YEARLY = define(
    "G034",
    Level.NOTE,
    N_("totals over several years stand in their last year, {years}: {count}"),
    N_("When their savings began is not told, so earlier years are shown without them."),
)
EMPTY = define(
    "G035",
    Level.ERROR,
    N_("this programme names nothing: no audits, projects, totals or training"),
    N_("Add `audits: [audits/*.yaml]`, or one of the other lists."),
)
