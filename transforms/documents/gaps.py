"""Put back what the extraction skipped: sentences between two paragraphs of the same make, words within a sentence.

Extraction drops what is mostly links, and so now and then a sentence of the article that is one long link. Where the
page sets such a sentence just as it sets the paragraph before or after it, it is one of them. A heading that stands
beside both paragraphs, in the same element, is a subhead.
"""

import re
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.html import HtmlElement

from transforms.documents.origins import Leaf, letters_of

_MOST_BETWEEN = 8  # elements between two paragraphs; more is a block of its own, such as a list of links
_LEAST_WORDS = 5
_SUBHEADS = frozenset({"h2", "h3", "h4"})
_MOST_LOST = 60  # characters of a name or a few words that were a link
_ENDS = 40  # characters by which the end and the beginning of a line are found on the page
_WITHIN = re.compile(r"[,;)]|['’]s\b")  # so begins no sentence
_SPACES = re.compile(r"\s+")


def fill_gaps(leaves: Sequence[Leaf], lines: Sequence[str]) -> list[str]:
    """Return the lines with skipped sentences put in. Does not judge whether they are residue, as stripping does."""
    first: dict[str, int] = {}
    for place, leaf in enumerate(leaves):
        first.setdefault(leaf.letters, place)
    places = [first.get(letters_of(line)) for line in lines]
    known = {letters_of(line) for line in lines}
    filled: list[str] = []
    for place, (line, here) in enumerate(zip(lines, places, strict=True)):
        filled.append(line)
        after = places[place + 1] if place + 1 < len(places) else None
        if here is not None and after is not None and 1 < after - here <= _MOST_BETWEEN:
            for leaf in _alike(leaves[here], leaves[here + 1 : after], leaves[after]):
                if leaf.letters not in known:
                    known.add(leaf.letters)
                    filled.append(_SPACES.sub(" ", leaf.text()).strip())
    return filled


def _alike(before: Leaf, between: Sequence[Leaf], after: Leaf) -> Iterator[Leaf]:
    makes = {_make(before.element), _make(after.element)}
    around = before.element.getparent()
    for leaf in between:
        is_subhead = leaf.element.tag in _SUBHEADS and around is leaf.element.getparent() is after.element.getparent()
        if is_subhead or (_make(leaf.element) in makes and _is_whole(leaf.text().strip())):
            yield leaf


def _is_whole(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS and text.rstrip("”\"’')").endswith((".", "!", "?"))


def _make(element: HtmlElement) -> tuple[str | None, ...]:
    """Return what the page calls an element and the one around it."""
    parent = element.getparent()
    return (element.tag, element.get("class"), *((None, None) if parent is None else (parent.tag, parent.get("class"))))


def mend_breaks(tree: HtmlElement, lines: Sequence[str]) -> list[str]:
    """Join a line that begins as no sentence does to the one before, with the few words between them that were lost.

    In text without paragraph elements, extraction takes a linked word for a line of its own, or drops it: "Peru" and
    "'s council voted" were "Peru's council voted".
    """
    page = ""
    mended: list[str] = []
    for line in lines:
        between = None
        if mended and _WITHIN.match(line):
            page = page or _SPACES.sub(" ", str(etree.tostring(tree, method="text", encoding="unicode")))
            between = _between(page, mended[-1], line)
        if between is None:
            mended.append(line)
        else:
            mended[-1] += between + line
    return mended


def _between(page: str, before: str, line: str) -> str | None:
    """Return what stands on the page between the end of one line and the beginning of the next, if it is little."""
    tail = before[-_ENDS:]
    for found in re.finditer(re.escape(line[:_ENDS]), page):
        end = page.rfind(tail, max(0, found.start() - _MOST_LOST - len(tail)), found.start())
        if end >= 0:
            return page[end + len(tail) : found.start()]
    return None
