"""Serve the reports to a browser on this machine."""

import http.server
from functools import partial

from newsledger.settings import Settings
from schemas.faults import Permanent


class _Reports(http.server.SimpleHTTPRequestHandler):
    """Serve files with headers that keep a page from loading or running anything from elsewhere."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()


def serve_reports(settings: Settings, port: int) -> None:
    """Serve `data/reports` on 127.0.0.1 until interrupted; raise Permanent if the port is taken."""
    settings.reports.mkdir(parents=True, exist_ok=True)
    handler = partial(_Reports, directory=str(settings.reports))
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise Permanent(f"port {port}: {error.strerror}; choose another with --port") from None
    print(f"Reports: http://127.0.0.1:{port}/ (stop with Ctrl-C)", flush=True)  # noqa: T201
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
