"""The commands of `newsledger sources`: the health of each, and adding one."""

from typing import Annotated

import typer

from newsledger.settings import Settings

sources = typer.Typer()


@sources.callback(invoke_without_command=True)
def show(context: typer.Context) -> None:
    """Show the health of each source: last success, failures in a row, pages against what is expected, next due."""
    from newsledger.overview import sources_table

    if context.invoked_subcommand is None:
        typer.echo(sources_table(Settings.from_environment()))


@sources.command()
def add(
    url: Annotated[str, typer.Argument(metavar="URL", help="A site, any of its pages, its feed or its sitemap.")],
    write: Annotated[bool, typer.Option("--write", help="Append the entry to sources.yml.")] = False,
    country: Annotated[str, typer.Option("--country", help="Home of the outlet, ISO 3166 alpha-3: KEN.")] = "",
    local: Annotated[bool, typer.Option("--local", help="The site is a machine of this network.")] = False,
) -> None:
    """Look at a site (robots.txt, the feeds it announces, its news sitemaps) and propose its entry in sources.yml.

    Example: newsledger sources add https://courier.example --country GBR --write
    """
    from newsledger import probe
    from newsledger.manners import Manners

    settings = Settings.from_environment()
    manners = Manners(contact=settings.contact)
    proposal = probe.probe(settings, manners, url, country=country, is_local=local)
    for line in proposal.seen():
        typer.echo(f"found {line}", err=True)
    typer.echo(proposal.entry(), nl=False)
    if write:
        probe.add(settings, proposal)
        typer.echo(
            f"added to {settings.config / 'sources.yml'}; try it with: newsledger run --source {proposal.source.name}",
            err=True,
        )
    else:
        typer.echo("look through it, then add it with --write", err=True)
