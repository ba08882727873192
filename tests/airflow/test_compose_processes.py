"""The processes of docker-compose.yml, started by hand, publish a news day on a real PostgreSQL."""

import json

import duckdb
import pytest

from tests.airflow.client import Airflow
from tests.airflow.rehearsal import new_database, rehearsed, server
from tests.services import require


@pytest.mark.slow
def test_the_processes_publish_a_news_day(tmp_path) -> None:
    postgres = require("PostgreSQL on 127.0.0.1:5432", server())
    with new_database(postgres) as database, rehearsed(tmp_path, database) as rehearsal:
        rehearsal.start_all()
        assert json.loads((tmp_path / "airflow" / "passwords.json").read_text("utf-8")) == {"admin": rehearsal.password}
        airflow = Airflow(rehearsal.port, rehearsal.password)
        airflow.wait_for_dags(5, seconds=120)
        airflow.trigger("ingest", {"day": "2026-10-05"})
        airflow.wait_for_success("report", 1, seconds=400)
        with duckdb.connect(str((tmp_path / "data" / "ledger.duckdb").resolve()), read_only=True) as ledger:
            published = ledger.execute("select status from ops.runs where partition_on = '2026-10-05'").fetchall()
            claims = ledger.execute("select count(*) from claims").fetchone()
        assert published == [("published",)]
        assert claims is not None
        assert claims[0] > 0
        assert list((tmp_path / "data" / "reports").glob("2026-10-05.1.html"))
