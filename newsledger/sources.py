"""Read the configured sources: data, not code, each entry validated with a message that names it and the remedy."""

from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from newsledger.configuration import faults_of, require_distinct
from schemas.faults import Permanent
from schemas.source import Source


class _Entry(BaseModel):
    """One entry of `config/sources.yml` as written there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,40}$")]
    kind: Literal["folder", "warc", "feed", "sitemap", "urls"]
    location: Annotated[str, Field(min_length=1)]
    outlet: Annotated[str, Field(min_length=1)]
    country: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    licence: Annotated[str, Field(min_length=1)]
    cadence: Literal["hourly", "daily", "weekly"]
    expected_min: Annotated[int, Field(ge=0)]
    expected_max: Annotated[int, Field(ge=1)]
    is_local: bool = False

    @model_validator(mode="after")
    def _is_possible(self) -> "_Entry":
        if self.expected_min > self.expected_max:
            raise ValueError("expected_min is above expected_max")
        is_address = self.location.startswith(("http://", "https://"))
        if self.kind in {"feed", "sitemap"} and not is_address:
            raise ValueError("a feed or sitemap needs an http(s) address as location")
        if self.kind in {"folder", "urls"} and is_address:
            raise ValueError("a folder or list needs a path as location")
        if "@" in self.location.partition("://")[2].partition("/")[0]:
            raise ValueError("its location holds a user name or password; secrets do not belong into this file")
        return self


def read_sources(path: Path) -> list[Source]:
    """Return the sources of a configuration file, in its order; raise Permanent naming entry and remedy."""
    try:
        entries = list(yaml.safe_load(path.read_text("utf-8"))["sources"] or [])
    except FileNotFoundError:
        raise Permanent(f"{path} is missing; copy it from the repository or set NEWSLEDGER_CONFIG") from None
    except (yaml.YAMLError, TypeError, KeyError) as error:
        raise Permanent(f"{path} must be YAML with a list `sources` ({error})") from None
    sources = [_source(path, number, entry) for number, entry in enumerate(entries, 1)]
    require_distinct(path, (source.name for source in sources))
    return sources


def _source(path: Path, number: int, entry: object) -> Source:
    try:
        return Source(**_Entry.model_validate(entry).model_dump())
    except ValidationError as error:
        name = entry.get("name") if isinstance(entry, dict) else None
        raise Permanent(f"{path}, source {number} ({name or 'without name'}): {faults_of(error)}") from None
