"""Find the blocks of a page that announce other articles: a linked headline and a few words, several in a row."""

from collections import defaultdict
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_MOST_CHARACTERS = 400  # of a teaser; a post of a live blog or an item of a list has more, or leads nowhere else
_LEAST_BLOCKS = 3  # beside each other


def find_teasers(tree: HtmlElement, url: str) -> set[HtmlElement]:
    """Return the elements that each hold one teaser; `url` is the page's own.

    A headline counts if its link leads to another page of the same site: those of a live blog lead to the page itself,
    those of a list of things to do or to buy to other sites.
    """
    blocks: dict[HtmlElement, list[HtmlElement]] = defaultdict(list)
    for heading in tree.iter(*_HEADINGS):
        if _leads_elsewhere(heading, url):
            block = _block_of(heading)
            parent = block.getparent()
            if parent is not None and block is not heading:
                blocks[parent].append(block)
    return {block for beside in blocks.values() if len(set(beside)) >= _LEAST_BLOCKS for block in beside}


def _leads_elsewhere(heading: HtmlElement, url: str) -> bool:
    link = next(heading.iter("a"), None)
    if link is None:
        link = next(heading.iterancestors("a"), None)
    here = urlsplit(url)
    try:
        there = urlsplit(urljoin(url, "" if link is None else link.get("href", "")))
    except ValueError:
        return False
    return bool(there.netloc == here.netloc and there.path.rstrip("/") != here.path.rstrip("/"))


def _block_of(heading: HtmlElement) -> HtmlElement:
    """Return the largest element around a headline that holds no more than a teaser does."""
    block = heading
    for ancestor in heading.iterancestors():
        if _headlines(ancestor) > 1 or _length(ancestor) > _MOST_CHARACTERS:
            break
        block = ancestor
    return block


def _headlines(element: HtmlElement) -> int:
    return sum(1 for _ in element.iter(*_HEADINGS))


def _length(element: HtmlElement) -> int:
    return len(etree.tostring(element, method="text", encoding="unicode", with_tail=False).strip())
