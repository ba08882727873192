"""Turn the bytes of a page into a document: the article's own text and what is known about it."""

import re
import unicodedata
from hashlib import sha256

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document as Extracted
from trafilatura.utils import load_html

from schemas.document import Document, DroppedLine
from schemas.faults import Rejected
from schemas.keys import key_of
from schemas.page import Page
from schemas.source import Source
from transforms.documents.decode import decode
from transforms.documents.language import identify_language
from transforms.documents.metadata import Metadata, read_metadata
from transforms.documents.origins import find_origins
from transforms.documents.strip import strip

_BULLET = re.compile(r"^\s*-\s+|^\s*-$")
_MIN_CHARACTERS = 250  # two sentences; below it nothing can be told from a teaser


def clean(html: bytes, page: Page, source: Source) -> Document:
    """Return the document that a page holds.

    `html` is the body as served: HTML, or plain text if the page's content type says so. Raise Rejected with one of
    empty, too_large, not_text, soft_404, not_an_article, too_short, paywalled_teaser, wrong_language.
    """
    characters = decode(html, page.content_type)
    if (page.content_type or "").startswith("text/plain"):
        lines = _lines(characters)
        kept, dropped = strip(lines, [None] * len(lines), Metadata())
        return _document(kept, dropped, Metadata(), page, source)
    tree: HtmlElement | None = load_html(characters)
    if tree is None:
        raise Rejected("not_text", "no HTML in it")
    metadata = read_metadata(tree, page.url)
    lines = _extracted(tree, page.url)
    kept, dropped = strip(lines, find_origins(tree, lines), metadata)
    return _document(kept, dropped, metadata, page, source)


def _extracted(tree: HtmlElement, url: str) -> list[str]:
    found = trafilatura.bare_extraction(tree, url=url or None, include_comments=False, include_tables=True)
    if not isinstance(found, Extracted) or not found.text:
        raise Rejected("not_an_article", "no running text")
    return _lines(found.text)


def _lines(text: str) -> list[str]:
    """Return the lines that say something, without the bullets of lists."""
    lines = (_BULLET.sub("", line).strip() for line in unicodedata.normalize("NFC", text).splitlines())
    return [line for line in lines if line]


def _document(
    lines: list[str], dropped: tuple[DroppedLine, ...], metadata: Metadata, page: Page, source: Source
) -> Document:
    text = "\n".join(lines)
    if len(text) < _MIN_CHARACTERS:
        raise Rejected("too_short", f"{len(text)} characters")
    language = identify_language(text)
    if language != source.language:
        raise Rejected("wrong_language", f"{language}, the source writes {source.language}")
    digest = sha256(text.encode()).hexdigest()
    article_id = key_of(source.outlet, metadata.canonical_url or page.url)
    return Document(
        document_id=key_of(article_id, digest),
        article_id=article_id,
        page_id=page.page_id,
        source=source.name,
        outlet=source.outlet,
        url=page.url,
        canonical_url=metadata.canonical_url,
        title=metadata.title,
        byline=metadata.byline,
        section=metadata.section,
        published_at=metadata.published_at,
        updated_at=metadata.updated_at,
        language=language,
        text=text,
        text_digest=digest,
        dropped_lines=dropped,
        fetched_at=page.fetched_at,
        warc_path=page.warc_path,
        warc_offset=page.warc_offset,
    )
