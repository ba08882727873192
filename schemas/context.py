"""What is known of a document before it is read: when and where it was published, and its headline."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Context:
    """Facts from outside the text that reading it may use; each null where not known."""

    published_on: date | None = None
    country: str | None = None  # the outlet's home, ISO 3166 alpha-3
    title: str | None = None
    url: str | None = None
