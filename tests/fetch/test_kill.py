"""A fetch that is killed goes on where it was: nothing is lost, nothing is there twice."""

import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from newsledger.archive import Archive, responses
from newsledger.settings import CHECKOUT
from tests.fetch.site import State, serving
from tests.fetch.sources import DAY, SOURCE, taken

COUNT = 60
PROGRAM = """
import sys
from dataclasses import replace
from pathlib import Path
from newsledger.archive import Archive
from tests.fetch.sources import SOURCE, taken
taken(replace(SOURCE, kind="feed", location=sys.argv[1]), Archive(Path(sys.argv[2])))
"""


def killed_after(pages: int, feed: str, folder: Path) -> None:
    """Fetch in a process of its own, and kill it once the archive holds so many pages."""
    index = folder / DAY.isoformat() / "courier.jsonl"
    process = subprocess.Popen([sys.executable, "-c", PROGRAM, feed, str(folder)], cwd=CHECKOUT)
    while process.poll() is None and not (index.exists() and index.read_bytes().count(b"\n") >= pages):
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL


def test_a_fetch_that_is_killed_again_and_again_ends_whole(tmp_path: Path) -> None:
    state = State(links=[f"/{number}" for number in range(COUNT)], pause=0.02)
    state.text = {link: f"Page {link}" for link in state.links}
    with serving(state) as site:
        for pages in (1, 20, 40):
            killed_after(pages, f"{site}/feed", tmp_path)
        pages, refused = taken(replace(SOURCE, kind="feed", location=f"{site}/feed"), Archive(tmp_path))
    assert refused == []
    recorded = [response.url for response, _ in responses(tmp_path / DAY.isoformat() / "courier.warc.gz")]
    assert Counter(recorded) == Counter(site + link for link in state.links)
    archive = Archive(tmp_path)
    bodies = [archive.read(page.warc_path, page.warc_offset) for page in pages]
    assert sorted(bodies) == sorted(body.body for body, _ in responses(tmp_path / DAY.isoformat() / "courier.warc.gz"))
    assert state.times("/robots.txt") == 1  # kept from the first
    assert sum(map(state.times, state.links)) <= COUNT + 3 * 2  # under way when it was killed: two at once
