"""The commands of `newsledger quarantine`: work through what the checks have set aside."""

import getpass
from typing import Annotated

import typer

from newsledger.settings import Settings

quarantine = typer.Typer(
    help="Work through the rows that checks have set aside: list, show, release, drop.", no_args_is_help=True
)

RowIds = Annotated[list[str], typer.Argument(metavar="ID ...", help="Keys of rows, such as claim_id; see the list.")]
Reason = Annotated[str, typer.Option("--reason", help="Why, for those who come after.")]
Author = Annotated[str, typer.Option("--author", help="Who decides.", default_factory=getpass.getuser)]


@quarantine.command("list")
def list_(
    run_id: Annotated[str | None, typer.Argument(metavar="[RUN]", help="Of this run; of all if left out.")] = None,
) -> None:
    """List the rows that wait for a decision or a replay, a line each: run, broken rule, key, what it says.

    Rows that were set aside only because they depend on one of these come and go with it, and are not listed.
    """
    from newsledger.decisions import open_rows

    for line in open_rows(Settings.from_environment(), run_id) or ["nothing waits in quarantine"]:
        typer.echo(line)


@quarantine.command()
def show(row_id: Annotated[str, typer.Argument(metavar="ID", help="Key of a row, such as a claim_id.")]) -> None:
    """Show a row in quarantine: the rules it broke, what was decided, whether it may be released, and all it says."""
    from newsledger.decisions import shown

    typer.echo(shown(Settings.from_environment(), row_id))


@quarantine.command()
def release(
    row_ids: RowIds,
    reason: Reason,
    author: Author,
    later: Annotated[bool, typer.Option("--later", help="Leave it to a later `newsledger replay`.")] = False,
) -> None:
    """Publish rows that are right in spite of the rule they broke: their run is replayed, and they pass all others.

    Only rules of judgement (what is plausible) can be overruled. The decision holds as long as the row reads the same.

    Example: newsledger quarantine release 3f0c9a1be2d47786 --reason "The page does say 4,200%"
    """
    from newsledger import decisions, runs, whole_run

    settings = Settings.from_environment()
    for run_id in decisions.release(settings, row_ids, reason, author):
        if later:
            typer.echo(f"Released; published by: newsledger replay {run_id}")
            continue
        plan = runs.read_plan(settings, run_id)
        whole_run.run(settings, plan.run.partition_on, plan.sources, replay_of=run_id)


@quarantine.command()
def drop(row_ids: RowIds, reason: Reason, author: Author) -> None:
    """Keep rows out for good: they are not listed, nor warned of, again as long as they read the same.

    Example: newsledger quarantine drop 3f0c9a1be2d47786 --reason "A misprint of the page"
    """
    from newsledger.decisions import drop as drop_rows

    drop_rows(Settings.from_environment(), row_ids, reason, author)
    typer.echo(f"Dropped {len(row_ids)}")
