"""Sources, regions and resources: files that hold entries of one kind by id."""

from __future__ import annotations

from pydantic import Field

from ...language import N_
from ..fields import CalendarYear, Ident, Name
from ..model import Model
from .value import Id, Names


class Cited(Model):
    """How a publication is cited in another language."""

    title: Name = Field(description=N_("Title of the publication in Vietnamese"))
    publisher: Name | None = Field(
        default=None, description=N_("Publisher or authority in Vietnamese")
    )


class Source(Model):
    """A publication. `region` is the country its values are of, where they are of one."""

    title: Name = Field(description=N_("Title of the publication"))
    publisher: Name | None = Field(default=None, description=N_("Publisher or authority"))
    year: CalendarYear | None = Field(
        default=None, description=N_("Year of the edition or of the data")
    )
    region: Id | None = Field(
        default=None, description=N_("Country that its values are of, where they are of one")
    )
    link: Name | None = Field(
        default=None, description=N_("Address of an official site or a journal")
    )
    vi: Cited | None = Field(
        default=None, description=N_("How a Vietnamese reader knows it: title and publisher")
    )


class Region(Model):
    """Countries that lend each other factors where one has none of its own."""

    name: Names = Field(description=N_("Name of the region in both languages"))
    countries: list[Id] = Field(
        description=N_("Countries that lend each other factors, such as [KH, LA, VN]")
    )


class ResourceType(Model):
    """A resource that a plant may use; `fuels` are the kinds it may be of."""

    name: Names = Field(description=N_("Name of the resource in both languages"))
    unit: Id = Field(description=N_("Unit in which it is counted, such as MWh or t"))
    fuels: list[Ident] = Field(
        default_factory=list, description=N_("Ids of the fuels that it may be, files in fuels/")
    )
    default: Ident | None = Field(
        default=None, description=N_("The fuel that it is where an audit names none")
    )
