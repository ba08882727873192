"""Look for what people have to be told apart from the steps of a run: after each publish, and every now and then."""

from newsledger import deadline, health, heartbeat, watch
from newsledger.delivery import deliver
from newsledger.runs import read_plan
from newsledger.settings import Settings
from schemas.alert import Alert


def after_publish(settings: Settings, run_id: str) -> None:
    """Tell of what people watch for in a published run, and give the outside watchdog its sign of life."""
    watch.look(settings, run_id)
    heartbeat.beat(settings, read_plan(settings, run_id).run)


def look(settings: Settings) -> list[Alert]:
    """Raise the alarm if the ledger is late, and deliver what waits; return what still does. Show all on a page."""
    deadline.look(settings)
    heartbeat.beat_again(settings)
    waiting = deliver(settings)
    if settings.ledger.exists():
        health.write_health(settings)
    return waiting
