"""The page of health shows what an operator has to look at, and what is well; hostile text stays text."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import html

from newsledger import warehouse
from newsledger.database import insert
from newsledger.health import write_health
from newsledger.outbox import keep
from newsledger.settings import Settings
from schemas.check import CHECKS, QUARANTINE, Check, Quarantined
from schemas.decision import DECISIONS, Decision
from schemas.run import STEP_COUNTS
from tests.alerts.alerts import NOW, alert, failure
from tests.ledger.ledgers import put
from tests.ledger.rows import DAY, Staged, document, run, settings, source

HOSTILE = "<script>document.title = 'owned'</script><img src=x onerror=alert(1)>"
NEXT_DAY = DAY + timedelta(days=1)


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    """Return an installation with two published days; a source that brought nothing on the second."""
    made = settings(tmp_path)
    sources = [source(), source("gazette", outlet=HOSTILE)]
    put(made, replace(Staged.of(document(), document("fire", source="gazette")), sources=sources), run())
    put(made, replace(Staged.of(document("rain")), sources=sources), run(NEXT_DAY))
    return made


def seen(here: Settings) -> html.HtmlElement:
    return html.fromstring(write_health(here).read_text("utf-8"))


def rows(page: html.HtmlElement, heading: str) -> dict[str, list[str]]:
    """Return the first table under a heading, each row by its first cell."""
    found = page.xpath(f"//h2[text()='{heading}']/following-sibling::div[1]//tr[td]")
    return {row[0].text_content(): [cell.text_content() for cell in row[1:]] for row in found}


def ops(here: Settings, table, *added) -> None:
    with warehouse.writer(here) as connection:
        insert(connection, table, added)


def check(run_id: str, rule: str, count: int) -> Check:
    return replace(failure(rule, count=count).check, run_id=run_id, is_success=not count)


def test_a_source_that_falls_silent_stands_out(here: Settings) -> None:
    page = seen(here)
    assert rows(page, "Sources")["courier"][2:5] == ["1", "0", "1–50"]
    assert rows(page, "Sources")["gazette"][2:] == ["0", "0", "1–50", "1.0", str(DAY)]
    [bad] = page.xpath("//h2[text()='Sources']/following-sibling::div[1]//td[contains(@class, 'bad')]")
    assert bad.getparent()[0].text == "gazette"


def test_each_day_counts_once_as_it_is_now(here: Settings) -> None:
    again = replace(run(number=2), status="held", started_at=run().started_at + timedelta(hours=5))
    put(here, Staged.of(document()), again)
    assert [(day, found[0], found[1]) for day, found in rows(seen(here), "Runs").items()] == [
        (str(NEXT_DAY), f"{NEXT_DAY}.1", "published"),
        (str(DAY), f"{DAY}.2", "held"),
    ]


def test_checks_are_shown_where_they_broke(here: Settings) -> None:
    first, second = f"{DAY}.1", f"{NEXT_DAY}.1"
    ops(
        here, CHECKS, check(first, "span", 7), check(second, "span", 0), check(first, "key", 0), check(second, "key", 0)
    )
    page = seen(here)
    assert "1 of 2 checks held on every day since 2026-03-02" in page.text_content()
    assert rows(page, "Checks") == {"span": ["critical", "7", "·"]}


def test_the_times_of_steps_are_those_of_the_latest_day_the_usual_and_the_longest(here: Settings) -> None:
    first, second = (Staged.of(document()).sums(f"{day}.1")[3] for day in (DAY, NEXT_DAY))
    ops(here, STEP_COUNTS, replace(first, seconds=9.0), replace(second, seconds=2.0))
    assert rows(seen(here), "Times")["extract"] == ["2.0", "5.5", "9.0"]


def test_what_is_open_and_what_waits_is_shown(here: Settings) -> None:
    keep(here, [alert(alert_id="a", incident="flood", subject=HOSTILE, error="route oncall did not take it")])
    keep(here, [alert(alert_id="b", incident="fire", delivered_at=NOW)])
    keep(here, [alert(alert_id="c", incident="fire", kind="over", delivered_at=NOW, raised_at=NOW + timedelta(1))])
    page = seen(here)
    assert "Open incidents: 1. Alerts waiting: 1." in page.text_content()
    assert [cells[1] for cells in rows(page, "Alarms").values()] == [HOSTILE]


def test_rows_that_wait_for_a_decision_are_counted(here: Settings) -> None:
    held = [
        Quarantined(
            run_id=f"{DAY}.1", rule_id="odd", noun="claims", record_id=key, row_json="{}", quarantined_at=NOW
        )
        for key in "ab"
    ]  # fmt: skip
    ops(here, QUARANTINE, *held)
    decided = Decision(
        decision_id="d", run_id=f"{DAY}.1", rule_id="odd", noun="claims", record_id="a", row_json="{}",
        verdict="dropped", reason="rubbish", author="A. Brook", decided_at=NOW,
    )  # fmt: skip
    ops(here, DECISIONS, decided)
    assert rows(seen(here), "Quarantine") == {"odd": ["claims", "1", str(DAY)]}


def test_hostile_text_stays_text_and_nobody_is_called(here: Settings) -> None:
    keep(here, [alert(subject=HOSTILE, body=HOSTILE, state=HOSTILE)])
    text = write_health(here).read_text("utf-8")
    page = html.fromstring(text)
    assert page.xpath("//script | //img | //link | //iframe | //a | //*[@src or @href or @onerror]") == []
    assert "url(" not in text
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
    assert HOSTILE in page.text_content()


def test_a_page_is_written_whole_or_not_at_all(here: Settings) -> None:
    before = write_health(here).read_text("utf-8")
    assert before.rstrip().endswith("</html>")
    assert [path.name for path in here.reports.iterdir()] == ["health.html"]
