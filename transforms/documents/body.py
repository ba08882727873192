"""Take the running text out of a page, line by line, before residue is stripped."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

import trafilatura
from lxml.html import HtmlElement
from resiliparse.extract.html2text import extract_plain_text
from trafilatura.settings import Document as Extracted

from transforms.documents.copies import shingles_of

_SHORT = 1000  # characters; only what looks cut is worth a second opinion (4 of 439 pages, all rightly rescued)
_LONGER = 2  # a second opinion must have twice as much
_CONTAINED = 0.5  # and hold most of what the first found, or it is of something else
_SENTENCE_WORDS = 8
_BULLET = re.compile(r"^\s*-\s+|^\s*-$")


def extract_lines(tree: HtmlElement, html: str, article_body: str | None, url: str) -> list[str]:
    """Return the lines that trafilatura finds, or, if these are few, what the page's metadata or resiliparse have more.

    `article_body` is the text that the page states in its JSON-LD, if any. Returns no lines if nothing is found. Does
    not strip residue.
    """
    found = trafilatura.bare_extraction(tree, url=url or None, include_comments=False, include_tables=True)
    lines = lines_of(found.text or "") if isinstance(found, Extracted) else []
    prose = [line for line in lines if not line.startswith("|")]  # old sites set whole pages as a table
    if sum(map(len, prose)) >= _SHORT:
        return lines
    opinions = (lines_of(article_body or ""), _sentences(lines_of(_second_opinion(html))))
    return next((opinion for opinion in opinions if _is_better(opinion, prose)), lines)


def lines_of(text: str) -> list[str]:
    """Return the lines that say something, without the bullets of lists, in Unicode's composed form."""
    lines = (_BULLET.sub("", line).strip() for line in unicodedata.normalize("NFC", text).splitlines())
    return [line for line in lines if line]


def is_sentence(line: str) -> bool:
    """Tell whether a line is running text: eight words or more that end as a sentence ends."""
    return len(line.split()) >= _SENTENCE_WORDS and line.rstrip("”\"’')] ").endswith((".", "!", "?", "…", ":"))


def _second_opinion(html: str) -> str:
    text: str = extract_plain_text(html, main_content=True, alt_texts=False, links=False, comments=False)
    return text


def _sentences(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if is_sentence(line)]


def _is_better(opinion: Sequence[str], lines: Sequence[str]) -> bool:
    """Tell whether another extraction has far more, and in it most of what was found."""
    if sum(map(len, opinion)) < max(_SHORT, _LONGER * sum(map(len, lines))):
        return False
    mine, theirs = shingles_of("\n".join(_sentences(lines))), shingles_of("\n".join(opinion))
    return len(mine & theirs) >= _CONTAINED * len(mine)
