"""Read what a page says about itself: headline, authors, times, section, its own address."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import courlan
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from transforms.documents.origins import letters_of

_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "LiveBlog")  # NewsArticle, ReportageNewsArticle, … end so
_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>)\s*$", re.DOTALL)
_SITE_SUFFIX = re.compile(r"\s+[|\u2013\u2014»-]\s+([^|\u2013\u2014»]{2,40})$")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """What a page says about itself; null where it does not."""

    title: str | None = None
    byline: str | None = None
    section: str | None = None
    site: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    canonical_url: str | None = None
    article_body: str | None = None
    is_article: bool = False
    is_free: bool = True


def read_metadata(tree: HtmlElement, url: str) -> Metadata:
    """Return what the page states, JSON-LD first, then meta tags, then trafilatura's guesses.

    Times are UTC; one without a zone is taken as UTC, one without a time of day as midnight.
    """
    node = _article_node(tree)
    meta = _meta_tags(tree)
    stated = Metadata(
        title=_line(node.get("headline")) or None,
        byline=_authors(node.get("author")),
        section=_section(node.get("articleSection")) or meta.get("article:section"),
        site=meta.get("og:site_name"),
        published_at=_time(node.get("datePublished")) or _time(meta.get("article:published_time")),
        updated_at=_time(node.get("dateModified")) or _time(meta.get("article:modified_time")),
        canonical_url=_canonical(tree, meta, url),
        article_body=_body(node.get("articleBody")),
        is_article=bool(node) or meta.get("og:type") == "article",
        is_free=str(node.get("isAccessibleForFree", True)).lower() != "false",
    )
    return _with_guesses(stated, tree, url)


def _with_guesses(stated: Metadata, tree: HtmlElement, url: str) -> Metadata:
    if stated.title and stated.byline and stated.published_at:
        return _finished(stated, stated.title)
    guessed = extract_metadata(tree, url or None)
    found = Metadata(
        **{
            **vars(stated),
            "byline": stated.byline or guessed.author or None,
            "site": stated.site or guessed.sitename,
            "published_at": stated.published_at or _time(guessed.date),
        }
    )
    return _finished(found, stated.title or guessed.title)


def _finished(found: Metadata, title: str | None) -> Metadata:
    return Metadata(**{**vars(found), "title": _without_site(title, found.site)})


def _without_site(title: str | None, site: str | None) -> str | None:
    """Cut the site's name off a headline: "Rates rise | The Courier" becomes "Rates rise"."""
    if not title:
        return None
    suffix = _SITE_SUFFIX.search(title)
    if suffix and site and letters_of(suffix[1]) in (letters_of(site), letters_of(site).removeprefix("the")):
        return title[: suffix.start()]
    return title


def _article_node(tree: HtmlElement) -> dict[str, Any]:
    """Return the JSON-LD node of the article, or an empty one."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            parsed = json.loads(_COMMENT.sub("", script.text or ""), strict=False)
        except ValueError:
            continue
        for node in _nodes(parsed):
            if any(str(kind).endswith(_ARTICLE_TYPES) for kind in _list(node.get("@type"))):
                return node
    return {}


def _nodes(parsed: Any) -> Iterator[dict[str, Any]]:
    for node in _list(parsed):
        if isinstance(node, dict):
            yield node
            yield from _nodes(node.get("@graph"))
            yield from _nodes(node.get("mainEntity"))


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for element in tree.iterfind(".//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _line(element.get("content"))
        if name and content:
            tags.setdefault(name.lower(), content)
    return tags


def _canonical(tree: HtmlElement, meta: dict[str, str], url: str) -> str | None:
    link = tree.find(".//link[@rel='canonical'][@href]")
    stated = link.get("href") if link is not None else meta.get("og:url")
    if not stated:
        return None
    base = url if url.startswith("http") else None
    absolute = courlan.fix_relative_urls(base, stated) if base else stated
    return courlan.normalize_url(absolute) if absolute.startswith("http") else None


def _authors(value: Any) -> str | None:
    names = [_line(item.get("name") if isinstance(item, dict) else item) for item in _list(value)]
    distinct: dict[str, str] = {}
    for name in names:
        if name and not name.startswith("http"):
            distinct.setdefault(letters_of(name), name)
    return "; ".join(distinct.values()) or None


def _section(value: Any) -> str | None:
    return next((_line(item) for item in _list(value) if _line(item)), None)


def _body(value: Any) -> str | None:
    return html.unescape(value).strip() or None if isinstance(value, str) else None


def _line(value: Any) -> str:
    if isinstance(value, list):
        value = next(iter(value), "")
    return _SPACES.sub(" ", html.unescape(value)).strip() if isinstance(value, str) else ""


def _time(value: Any) -> datetime | None:
    """Read an ISO 8601 time as UTC; anything else is no time."""
    try:
        time = datetime.fromisoformat(_line(value))
    except ValueError:
        return None
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
