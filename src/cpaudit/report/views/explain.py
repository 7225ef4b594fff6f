"""Where a figure comes from: a tree down to the lines of the file and the pages of the sources."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Word
from ...engine import Irr, Payback
from ...engine.nodes import Node
from ...figure import Assumed, Computed, Derivation, Entered, Figure, FromAudit, FromFactor
from ...language import Language
from ..blocks import DEEPEST, Block, Branch, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import IRR_WORDS, PAYBACK_WORDS, irr_cell, payback_cell
from .sources import place_in, title_of


def explain_view(path: str, node: Node, language: Language) -> list[Block]:
    """The tree of a figure; for a group of figures the table of their paths and values."""
    numbers = Numbers(language)
    if isinstance(node, Figure):
        return [_Trees(numbers).branch(path, node)]
    if isinstance(node, Payback):
        if node.time is not None:
            return [_Trees(numbers).branch(path, node.time)]
        return [Branch(path, language(PAYBACK_WORDS[node.outcome]), ())]
    if isinstance(node, Irr):
        return [_irr(path, node, numbers)]
    if node is None:
        return [Branch(path, "–", (language("nothing in the file tells it"),))]
    return [_listing(path, node, numbers)]


class _Trees:
    """Branches of one explanation; what was shown once is not unfolded again."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self.shown: set[int] = set()

    def branch(self, name: str, figure: Figure, depth: int = 0) -> Branch:
        numbers = self.numbers
        unit = numbers.unit(figure.unit)
        value = f"{numbers.exact(figure.value)} {unit}".rstrip() + (" *" if figure.partial else "")
        derivation = figure.derivation
        if isinstance(derivation, Computed):
            if id(figure) in self.shown:
                return Branch(name, value, (numbers.language("(unfolded above)"),))
            self.shown.add(id(figure))
            if depth >= DEEPEST:
                return Branch(name, value, ("…",))
            rule = derivation.formula
            origin = (f"{rule.text}   [{numbers.language(rule.reference)}]",)
            children = tuple(
                self.branch(_part_name(part, numbers), one, depth + 1)
                for part, one in derivation.inputs
            )
            return Branch(name, value, origin, children)
        return Branch(name, value, tuple(_origin(derivation, numbers)))


def _part_name(name: str, numbers: Numbers) -> str:
    """The name of an input: ids and symbols as they are, words of our own in the language."""
    if not isinstance(name, Word):
        return name
    word, _, rest = name.partition(" ")
    if word == "year" and rest.isdigit():
        return numbers.language("year {n}").format(n=rest)
    return numbers.language(name)


def _origin(derivation: Derivation, numbers: Numbers) -> list[str]:
    _ = numbers.language
    if isinstance(derivation, Entered):
        lines = [_("{place}: written “{text}”").format(place=derivation.span, text=derivation.text)]
        if derivation.source:
            lines.append(_("source: {source}").format(source=derivation.source))
        if derivation.uncertainty is not None:
            share = numbers.percent(derivation.uncertainty)
            lines.append(_("uncertainty: {share}").format(share=share))
        if derivation.quality:
            lines.append(_("quality: {quality}").format(quality=_(derivation.quality)))
        return lines
    if isinstance(derivation, FromFactor):
        return _factor_lines(derivation, numbers)
    if isinstance(derivation, Assumed):
        return [_(derivation.reason)]
    if isinstance(derivation, FromAudit):
        return [f"{derivation.file}:{derivation.line}: {derivation.option}"]
    return []


def _factor_lines(used: FromFactor, numbers: Numbers) -> list[str]:
    _, factor = numbers.language, used.factor
    publication = factor.publication
    parts = (
        factor.id,
        numbers.as_printed(factor.written),
        title_of(publication, numbers),
        place_in(factor, numbers),
        factor.year,
    )
    lines = [" · ".join(str(part) for part in parts if part)]
    if used.reason:
        lines.append(_(used.reason))
    if factor.low is not None and factor.high is not None:
        low, high = numbers.exact(factor.low), numbers.exact(factor.high)
        lines.append(_("interval (95 %): {low} to {high}").format(low=low, high=high))
    if not factor.confirmed:
        lines.append(_("? not yet checked against its source"))
    return lines


def _irr(path: str, irr: Irr, numbers: Numbers) -> Branch:
    """All roots, and the flows whose net present value is zero at each of them."""
    _ = numbers.language
    rates = "; ".join(numbers.percent(rate) for rate in irr.values) or _(IRR_WORDS["none"])
    trees = _Trees(numbers)
    flows = [
        trees.branch(_("year {n}").format(n=year), flow) for year, flow in enumerate(irr.flows)
    ]
    origin = _("rates at which Σ flow(t) / (1 + rate)^t = 0")
    return Branch(path, rates, (origin,), flows)


def _listing(path: str, node: Mapping[str, Node], numbers: Numbers) -> Table:
    _ = numbers.language
    rows = [Row([Cell(f"{path}.{key}"), _summary(child, numbers)]) for key, child in node.items()]
    columns = [Column(_("Path"), numeric=False), Column(_("Value"))]
    return Table(path, columns, rows)


def _summary(node: Node, numbers: Numbers) -> Cell:
    if node is None:
        return Cell("–")
    if isinstance(node, Figure):
        return Cell(numbers.figure(node), node.value, node.unit)
    if isinstance(node, Payback):
        return payback_cell(node, numbers)
    if isinstance(node, Irr):
        return irr_cell(node, numbers)
    return Cell("…")
