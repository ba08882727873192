"""Find where in the page each line of an extracted text stood: its element, its links, what the site calls it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree
from lxml.html import HtmlElement

from transforms.lexicon.residue import FURNITURE_WORDS, HIDDEN_CLASSES

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = (
    frozenset(
        {"p", "li", "td", "th", "dt", "dd", "div", "section", "article", "blockquote", "figcaption", "aside", "span"}
    )
    | _HEADINGS
)
_BLOCKS_THAT_SPLIT = _BLOCKS - {"span"}
_ANCESTORS = 5  # how far up a name still says what a line is; above stand the names of the whole page
_MAX_SHARE = 0.25  # of the text: what holds more of it is the article, whatever it is called
_NO_LETTERS = re.compile(r"[\W_]+")
_ASCII_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CAPTION_TAGS = frozenset({"figcaption", "figure"})
_ASIDE_TAGS = frozenset({"nav", "footer", "form", "button"})
# Where links of a line lead tells the page's own voice in any wording. A segment of a path counts whole, so that
# "/news/newsletter-editor-freed" is news.
_SERVICE = re.compile(
    r"^mailto:|//(?:wa\.me|t\.me|(?:www\.)?whatsapp\.com/channel|news\.google\.com/publications)/"
    r"|/(?:e?newsletters?|subscri(?:be|ption)s?)(?=[/?#.]|$)"
    r"|/(?:sign-?up|register|log-?in|privacy(?:-(?:policy|notice))?|terms(?:-(?:of|and)-\w+)?"
    r"|comment(?:s|ing)?-(?:policy|guidelines))(?:\.\w+)?/?(?:[?#]|$)",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"//(?:www\.|m\.|mobile\.)?(?:apps\.apple\.com/|play\.google\.com/store/|(?:facebook|twitter|x|instagram|tiktok|youtube"
    r"|threads|linkedin)\.(?:com|net)/(?:(?:company|channel|user|c|in|pages)/)?@?[\w.-]+/?(?:\?|$)|bsky\.app/profile/[\w.-]+$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a line stood on its page."""

    tag: str
    link_share: float  # of its characters, those inside links: 0 to 1
    furniture: str | None  # the rule that drops what the site calls by this name, if any
    leads_to: str | None = None  # "service" of the site (its newsletter, a mail address), "profile" on a network

    @property
    def is_heading(self) -> bool:
        """Tell whether the page marks the line as a heading."""
        return self.tag in _HEADINGS


def letters_of(text: str) -> str:
    """Return the letters and digits of a text in lower case: what remains the same when a page is reformatted."""
    lowered = text.lower()
    if lowered.isascii():  # most of a page's links and labels; many times faster
        return lowered.encode().translate(None, _ASCII_NO_LETTERS).decode()
    return _NO_LETTERS.sub("", lowered)


@dataclass(frozen=True)
class Leaf:
    """An element that holds text and no further block, with its letters."""

    element: HtmlElement
    letters: str

    def text(self) -> str:
        """Return its characters as they stand on the page."""
        return _text_in(self.element)


def find_origins(
    leaves: Iterable[Leaf], lines: Sequence[str], teasers: Collection[HtmlElement] = ()
) -> list[Origin | None]:
    """Return, for each line, where it stood; None if no leaf of the page has just this text.

    `teasers` are elements that announce other articles. A text that stands in several places counts as what it is where
    it is least linked and named.
    """
    wanted = {letters_of(line): len(line) for line in lines}
    found: dict[str, list[HtmlElement]] = defaultdict(list)
    for leaf in leaves:
        if leaf.letters in wanted:
            found[leaf.letters].append(leaf.element)
    names = _Names(found, wanted, teasers)
    return [_best([names.origin(element) for element in found[letters_of(line)]]) for line in lines]


def _text_in(element: HtmlElement) -> str:
    text: str = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return text


def _letters_in(element: HtmlElement) -> str:
    return letters_of(_text_in(element))


def _best(origins: Sequence[Origin]) -> Origin | None:
    return min(origins, key=lambda origin: (origin.furniture is not None, origin.link_share), default=None)


def find_leaves(tree: HtmlElement) -> list[Leaf]:
    """Return the elements of a page that hold text and no further block, in its order."""
    blocks = list(tree.iter(*_BLOCKS))
    with_blocks: set[HtmlElement] = set()
    for element in blocks:
        if element.tag in _BLOCKS_THAT_SPLIT:
            parent = element.getparent()
            while parent is not None and parent not in with_blocks:
                with_blocks.add(parent)
                parent = parent.getparent()
    leaves = (Leaf(element, _letters_in(element)) for element in blocks if element not in with_blocks)
    return [leaf for leaf in leaves if leaf.letters]


class _Names:
    """What the page's own names say of its elements, given how much of the text each named element holds."""

    def __init__(
        self, found: dict[str, list[HtmlElement]], lengths: dict[str, int], teasers: Collection[HtmlElement]
    ) -> None:
        self._teasers = teasers
        self._total = sum(lengths.values())
        self._held: dict[HtmlElement, int] = defaultdict(int)
        for letters, elements in found.items():
            for ancestor in {ancestor for element in elements for ancestor in _lineage(element)}:
                self._held[ancestor] += lengths[letters]

    def origin(self, element: HtmlElement) -> Origin:
        letters = len(_letters_in(element))
        links = list(element.iter("a"))
        is_within = any(ancestor.tag == "a" for ancestor in element.iterancestors())
        linked = letters if is_within else sum(len(_letters_in(link)) for link in links)
        return Origin(
            tag=str(element.tag),
            link_share=min(1.0, linked / letters),
            furniture=self._furniture(element),
            leads_to=_destination(links),
        )

    def _furniture(self, element: HtmlElement) -> str | None:
        lineage = _lineage(element)
        if any(ancestor in self._teasers for ancestor in lineage):
            return "related_link"
        for ancestor in lineage:
            if self._held[ancestor] > _MAX_SHARE * self._total:
                return None
            if rule := _named(ancestor):
                return rule
        return None


def _destination(links: Iterable[HtmlElement]) -> str | None:
    addresses = [link.get("href") or "" for link in links]
    if any(map(_SERVICE.search, addresses)):
        return "service"
    return "profile" if any(map(_PROFILE.search, addresses)) else None


def _lineage(element: HtmlElement) -> list[HtmlElement]:
    chain = [element]
    for ancestor in element.iterancestors():
        if len(chain) > _ANCESTORS or ancestor.tag in ("body", "html"):
            break
        chain.append(ancestor)
    return chain


def _named(element: HtmlElement) -> str | None:
    if element.tag in _CAPTION_TAGS:
        return "caption"
    if element.tag in _ASIDE_TAGS:
        return "interface"
    for name in f"{element.get('class') or ''} {element.get('id') or ''}".split():
        if name in HIDDEN_CLASSES:
            return "interface"
        words = [word.lower() for word in _NAME_WORD.findall(name)]
        pairs = [f"{one}-{other}" for one, other in pairwise(words)]
        for word in (*pairs, *words):
            if word in FURNITURE_WORDS:
                return FURNITURE_WORDS[word]
    return None
