"""Run seven news days with a fault on nearly each; hold what people are told, and the ledger, to what they should be.

    python -m tests.end_to_end.week [--pages FOLDER] [--folder FOLDER] [--write]

Three invented outlets (a folder, a WARC file a day, a feed on loopback) bring pages every day, those of the samples on
the first three. Each night at 02:00 the day that is over is run, at 06:15 and 08:15 `newsledger alarms` looks, as cron
or the DAG `alarms` would, and at 09:00 a person mends what is broken; the clock is a made-up one. A webhook on loopback
is where people hear of it. A second week is run over the same pages in peace: both ledgers must hold the same.

`--pages` deals HTML files (.html, .html.gz) of a folder out to the days; they may cause warnings of their own, of
which none may come twice. `--write` writes what happened to docs/week.md.
"""

import argparse
import tempfile
from datetime import date, timedelta
from pathlib import Path

from lxml import html

from newsledger.settings import CHECKOUT
from tests.end_to_end.installation import (
    DIGEST,
    FAILED,
    HELD,
    MORNING,
    NIGHT,
    Ear,
    Installation,
    after,
    listening,
)  # fmt: skip
from tests.end_to_end.kills import assert_whole, held_facts
from tests.end_to_end.world import DAYS, World
from tests.fetch.site import serving

PAGE = CHECKOUT / "docs" / "week.md"


def nothing(week: Installation, day: date) -> None:
    """Nothing."""
    with week.gazette():
        week.does(after(day, NIGHT), *_run(day))
    week.looks(day)


def a_dead_source(week: Installation, day: date) -> None:
    """The gazette does not answer; in the morning it does again, and the day is run again."""
    week.does(after(day, NIGHT), *_run(day), status=HELD)
    week.looks(day)
    with week.gazette():
        week.does(after(day, MORNING), *_run(day))


def a_hostile_page(week: Installation, day: date) -> None:
    """The gazette serves a script in headline and text, 200,000 nested elements, and 50 MB packed into 50 KB."""
    nothing(week, day)
    report = html.fromstring((week.data / "reports" / f"{day}.1.html").read_text("utf-8"))
    assert report.xpath("//script | //img | //*[@onerror]") == []
    assert "<script>document.title" in report.text_content()
    assert "too_large" in report.text_content()


def a_broken_row(week: Installation, day: date) -> None:
    """A page of the courier claims to be of 2031 and is set aside; a person drops it and replays the run."""
    nothing(week, day)
    [line] = week.does(after(day, MORNING), "quarantine", "list").splitlines()
    assert line.split()[:2] == [f"{day}.1", "document_published_plausible"]
    why = ("--reason", "The fair is of this year.", "--author", "A. Brook")
    week.does(after(day, MORNING), "quarantine", "drop", line.split()[2], *why)
    week.does(after(day, MORNING), "replay", f"{day}.1")
    assert "nothing waits" in week.does(after(day, MORNING), "quarantine", "list")


def a_kill(week: Installation, day: date) -> None:
    """The run is killed (kill -9) while it extracts; in the morning the day is run again."""
    with week.gazette():
        week.killed_after("group", after(day, NIGHT), *_run(day))
        assert_whole(week.data)
        week.looks(day)
        week.does(after(day, MORNING), *_run(day))


def an_undeliverable_alarm(week: Installation, day: date) -> None:
    """The wire's archive is missing, and the webhook answers 503 until a person has mended both."""
    bring_back = week.world.take_away(day)
    week.ear.is_deaf = True
    with week.gazette():
        week.does(after(day, NIGHT), *_run(day), status=FAILED)
        week.looks(day)
        assert "route oncall did not take it" in week.does(after(day, DIGEST), "doctor", status=FAILED)
        bring_back()
        week.does(after(day, MORNING), *_run(day))
    week.ear.is_deaf = False
    week.does(after(day, MORNING), "alarms")


def a_silent_change(week: Installation, day: date) -> None:
    """The courier's article of two days ago says 41 cars where it said 14, and does not say that it changed."""
    nothing(week, day)


FAULTS = (nothing, a_dead_source, a_hostile_page, a_broken_row, a_kill, an_undeliverable_alarm, a_silent_change)

# What people are to hear, and when; an hour is that of the day after the news day, "next" of the one after that.
EXPECTED: dict[date, list[tuple[str, str]]] = {
    DAYS[1]: [
        ("02:00", "2026-10-06 held by sources_volume_min"),
        ("06:15", "2026-10-06 is late"),
        ("09:00", "over: 2026-10-06 held by sources_volume_min"),
        ("09:00", "over: 2026-10-06 is late"),
    ],
    DAYS[2]: [
        ("08:15", "2026-10-07 warned by document_text_without_markup"),
        ("next 08:15", "over: 2026-10-07 warned by document_text_without_markup"),
    ],
    DAYS[3]: [
        ("08:15", "2026-10-08 warned by document_published_plausible"),
        ("next 08:15", "over: 2026-10-08 warned by document_published_plausible"),
    ],
    DAYS[4]: [("06:15", "2026-10-09 is late"), ("09:00", "over: 2026-10-09 is late")],
    DAYS[5]: [
        ("09:00", "2026-10-10 is late"),
        ("09:00", "fetch failed for 2026-10-10"),
        ("09:00", "over: 2026-10-10 is late"),
        ("09:00", "over: fetch failed for 2026-10-10"),
    ],
    DAYS[6]: [("08:15", "silent_changes: cars: 14 became 41")],
}


def disturbed(week: Installation) -> None:
    """Live through the week, each day with its fault."""
    for day, fault in zip(DAYS, FAULTS, strict=True):
        print(f"{day} {fault.__doc__}", flush=True)  # noqa: T201
        fault(week, day)
        assert_whole(week.data)


def in_peace(week: Installation) -> None:
    """Run all days, one after the other, in one process."""
    first, *rest = [(after(day, NIGHT), _run(day)) for day in DAYS]
    following = [word for at, run in rest for word in (",", f"{at:%Y-%m-%dT%H:%M}", *run)]
    with week.gazette():
        week.does(first[0], *first[1], *following)


def heard_by_day(ear: Ear) -> dict[date, list[tuple[str, str]]]:
    """Return what people heard under the news day that it is about; what names none, under the day before.

    What was heard at one hour comes in the order of words: it was raised at once, so no order means anything.
    """
    told: dict[date, list[tuple[str, str]]] = {}
    for at, subject in sorted(ear.heard):
        about = next((day for day in DAYS if str(day) in subject), at.date() - timedelta(days=1))
        nights = (at.date() - about).days - 1
        told.setdefault(about, []).append((f"{'next ' * nights}{at:%H:%M}", subject))
    return told


def assert_each_once(ear: Ear) -> None:
    """Assert that nothing was told twice, and nothing over that had not begun or was over already."""
    subjects = [subject for _, subject in ear.heard]
    assert len(set(subjects)) == len(subjects), subjects
    for number, subject in enumerate(subjects):
        if subject.startswith("over: "):
            assert subject.removeprefix("over: ") in subjects[:number], subject


def rendered(told: dict[date, list[tuple[str, str]]]) -> str:
    """Return the page of the week."""
    lines = [_HEAD, "| news day | what is wrong | what people hear, and when |", "| --- | --- | --- |"]
    for day, fault in zip(DAYS, FAULTS, strict=True):
        heard = "<br>".join(f"{hour} {subject}" for hour, subject in told.get(day, [])) or "nothing"
        lines.append(f"| {day} | {fault.__doc__} | {heard} |")
    return "\n".join([*lines, "", _TAIL])


_HEAD = """<!-- Written by `python -m tests.end_to_end.week --write`; do not edit. -->

# A week of faults

Seven news days are run, with a fault on nearly each, over pages of three invented outlets and the samples. Each night
at 02:00 the day that is over is run; at 06:15 and 08:15 `newsledger alarms` looks; at 09:00 a person mends what is
broken. Alarms go to a webhook, critical ones at once, warnings in a digest at 08:00. Hours are of the day after the
news day.
"""
_TAIL = """After each fault the ledger is a whole state. In the end it holds what that of a second installation holds,
which had the same pages and no fault, but for the rejections of runs that were run again. The outside watchdog had a
sign of life from each published day.
"""


def _run(day: date) -> tuple[str, ...]:
    return ("run", "--date", str(day))


def live(folder: Path, given: Path | None = None) -> Ear:
    """Live through both weeks, hold them against each other, and return what people heard."""
    ear, silence = Ear(), Ear()
    world = World(folder / "world", given)
    with serving(world.site) as address:
        port = int(address.rpartition(":")[2])
    with listening(ear) as hears, listening(silence) as hears_nothing:
        troubled = Installation(folder / "troubled", world, port, ear, hears)
        disturbed(troubled)
        calm = Installation(folder / "calm", world, port, silence, hears_nothing)
        print("the same week in peace", flush=True)  # noqa: T201
        in_peace(calm)
    assert held_facts(troubled.data) == held_facts(calm.data)
    assert {at.date() - timedelta(days=1) for at in ear.beats} == set(DAYS)
    assert_each_once(ear)
    return ear


def main() -> None:
    """Read the command line, live through the week, and say what people heard."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, default=None)
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    ear = live(asked.folder or Path(tempfile.mkdtemp()), asked.pages)
    told = heard_by_day(ear)
    if asked.pages is None:
        assert told == EXPECTED, told
    else:
        missing = {each for day in DAYS for each in EXPECTED.get(day, [])} - {
            e for told_ in told.values() for e in told_
        }
        assert not missing, missing
    print(rendered(told))  # noqa: T201
    if asked.write:
        PAGE.write_text(rendered(told), "utf-8")


if __name__ == "__main__":
    main()
