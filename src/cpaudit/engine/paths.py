"""Figures by path: the same words in `expect:`, in `cpaudit explain` and in the JSON output."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..diagnostics.similar import similar_to
from ..figure import Assumed, Figure
from .benchmark import Gap, gap_of
from .cdm import cdm_figures
from .nodes import CASH_FLOW, Node, option_figures, package_figures
from .results import Assessment, Irr, Payback

_PER_STREAM = ("energy", "toe", "co2", "co2e", "so2", "dust")


def figure_tree(assessment: Assessment, paths: Iterable[str] = ()) -> dict[str, Node]:
    """All figures of an assessment as nested mappings; a path is the keys joined by points.

    The technology gap (`gap`), `monitoring`, cash flows (`….cash_flow`) and Shapley shares
    (`….shapley`) are there where one of `paths` asks for them: they are many, and few readers want
    them.
    """
    paths = list(paths)
    cash = any(_asks_for(path, CASH_FLOW) for path in paths)
    shares = any(_asks_for(path, "shapley") for path in paths)
    tree: dict[str, Node] = {
        "baseline": _baseline(assessment),
        "options": {
            id: option_figures(assessment, id, result, cash)
            for id, result in assessment.options.items()
        },
        "packages": {
            name: {
                **package_figures(assessment, package, cash),
                **({"shapley": _shapley(assessment, name)} if shares else {}),
            }
            for name, package in assessment.packages.items()
        },
    }
    if assessment.cdm is not None:
        tree["cdm"] = cdm_figures(assessment.cdm)
    if assessment.material_flow is not None:
        from .material_flow import material_flow_figures  # few audits have the section

        tree["material_flow"] = material_flow_figures(assessment.material_flow)
    if assessment.designs:
        from .design import design_figures  # few audits have the section

        tree["design"] = {id: design_figures(one) for id, one in assessment.designs.items()}
    if assessment.audit.boilers:
        from .boilers import boiler_figures  # few audits have the section

        tree["boilers"] = boiler_figures(assessment.audit)
    if assessment.audit.monitoring is not None and _asks_below(paths, "monitoring"):
        from .monitoring import monitoring_figures, monitoring_of  # few audits have the section

        tree["monitoring"] = monitoring_figures(monitoring_of(assessment))
    if _asks_below(paths, "gap"):
        tree["gap"] = gap_figures(gap_of(assessment))
    return tree


def _asks_below(paths: Iterable[str], key: str) -> bool:
    """Whether a path leads into a group that is worked out on demand."""
    return any(path.partition(".")[0] == key for path in paths)


def _asks_for(path: str, key: str) -> bool:
    """Whether a path leads into a group of an option or a package; an id may have the same name."""
    parts = path.split(".")
    if parts[0] == "packages" and parts[2:3] == ["options"]:
        parts = parts[2:]
    return parts[2:3] == [key] or parts[2:4] == ["equity", key]


def tree_for(assessment: Assessment, paths: list[str]) -> dict[str, Node]:
    """The figures that paths can lead to; nothing is looked for without a path."""
    return figure_tree(assessment, paths) if paths else {}


def _shapley(assessment: Assessment, package: str) -> dict[str, Node]:
    from .attribution import attribution_of  # only who asks for shares waits for them

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


def is_single(node: Node) -> bool:
    """Whether something stands at a path, and not a group of figures."""
    return isinstance(node, Figure | Payback | Irr)


def _meant(rest: str, path: str, known: list[str]) -> list[str]:
    before = path[: len(path) - len(rest)]
    if "npv" in known:
        known = [*known, CASH_FLOW]  # there where it is asked for
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
