"""Read where alerts go, `config/alerts.yml`: which route takes what, when, and which secret address is behind it."""

import os
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from newsledger.airflow_connections import apprise_url
from newsledger.configuration import faults_of
from schemas.alert import SEVERITIES, Alert
from schemas.faults import Permanent


def _hour(value: Any) -> Any:
    """Return an hour as people write it; YAML reads 22:00 without quotes as a number in base sixty."""
    return f"{value // 60:02}:{value % 60:02}" if isinstance(value, int) else value


Hour = Annotated[time, BeforeValidator(_hour)]


class Route(BaseModel):
    """One way to people: what it takes, and the name under which its secret address is kept."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    variable: str | None = None  # environment variable with an Apprise URL
    connection: str | None = None  # or an Airflow connection of type apprise
    severities: tuple[Literal["critical", "warning"], ...] = SEVERITIES  # type: ignore[assignment]
    sources: tuple[str, ...] = ()  # only alerts about these; all if empty
    quiet: tuple[Hour, Hour] | None = None  # from, to: only what is critical
    digest: Hour | None = None  # warnings together, once a day at this hour

    @model_validator(mode="after")
    def _has_one_address(self) -> "Route":
        if (self.variable is None) == (self.connection is None):
            raise ValueError("give either `variable` (an environment variable) or `connection` (an Airflow connection)")
        return self

    def asks_for(self, alert: Alert) -> bool:
        """Return whether the route takes alerts like this one."""
        return alert.severity in self.severities and (not self.sources or bool(set(self.sources) & set(alert.sources)))

    def in_digest(self, alert: Alert) -> bool:
        """Return whether the route takes the alert together with others, once a day."""
        return self.digest is not None and alert.severity == "warning"

    def is_due(self, alert: Alert, now: datetime, zone: ZoneInfo) -> bool:
        """Return whether the alert may go out now: never late if critical, else when the route is awake."""
        if alert.severity == "critical":
            return True
        local = now.astimezone(zone)
        if self.quiet is not None and _lies_within(local.time(), *self.quiet):
            return False
        if self.digest is None:
            return True
        today = datetime.combine(local.date(), self.digest, zone)
        return alert.raised_at < (today if today <= local else today - timedelta(days=1))

    def url(self) -> str | None:
        """Return the secret address, None if it is not set: then the route is switched off."""
        if self.variable:
            return os.environ.get(self.variable) or None
        return apprise_url(self.connection or "")


class Routing(BaseModel):
    """All of `config/alerts.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zone: ZoneInfo = ZoneInfo("UTC")
    published_by: Hour | None = None  # when the ledger of the day before has to be out
    heartbeat: str | None = None  # environment variable with an address that is asked after each published day
    routes: tuple[Route, ...] = ()

    def heartbeat_url(self) -> str | None:
        """Return the secret address of the outside watchdog, None if it is not set."""
        return os.environ.get(self.heartbeat or "") or None


def read_routing(path: Path) -> Routing:
    """Return the configuration of alerts; raise Permanent, naming entry and remedy, if it is not right."""
    try:
        return Routing.model_validate(yaml.safe_load(path.read_text("utf-8")) or {})
    except FileNotFoundError:
        raise Permanent(f"{path} is missing; copy it from the repository or set NEWSLEDGER_CONFIG") from None
    except yaml.YAMLError as error:
        raise Permanent(f"{path} must be YAML ({error})") from None
    except ValidationError as error:
        raise Permanent(f"{path}: {faults_of(error, 'file')}") from None


def _lies_within(hour: time, first: time, last: time) -> bool:
    return first <= hour < last if first <= last else hour >= first or hour < last
