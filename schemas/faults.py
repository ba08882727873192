"""Say whose fault it was: the data's, the world's, or (any other exception) ours."""


class Rejected(Exception):
    """The data's fault: this record cannot be used. It is counted by reason and set aside; the run goes on."""

    def __init__(self, reason: str, detail: str = "") -> None:
        """Name the reason (lower_snake, stable, counted) and what was seen."""
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail

    def __str__(self) -> str:
        """Return the reason, and what was seen if that is known."""
        return f"{self.reason}: {self.detail}" if self.detail else self.reason


class Transient(Exception):
    """The world's fault, for now: a later try may succeed, so the step is retried."""


class Permanent(Exception):
    """The world's fault, for good: a retry cannot help, so a person is told what to mend."""
