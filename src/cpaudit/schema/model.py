"""What all parts of all files share: no unknown keys, no change after reading."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A part of a file. Keys that it does not name are mistakes."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True
    )
