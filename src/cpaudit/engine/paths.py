"""Figures by path: the same words in `expect:`, in `cpaudit explain` and in the JSON output."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..diagnostics.similar import similar_to
from ..figure import Assumed, Figure
from .attribution import attribution_of
from .benchmark import Gap, gap_of
from .cdm import cdm_figures
from .results import Assessment, Irr, Payback, Result

Node = Figure | Payback | Irr | Mapping[str, "Node"] | None
_PER_STREAM = ("energy", "toe", "co2", "co2e", "so2", "dust")


def tree_for(assessment: Assessment, paths: Iterable[str]) -> dict[str, Node]:
    """The figures that paths can lead to; what few ask for is calculated only where one does."""
    asked = [path.split(".") for path in paths]
    if not asked:
        return {}
    return figure_tree(
        assessment,
        with_gap=any(path[0] == "gap" for path in asked),
        with_shapley=any(path[0] == "packages" and "shapley" in path[2:] for path in asked),
    )


def figure_tree(
    assessment: Assessment, with_gap: bool = False, with_shapley: bool = False
) -> dict[str, Node]:
    """All figures of an assessment as nested mappings; a path is the keys joined by points.

    `with_gap` calculates the technology gap too, under `gap`; `with_shapley` the Shapley shares of
    each package's options, under `packages.NAME.shapley`.
    """
    tree: dict[str, Node] = {
        "baseline": _baseline(assessment),
        "options": {id: _result(result) for id, result in assessment.options.items()},
        "packages": {
            name: {
                **_result(package.total),
                "options": {id: _result(result) for id, result in package.options.items()},
                **({"shapley": _shapley(assessment, name)} if with_shapley else {}),
            }
            for name, package in assessment.packages.items()
        },
    }
    if assessment.cdm is not None:
        tree["cdm"] = cdm_figures(assessment.cdm)
    if with_gap:
        tree["gap"] = gap_figures(gap_of(assessment))
    return tree


def _shapley(assessment: Assessment, package: str) -> dict[str, Node]:
    shares = attribution_of(assessment, package).shares
    return {
        id: {"saving": one.saving, "co2e": one.co2e, "npv": one.npv} for id, one in shares.items()
    }


def gap_figures(gap: Gap) -> dict[str, Node]:
    """The technology gap by product, subject and benchmark."""
    tree: dict[str, dict[str, Node]] = {}
    for one in gap.subjects:
        figures: dict[str, Node] = {"actual": one.actual}
        for compared in one.comparisons:
            benchmark = compared.benchmark
            figures[f"{benchmark.id}.{benchmark.level}"] = {
                "limit": benchmark.limit,
                "gap": compared.gap,
                "yearly": compared.yearly,
                "money": compared.money,
                "co2e": compared.co2e,
                "toe": compared.toe,
                "closed": {
                    "options": compared.closed_by_option,
                    "packages": compared.closed_by_package,
                },
            }
        figures["after"] = {"options": one.after_option, "packages": one.after_package}
        tree.setdefault(one.product.id, {})[one.subject.name] = figures
    return dict(tree)


class UnknownPath(LookupError):
    """A path that no audit of this shape has; `meant` are the nearest ones."""

    def __init__(self, path: str, meant: list[str]) -> None:
        super().__init__(path)
        self.path = path
        self.meant = meant


def look_up(tree: Mapping[str, Node], path: str) -> Node:
    """The node at a path, None for a figure that nothing tells. Raises UnknownPath."""
    node: Node = tree
    rest = path
    if not path or path.endswith("."):
        raise UnknownPath(
            path, [f"{path}{key}" for key in tree] if not path else [path.rstrip(".")]
        )
    while rest:
        if not isinstance(node, Mapping):
            raise UnknownPath(path, [path[: len(path) - len(rest) - 1]])
        # ids of loads hold a point themselves: the longest key that fits is taken
        keys = [key for key in node if rest == key or rest.startswith(key + ".")]
        if not keys:
            raise UnknownPath(path, _meant(rest, path, list(node)))
        key = max(keys, key=len)
        node = node[key]
        rest = rest[len(key) + 1 :]
    return node


def single_value(node: Node) -> Figure | None:
    """The one figure of a node, such as the time of a payback that is reached."""
    if isinstance(node, Payback):
        return node.time
    if isinstance(node, Irr):
        return Figure(node.values[0], "unit", Assumed("")) if len(node.values) == 1 else None
    return node if isinstance(node, Figure) else None


def _meant(rest: str, path: str, known: list[str]) -> list[str]:
    before = path[: len(path) - len(rest)]
    near = similar_to(rest.partition(".")[0], known, cutoff=0.5)
    return [before + key for key in ([near] if near else known)]


def _baseline(assessment: Assessment) -> dict[str, Node]:
    baseline, streams = assessment.baseline, assessment.audit.streams
    resources: dict[str, Node] = {}
    discharges: dict[str, Node] = {}
    for id, stream in streams.items():
        figures: dict[str, Node] = {"amount": stream.amount, "cost": baseline.costs.get(id)}
        if stream.kind == "resource":
            per_stream = baseline.per_stream[id]
            figures |= {impact: per_stream.get(impact) for impact in _PER_STREAM}
            resources[id] = figures
        else:
            discharges[id] = figures
    return {
        "cost": baseline.cost,
        "charges": {id: dict(lines) for id, lines in baseline.charges.items()},
        "scope1": baseline.scope1,
        "scope2": baseline.scope2,
        **baseline.impacts,
        "resources": resources,
        "discharges": discharges,
        "products": {id: dict(use) for id, use in baseline.products.items()},
    }


def _result(result: Result) -> dict[str, Node]:
    return {
        "saving": result.saving,
        **result.impacts,
        "investment": result.investment,
        "payback": result.payback,
        "npv": result.npv,
        "irr": result.irr,
        "resources": dict(result.resources),
        "charges": {id: dict(lines) for id, lines in result.charges.items()},
    }
