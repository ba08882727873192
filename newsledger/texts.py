"""Read what a person gives the command line: plain texts, JSON Lines, HTML and WARC files; and say what is wrong."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from newsledger.reading import Text
from schemas.context import Context


class BadInput(Exception):
    """One input that cannot be used; the others go on."""


class Complaints:
    """Collect what is wrong with single inputs: one line each on standard error, and a count for the exit status."""

    def __init__(self) -> None:
        """Start with no complaint."""
        self.count = 0

    def __call__(self, message: str) -> None:
        """Say one line on standard error and count it."""
        self.count += 1
        sys.stderr.write(f"newsledger: {message}\n")


def texts_of(paths: list[str], complain: Complaints) -> Iterator[Text]:
    """Yield the texts of files and, for `-`, of JSON Lines on standard input."""
    for path in paths:
        if path == "-":
            for number, line in enumerate(sys.stdin.buffer, 1):
                try:
                    yield text_of_line(line, f"standard input, line {number}", complain)
                except BadInput as bad:
                    complain(str(bad))
        else:
            try:
                yield Text(Path(path).name, _decoded(_bytes_of(path), path, complain), Context())
            except BadInput as bad:
                complain(str(bad))


def text_of_line(line: bytes, where: str, complain: Complaints) -> Text:
    """Return the text that one line of JSON gives; raise BadInput, naming the line and the remedy."""
    record = record_of_line(line, where, complain)
    if not isinstance(record.get("text"), str) or "id" not in record:
        raise BadInput(f'{where}: needs "id" and "text" (a string)')
    published = record.get("published")
    try:
        published_on = date.fromisoformat(str(published)[:10]) if published else None
    except ValueError:
        raise BadInput(f'{where}: "published" must be a date like 2026-11-24, not {published!r}') from None
    context = Context(
        published_on=published_on, country=record.get("country"), title=record.get("title"), url=record.get("url")
    )
    return Text(record["id"], record["text"], context)


def record_of_line(line: bytes, where: str, complain: Complaints) -> dict[str, Any]:
    """Return the object that one line of JSON holds; raise BadInput, naming the line and the remedy."""
    try:
        record = json.loads(_decoded(line, where, complain))
    except json.JSONDecodeError as error:
        raise BadInput(f"{where}: not JSON ({error.msg}); give one object a line") from None
    except RecursionError:
        raise BadInput(f"{where}: JSON nested too deeply") from None
    if not isinstance(record, dict):
        raise BadInput(f"{where}: not an object; give one object a line")
    return record


def _bytes_of(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}; give a readable file") from None


def _decoded(data: bytes, where: str, complain: Complaints) -> str:
    text = data.decode("utf-8", "replace")
    if "\ufffd" in text and (broken := text.count("\ufffd") - data.count(b"\xef\xbf\xbd")):
        complain(f"{where}: {broken} byte sequences are not UTF-8; read as U+FFFD")
    return text
