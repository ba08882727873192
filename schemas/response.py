"""A response: what a server answered, before it is recorded as a page."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Response:
    """One answer, its body decoded; a file stands for one as well."""

    url: str
    body: bytes = field(repr=False)
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict, repr=False)  # names in lower case
    request: bytes = field(default=b"", repr=False)  # head of the request as it was sent; empty for a file

    @property
    def content_type(self) -> str | None:
        """The content type as served."""
        return self.headers.get("content-type")
