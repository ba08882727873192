"""A backfill by two Celery workers, one of which is killed: the small form of `python -m tests.airflow.backfill`."""

import pytest

from tests.airflow.backfill import backfill, check
from tests.airflow.rehearsal import redis_is_there
from tests.services import require

DOCUMENTS = 1000  # five shards for two workers, so that the killed one is at work


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_killed_worker_loses_nothing_and_doubles_nothing(tmp_path) -> None:
    require("Redis on 127.0.0.1:6379", redis_is_there() or None)
    check(backfill(tmp_path, DOCUMENTS, files=5, workers=2), DOCUMENTS)
