"""The kinds of values in a file: names, choices, quantities. Each keeps its text and its place.

They are written as `Annotated[Given, GivenAs("350 million VND")]`: the example is what the hint of
a mistake shows.
"""

from __future__ import annotations

from typing import Annotated

from ..diagnostics.codes import keys as codes
from ..source import Text
from .given import Given, GivenAs, RatioGiven
from .validators import IDENT, AnyText, Calendar, ListOf, Matching

Name = Annotated[Text, AnyText()]
Ident = Annotated[Text, IDENT]
StreamPath = Annotated[Text, Matching(r"[^\W\d_][\w-]{0,63}(\.[A-Za-z]{1,8})?", codes.BAD_ID)]
Country = Annotated[Text, Matching(r"[A-Z]{2}", codes.BAD_COUNTRY)]
CurrencyCode = Annotated[Text, AnyText()]
Date = Annotated[Text, Calendar(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")]
CalendarYear = Annotated[Text, Calendar(r"\d{4}")]
Idents = Annotated[tuple[Text, ...], ListOf()]
YEAR_NUMBER = Matching(r"[0-9]|[1-9][0-9]", codes.NOT_A_YEAR_NUMBER, (0, 99))
Year = Annotated[Text, YEAR_NUMBER]
FactorId = Annotated[Text, Matching(r"[^\W\d_][\w.-]{0,127}", codes.BAD_ID)]
WholeYears = Annotated[Text, Matching(r"[1-9]|[1-9][0-9]", codes.NOT_WHOLE_YEARS, (1, 99))]
Share = Annotated[Given, GivenAs("12 %")]
Ratio = Annotated[Given, RatioGiven("0.85")]
Money = Annotated[Given, GivenAs("350 million VND")]
