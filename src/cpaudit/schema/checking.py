"""The section `check:` of a file: rules that are switched off there, each with its reason."""

from typing import Annotated

from ..diagnostics.codes import checking as codes
from ..source import Text
from .fields import Name
from .model import Model
from .validators import Matching

RuleCode = Annotated[Text, Matching(r"[A-Z]\d{3}", codes.NO_SUCH_RULE)]


class Check(Model):
    """What `cpaudit check` need not say of this file."""

    ignore: dict[RuleCode, Name] = {}
