"""Let Airflow's web API take one writing request at a time, as SQLite does anyway.

Airflow notes each such request in its log table from inside the event loop, by a call that blocks until the database is
free. While another request of the same process holds a write open, which only the event loop can end, both wait until
SQLite's timeout: fifteen triggers at once stood still for minutes and took the scheduler with them.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from airflow.plugins_manager import AirflowPlugin

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

_READING = {"GET", "HEAD", "OPTIONS"}


class OneWriteAtATime:
    """ASGI middleware that makes writing requests wait for each other; reading ones pass."""

    def __init__(self, app: App) -> None:
        """Stand before an application."""
        self._app = app
        self._turn = asyncio.Lock()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on, in its turn."""
        if scope["type"] != "http" or scope["method"] in _READING:
            await self._app(scope, receive, send)
            return
        async with self._turn:
            await self._app(scope, receive, send)


class OneWriteAtATimePlugin(AirflowPlugin):
    """Put the middleware before the web API."""

    name = "one_write_at_a_time"
    fastapi_root_middlewares = [  # noqa: RUF012  (Airflow declares it so)
        {"name": "one write at a time", "middleware": OneWriteAtATime, "args": [], "kwargs": {}}
    ]
