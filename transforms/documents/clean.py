"""Turn the bytes of a page into a document: the article's own text and what is known about it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from lxml.html import HtmlElement
from trafilatura.utils import load_html

from schemas.document import Document, DroppedLine
from schemas.faults import Rejected
from schemas.keys import key_of
from schemas.page import Page
from schemas.source import Source
from transforms.documents.admit import admit
from transforms.documents.body import extract_lines, lines_of
from transforms.documents.decode import decode
from transforms.documents.gaps import fill_gaps, mend_breaks
from transforms.documents.metadata import Metadata, read_metadata
from transforms.documents.names import names_in
from transforms.documents.origins import find_leaves, find_origins, letters_of
from transforms.documents.strip import strip
from transforms.documents.teasers import find_teasers


def clean(html: bytes, page: Page, source: Source) -> Document:
    """Return the document that a page holds.

    `html` is the body as served: HTML, or plain text if the page's content type says so. A blank line parts the
    text's blocks (paragraphs, headings, list items), so that no sentence is read across two. Raise Rejected with one
    of empty, too_large, not_text, soft_404, consent_page, not_an_article, too_short, paywalled_teaser, wrong_language.
    """
    characters = decode(html, page.content_type)
    if (page.content_type or "").startswith("text/plain"):
        metadata = Metadata()
        lines = lines_of(characters)
        kept, dropped = strip(lines, [None] * len(lines), metadata)
    else:
        tree: HtmlElement | None = load_html(characters)
        if tree is None:
            raise Rejected("not_text", "no HTML in it")
        metadata = read_metadata(tree, page.url)
        leaves = find_leaves(tree)
        found = extract_lines(tree, characters, metadata.article_body, page.url)
        lines = fill_gaps(leaves, mend_breaks(tree, found))
        kept, dropped = strip(lines, find_origins(leaves, lines, find_teasers(tree, page.url)), metadata)
    language = admit(kept, lines, metadata, characters, source.language)
    metadata = replace(metadata, byline=_byline(metadata, dropped))
    return _document(kept, dropped, language, metadata, page, source)


def _byline(metadata: Metadata, dropped: Iterable[DroppedLine]) -> str | None:
    """Return the authors; where the page names none, or only its site, those whose names stood above the text."""
    if metadata.byline and letters_of(metadata.byline) != letters_of(metadata.site or ""):
        return metadata.byline
    above = (names_in(line.text) for line in dropped if line.rule == "byline")
    return "; ".join(next(above, [])) or metadata.byline


def _document(
    kept: Sequence[str],
    dropped: tuple[DroppedLine, ...],
    language: str,
    metadata: Metadata,
    page: Page,
    source: Source,
) -> Document:
    text = "\n\n".join(kept)
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
