"""Admit what is an article in the language of its source; reject the rest with a reason."""

import re
from collections.abc import Sequence

from schemas.faults import Rejected
from transforms.documents.body import is_sentence
from transforms.documents.language import identify_language
from transforms.documents.metadata import Metadata

_MIN_CHARACTERS = 250  # two sentences; below it nothing can be told from a teaser
_MIN_SENTENCE_SHARE = 0.3  # of the characters; menus and tables of results have next to none, poems and lists half
_LOST_PAGE_CHARACTERS = 1500
_TEASER_CHARACTERS = 900
_LOST_PAGE = re.compile(
    r"\b(?:page|article|story|content|url)\b.{0,30}\b(?:(?:not|cannot|can't|couldn't) be found"
    r"|no longer (?:available|exists?))\b"
    r"|\bpage not found\b|^error 404\b|^404\s*(?:$|[|:.–—-])|\b404 (?:error|not found)\b"
    r"|\bpage (?:that )?you (?:are looking for|were looking for|requested)\b",
    re.IGNORECASE,
)
_CONSENT_CHARACTERS = 5000
_CONSENT_SHARE = 0.6  # of the characters, in lines in which a site speaks of its cookies and your data
_CONSENT = re.compile(
    r"\b(?:we|our|us)\b.{0,80}\b(?:cookies?|personal data|tracking technolog\w+|partners (?:store|process|use))\b"
    r"|\byour (?:consent|choices|device|(?:personal |browsing )?data|privacy|preferences)\b"
    r"|\b(?:accept|reject|refuse|decline) (?:all|cookies)\b|\b(?:cookie|privacy) (?:policy|settings|notice)\b",
    re.IGNORECASE,
)
_PAGE_TITLE = re.compile(r"<title[^>]*>([^<]*)", re.IGNORECASE)
_WALL = re.compile(
    r"subscribe to (?:continue|read|unlock)|to continue reading|already a (?:subscriber|member)|for subscribers only"
    r"|subscriber[- ]only|(?:exclusive|available) (?:to|for) subscribers|unlock this (?:article|story)",
    re.IGNORECASE,
)


def admit(kept: Sequence[str], extracted: Sequence[str], metadata: Metadata, html: str, language: str) -> str:
    """Return the language of the kept lines, or raise Rejected.

    `extracted` are the lines before stripping, `language` is what the source writes in (ISO 639-1). Reasons:
    empty, soft_404, consent_page, not_an_article, too_short, paywalled_teaser, wrong_language.
    """
    if not extracted:
        raise Rejected("empty", "no text on the page")
    text = "\n".join(kept)
    if _is_lost_page(text, metadata, html):
        raise Rejected("soft_404", metadata.title or text[:80])
    if not metadata.is_article and _is_consent(extracted):
        raise Rejected("consent_page", extracted[0])
    if len(text) < _MIN_CHARACTERS:
        _reject_short(text, extracted)
    if sum(len(line) for line in kept if is_sentence(line)) < _MIN_SENTENCE_SHARE * len(text):
        raise Rejected("not_an_article", f"{len(kept)} lines, hardly a sentence among them")
    if _is_teaser(text, metadata, html):
        raise Rejected("paywalled_teaser", f"{len(text)} characters before the wall")
    found = identify_language(text)
    if found != language:
        raise Rejected("wrong_language", f"{found}, the source writes {language}")
    return found


def _reject_short(text: str, extracted: Sequence[str]) -> None:
    if sum(map(len, extracted)) >= _MIN_CHARACTERS and not any(map(is_sentence, extracted)):
        raise Rejected("not_an_article", f"{len(extracted)} lines of links and labels")
    raise Rejected("too_short", f"{len(text)} characters")


def _is_lost_page(text: str, metadata: Metadata, html: str) -> bool:
    """Tell whether a page of few words says that there is no such page."""
    if metadata.is_article or len(text) > _LOST_PAGE_CHARACTERS:
        return False
    page_title = _PAGE_TITLE.search(html)
    return any(map(_LOST_PAGE.search, (metadata.title or "", page_title[1] if page_title else "", text)))


def _is_consent(lines: Sequence[str]) -> bool:
    """Tell whether a page asks for a consent to cookies instead of showing what it holds."""
    whole = sum(map(len, lines))
    return whole <= _CONSENT_CHARACTERS and _CONSENT_SHARE * whole <= sum(
        len(line) for line in lines if _CONSENT.search(line)
    )


def _is_teaser(text: str, metadata: Metadata, html: str) -> bool:
    """Tell whether a text of few words breaks off at a wall; not every page that says it is not free is cut."""
    if len(text) > _TEASER_CHARACTERS:
        return False
    is_cut = text.endswith(("…", "...")) or not metadata.is_free
    return is_cut and bool(_WALL.search(html))
