"""What stands beside the values of a library: publications and types of resources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..figure import Publication
from ..source import Map
from .files import maps, names, text, texts


class ResourceType(NamedTuple):
    """A resource that a plant may use; `fuels` are the kinds it may be of."""

    names: Mapping[str, str]
    unit: str
    fuels: tuple[str, ...]
    default: str | None


def publication_of(id: str, entry: Map) -> Publication:
    """A source as sources.yaml describes it."""
    year = text(entry, "year")
    return Publication(
        id=id,
        title=text(entry, "title") or id,
        publisher=text(entry, "publisher"),
        year=int(year) if year else None,
        link=text(entry, "link"),
        region=text(entry, "region"),
        cited=tuple(
            (language, text(one, "title") or id, text(one, "publisher"))
            for language in ("vi",)
            for one in maps(entry, language)
        ),
    )


def resource_type_of(entry: Map) -> ResourceType:
    """A type of resource as resources.yaml describes it."""
    fuels = tuple(texts(entry, "fuels"))
    return ResourceType(names(entry), text(entry, "unit") or "", fuels, text(entry, "default"))
