"""Find what a page states about its article in JSON-LD."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "LiveBlog")  # NewsArticle, ReportageNewsArticle, … end so
_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>)\s*$", re.DOTALL)


def article_node(tree: HtmlElement) -> dict[str, Any]:
    """Return the node of the article, its authors put in where it only refers to them, or an empty one."""
    nodes = [node for script in _scripts(tree) for node in _nodes(script)]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    for node in nodes:
        if any(str(kind).endswith(_ARTICLE_TYPES) for kind in as_list(node.get("@type"))):
            return {**node, "author": [_resolved(author, named) for author in as_list(node.get("author"))]}
    return {}


def as_list(value: Any) -> list[Any]:
    """Return a value that may be one, several or none as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _scripts(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            yield json.loads(_COMMENT.sub("", script.text or ""), strict=False)
        except ValueError:
            continue


def _nodes(parsed: Any) -> Iterator[dict[str, Any]]:
    for node in as_list(parsed):
        if isinstance(node, dict):
            yield node
            yield from _nodes(node.get("@graph"))
            yield from _nodes(node.get("mainEntity"))


def _resolved(author: Any, named: dict[str, dict[str, Any]]) -> Any:
    if not isinstance(author, dict) or author.get("name"):
        return author
    return named.get(str(author.get("@id")), author)
