"""Show what a run is doing: a moving line on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

_CONSOLE = Console(stderr=True, highlight=False)


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
