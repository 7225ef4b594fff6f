"""JSON Schemas of the factor files, for editors that check and complete YAML while it is written.

After a change of the models:

    python -m cpaudit.schema.editor sector_factors/schema
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from .factors import FILES, FOLDERS, MAPPINGS

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def factor_schemas() -> dict[str, dict[str, Any]]:
    """A schema per kind of factor file, by the name of its file or folder."""
    schemas = {}
    for name, model in {**FILES, **FOLDERS, **MAPPINGS}.items():
        schema = model.model_json_schema(by_alias=True)
        if name in MAPPINGS:
            definitions = schema.pop("$defs", {})
            entries = {"type": "object", "additionalProperties": schema}
            schema = {**entries, "$defs": definitions, "title": f"{schema['title']} by id"}
        schemas[name.removesuffix(".yaml")] = {"$schema": DRAFT, **schema}
    return schemas


def schema_text(schema: dict[str, Any]) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> None:
    """Write every schema into a folder, one file per kind."""
    folder.mkdir(exist_ok=True)
    for name, schema in factor_schemas().items():
        path = folder / f"{name}.json"
        path.write_text(schema_text(schema), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
