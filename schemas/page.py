"""A page: the bytes of one response, kept in the raw archive."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated


@dataclass(frozen=True, kw_only=True)
class Page:
    """One response as it was recorded; its bytes lie in the WARC file it names."""

    page_id: Annotated[str, "Key: digest of source, URL and body."]
    source: Annotated[str, "Name of the source it came from."]
    url: Annotated[str, "Address it was served at (file: for folders)."]
    fetched_at: Annotated[datetime, "When the response was recorded (UTC); for archives, when they recorded it."]
    status: Annotated[int, "HTTP status; 200 for files."]
    content_type: Annotated[str | None, "Content type as served."]
    body_digest: Annotated[str, "sha256 of the body."]
    body_length: Annotated[int, "Bytes of the body."]
    warc_path: Annotated[str, "WARC file that holds it, relative to the data folder."]
    warc_offset: Annotated[int, "Byte offset of its record in that file."]
