"""Decide which processes are to be started again."""

from collections import deque
from dataclasses import dataclass, field

from schemas.faults import Permanent

PATIENCE_SECONDS = 120.0  # heartbeats count as missed after 30; a busy machine may miss some and recover
BUDGET = 5
BUDGET_SECONDS = 600.0


@dataclass
class Watchdog:
    """Remember how long processes have been unwell and how often they were restarted.

    Takes what was seen and the time, and returns what to do; does not look at or touch a process itself.
    """

    _unwell_since: dict[str, float] = field(default_factory=dict)
    _restarts: dict[str, deque[float]] = field(default_factory=dict)

    def look(self, now: float, dead: set[str], unwell: set[str]) -> set[str]:
        """Return the processes to start again: the dead, and those unwell for longer than patience lasts.

        `now` in seconds of a steady clock. Raises Permanent when one process has used up its restarts.
        """
        self._unwell_since = {name: self._unwell_since.get(name, now) for name in unwell}
        given_up = {name for name, since in self._unwell_since.items() if now - since >= PATIENCE_SECONDS}
        for name in dead | given_up:
            self._unwell_since.pop(name, None)
            self._count(name, now)
        return dead | given_up

    def _count(self, name: str, now: float) -> None:
        restarts = self._restarts.setdefault(name, deque())
        restarts.append(now)
        while restarts[0] < now - BUDGET_SECONDS:
            restarts.popleft()
        if len(restarts) > BUDGET:
            raise Permanent(f"{name} failed {len(restarts)} times within {BUDGET_SECONDS / 60:.0f} minutes")
