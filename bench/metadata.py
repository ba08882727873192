"""Compare what pages say of themselves, as cleaning reads it, with what their publishers state.

    python -m bench.metadata MANIFEST FOLDER [--wrong]

MANIFEST is JSON with `documents`: each with `id`, `url`, `page` (a file of FOLDER, HTML or gzipped HTML) and, where it
is known, `meta_gold` with `title`, `publishing_date` (ISO 8601, with a zone) and `authors`. Each is told twice: exact,
by every character, to the minute and in order; and alike, by letters and digits, by the day, and whatever the order.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.clean import SOURCE, page_at
from schemas.document import Document
from schemas.faults import Rejected
from transforms.documents.clean import clean
from transforms.documents.origins import letters_of


@dataclass(frozen=True)
class Compared:
    """One thing that a page says, and what its publisher does; whether they are the same, and whether alike."""

    name: str
    found: object
    stated: object
    is_exact: bool
    is_alike: bool


def compare(document: Document | None, stated: dict[str, Any]) -> Iterator[Compared]:
    """Yield the comparisons of one page; a page that was rejected has nothing right."""
    title = document.title if document else None
    wanted = " ".join(stated["title"].split())
    yield Compared("title", title, wanted, title == wanted, letters_of(title or "") == letters_of(wanted))
    at = document.published_at if document else None
    time = datetime.fromisoformat(stated["publishing_date"]).astimezone(UTC)
    is_exact, is_of_day = at is not None and _minute(at) == _minute(time), at is not None and at.date() == time.date()
    yield Compared("time", at, time, is_exact, is_of_day)
    authors = (document.byline or "").split("; ") if document and document.byline else []
    names = stated["authors"]
    is_alike = sorted(map(letters_of, authors)) == sorted(map(letters_of, names))
    yield Compared("authors", authors, names, authors == names, is_alike)


def _minute(time: datetime) -> datetime:
    return time.replace(second=0, microsecond=0)


def _cleaned(path: Path, url: str) -> Document | None:
    data = path.read_bytes()
    body = gzip.decompress(data) if path.suffix == ".gz" else data
    try:
        return clean(body, page_at(url, body), SOURCE)
    except Rejected:
        return None


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("manifest", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print what is not even alike, too")
    arguments = parser.parse_args()
    total, exact, alike = Counter[str](), Counter[str](), Counter[str]()
    for entry in json.loads(arguments.manifest.read_text("utf-8"))["documents"]:
        if "meta_gold" not in entry:
            continue
        document = _cleaned(arguments.folder / entry["page"], entry["url"])
        for compared in compare(document, entry["meta_gold"]):
            total[compared.name] += 1
            exact[compared.name] += compared.is_exact
            alike[compared.name] += compared.is_alike
            if arguments.wrong and not compared.is_alike:
                print(f"{entry['id']}: {compared.name} {compared.found!r}, stated {compared.stated!r}")
    print("| of the pages that say it | pages | exact | alike |\n| --- | --- | --- | --- |")
    for name, count in total.items():
        print(f"| {name} | {count} | {exact[name] / count:.2f} | {alike[name] / count:.2f} |")


if __name__ == "__main__":
    main()
