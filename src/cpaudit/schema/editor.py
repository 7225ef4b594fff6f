"""The JSON Schema of every kind of file, for editors that check and complete YAML as it is written.

After a change of the models of factor files:

    python -m cpaudit.schema.editor sector_factors/schema
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ..language import LANGUAGES, N_, Language
from .audit import AuditFile
from .factors import FILES, FOLDERS, MAPPINGS
from .generator import schema_of
from .programme import ProgrammeFile

DRAFT = "https://json-schema.org/draft/2020-12/schema"
BOTH = "both"
TITLES = {
    "audit": N_("Audit file of cpaudit"),
    "programme": N_("Programme file of cpaudit"),
    "fuels": N_("Fuel of a factor library"),
    "grids": N_("Electricity grid of a factor library"),
    "gwp": N_("Warming potentials of a factor library"),
    "energy": N_("Equivalents of energy of a factor library"),
    "sources": N_("Publications of a factor library, by id"),
    "resources": N_("Types of resources of a factor library, by id"),
    "regions": N_("Regions of a factor library, by id"),
    "sectors": N_("Sector of a factor library"),
    "charges": N_("Charge of a factor library"),
    "laws": N_("Thresholds by law of a factor library"),
    "schemes": N_("Finance scheme of a factor library"),
    "exchange_rates": N_("Exchange rates of a factor library"),
    "tariffs": N_("Tariff of a factor library"),
    "prices": N_("Prices of a factor library"),
    "tables": N_("Table of a factor library"),
    "cdm": N_("Rules of the clean development mechanism of a factor library"),
}
_OF_FACTORS = {
    name.removesuffix(".yaml"): model for name, model in {**FILES, **FOLDERS, **MAPPINGS}.items()
}
_MODELS: dict[str, type[BaseModel]] = {
    "audit": AuditFile,
    "programme": ProgrammeFile,
    **_OF_FACTORS,
}
KINDS = tuple(TITLES)


def file_schema(kind: str, language: str = BOTH) -> dict[str, Any]:
    """The schema of one kind of file; its descriptions in `en`, `vi` or `both`.

    Raises ValueError for a kind or a language that there is not.
    """
    if kind not in _MODELS:
        raise ValueError(f"no kind of file {kind!r}; there are {', '.join(KINDS)}")
    languages = tuple(Language(code) for code in (LANGUAGES if language == BOTH else [language]))
    schema = schema_of(_MODELS[kind], languages)
    if f"{kind}.yaml" in MAPPINGS:
        definitions = schema.pop("$defs", {})
        schema = {"type": "object", "additionalProperties": schema, "$defs": definitions}
    title = " | ".join(dict.fromkeys(language(TITLES[kind]) for language in languages))
    return {"$schema": DRAFT, "$id": f"urn:cpaudit:schema:{kind}:1", "title": title, **schema}


def factor_schemas() -> dict[str, dict[str, Any]]:
    """A schema per kind of factor file, by the name of its file or folder."""
    return {kind: file_schema(kind) for kind in _OF_FACTORS}


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
