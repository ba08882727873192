"""Give a sign of life to an outside watchdog after each published day, so that it can tell when none comes."""

import asyncio
import logging

from newsledger import alerts
from newsledger.http import Client
from newsledger.incidents import Problem, open_incidents
from newsledger.outbox import outbox
from newsledger.routes import read_routing
from newsledger.settings import Settings
from newsledger.warehouse import reader
from schemas.faults import Rejected, Transient
from schemas.run import Run

_INCIDENT = "heartbeat"
_TAKEN = range(200, 300)
_NEWEST = "select max(partition_on) from ops.runs where status = 'published'"


def beat(settings: Settings, run: Run) -> None:
    """Ask the heartbeat's address if the run has published the newest day; warn people if it does not answer."""
    url = read_routing(settings.config / "alerts.yml").heartbeat_url()
    if url is None:
        return
    with reader(settings.ledger) as ledger:
        newest = ledger.execute(_NEWEST).fetchall()[0][0]
    if run.partition_on == newest:
        _ask(settings, url, run.run_id)


def beat_again(settings: Settings) -> None:
    """Ask again if the last sign of life was not taken."""
    url = read_routing(settings.config / "alerts.yml").heartbeat_url()
    if url is not None and _INCIDENT in open_incidents(outbox(settings)):
        _ask(settings, url, None)


def _ask(settings: Settings, url: str, run_id: str | None) -> None:
    error = asyncio.run(_refusal(url, settings.contact))
    problem = Problem(
        incident=_INCIDENT,
        severity="warning",
        state="not taken",
        subject="the sign of life was not taken",
        body=f"The outside watchdog will soon say that the ledger is late, though it is not: {error}",
    )
    alerts.tell(settings, [problem] if error else [], scope=_INCIDENT, run_id=run_id)


async def _refusal(url: str, contact: str) -> str | None:
    """Return why an address did not take the sign of life, or None if it did."""
    logging.getLogger("httpx2").setLevel(logging.WARNING)  # below that it logs addresses, and this one is secret
    client = Client(is_local=True, contact=contact)
    try:
        answer = await client.ask(url, {})
    except (Transient, Rejected) as error:
        return f"{error}"
    finally:
        await client.aclose()
    return None if answer.status in _TAKEN else f"it answered {answer.status}"
