"""The command line: one function per command, each a few calls into the modules that do the work."""

import errno
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Annotated, Literal

import typer

from newsledger.quarantine_commands import quarantine
from newsledger.settings import Settings, utc_now
from newsledger.source_commands import sources
from newsledger.upkeep_commands import backup, prune, restore
from schemas.faults import Permanent, Transient

app = typer.Typer(
    name="newsledger",
    help="News in, checked tables of numeric claims and events out. Start with `newsledger run`.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

EXIT_ERROR = 1
_UNWRITABLE = {"EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "EFBIG", "ENOTDIR", "EEXIST"}

Files = Annotated[list[str] | None, typer.Argument(metavar="[FILE ...|-]", help="Files; - reads JSON Lines.")]
RunId = Annotated[
    str | None, typer.Argument(metavar="[RUN]", help="A run such as 2026-11-24.1; the latest if left out.")
]
Sources = Annotated[list[str] | None, typer.Option("--source", help="Only this source; may be given more than once.")]
Day = Annotated[str | None, typer.Option("--date", help="The news day, YYYY-MM-DD; today (UTC) if left out.")]


@app.command()
def run(source: Sources = None, date_: Day = None) -> None:
    """Fetch, clean, extract, check and publish one news day, without Airflow.

    Exit status: 0 published, 3 held by a failed check (nothing of the run is published; see `newsledger report`).

    Example: newsledger run --date 2026-10-05 --source harbour_courier
    """
    from newsledger import whole_run

    settings = Settings.from_environment()
    whole_run.run(settings, _day(date_), tuple(source or ()))


@app.command()
def replay(run_id: RunId = None) -> None:
    """Run again from the raw archive, fetching nothing: after a rule was mended or a check corrected.

    The same code writes the same rows; changed rows replace their forerunners, which stay for *_as_of queries.
    """
    from newsledger import runs, whole_run

    settings = Settings.from_environment()
    replayed = run_id or _latest(settings)
    plan = runs.read_plan(settings, replayed)
    whole_run.run(settings, plan.run.partition_on, plan.sources, replay_of=replayed)


@app.command()
def extract(files: Files = None) -> None:
    """Read texts for claims and events; write one JSON line for each, in order.

    A FILE is one plain text, whose id is its name. - reads JSON Lines {"id", "text", "published"?, "title"?, "url"?,
    "country"?} from standard input. Touches neither network nor ledger.

    Example: echo '{"id": 1, "text": "Four people were hurt."}' | newsledger extract -
    """
    from newsledger.progress import counted
    from newsledger.reading import read_texts
    from newsledger.texts import Complaints, texts_of
    from schemas.table import as_record

    settings = Settings.from_environment()
    complain = Complaints()
    readings = read_texts(texts_of(files or ["-"], complain), settings.engine, settings.processes)
    for reading in counted(readings, "texts"):
        _write_line({"id": reading.text_id, **as_record(reading.extraction)})
    if complain.count:
        raise typer.Exit(EXIT_ERROR)


@app.command()
def clean(files: Files = None) -> None:
    """Turn pages into clean documents; write one JSON line for each, in order, with the reason if it is rejected.

    A FILE is an HTML page or a WARC file (.warc, .warc.gz, .warc.zst). - reads JSON Lines {"id", "html", "url"?}.

    Example: newsledger clean page.html crawl.warc.gz
    """
    from newsledger.cleaning import clean_pages, pages_of
    from newsledger.progress import counted
    from newsledger.texts import Complaints

    settings = Settings.from_environment()
    complain = Complaints()
    for record in counted(clean_pages(pages_of(files or ["-"], complain), settings.processes), "pages"):
        _write_line(record)
    if complain.count:
        raise typer.Exit(EXIT_ERROR)


@app.command()
def check(run_id: RunId = None) -> None:
    """Check what a run has staged, and say what is broken. Exit status 3 if the run is held."""
    from newsledger import steps

    settings = Settings.from_environment()
    with _held_in_a_line():
        verdict = steps.check(settings, run_id or _latest(settings))
    typer.echo(f"{len(verdict.checks)} checks, {len(verdict.failures)} broken")
    for failure in verdict.failures:
        typer.echo(f"{failure.check.severity:8} {failure.check.rule_id:32} {failure.check.unexpected_count} rows")


@app.command()
def publish(run_id: RunId = None) -> None:
    """Publish a checked run: one transaction, then the analysts' snapshot is swapped. Exit status 3 if it is held."""
    from newsledger import steps

    settings = Settings.from_environment()
    with _held_in_a_line():
        published = steps.publish(settings, run_id or _latest(settings))
    for table, change in published.changes.items():
        typer.echo(f"{table:12} {change.staged} staged, {change.inserted} new, {change.superseded} superseded")


@app.command()
def explain(row_id: Annotated[str, typer.Argument(metavar="ID", help="A claim_id or event_id.")]) -> None:
    """Show why a claim or an event is in the ledger: its sentence with the evidence marked, its rule, its history."""
    from newsledger.explain import explain_row

    typer.echo(explain_row(Settings.from_environment(), row_id))


app.add_typer(sources, name="sources")


@app.command()
def sql(
    query: Annotated[str | None, typer.Argument(help="SQL; read from standard input if left out.")] = None,
    form: Annotated[Literal["table", "csv", "jsonl"], typer.Option("--format", help="Form of the answer.")] = "table",
) -> None:
    """Ask the ledger. Without a query and on a terminal, list its tables and what they hold.

    Example: newsledger sql "select low, concept, speaker from current_claims where unit = 'USD'"
    """
    from newsledger.query import list_tables, run_query

    settings = Settings.from_environment()
    if query is None and sys.stdin.isatty():
        typer.echo(list_tables(settings))
        return
    for line in run_query(settings, query if query is not None else sys.stdin.read(), form):
        typer.echo(line)


@app.command()
def report(run_id: RunId = None) -> None:
    """Write a run's page, data/reports/RUN.html, and the installation's, health.html; say where they lie.

    The page of health shows open alarms, sources, and runs, checks and times of the last 28 news days.
    """
    from newsledger.health import write_health
    from newsledger.report import write_report

    settings = Settings.from_environment()
    typer.echo(write_report(settings, run_id or _latest(settings)))
    typer.echo(write_health(settings))


@app.command()
def serve(port: Annotated[int, typer.Option(help="Port on 127.0.0.1.")] = 8765) -> None:
    """Serve the reports on 127.0.0.1, for a browser on this machine."""
    from newsledger.web import serve_reports

    serve_reports(Settings.from_environment(), port)


@app.command()
def doctor() -> None:
    """Check configuration, folders, engine, ledger and waiting alerts; say how to mend what is wrong."""
    from newsledger.doctor import examine

    findings = examine(Settings.from_environment())
    for finding in findings:
        typer.echo(finding.line())
    if any(not finding.is_well for finding in findings):
        raise typer.Exit(EXIT_ERROR)


@app.command()
def alarms() -> None:
    """Raise the alarm if the ledger is late, and deliver alerts that wait. Exit status 1 if a route refuses one.

    Scheduled Airflow does this every quarter of an hour; without it, let cron do it.
    """
    from newsledger.alarms import look

    waiting = look(Settings.from_environment())
    for alert in waiting:
        typer.echo(f"waits: {alert.subject}: {alert.error}")
    if any(alert.attempt_count for alert in waiting):
        raise typer.Exit(EXIT_ERROR)


app.add_typer(quarantine, name="quarantine")
for upkeep in (backup, restore, prune):
    app.command()(upkeep)


@app.command()
def parse(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A plain text; - reads standard input.")],
    conllu: Annotated[bool, typer.Option("--conllu", help="As CoNLL-U, for other tools.")] = False,
    svg: Annotated[bool, typer.Option("--svg", help="As a drawing, to be seen in a browser.")] = False,
) -> None:
    """Show a text as the language engine sees it: tokens, tags, heads, entities and sentences.

    Example: echo "Four people were hurt." | newsledger parse - --conllu
    """
    from newsledger.parse_command import render_parse
    from newsledger.texts import Complaints, texts_of

    complain = Complaints()
    form = "svg" if svg else "conllu" if conllu else "table"
    for text in texts_of([file], complain) if file != "-" else [sys.stdin.read()]:
        typer.echo(render_parse(text if isinstance(text, str) else text.text, form))
    if complain.count:
        raise typer.Exit(EXIT_ERROR)


def main() -> None:
    """Run the command line; say faults of the world in one line, leave faults of ours their traceback."""
    with _faults_in_a_line():
        app()


@contextmanager
def _faults_in_a_line() -> Iterator[None]:
    try:
        yield
    except (Permanent, Transient) as fault:
        sys.stderr.write(f"newsledger: {fault}\n")
        sys.exit(EXIT_ERROR)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away: nothing more to say
        sys.exit(EXIT_ERROR)
    except OSError as error:
        if errno.errorcode.get(error.errno or 0) not in _UNWRITABLE:
            raise
        where = error.filename or "a file"
        sys.stderr.write(
            f"newsledger: {where}: {error.strerror}; give a folder that can be written (NEWSLEDGER_DATA)\n"
        )
        sys.exit(EXIT_ERROR)


@contextmanager
def _held_in_a_line() -> Iterator[None]:
    from newsledger.steps import Held
    from newsledger.whole_run import EXIT_HELD

    try:
        yield
    except Held as held:
        sys.stderr.write(f"newsledger: the run is {held}; nothing of it is published\n")
        sys.exit(EXIT_HELD)


def _day(text: str | None) -> date:
    if text is None:
        return utc_now().date()
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007
    except ValueError:
        raise Permanent(f"--date must be a day like 2026-11-24, not {text!r}") from None


def _latest(settings: Settings) -> str:
    from newsledger.runs import run_ids

    known = run_ids(settings)
    if not known:
        raise Permanent(f"there is no run in {settings.stage} yet; start with `newsledger run`")
    return known[-1]


def _write_line(record: object) -> None:
    sys.stdout.write(json.dumps(record, ensure_ascii=False, default=str) + "\n")
