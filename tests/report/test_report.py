"""The report of a run, as a person sees it: in a browser, on a phone, with hostile text in it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from lxml import html
from playwright.sync_api import Browser, sync_playwright

from newsledger import runs, steps, warehouse
from newsledger.settings import CHECKOUT, Settings
from tests.services import require

HOSTILE = "<script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">"
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Publish one page with a hostile headline among the samples of one day."""
    folder = tmp_path_factory.mktemp("report")
    pages = folder / "pages"
    shutil.copytree(CHECKOUT / "samples" / "2026-10-05" / "meridian_wire", pages)
    page = next(pages.glob("*ambush*.html"))
    page.write_text(page.read_text("utf-8").replace("Ambush", f"Ambush {HOSTILE}"), "utf-8")
    source = {
        "name": "wire",
        "kind": "folder",
        "location": str(pages),
        "outlet": HOSTILE,
        "country": "CHE",
        "language": "en",
        "licence": "ours",
        "cadence": "daily",
        "expected_min": 1,
        "expected_max": 9,
    }
    (folder / "sources.yml").write_text(yaml.safe_dump({"sources": [source]}), "utf-8")
    (folder / "alerts.yml").write_text("routes: []\n", "utf-8")
    here = Settings.from_environment()
    return replace(here, data=folder / "data", config=folder, processes=1)


@pytest.fixture(scope="module")
def report(settings: Settings) -> Path:
    run_id = steps.start(settings, date(2026, 10, 5))
    for step in (steps.fetch, steps.clean, steps.group, steps.extract, steps.follow, steps.check, steps.publish):
        step(settings, run_id)
    steps.report(settings, run_id)
    assert runs.read_plan(settings, run_id).run.status == "published"
    return settings.reports / f"{run_id}.html"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = require("chromium", shutil.which("chromium"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-quic"])
        yield browser
        browser.close()


@pytest.mark.slow
def test_it_is_readable_on_a_phone_and_calls_nobody(report: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    assert asked == [report.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    headings = page.locator("h2").all_inner_texts()
    assert {"What came in", "Claims", "Events", "What was rejected and set aside", "Checks"} <= set(headings)
    assert page.locator("mark").count() > 10


@pytest.mark.slow
def test_the_page_of_health_is_readable_on_a_phone_and_calls_nobody(report: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    health = report.with_name("health.html")
    page.goto(health.as_uri())
    assert asked == [health.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.locator("h2").all_inner_texts() == ["Alarms", "Sources", "Runs", "Checks", "Times", "Quarantine"]
    assert page.locator("script, img").count() == 0


@pytest.mark.slow
def test_events_are_told_with_who_whom_when_and_where(settings: Settings, report: Path) -> None:
    page = html.fromstring(report.read_text("utf-8"))
    shown = [" ".join(one.text_content().split()) for one in page.xpath("//h2[.='Events']/following-sibling::ul[1]/li")]
    query = """
        select type, sources[1].text || ' (' || sources[1].country || ')', targets[1].text, date."from"::text,
            place.text
        from current_events where sources[1].country is not null
    """
    with warehouse.reader(settings.ledger) as ledger:
        told = ledger.execute(query).fetchall()
    assert all(any(parts[column] for parts in told) for column in range(5))  # each is told of some event
    for parts in told:
        assert any(all(part in line for part in parts if part) for line in shown), parts


@pytest.mark.slow
def test_text_from_the_web_stays_text(report: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(report.as_uri())
    assert page.title().startswith("newsledger ")
    assert page.locator("script, img").count() == 0
    assert "<script>" in page.locator("body").inner_text()


@pytest.mark.slow
def test_a_replay_shows_what_changed_against_the_last_run(settings: Settings, report: Path) -> None:
    with warehouse.reader(settings.ledger) as ledger:
        query = "select claim_id, low from current_claims where unit = 'count' and low = high order by claim_id"
        claim_id, low = ledger.execute(query).fetchall()[0]
    entry = {
        "claim": claim_id,
        "expect": {"low": low},
        "set": {"low": 77, "high": 77},
        "reason": "The printed edition says 77.",
        "author": HOSTILE,
        "date": date(2026, 10, 6),
    }
    path = settings.config / "corrections.yml"
    path.write_text(yaml.safe_dump({"corrections": [entry]}), "utf-8")
    run_id = steps.start(settings, date(2026, 10, 5), replay_of=report.stem)
    for step in (steps.fetch, steps.clean, steps.group, steps.extract, steps.follow, steps.check, steps.publish):
        step(settings, run_id)
    steps.report(settings, run_id)
    path.unlink()
    page = html.fromstring((settings.reports / f"{run_id}.html").read_text("utf-8"))
    shown = page.text_content()
    assert f"Run {report.stem} for 2026-10-05: published" in shown
    assert f"low {low} → 77.0" in shown
    assert "The printed edition says 77." in shown
    assert page.xpath("//script | //img") == []
