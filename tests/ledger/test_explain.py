from pathlib import Path

import pytest

from newsledger.explain import explain_row
from schemas.faults import Permanent
from tests.ledger.ledgers import ask, put
from tests.ledger.rows import Staged, document, run, settings


def test_a_row_shows_the_words_that_each_decision_rests_on(tmp_path: Path) -> None:
    here = settings(tmp_path)
    put(here, Staged.of(document()), run())
    [(claim_id,)] = ask(here, "select claim_id from claims")
    [(event_id,)] = ask(here, "select event_id from events")
    claim, event = (explain_row(here, row_id) for row_id in (claim_id, event_id))
    assert "Mayor Ada Brook said the flood drove >>>about 300<<< families from Millford on Monday." in claim
    assert "  speaker    Mayor >>>Ada Brook<<< said the flood" in claim
    assert "about 300 >>>families<<< from Millford" in claim
    assert "  source     >>>Mayor Ada Brook<<< said" in event
    assert "number.digits" in claim
    assert "History, newest first:" in claim


def test_an_event_shows_where_it_is_told(tmp_path: Path) -> None:
    here = settings(tmp_path)
    put(here, Staged.of(document()), run())
    [(event_id, mention_id)] = ask(here, "select e.event_id, unnest(e.mention_ids) from events e")
    assert f"  {mention_id} Courier: " in explain_row(here, event_id)
    assert "Mayor Ada Brook >>>said<<< the flood" in explain_row(here, mention_id)


def test_an_id_of_no_row_is_told(tmp_path: Path) -> None:
    here = settings(tmp_path)
    put(here, Staged.of(document()), run())
    with pytest.raises(Permanent, match="no claim or event nobody"):
        explain_row(here, "nobody")
