"""A YAML text as JSON data, as two kinds of readers see it: with all scalars as text, as this
program reads them, and with the types of the core schema of YAML 1.2, as editors do."""

from __future__ import annotations

import re
from io import StringIO
from typing import Any

import yaml
from yaml.constructor import SafeConstructor
from yaml.resolver import BaseResolver

# YAML 1.2.2, 10.3.2 Tag Resolution
CORE = {
    "null": (r"~|null|Null|NULL|", "~nN"),
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    "float": (
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        "-+.0123456789",
    ),
}


class TextLoader(
    yaml.reader.Reader,
    yaml.scanner.Scanner,
    yaml.parser.Parser,
    yaml.composer.Composer,
    SafeConstructor,
    BaseResolver,
):
    """Every scalar is text; only a value that is left out is none."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)
        yaml.composer.Composer.__init__(self)
        SafeConstructor.__init__(self)
        BaseResolver.__init__(self)


class CoreLoader(TextLoader):
    """The core schema of YAML 1.2."""


TextLoader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(f"^(?:{CORE['null'][0]})$"), [*CORE["null"][1], ""]
)
for _name, (_pattern, _first) in CORE.items():
    _firsts = [*_first, ""] if _name == "null" else list(_first)
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_pattern})$"), _firsts
    )


def _int(loader: Any, node: Any) -> int:
    text = loader.construct_scalar(node)
    return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)


def _float(loader: Any, node: Any) -> float:
    text = loader.construct_scalar(node).lower()
    return float(text.replace(".inf", "inf").replace(".nan", "nan"))


CoreLoader.add_constructor("tag:yaml.org,2002:int", _int)
CoreLoader.add_constructor("tag:yaml.org,2002:float", _float)


def _as_json(part: Any) -> Any:
    """Keys as JSON has them: text."""
    if isinstance(part, dict):
        return {_key(key): _as_json(one) for key, one in part.items()}
    return [_as_json(one) for one in part] if isinstance(part, list) else part


def _key(key: Any) -> str:
    return str(key).lower() if isinstance(key, bool) else str(key)


def loaded(text: str, loader: type[TextLoader]) -> Any:
    """The data of a YAML text as JSON, by one of the two loaders."""
    return _as_json(yaml.load(text, loader))


LOADERS = {"text": TextLoader, "core": CoreLoader}


class _TextDumper(
    yaml.emitter.Emitter,
    yaml.serializer.Serializer,
    yaml.representer.SafeRepresenter,
    BaseResolver,
):
    """Scalars stand in quotes only where their letters need them."""

    def __init__(self, stream: StringIO) -> None:
        yaml.emitter.Emitter.__init__(self, stream, allow_unicode=True, width=1_000_000)
        yaml.serializer.Serializer.__init__(self)
        yaml.representer.SafeRepresenter.__init__(self, sort_keys=False)
        BaseResolver.__init__(self)

    def ignore_aliases(self, data: object) -> bool:
        return True


_TextDumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text)
)


def written_out(data: Any) -> str:
    """Data whose scalars are all text, as YAML; `2008` and `true` stand without quotes."""
    stream = StringIO()
    dumper = _TextDumper(stream)
    dumper.open()
    dumper.represent(data)
    dumper.close()
    return stream.getvalue()
