"""Read what a page says about itself: headline, authors, times, section, its own address."""

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import courlan
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from transforms.documents.json_ld import article_node, as_list
from transforms.documents.names import names_in
from transforms.documents.origins import letters_of

# What sites call these in their meta tags, the most widespread first.
_PUBLISHED = (
    "article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued", "dcterms.created", "dc.date",
    "datecreated", "date", "sailthru.date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "last_updated_date", "article.updated", "lastmod",
    "dcterms.modified", "date.modified", "http://ogp.me/ns/article#modified_time",
)  # fmt: skip
_SECTION = (
    "article:section", "parsely-section", "articlesection", "section", "prism.section", "page.section",
    "cxenseparse:section", "http://ogp.me/ns/article#section",
)  # fmt: skip
_SITE_SUFFIX = re.compile(r"\s+[|\u2013\u2014»-]\s+([^|\u2013\u2014»]{2,40})$")
_HEADLINE_WORDS = 3
_SPACES = re.compile(r"\s+")
_HAS_CLOCK = re.compile(r"\d[T ]\d\d:?\d\d")
# "Ada Brink | Valley Media", "Ada Brink Oct 6"
_AFFILIATION = re.compile(
    r"\s*\|.*$|,\s*[\w-]+\.(?:com?|org|net)\b.*$|\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d.*$",
    re.IGNORECASE,
)


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

    Times are UTC; one without a zone is taken as UTC, one without a time of day as midnight. The title is the headline
    that two of JSON-LD, meta tags and the page's own heading agree on, as JSON-LD may hold one for search engines.
    """
    node = article_node(tree)
    meta = _meta_tags(tree)
    site = meta.get("og:site_name")
    stated = Metadata(
        title=_headline(_line(node.get("headline")), _without_site(meta.get("og:title", ""), site), _headings(tree)),
        byline=_authors(node.get("author")) or _authors_of(meta.get("author", ""), site),
        section=_section(node.get("articleSection")) or _first(meta, _SECTION),
        site=site,
        published_at=_time(node.get("datePublished")) or _first_time(meta, _PUBLISHED),
        updated_at=_time(node.get("dateModified")) or _first_time(meta, _UPDATED),
        canonical_url=_canonical(tree, meta, url),
        article_body=_body(node.get("articleBody")),
        is_article=bool(node) or meta.get("og:type") == "article",
        is_free=str(node.get("isAccessibleForFree", True)).lower() != "false",
    )
    return stated if stated.title and stated.byline and stated.published_at else _with_guesses(stated, tree, url)


def _with_guesses(stated: Metadata, tree: HtmlElement, url: str) -> Metadata:
    guessed = extract_metadata(tree, url or None, extensive=stated.published_at is None)  # dates cost most
    site = stated.site or guessed.sitename
    return replace(
        stated,
        title=_without_site(stated.title or guessed.title or "", site) or None,
        byline=stated.byline or _distinct((guessed.author or "").split("; ")),
        site=site,
        published_at=stated.published_at or _guessed_time(guessed.date),
    )


def _guessed_time(date: str | None) -> datetime | None:
    """Return a guessed day; none for a first of January, which is what "© 2026" is taken for."""
    return None if (date or "").endswith("-01-01") else _time(date)


def _headline(stated: str, shared: str, headings: Iterable[str]) -> str | None:
    """Return the headline that two of the three agree on; else what JSON-LD states, or the heading in what is shared.

    "The view on rates | Editorial" is shared of the heading "The view on rates".
    """
    if stated and letters_of(stated) == letters_of(shared):
        return stated
    long_enough = [heading for heading in headings if len(heading.split()) >= _HEADLINE_WORDS]
    for heading in long_enough:
        if letters_of(heading) in (letters_of(stated), letters_of(shared)):
            return heading
    within = (heading for heading in long_enough if letters_of(shared).startswith(letters_of(heading)))
    return stated or next(within, shared) or None


def _headings(tree: HtmlElement) -> list[str]:
    return [_line("".join(heading.itertext())) for heading in tree.iter("h1")]


def _without_site(title: str, site: str | None) -> str:
    """Cut the site's name off a headline: "Rates rise | The Courier" becomes "Rates rise"."""
    suffix = _SITE_SUFFIX.search(title)
    if suffix and site and letters_of(suffix[1]) in (letters_of(site), letters_of(site).removeprefix("the")):
        return title[: suffix.start()]
    return title


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for element in tree.iterfind(".//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _line(element.get("content"))
        if name and content:
            tags.setdefault(name.lower(), content)
    return tags


def _first(meta: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _first_time(meta: Mapping[str, str], names: Iterable[str]) -> datetime | None:
    """Return the first time that says more than its day, or else the first that says the day."""
    stated = [(time, meta[name]) for name in names if name in meta and (time := _time(meta[name]))]
    with_clock = (time for time, text in stated if _HAS_CLOCK.search(text))
    return next(with_clock, stated[0][0] if stated else None)


def _canonical(tree: HtmlElement, meta: dict[str, str], url: str) -> str | None:
    link = tree.find(".//link[@rel='canonical'][@href]")
    stated = link.get("href") if link is not None else meta.get("og:url")
    if not stated:
        return None
    base = url if url.startswith("http") else None
    absolute = courlan.fix_relative_urls(base, stated) if base else stated
    return courlan.normalize_url(absolute) if absolute.startswith("http") else None


def _authors(value: Any) -> str | None:
    return _distinct(_line(item.get("name") if isinstance(item, dict) else item) for item in as_list(value))


def _authors_of(stated: str, site: str | None) -> str | None:
    """Return the names in a meta tag; none if it holds anything but names and the name of the site."""
    return _distinct(name for name in names_in(stated) if not letters_of(site or "").startswith(letters_of(name)))


def _distinct(names: Iterable[str]) -> str | None:
    """Return names without affiliations and addresses, each once, whatever its spelling ("ada-brink")."""
    distinct: dict[str, str] = {}
    for name in (_AFFILIATION.sub("", name) for name in names):
        if name and not name.startswith("http"):
            distinct.setdefault(letters_of(name), name)
    return "; ".join(distinct.values()) or None


def _section(value: Any) -> str | None:
    return next((_line(item) for item in as_list(value) if _line(item)), None)


def _body(value: Any) -> str | None:
    return html.unescape(value).strip() or None if isinstance(value, str) else None


def _line(value: Any) -> str:
    if isinstance(value, list):
        value = next(iter(value), "")
    return _SPACES.sub(" ", html.unescape(value)).strip() if isinstance(value, str) else ""


def _time(value: Any) -> datetime | None:
    """Read a time of ISO 8601, or of mail ("19 Nov 2019 07:09 GMT"), as UTC; anything else is no time."""
    text = _line(value)
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            time = read(text)
            return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            continue
    return None
