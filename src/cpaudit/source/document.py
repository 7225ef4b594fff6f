"""YAML text to located data, without any guess at what a scalar means.

The C parser composes nodes (an order of magnitude faster than the pure one); scalars stay text,
because only the schema knows whether `010` or `NO` is a number, a name or a mistake.
"""

from __future__ import annotations

import yaml

from ..diagnostics import Diagnostic, Source, Span
from ..diagnostics.codes import text as codes
from .files import forbidden_in
from .located import Located, Map, Missing, Seq, Text
from .refusals import DEPTH_LIMIT, LOADER, refusal, syntax_problem
from .traps import trap_in

VALUE_LIMIT = 200_000
_NULLS = {"", "~", "null", "Null", "NULL"}
_OWN_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ["str", "null", "bool", "int", "float", "timestamp", "merge", "value", "map", "seq"]
}


def read_document(source: Source) -> tuple[Map | None, list[Diagnostic]]:
    """The mapping that a YAML text holds, with every mistake of the text.

    None where the text holds no mapping at all; otherwise the values that could be read.
    """
    refused = refusal(source)
    if refused:
        return None, [refused]
    try:
        node = yaml.compose(source.text, Loader=LOADER)
    except yaml.YAMLError as problem:
        return None, [syntax_problem(source, problem)]
    if node is None:
        return None, [codes.EMPTY.at(Span(source, 1, 1))]
    reading = _Reading(source)
    located = reading.value(node, ())
    if reading.count > VALUE_LIMIT:
        return None, reading.found
    if not isinstance(located, Map):
        from ..diagnostics.codes import keys

        found = keys.NOT_A_MAPPING.at(Span(source, 1, 1), key=source.name)
        return None, [*reading.found, found]
    return located, reading.found


class _Reading:
    """One walk through the nodes of one document, gathering what is wrong on the way."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.found: list[Diagnostic] = []
        self.count = 0

    def value(self, node: yaml.Node, above: tuple[yaml.Node, ...]) -> Located:
        self.count += 1
        if isinstance(node, yaml.ScalarNode) and self.count <= VALUE_LIMIT:
            return self._scalar(node)
        if self.count > VALUE_LIMIT or len(above) > DEPTH_LIMIT or node in above:
            return self._too_much(node, above)
        span = self._span(node)
        if node.tag not in _OWN_TAGS:
            self.found.append(codes.TAG.at(span, tag=node.tag))
        if isinstance(node, yaml.SequenceNode):
            items = Seq(self.value(item, (*above, node)) for item in node.value)
            items.span = span
            return items
        return self._mapping(node, (*above, node), span)

    def _mapping(self, node: yaml.Node, above: tuple[yaml.Node, ...], span: Span) -> Map:
        mapping = Map()
        mapping.span = span
        places: dict[str, Span] = {}
        in_flow = bool(getattr(node, "flow_style", False))
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.found.append(codes.KEY_NOT_TEXT.at(self._span(key_node)))
                continue
            key = self._scalar(key_node)
            if isinstance(key, Missing):
                self.found.append(codes.KEY_NOT_TEXT.at(key.span))
                continue
            if key == "<<" and not key.quoted:
                self.found.append(codes.MERGE_KEY.at(key.span))
                continue
            if in_flow and key[:1].isdigit() and _is_empty(value_node):
                self.found.append(codes.COMMA_SPLITS.at(key.span, key=key))
                self._join(mapping, key)
                continue
            if key in mapping:
                first = places[key]
                self.found.append(
                    codes.DUPLICATE_KEY.related(key.span, first, key=key, line=str(first.line))
                )
                continue
            places[key] = key.span
            mapping[key] = self.value(value_node, above)
        return mapping

    def _join(self, mapping: Map, key: Text) -> None:
        """Give the value before a comma its other half, so that it is not told wrong as well."""
        before = next(reversed(mapping), None)
        value = mapping[before] if before is not None else None
        if before is not None and isinstance(value, Text):
            mapping[before] = Text.of(f"{value},{key}", value.span)

    def _scalar(self, node: yaml.ScalarNode) -> Text | Missing:
        span = self._span(node)
        text = node.value
        quoted = bool(node.style)
        if node.tag not in _OWN_TAGS:
            self.found.append(codes.TAG.at(span, tag=node.tag))
        if quoted and node.style == '"':
            escaped = forbidden_in(text)
            if escaped:
                self.found.append(codes.CONTROL_CHARACTER.at(span, code=f"{ord(escaped):04X}"))
        if not quoted:
            if text in _NULLS:
                return Missing(span)
            trap = trap_in(text, span)
            if trap:
                self.found.append(trap)
        return Text.of(text, span, quoted)

    def _too_much(self, node: yaml.Node, above: tuple[yaml.Node, ...]) -> Missing:
        """Say once that the document unfolds too far; what is left out is never assessed."""
        span = self._span(node)
        if node in above:
            found = codes.ALIAS_LOOP.at(span)
        elif len(above) > DEPTH_LIMIT:
            found = codes.TOO_DEEP.at(span, limit=DEPTH_LIMIT)
        else:
            found = codes.TOO_MANY_VALUES.at(span, limit=VALUE_LIMIT)
        if not any(said.code is found.code for said in self.found):
            self.found.append(found)
        return Missing(span)

    def _span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return Span(self.source, start.line + 1, start.column + 1, max(1, length))


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value == ""
