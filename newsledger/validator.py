"""Keep Great Expectations in a process of its own, ready for one staging file after another.

It takes five seconds and a quarter of a gigabyte to import. Who checks several runs pays that once, and who calls
`ready` long before the first check pays it on another core, while other steps work.
"""

import json
import subprocess
import sys
import tempfile
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from newsledger.settings import CHECKOUT

COMMAND = (sys.executable, "-m", "newsledger.validation")
_TOLD = 4000  # characters of a broken process's last words


class Validator:
    """A process that answers a line with a line; it ends when its pipe closes, so never outlives who started it."""

    def __init__(self, command: tuple[str, ...] = COMMAND) -> None:
        """Start the process without waiting for it."""
        self._last_words = tempfile.TemporaryFile()  # noqa: SIM115  (open as long as the process)
        self._process = subprocess.Popen(  # noqa: S603
            command, cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._last_words
        )

    @property
    def is_running(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def validate(self, staging: Path, news_day: date, languages: list[str]) -> dict[str, dict[str, Any]]:
        """Return the result of every rule by its id; raise RuntimeError with the process's last words if it broke.

        `languages` (ISO 639-1) are those that the run's sources declare.
        """
        question = {"staging": str(staging), "news_day": str(news_day), "languages": languages}
        answer = self._ask(json.dumps(question).encode() + b"\n")
        if not answer:
            status = self._process.wait()
            self._last_words.seek(0)
            told = self._last_words.read().decode(errors="replace")[-_TOLD:]
            raise RuntimeError(f"checking {staging} broke with status {status}:\n{told}")
        return {result["rule_id"]: result for result in json.loads(answer)}

    def close(self) -> None:
        """Let the process end, and wait for it."""
        self._process.communicate()
        self._last_words.close()

    def _ask(self, question: bytes) -> bytes:
        """Return the answering line, empty if the process has ended."""
        questions, answers = self._process.stdin, self._process.stdout
        if questions is None or answers is None:
            return b""
        with suppress(BrokenPipeError):
            questions.write(question)
            questions.flush()
        return answers.readline()


def ready() -> Validator:
    """Return this process's validator, started if none is running."""
    if not _started().is_running:
        _started.cache_clear()
    return _started()


@cache
def _started() -> Validator:
    return Validator()
