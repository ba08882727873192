"""Alerts reach a real mail server, over TLS, and a real webhook on this machine; no secret is logged on the way."""

import http.server
import json
import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import timedelta
from email.message import Message
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from newsledger.delivery import deliver
from newsledger.doctor import examine
from newsledger.outbox import keep, outbox
from newsledger.settings import Settings, utc_now
from tests.alerts.alerts import alert, installed

SECRET = "op3n-sesame"  # noqa: S105  (invented)


class Mailbox(MessageHandler):
    def __init__(self) -> None:
        super().__init__()
        self.messages: list[Message] = []

    def handle_message(self, message: Message) -> None:
        self.messages.append(message)


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    return installed(tmp_path, "routes: [{name: oncall, variable: TEST_ALERT_URL}]")


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Make a certificate for 127.0.0.1, signed by itself; key and certificate in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = utc_now()
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "server.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture
def mail(certificate: Path) -> Iterator[tuple[Mailbox, int]]:
    """Serve mail that asks for TLS first, then for a password."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    box, port = Mailbox(), _free_port()

    def authenticate(*arguments: object) -> AuthResult:
        given = arguments[-1]
        is_right = isinstance(given, LoginPassword) and given.password == SECRET.encode()
        return AuthResult(success=is_right)

    controller = Controller(
        box,
        hostname="127.0.0.1",
        port=port,
        tls_context=context,
        require_starttls=True,
        auth_required=True,
        authenticator=authenticate,
    )
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


def mail_url(port: int, password: str = SECRET) -> str:
    return (
        f"mailtos://ledger:{password}@localhost:{port}/?from=ledger@example.org&to=oncall@example.org"
        "&smtp=localhost&mode=starttls"
    )


def test_a_mail_arrives_over_tls(
    here: Settings, mail: tuple[Mailbox, int], certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, port = mail
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("TEST_ALERT_URL", mail_url(port))
    keep(here, [alert(subject="newsledger: held", body="Example: claim a1")])
    assert deliver(here) == []
    [message] = box.messages
    assert str(message["Subject"]) == "newsledger: held"
    assert "claim a1" in str(message)


def test_a_mail_server_that_nobody_vouches_for_gets_no_password(
    here: Settings, mail: tuple[Mailbox, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    box, port = mail
    monkeypatch.setenv("TEST_ALERT_URL", mail_url(port))
    keep(here, [alert()])
    assert [a.attempt_count for a in deliver(here)] == [1]
    assert box.messages == []


def test_a_post_arrives(here: Settings, sink: tuple[list[dict], int], monkeypatch: pytest.MonkeyPatch) -> None:
    received, port = sink
    monkeypatch.setenv("TEST_ALERT_URL", f"json://127.0.0.1:{port}/alert")
    keep(here, [alert(subject="newsledger: held")])
    assert deliver(here) == []
    assert (received[0]["title"], received[0]["type"]) == ("newsledger: held", "failure")


def test_a_refused_alert_waits_and_the_doctor_says_so_and_no_secret_leaks(
    here: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("TEST_ALERT_URL", f"jsons://ledger:{SECRET}@127.0.0.1:9/{SECRET}?-x-token={SECRET}")
    keep(here, [alert(subject="newsledger: held")])
    [waits] = deliver(here)
    assert (waits.attempt_count, waits.error) == (1, "route oncall did not take it")
    [finding] = [f for f in examine(here) if f.subject == "alerts" and not f.is_well]
    assert "refused 1 times: route oncall did not take it; mend the route" in finding.detail
    said = caplog.text + "".join(capfd.readouterr()) + finding.detail + repr(outbox(here))
    assert SECRET not in said
