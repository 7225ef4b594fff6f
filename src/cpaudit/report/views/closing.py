"""What closes a technology gap: what packages and options leave, and the part that they close."""

from __future__ import annotations

from collections.abc import Iterable

from ...engine.benchmark import Gap, SubjectGap
from ...engine.comparison import Comparison
from ...engine.subjects import SUBJECTS
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import legend, starred
from .sources import Sources

LEVELS = {
    "typical": N_("typical"),
    "good": N_("good practice"),
    "best": N_("best practice"),
    "norm": N_("legal norm"),
}
# as many as a narrow screen has room for
_MOST_GAPS = 3


def open_gaps(subject: SubjectGap) -> list[Comparison]:
    """The comparisons that the plant does not keep."""
    return [one for one in subject.comparisons if one.met is False]


def closing_tables(
    gap: Gap, subject: SubjectGap, sources: Sources, numbers: Numbers
) -> Iterable[Table]:
    """As many as a narrow screen needs for the gaps of a subject."""
    compared = open_gaps(subject)
    for start in range(0, len(compared), _MOST_GAPS):
        yield _closing_table(gap, subject, compared[start : start + _MOST_GAPS], sources, numbers)


def _closing_table(
    gap: Gap,
    subject: SubjectGap,
    compared: list[Comparison],
    sources: Sources,
    numbers: Numbers,
) -> Table:
    """What packages and options leave of the use, and the part of each gap that they close."""
    _, audit = numbers.language, gap.assessment.audit
    scale, unit = numbers.product_scale(subject.actual.unit)
    rows = [
        Row(
            [
                Cell(_("Package “{name}”").format(name=id)),
                _scaled(figure, scale, numbers),
                *(_share(one.closed_by_package.get(id), numbers) for one in compared),
            ]
        )
        for id, figure in subject.after_package.items()
    ]
    rows += [
        Row(
            [
                Cell(audit.options[id].name),
                _scaled(figure, scale, numbers),
                *(_share(one.closed_by_option.get(id), numbers) for one in compared),
            ]
        )
        for id, figure in subject.after_option.items()
    ]
    columns = [
        Column(_("Package, or option alone"), numeric=False),
        Column(_("After,\n{unit}").format(unit=unit)),
        *(
            Column(
                "\n".join((_(LEVELS[one.benchmark.level]), _limit(one, scale, sources, numbers)))
            )
            for one in compared
        ),
    ]
    title = _("{product}, {subject}: how much of each gap is closed").format(
        product=subject.product.names[_.code], subject=_(SUBJECTS[subject.subject.name].title)
    )
    return Table(title, columns, rows, legend(rows, numbers))


def _limit(compared: Comparison, scale: float, sources: Sources, numbers: Numbers) -> str:
    """The limit, and its source by the number that the table above gave it."""
    limit = compared.benchmark.limit
    return f"{numbers.plain(limit.value * scale)} {sources.mark_of(limit)}".rstrip()


def _scaled(figure: Figure, scale: float, numbers: Numbers) -> Cell:
    return starred(numbers.plain(figure.value * scale), figure)


def _share(figure: Figure | None, numbers: Numbers) -> Cell:
    return EMPTY if figure is None else starred(numbers.percent(figure.value), figure)
