"""The commands that keep an installation: back it up, bring it back, let go of what is old."""

from pathlib import Path
from typing import Annotated

import typer

from newsledger.settings import Settings, utc_now
from schemas.faults import Permanent

Folder = Annotated[
    Path | None, typer.Argument(metavar="[FOLDER]", help="A folder of backups; NEWSLEDGER_BACKUPS if left out.")
]


def backup(folder: Folder = None) -> None:
    """Back up ledger, raw pages, runs, alerts and configuration into a new folder under FOLDER; say where it lies.

    What has not changed since the backup before is linked, not copied. Secrets are not in it: keep `.env` yourself.

    Example: newsledger backup /mnt/backups
    """
    from newsledger.backup import backup as back_up  # noqa: PLC0415  (a second that `--help` must not cost)

    settings = Settings.from_environment()
    target = folder or settings.backups
    if target is None:
        raise Permanent("name a folder for backups, or set NEWSLEDGER_BACKUPS; best on another disk")
    typer.echo(back_up(settings, target, utc_now(), settings.keep_backups))


def restore(
    source: Annotated[Path, typer.Argument(metavar="BACKUP", help="One backup, such as backups/2026-11-24T043000Z.")],
) -> None:
    """Bring a backup into the data folder, which must be empty; every file is held to its digest.

    Configuration and Airflow's metadata stay in the backup: copy them where they are wanted.

    Example: NEWSLEDGER_DATA=/srv/newsledger newsledger restore /mnt/backups/2026-11-24T043000Z
    """
    from newsledger.backup import restore as bring_back  # noqa: PLC0415

    settings = Settings.from_environment()
    bring_back(settings, source)
    typer.echo(f"{settings.ledger} is back; configuration is in {source / 'config'}")


def prune() -> None:
    """Remove stage files, alerts and raw pages that are older than allowed, and free unused room in the warehouse.

    Nothing that was published goes. See NEWSLEDGER_KEEP_STAGE_DAYS, NEWSLEDGER_KEEP_ALERT_DAYS and
    NEWSLEDGER_KEEP_RAW_DAYS.
    """
    from newsledger.retention import compact  # noqa: PLC0415
    from newsledger.retention import prune as let_go  # noqa: PLC0415

    settings = Settings.from_environment()
    pruned = let_go(settings, utc_now().date())
    freed = compact(settings)
    typer.echo(f"{pruned.runs} runs and {pruned.days} days of raw pages thinned, {pruned.freed_bytes:,} bytes freed")
    typer.echo(f"{pruned.alerts} alerts that are over let go")
    typer.echo(f"the warehouse: {freed:,} bytes freed")
