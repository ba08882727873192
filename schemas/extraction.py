"""What reading one text yields: its claims and its events."""

from dataclasses import dataclass

from schemas.claim import Claim
from schemas.event import Event


@dataclass(frozen=True, slots=True)
class Extraction:
    """Claims and events of one text, each in text order."""

    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
