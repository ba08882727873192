"""Alerts reach a real mail server and a real HTTP sink on this machine."""

import http.server
import json
import socket
import threading
from collections.abc import Iterator
from email.message import Message

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler

from newsledger.alerts import alerts_of_verdict, deliver, keep
from newsledger.settings import Settings
from tests.alerts.test_alerts import NOW, RUN, failure, settings  # noqa: F401  (a fixture)


class Mailbox(MessageHandler):
    def __init__(self) -> None:
        super().__init__()
        self.messages: list[Message] = []

    def handle_message(self, message: Message) -> None:
        self.messages.append(message)


@pytest.fixture
def mail() -> Iterator[tuple[Mailbox, int]]:
    box = Mailbox()
    port = _free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, port
    controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:  # the controller connects to its own port to start, so it cannot be 0
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def sink() -> Iterator[tuple[list[dict], int]]:
    received: list[dict] = []

    class Sink(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Sink)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield received, server.server_address[1]
    server.shutdown()
    server.server_close()


def test_a_mail_arrives_with_subject_and_examples(
    settings: Settings,  # noqa: F811
    mail: tuple[Mailbox, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    box, port = mail
    url = f"mailto://127.0.0.1:{port}/?from=ledger@example.org&to=oncall@example.org&smtp=127.0.0.1&mode=insecure"
    monkeypatch.setenv("TEST_ALERT_URL", url)
    keep(settings, alerts_of_verdict(RUN, [failure()], set(), NOW))
    assert deliver(settings) == []
    [message] = box.messages
    assert "held by claims_span" in str(message["Subject"])
    assert "claim a1" in str(message)


def test_a_post_arrives(settings: Settings, sink: tuple[list[dict], int], monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    received, port = sink
    monkeypatch.setenv("TEST_ALERT_URL", f"json://127.0.0.1:{port}/alert")
    keep(settings, alerts_of_verdict(RUN, [failure()], set(), NOW))
    assert deliver(settings) == []
    assert "held by claims_span" in received[0]["title"]


def test_a_dead_sink_leaves_the_alert_waiting(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.setenv("TEST_ALERT_URL", "json://127.0.0.1:9/alert")
    keep(settings, alerts_of_verdict(RUN, [failure()], set(), NOW))
    [waiting] = deliver(settings)
    assert "TEST_ALERT_URL" in (waiting.error or "")
