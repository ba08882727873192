"""Show what a run is doing: a moving line on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console

_CONSOLE = Console(stderr=True, highlight=False)
Item = TypeVar("Item")


@contextmanager
def step(name: str, about: str) -> Iterator[None]:
    """Show that a step works and, once it is done, how long it took."""
    started = time.monotonic()
    if sys.stderr.isatty():
        with _CONSOLE.status(f"{name} {about}"):
            yield
    else:
        yield
    _CONSOLE.print(f"{name:8} {about:20} {time.monotonic() - started:6.1f} s")


def counted(items: Iterable[Item], noun: str) -> Iterator[Item]:
    """Yield items and show how many there were and how fast they come, if somebody sees that and not the items."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    started = time.monotonic()
    with _CONSOLE.status(f"0 {noun}") as status:
        for count, item in enumerate(items, 1):
            yield item
            status.update(f"{count} {noun}, {count / (time.monotonic() - started):.1f} a second")
