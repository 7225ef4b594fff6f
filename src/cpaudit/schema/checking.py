"""What a file says of its own figures: reported, expected, and rules that are switched off."""

from typing import Annotated

from pydantic import Field

from ..diagnostics.codes import checking as codes
from ..language import N_
from ..source import Text
from .fields import Name
from .given import Given, GivenAs
from .model import Model
from .validators import Matching

RuleCode = Annotated[Text, Matching(r"[A-Z]\d{3}", codes.NO_SUCH_RULE)]


class Expect(Model):
    """A figure that must come out."""

    figure: Name = Field(description=N_("Path of the figure, such as packages.full.saving"))
    value: Annotated[Given, GivenAs("4992646650 VND")] = Field(
        description=N_("The value that must come out, with a unit of the same kind")
    )
    within: Annotated[Given, GivenAs("0.1 %")] | None = Field(
        default=None,
        description=N_(
            "Tolerance: a share of the value (0.1 %) or an amount in its unit; default: 0"
        ),
    )


class Reported(Model):
    """A figure that a report states, to be compared with what its quantities give."""

    figure: Name = Field(description=N_("Path of the figure, such as packages.all.co2"))
    value: Annotated[Given, GivenAs("19108 t")] = Field(
        description=N_("What the report states for it, such as 19108 t")
    )


class Check(Model):
    """What `cpaudit check` need not say of this file."""

    ignore: dict[RuleCode, Name] = Field(
        default_factory=dict,
        description=N_(
            "Warnings and notes by code, such as P021, each with the reason; it is printed"
        ),
    )
