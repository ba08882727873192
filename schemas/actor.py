"""An actor: the someone behind the mentions that take part in events."""

from dataclasses import dataclass
from typing import Annotated

from schemas.recorded import Recorded
from schemas.table import Table


@dataclass(frozen=True, kw_only=True)
class Actor:
    """One actor as mentions name it, with its country and sector."""

    actor_id: Annotated[str, "Key: digest of name, country and sector."]
    name: Annotated[str, "The name that mentions give it."]
    country: Annotated[str | None, "ISO 3166 alpha-3, IGO or NGO; null while unresolved."]
    sector: Annotated[str, "PLOVER sector."]


@dataclass(frozen=True, kw_only=True)
class LedgerActor(Recorded, Actor):
    """Someone who takes part in events: name, country and PLOVER sector."""


ACTORS = Table(LedgerActor, "main", "actors", ("actor_id",))
