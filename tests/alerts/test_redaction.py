"""Secrets are masked, and nothing else is."""

import pytest

from newsledger.redaction import redacted

ENVIRONMENT = {
    "NEWSLEDGER_ALERT_URL": "jsons://hook.example/s3cr3t-path",
    "AIRFLOW_CONN_ON_CALL": '{"extra": {"config": {"path": "ntfy://topic-of-ours"}}}',
    "DB_PASSWORD": "swordfish",
    "HOME": "/home/ada",
    "SHORT_TOKEN": "a",
}


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("posting to jsons://hook.example/s3cr3t-path failed", "posting to *** failed"),
        ("login with swordfish refused", "login with *** refused"),
        ("postgresql://ledger:hunter2@db/ledger is down", "postgresql://***@db/ledger is down"),
        ("GET https://api.example/v1?page=2&api_key=12ab34&x=1", "GET https://api.example/v1?page=2&api_key=***&x=1"),
        ("amqp://only-a-token@queue.example", "amqp://***@queue.example"),
    ],
)
def test_a_secret_is_masked(text: str, safe: str) -> None:
    assert redacted(text, ENVIRONMENT) == safe


@pytest.mark.parametrize(
    "text",
    [
        "Write to ada@example.org about https://courier.example/flood?page=2",
        "/home/ada holds a flood of data",
        "Run 2026-10-05.1 was held by claims_key_unique: key of 7 rows",
    ],
)
def test_what_is_no_secret_is_left(text: str) -> None:
    assert redacted(text, ENVIRONMENT) == text
