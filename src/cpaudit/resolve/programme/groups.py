"""Sectors and services: their names, and which sector of the library is counted under which."""

from __future__ import annotations

from collections.abc import Iterable

from ...diagnostics.codes import programme as codes
from ...diagnostics.codes import references
from ...domain import Names
from ...domain.programme import NOT_TOLD, SERVICES
from ...factors.sectors import sector_of
from ...schema.programme.file import GroupNames
from ...source import Text
from .gathering import Gathering


def check_groups(gathering: Gathering) -> None:
    """Say which sectors are taken in by two others."""
    holders: dict[str, list[str]] = {}
    for id, group in gathering.file.sectors.items():
        for member in group.includes:
            _check_sector(gathering, member)
            holders.setdefault(str(member), []).append(str(id))
            if len(holders[str(member)]) == 2:
                sectors = ", ".join(holders[str(member)])
                said = codes.NOT_OWN_SECTOR.at(member.span, text=member, sectors=sectors)
                gathering.say(said)


def sector_for(gathering: Gathering, written: Text | None) -> str:
    """The sector that a row is counted under; an unknown one is told."""
    if written is None:
        return NOT_TOLD
    _check_sector(gathering, written)
    return holder_of(gathering, str(written))


def holder_of(gathering: Gathering, sector: str) -> str:
    """The sector of the file that takes this one in, or itself."""
    for id, group in gathering.file.sectors.items():
        if sector in group.includes:
            return str(id)
    return sector


def service_for(gathering: Gathering, written: Text | None) -> str:
    """The service of a row; an unknown one is told."""
    if written is None:
        return NOT_TOLD
    known = [*SERVICES, *(id for id in gathering.file.services if id not in SERVICES)]
    if written not in known:
        said = codes.UNKNOWN_SERVICE.at(written.span, text=written, known=", ".join(known))
        gathering.say(said)
    return str(written)


def _check_sector(gathering: Gathering, written: Text) -> None:
    known = gathering.library.sector_ids()
    own = gathering.file.sectors
    if written not in known and written not in own:
        listed = ", ".join(dict.fromkeys([*known, *map(str, own)]))
        gathering.say(references.UNKNOWN_SECTOR.at(written.span, text=written, known=listed))


def sector_names(gathering: Gathering, used: Iterable[str]) -> dict[str, Names]:
    """The sectors in the order of the tables: as `sectors:` lists them, then as they come up;
    `other` and what is not told at the end."""
    met = set(used)
    order = [str(id) for id in gathering.file.sectors if id in met]
    order += [id for id in dict.fromkeys(used) if id not in order]
    order.sort(key=lambda id: (id == NOT_TOLD, id == "other"))
    return {id: _sector_names(gathering, id) for id in order}


def _sector_names(gathering: Gathering, id: str) -> Names:
    if id == NOT_TOLD:
        return {}
    names: dict[str, str] = {"en": id, "vi": id}
    if id in gathering.library.sector_ids():
        names |= sector_of(gathering.library, id).names
    return names | _written(gathering.file.sectors.get(Text(id)))


def service_names(gathering: Gathering, used: Iterable[str]) -> dict[str, Names]:
    """The services that come up, in the order of their list; those without a name of the file's
    own have none here, but in the catalogue."""
    met = set(used)
    own = gathering.file.services
    known = [*SERVICES, *(str(id) for id in own if id not in SERVICES), NOT_TOLD]
    found: dict[str, Names] = {}
    for id in known:
        if id in met:
            usual = {} if id in SERVICES or id == NOT_TOLD else {"en": id, "vi": id}
            found[id] = usual | _written(own.get(Text(id)))
    return found


def _written(group: GroupNames | None) -> dict[str, str]:
    """The names in the file; one of them stands for both languages where the other is missing."""
    if group is None or not (group.en or group.vi):
        return {}
    return {"en": str(group.en or group.vi), "vi": str(group.vi or group.en)}
