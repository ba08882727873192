"""A news site on loopback that does what the web does; each path is one behaviour."""

import gzip
import http.server
import sys
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import brotli
import zstandard

Headers = dict[str, str]
_MB = 1024 * 1024
ZSTD_BOMB = zstandard.compress(bytes(50 * _MB), 1)
GZIP_BOMB = gzip.compress(bytes(50 * _MB), 1)  # ready beforehand: packing takes longer than a client waits
BROTLI_BOMB = brotli.compress(bytes(50 * _MB), quality=1)


def article(text: str) -> str:
    return f"<html><head><title>{text}</title></head><body><article><p>{text}</p></article></body></html>"


def rss(*links: str) -> str:
    items = "".join(f"<item><title>x</title><link>{link}</link></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Site</title>{items}</channel></rss>'


def timed_rss(links: list[str]) -> str:
    """Return a feed of one article an hour."""
    items = "".join(
        f"<item><link>{link}</link><pubDate>Mon, 05 Oct 2026 {hour:02}:00:00 GMT</pubDate></item>"
        for hour, link in enumerate(links)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Site</title>{items}</channel></rss>'


def sitemap(*entries: str) -> str:
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(entries)}</urlset>'


@dataclass
class State:
    """What tests set and see."""

    robots: str | int = 404
    front: str = ""
    links: list[str] = field(default_factory=list)
    sitemap_links: list[str] = field(default_factory=list)  # those of the feed if there are none
    text: dict[str, str] = field(default_factory=dict)  # articles by path; /a is served at /a
    pages: dict[str, tuple[str, bytes]] = field(default_factory=dict)  # whole pages by path: content type and bytes
    pause: float = 0.0  # seconds before each page
    archive: bytes = b""
    breaks: int = 0  # how often the archive breaks off
    asked: list[tuple[float, str, Headers]] = field(default_factory=list)

    def times(self, path: str) -> int:
        return Counter(p for _, p, _ in self.asked)[path]

    def headers(self, path: str) -> Headers:
        return [h for _, p, h in self.asked if p == path][-1]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    state: State

    def do_GET(self) -> None:
        self.state.asked.append((time.monotonic(), self.path, {k.lower(): v for k, v in self.headers.items()}))
        special = getattr(
            self, "on_" + self.path.strip("/").replace(".", "_").replace("/", "_").replace("-", "_"), None
        )
        if special:
            special()
        elif self.path in self.state.pages:
            kind, body = self.state.pages[self.path]
            self.give(200, body, {"Content-Type": kind})
        elif self.path in self.state.text:
            time.sleep(self.state.pause)
            self.give_with_validators(self.state.text[self.path])
        else:
            self.give(404, "not here")

    def give(self, status: int, body: str | bytes, headers: Headers | None = None) -> None:
        raw = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def give_with_validators(self, text: str) -> None:
        etag = f'"{zlib.crc32(text.encode())}"'
        if self.headers.get("If-None-Match") == etag:
            self.give(304, b"", {"ETag": etag})
        else:
            self.give(200, article(text), {"ETag": etag, "Set-Cookie": "session=secret"})

    def redirect(self, location: str, status: int = 301) -> None:
        self.give(status, "", {"Location": location})

    def on_robots_txt(self) -> None:
        robots = self.state.robots
        self.give(*((robots, "") if isinstance(robots, int) else (200, robots)), {"Content-Type": "text/plain"})

    def on_feed(self) -> None:
        self.give(200, rss(*self.state.links), {"Content-Type": "application/rss+xml"})

    def on_feed_steady(self) -> None:
        if self.headers.get("If-None-Match") == '"1"':
            self.give(304, b"", {"ETag": '"1"'})
        else:
            self.give(200, rss(*self.state.links), {"ETag": '"1"'})

    def on_feed_cut(self) -> None:
        self.give(200, rss(*self.state.links)[: -len("</link></item></channel></rss>") - 2])

    def on_feed_down(self) -> None:
        self.give(503, "later")

    def on_feed_entities(self) -> None:
        names = [f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9)]
        bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "lol">{"".join(names)}]>'
        self.give(200, bomb + rss("/one").removeprefix('<?xml version="1.0"?>').replace(">x<", ">&a9;<"))

    def on_feed_file(self) -> None:
        self.give(200, "/etc/hostname")

    def on_prose(self) -> None:
        self.give(200, "Just prose.")

    def on_front(self) -> None:
        self.give(200, '<html><head><link rel="alternate" type="application/rss+xml" href="feed"></head></html>')

    def on_(self) -> None:
        self.give(200, self.state.front)

    def on_timed_feed(self) -> None:
        self.give(200, timed_rss(self.state.links), {"Content-Type": "application/rss+xml"})

    def links_of_sitemap(self) -> list[str]:
        return self.state.sitemap_links or self.state.links

    def on_sitemap_xml(self) -> None:
        entries = (f"<url><loc>http://{self.headers['Host']}{link}</loc></url>" for link in self.links_of_sitemap())
        self.give(200, gzip.compress(sitemap(*entries).encode()), {"Content-Type": "application/gzip"})

    def on_news_index_xml(self) -> None:
        self.on_index_xml()

    def on_index_xml(self) -> None:
        loc = f"<sitemap><loc>http://{self.headers['Host']}/sitemap.xml</loc></sitemap>"
        self.give(200, f"<sitemapindex>{loc}</sitemapindex>")

    def on_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"drop ")
            self.wfile.flush()
            time.sleep(0.1)

    def on_silent(self) -> None:
        time.sleep(1.5)
        self.give(200, article("late"))

    def on_reset(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"half")
        self.close_connection = True

    def on_once_busy(self) -> None:
        if self.state.times("/once-busy") == 1:
            self.give(429, "", {"Retry-After": "1"})
        else:
            self.give(200, article("at last"))

    def on_always_busy(self) -> None:
        self.give(429, "", {"Retry-After": "3600"})

    def on_broken_server(self) -> None:
        self.give(500, "")

    def on_loop(self) -> None:
        self.redirect("/loop")

    def on_moved(self) -> None:
        self.redirect("/one")

    def on_to_metadata(self) -> None:
        self.redirect("http://169.254.169.254/latest/meta-data/")

    def on_to_file(self) -> None:
        self.redirect("file:///etc/passwd")

    def on_to_secret(self) -> None:
        self.redirect(f"http://user:secret@{self.headers['Host']}/one")

    def on_large(self) -> None:
        self.send_response(200)
        self.end_headers()
        piece = b"x" * _MB
        for _ in range(100):
            self.wfile.write(piece)

    def on_said_large(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(100 * _MB))
        self.end_headers()

    def on_bomb_gzip(self) -> None:
        self.give(200, GZIP_BOMB, {"Content-Encoding": "gzip"})

    def on_bomb_brotli(self) -> None:
        self.give(200, BROTLI_BOMB, {"Content-Encoding": "br"})

    def on_bomb_zstd(self) -> None:
        self.give(200, ZSTD_BOMB, {"Content-Encoding": "zstd"})

    def on_bad_gzip(self) -> None:
        self.give(200, b"\x1f\x8b no gzip", {"Content-Encoding": "gzip"})

    def on_film(self) -> None:
        self.give(200, b"\x00" * 64, {"Content-Type": "video/mp4"})

    def on_gone(self) -> None:
        self.give(410, "")

    def on_forbidden(self) -> None:
        self.give(403, "")

    def on_archive_warc_gz(self) -> None:
        """Give a file from where it is asked for, and, while told to, only half of what there is."""
        whole, start = self.state.archive, int((self.headers.get("Range") or "bytes=0-")[6:-1])
        rest = whole[start:]
        given = rest[: len(rest) // 2] if self.state.times("/archive.warc.gz") <= self.state.breaks else rest
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(given)
        self.close_connection = len(given) < len(rest)

    def log_message(self, *_: object) -> None: ...


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that hang up, as ours does when it has seen enough."""


@contextmanager
def serving(state: State, host: str = "127.0.0.1", port: int = 0) -> Iterator[str]:
    """Serve a site and give its address."""
    handler: Callable[..., Handler] = type("SiteHandler", (Handler,), {"state": state})
    server = Server((host, port), handler)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(0.0002)  # client and server share one interpreter, and should wait for each other less
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://{host}:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        sys.setswitchinterval(interval)
