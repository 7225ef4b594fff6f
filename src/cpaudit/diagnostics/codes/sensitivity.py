"""T: what `cpaudit sensitivity` says of a figure, a change and what can't be."""

from ...language import N_
from ..diagnostic import Level, define

LIMITED = define(
    "T001",
    Level.NOTE,
    N_("“{variable}” is taken to {value} only: beyond it {reason}"),
    N_("The row shows the figure there; the other end is as asked."),
)
NOTHING_TO_VARY = define(
    "T002",
    Level.ERROR,
    N_("the file has no option that counts, so there is no NPV and no saving to vary"),
    N_("Name another figure: `--of baseline.co2e`."),
)
A_GROUP = define(
    "T003",
    Level.ERROR,
    N_("“{path}” is a group of figures, not one"),
    N_("Name one of them; `cpaudit explain FILE {path}` lists them."),
)
NOT_TOLD = define(
    "T004",
    Level.ERROR,
    N_("“{path}” is not known here, so nothing can be varied"),
    N_("Add what it needs, such as a lifetime, a discount rate or a price."),
)
NOT_A_CHANGE = define(
    "T005",
    Level.ERROR,
    N_("“{text}” is not a change that values can be varied by"),
    N_("Write a share of more than 0 and less than 100 %: `--by 20%`."),
)
OTHER_UNIT = define(
    "T006",
    Level.ERROR,
    N_("“{text}” can't be reached by “{path}”, which is in {unit}"),
    N_("Write the value in that unit."),
)
