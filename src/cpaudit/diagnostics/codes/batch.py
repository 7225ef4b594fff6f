"""B: many audits in one run."""

from ...language import N_
from ..diagnostic import Level, define

NO_SUCH_PATH = define(
    "B001",
    Level.ERROR,
    N_("“{path}” is no file, no folder, and no pattern that meets one"),
    N_("Check the name; put a pattern such as “plants/*.yaml” in quotes."),
)
NOTHING_IN_FOLDER = define(
    "B002",
    Level.ERROR,
    N_("in the folder “{path}” and those below it there is no YAML file"),
    N_("Audits end in `.yaml` or `.yml`; hidden files and links to folders are passed over."),
)
NO_AUDIT = define(
    "B003",
    Level.ERROR,
    N_("none of the {count} YAML files is an audit"),
    N_("An audit starts with `cpaudit: 1`; name a file itself to see what is wrong with it."),
)
NO_COLUMN = define(
    "B004",
    Level.ERROR,
    N_("there is no column “{text}” here"),
    N_("Did you mean “{similar}”? The columns are: {known}"),
)
NO_CONDITION = define(
    "B005",
    Level.ERROR,
    N_("“{text}” is no condition"),
    N_("Write a column, one of = != < <= > >=, and a value: `--where 'npv>0'`."),
)
NOT_COMPARED = define(
    "B006",
    Level.ERROR,
    N_("“{column}” can't be compared with “{text}” in this way"),
    N_("Numbers are written plain, such as 1500000 or 12.5 %; texts take = and != only."),
)
NOT_GROUPED = define(
    "B007",
    Level.ERROR,
    N_("rows can't be grouped by the figures of “{column}”"),
    N_("Group by one or more of: {known}"),
)
RUN_UNFINISHED = define(
    "B008",
    Level.ERROR,
    N_("“{path}” is there: a run to this output was interrupted"),
    N_("Go on with it by `--resume`, or begin anew with `--force`."),
)
OTHER_RUN = define(
    "B009",
    Level.ERROR,
    N_("“{path}” is not of a run like this one"),
    N_("Give the same --per, --package and --currency again, or begin anew with `--force`."),
)
RESUME_WITHOUT_OUTPUT = define(
    "B010",
    Level.ERROR,
    N_("`--resume` goes on with an output file, and none is named"),
    N_("Name the same file as before with `--output FILE`."),
)
IN_USE = define(
    "B011",
    Level.ERROR,
    N_("“{path}” is in use by another run"),
    N_("Wait until that run has ended, or choose another output file."),
)
WORKER_ENDED = define(
    "B012",
    Level.ERROR,
    N_("the process that assessed “{file}” was ended from outside, each time it was tried"),
    N_("Memory may have run out: try it alone with `cpaudit assess`, or with fewer workers."),
)
FAILED = define(
    "B013",
    Level.ERROR,
    N_("cpaudit failed on “{file}”: {problem}"),
    N_("This is a fault of the program, not of your file: please report it, with the file."),
)
SEVERAL_CURRENCIES = define(
    "B014",
    Level.WARNING,
    N_("“{column}” is money in several currencies ({known}): each is taken by itself"),
    N_("With `--currency USD` all money is exchanged, and can be compared."),
)
NO_PACKAGE = define(
    "B015",
    Level.WARNING,
    N_("{count} of {all} audits have no package “{package}”: what it saves is left empty"),
    N_("Without `--package` the last package of each audit is taken."),
)
NO_PARQUET = define(
    "B016",
    Level.ERROR,
    N_("Parquet needs Polars, which is not installed"),
    N_('Install it with `pip install "cpaudit[parquet]"`.'),
)
PARQUET_WITHOUT_OUTPUT = define(
    "B017",
    Level.ERROR,
    N_("Parquet is written to a file, and none is named"),
    N_("Name it with `--output FILE`."),
)
NO_DASK = define(
    "B018",
    Level.ERROR,
    N_("`--scheduler` needs Dask, which is not installed"),
    N_('Install it with `pip install "cpaudit[dask]"`, here and on every worker.'),
)
NO_SCHEDULER = define(
    "B019",
    Level.ERROR,
    N_("no work can be done by the scheduler at “{address}”: {reason}"),
    N_("Start it with `dask scheduler`, and at least one `dask worker ADDRESS`."),
)
OTHER_WORKER = define(
    "B020",
    Level.ERROR,
    N_("a worker has another version of cpaudit, or other factors"),
    N_("Install the same version on every worker; it must see the files and factors as you do."),
)
NO_RATE = define(
    "B021",
    Level.ERROR,
    N_("“{file}” is in {currency}, and no rate to {target} is known for {year}"),
    N_("Add `exchange_rates` to the file, or leave `--currency` out."),
)
SAME_PLANT = define(
    "B022",
    Level.WARNING,
    N_("“{plant}” of {year} stands in several of the files; plants like that: {count}"),
    N_("Sums count it each time. Leave one of the files out, or give the plants different names."),
)
