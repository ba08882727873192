"""Run commands at moments of our choosing: the project's only clock is set to each, and goes on from there.

    python -m tests.end_to_end.at 2026-10-06T02:00 run --date 2026-10-05 [, MOMENT COMMAND ...]

Commands are apart by a comma of its own; they share one process, which ends with the first that does not succeed.
"""

import sys
import time
from datetime import UTC, datetime, timedelta

from newsledger import settings


class Clock:
    """A clock that can be set, and goes on by itself."""

    def __init__(self) -> None:
        """Start as the machine's clock."""
        self.set(datetime.now(UTC))

    def set(self, moment: datetime) -> None:
        """Go on from a moment (UTC)."""
        self._moment, self._since = moment, time.monotonic()

    def __call__(self) -> datetime:
        """Return the time (UTC)."""
        return self._moment + timedelta(seconds=time.monotonic() - self._since)


def main(words: list[str]) -> None:
    """Run the commands."""
    clock = Clock()
    settings.utc_now = clock  # before any module takes it by name
    from newsledger import cli  # noqa: PLC0415

    while words:
        end = words.index(",") if "," in words else len(words)
        (moment, *command), words = words[:end], words[end + 1 :]
        clock.set(datetime.fromisoformat(moment).replace(tzinfo=UTC))
        sys.argv[1:] = command
        try:
            cli.main()
        except SystemExit as ended:
            if ended.code:
                raise


if __name__ == "__main__":
    main(sys.argv[1:])
