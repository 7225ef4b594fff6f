"""What the file expects of its own figures."""

from __future__ import annotations

from ..diagnostics import Mistake
from ..domain import Expectation
from ..units import dimension
from .context import Context

DEFAULT_TOLERANCE = 1e-9


def resolve_expectations(context: Context) -> tuple[Expectation, ...]:
    """Each expectation with its tolerance; paths are looked up when the figures are there."""
    made = []
    for entry in context.file.expect:
        value = entry.value.quantity
        within = entry.within.quantity if entry.within else None
        relative = within is None or dimension(within.unit) == "ratio"
        tolerance: float | None = DEFAULT_TOLERANCE
        if within is not None:
            try:
                tolerance = (
                    within.to("unit")
                    if relative
                    else within.to_or_refuse(value.unit, "“within”", value.text)
                )
            except Mistake as mistake:
                context.say(mistake.diagnostic)
                continue
        made.append(
            Expectation(
                path=str(entry.figure),
                value=float(value.value),
                unit=value.unit,
                text=value.text,
                tolerance=tolerance or 0.0,
                relative=relative,
                tolerance_text=within.text if within else "0.0000001 %",
                span=entry.value.span,
            )
        )
    return tuple(made)
