"""Watches tell of what a run has brought, with the evidence, once; and of nothing that only looks alike."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newsledger import watch
from newsledger.outbox import outbox
from newsledger.settings import CHECKOUT, Settings
from newsledger.watch import read_watches
from schemas.alert import Alert
from schemas.document import GroupedDocument
from schemas.faults import Permanent
from schemas.keys import key_of
from tests.ledger.ledgers import put
from tests.ledger.rows import DAY, SENTENCE, Staged, document, figure, run, settings

PASSES = "{name: many, kind: passes, about: [families], place: [Millford], unit: count, above: 250}"
DISAGREE = "{name: apart, kind: disagree, percent: 20}"
SILENT = "{name: silent, kind: changed_silently}"
NEXT_DAY = DAY + timedelta(days=1)


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    given = settings(tmp_path)
    given.config.mkdir()
    (given.config / "alerts.yml").write_text("routes: []\n", "utf-8")
    return given


def told(here: Settings, watches: str, run_id: str) -> list[Alert]:
    """Return what is told anew of this run."""
    (here.config / "watch.yml").write_text(f"watches: [{watches}]", "utf-8")
    before = {alert.alert_id for alert in outbox(here)}
    watch.look(here, run_id)
    return [alert for alert in outbox(here) if alert.alert_id not in before]


def saying(count: int, note: str = "", **changes: Any) -> GroupedDocument:
    """Return a document on the flood that gives this many families."""
    text = SENTENCE.replace("about 300", f"about {count}") + note
    return document("flood", text, **changes)


def test_a_claim_that_passes_a_value_is_told_once_with_its_sentence(here: Settings) -> None:
    put(here, Staged.of(saying(300)), run())
    [alert] = told(here, PASSES, run().run_id)
    assert (alert.kind, alert.severity, alert.sources) == ("notice", "warning", ("courier",))
    assert alert.subject == "newsledger: many: families: about 300"
    assert "drove about 300 families from Millford" in alert.body
    assert "https://courier.example/flood" in alert.body
    assert "newsledger explain" in alert.body
    assert told(here, PASSES, run().run_id) == []


def test_it_is_told_again_when_a_later_run_raises_it(here: Settings) -> None:
    put(here, Staged.of(saying(300)), run())
    told(here, PASSES, run().run_id)
    more = Staged.of(saying(400, version=2, updated_at=None))
    put(here, more, run(NEXT_DAY))
    [alert] = told(here, PASSES, run(NEXT_DAY).run_id)
    assert "about 300. Now: about 400" in alert.body


@pytest.mark.parametrize(
    "narrower",
    [
        PASSES.replace("above: 250", "above: 300"),
        PASSES.replace("above", "below"),
        PASSES.replace("families", "family"),
        PASSES.replace("Millford", "FRA"),
        PASSES.replace("unit: count", "unit: USD"),
        PASSES.replace("Millford", "Mill"),
    ],
)
def test_what_a_watch_is_not_about_is_not_told(here: Settings, narrower: str) -> None:
    put(here, Staged.of(saying(300)), run())
    assert told(here, narrower, run().run_id) == []


@pytest.mark.parametrize(
    "wider",
    [
        "{name: many, kind: passes, above: 299}",
        "{name: few, kind: passes, below: 301}",
        PASSES.replace("families", "drive"),
        PASSES.replace("Millford", "GBR"),
    ],
)
def test_what_is_left_out_does_not_narrow(here: Settings, wider: str) -> None:
    put(here, Staged.of(saying(300)), run())
    assert len(told(here, wider, run().run_id)) == 1


def test_what_is_denied_or_of_another_run_is_not_told(here: Settings) -> None:
    staged = Staged.of(saying(300))
    staged.claims = [replace(staged.claims[0], factuality="negated")]
    put(here, staged, run())
    assert told(here, PASSES, run().run_id) == []
    assert told(here, PASSES, run(NEXT_DAY).run_id) == []


def two_outlets(second: int, **changes: Any) -> Staged:
    ours = saying(300)
    text = SENTENCE.replace("300", str(second))
    theirs = document("deluge", text, outlet="Gazette", source="gazette", story_id=ours.story_id, **changes)
    staged = Staged.of(ours, theirs)
    staged.figures = [figure(ours, *staged.claims)]
    return staged


def test_outlets_that_disagree_by_more_than_so_much_are_told_with_both_sentences(here: Settings) -> None:
    put(here, two_outlets(200), run())
    [alert] = told(here, DISAGREE, run().run_id)
    assert alert.subject == "newsledger: apart: families: Courier 300 against Gazette 200 count"
    assert "about 300 families" in alert.body
    assert "about 200 families" in alert.body
    assert alert.sources == ("courier", "gazette")


def test_outlets_that_nearly_agree_and_copies_are_not_told(here: Settings) -> None:
    put(here, two_outlets(260), run())
    assert told(here, DISAGREE, run().run_id) == []
    put(here, two_outlets(100, copy_of=saying(300).document_id), run(number=2))
    assert told(here, DISAGREE, run(number=2).run_id) == []


def test_outlets_that_spoke_at_other_times_or_left_a_bound_open_do_not_disagree(here: Settings) -> None:
    put(here, two_outlets(200, published_at=saying(300).published_at - timedelta(hours=13)), run())
    assert told(here, DISAGREE, run().run_id) == []
    open_bound = two_outlets(200)
    open_bound.claims[1] = replace(open_bound.claims[1], qualifier="more_than", high=None)
    put(here, open_bound, run(number=2))
    assert told(here, DISAGREE, run(number=2).run_id) == []


def changed(here: Settings, before: GroupedDocument, after: GroupedDocument) -> list[Alert]:
    put(here, Staged.of(before), run())
    put(here, Staged.of(replace(after, version=2, page_id=key_of("again", after.page_id))), run(NEXT_DAY))
    return told(here, SILENT, run(NEXT_DAY).run_id)


def test_a_figure_that_an_article_changes_silently_is_told_with_both_sentences(here: Settings) -> None:
    [alert] = changed(here, saying(300), saying(30))
    assert alert.subject == "newsledger: silent: families: about 300 became about 30"
    assert "drove about 300" in alert.body
    assert "drove about 30 " in alert.body


@pytest.mark.parametrize(
    "note",
    [
        " Correction: the number of families was misstated.",
        " An earlier version gave another number.",
        " The council had spoken of about 300 before.",
    ],
)
def test_a_change_that_is_owned_up_to_is_not_silent(here: Settings, note: str) -> None:
    assert changed(here, saying(300), saying(30, note)) == []


def test_a_number_that_is_said_to_have_risen_is_not_silent(here: Settings) -> None:
    put(here, Staged.of(saying(300)), run())
    risen = Staged.of(saying(400, version=2, page_id="again"))
    risen.claims = [replace(risen.claims[0], trend="up")]
    put(here, risen, run(NEXT_DAY))
    assert told(here, SILENT, run(NEXT_DAY).run_id) == []


def test_an_old_note_does_not_cover_a_new_change(here: Settings) -> None:
    note = " Correction: the mayor's name was misspelt."
    assert len(changed(here, saying(300, note), saying(30, note))) == 1


def test_another_wording_without_another_number_is_no_change(here: Settings) -> None:
    assert changed(here, saying(300), saying(300, " More rain is expected.")) == []


def test_values_are_bound(here: Settings) -> None:
    put(here, Staged.of(saying(300)), run())
    hostile = """{name: many, kind: passes, about: ["families') or (1=1"], above: 250}"""
    assert told(here, hostile, run().run_id) == []
    assert len(told(here, PASSES, run().run_id)) == 1


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{name: a, kind: passes}", "above"),
        ("{name: a, kind: disagree, above: 3}", "above"),
        ("{name: a, kind: shout}", "kind"),
        ("{name: a, kind: disagree, percent: 0}", "percent"),
        ("{name: a, kind: disagree}, {name: a, kind: disagree}", "twice"),
        ("{name: a, kind: disagree, concept: x}", "concept"),
    ],
)
def test_a_wrong_watch_is_named(tmp_path: Path, entry: str, message: str) -> None:
    path = tmp_path / "watch.yml"
    path.write_text(f"watches: [{entry}]", "utf-8")
    with pytest.raises(Permanent, match=message):
        read_watches(path)


def test_without_watches_nothing_is_asked(here: Settings) -> None:
    assert read_watches(CHECKOUT / "config" / "watch.yml") == []
    watch.look(here, "no run")
