"""YAML text to located data, without any guess at what a scalar means.

The C parser composes nodes (an order of magnitude faster than the pure one); scalars stay text,
because only the schema knows whether `010` or `NO` is a number, a name or a mistake.
"""

from __future__ import annotations

import yaml

from ..diagnostics import Diagnostic, Source, Span
from ..diagnostics.codes import text as codes
from .files import forbidden_in
from .located import Located, Map, Missing, Seq, Text, composed, span_of
from .refusals import DEPTH_LIMIT, Loader, refusal, syntax_problem
from .traps import FIRST_OF_TRAPS, trap_in

VALUE_LIMIT = 200_000
_LIST = yaml.SequenceNode
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
        node = yaml.compose(source.text, Loader=Loader)
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
        if self.count > VALUE_LIMIT or len(above) > DEPTH_LIMIT or node in above:
            return self._too_much(node, above)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        within = (*above, node)
        located = self._sequence(node, within) if type(node) is _LIST else Map()
        located.source, located.node = self.source, node
        if node.tag not in _OWN_TAGS:
            self.found.append(codes.TAG.at(located.span, tag=node.tag))
        if isinstance(located, Map):
            self._fill(located, node, within)
        return located

    def _sequence(self, node: yaml.Node, within: tuple[yaml.Node, ...]) -> Seq:
        return Seq([self.value(item, within) for item in node.value])

    def _fill(self, mapping: Map, node: yaml.Node, within: tuple[yaml.Node, ...]) -> None:
        in_flow = bool(getattr(node, "flow_style", False))
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key is None:
                continue
            if in_flow and key[:1].isdigit() and _is_empty(value_node):
                self.found.append(codes.COMMA_SPLITS.at(key.span, key=key))
                self._join(mapping, key)
            elif key in mapping:
                first = mapping.key_span(key)
                self.found.append(
                    codes.DUPLICATE_KEY.related(key.span, first, key=key, line=str(first.line))
                )
            else:
                mapping[key] = self.value(value_node, within)

    def _key(self, node: yaml.Node) -> Text | None:
        """A key that can be one; what is wrong with any other is told."""
        if not isinstance(node, yaml.ScalarNode):
            self.found.append(codes.KEY_NOT_TEXT.at(self._span(node)))
            return None
        key = self._scalar(node)
        if isinstance(key, Missing):
            self.found.append(codes.KEY_NOT_TEXT.at(key.span))
            return None
        if key == "<<" and not key.quoted:
            self.found.append(codes.MERGE_KEY.at(key.span))
            return None
        return key

    def _join(self, mapping: Map, key: Text) -> None:
        """Give the value before a comma its other half, so that it is not told wrong as well."""
        before = next(reversed(mapping), None)
        value = mapping[before] if before is not None else None
        if before is not None and isinstance(value, Text):
            mapping[before] = Text.of(f"{value},{key}", value.span)

    def _scalar(self, node: yaml.ScalarNode) -> Text | Missing:
        text, style = node.value, node.style
        made = Text(composed(text))
        made.source, made.node, made.quoted = self.source, node, bool(style)
        if node.tag not in _OWN_TAGS:
            self.found.append(codes.TAG.at(made.span, tag=node.tag))
        if not style:
            if text in _NULLS:
                return Missing(made.span)
            if text[0] in FIRST_OF_TRAPS:
                trap = trap_in(made)
                if trap:
                    self.found.append(trap)
        elif style == '"':
            escaped = forbidden_in(text)
            if escaped:
                self.found.append(codes.CONTROL_CHARACTER.at(made.span, code=f"{ord(escaped):04X}"))
        return made

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
        return span_of(self.source, node)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value == ""
