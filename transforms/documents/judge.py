"""Judge whether a line of an extracted text is of the article, by itself and its place, and name the rule if not."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from transforms.documents.metadata import Metadata
from transforms.documents.names import WORD, is_all_names
from transforms.documents.origins import Origin, letters_of
from transforms.lexicon.residue import BIO_VERBS, PARTS, RESIDUE, TIME_WORDS

_TOP_LINES = 5
_END_SHARE = 2 / 3
_END_LINES = 5
_LAST_LINES = 2
_LINKED = 0.85  # of 49 lines on real pages with 90% or more in links, 40 were not of the article
_SENTENCE_WORDS = 10
_TITLE_LIKENESS = 0.75
TITLE_LINES = 8  # among which the headline may stand again
_ADDRESS_WORDS = 2
_MAIL_WORDS = 5
_SERVICE_WORDS = 45
_BYLINE_WORDS = 16
_NAME_LINES = 3
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w+")
_URL = re.compile(r"\bhttps?://\S+|\bwww\.\S+|\bpic\.twitter\.com/\S+")
_POST_SIGNATURE = re.compile(r"^[—–-]+\s?.{1,80}\(@\w+\)")
_BULLET = re.compile(r"^[\s•*·‣▪●►▶|>([\-–—]+")
_SPOKEN = re.compile(
    r"""
    [“\"‘'][^”\"]{12,}[”\"’'].{0,80}\b(?:said|says|told|asked|added|wrote)\b
    | \b(?:said|says|told|asked|added|wrote)\b.{0,80}[“\"][^”\"]{12,}[”\"]
    """,
    re.VERBOSE,
)
_WORD_RULES = [(row, re.compile(row.pattern % PARTS, re.IGNORECASE | re.VERBOSE)) for row in RESIDUE]
_DIGIT = re.compile(r"\d")
_NEVER_SPEECH = ("caption", "embedded_post")  # these quote people, too, and are still not the article
_NUMERIC_TIME = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\W+\d{1,2}[:.]\d\d)*")
_PLACE_WORDS = 1
_TIME_LABELS = frozenset({"published", "updated", "posted", "modified", "created", "ago"})
_BIO = re.compile(BIO_VERBS)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of the text with its place and its origin."""

    text: str
    place: int
    count: int
    origin: Origin | None

    @cached_property
    def words(self) -> list[str]:
        """Return the line's words, numbers left out."""
        return WORD.findall(self.text)

    @property
    def is_top(self) -> bool:
        """Tell whether it is among the first lines."""
        return self.place < _TOP_LINES

    @property
    def is_end(self) -> bool:
        """Tell whether it is in the last third, or among the last lines."""
        return self.place >= min(_END_SHARE * self.count, self.count - _END_LINES)

    @property
    def is_last(self) -> bool:
        """Tell whether nothing of the article follows."""
        return self.place >= self.count - 1

    @property
    def is_late(self) -> bool:
        """Tell whether it is among the last lines."""
        return self.place >= self.count - _END_LINES


_PLACES: dict[str, Callable[[Line], bool]] = {
    "any": lambda _: True,
    "top": lambda line: line.is_top,
    "edge": lambda line: line.is_top or line.is_end,
    "end": lambda line: line.is_end,
    "last": lambda line: line.place >= line.count - _LAST_LINES,
}
Rule = Callable[[Line, Metadata], str | None]


def judge(line: Line, metadata: Metadata) -> str | None:
    """Return the rule that drops a line, or None if it is of the article. Does not compare it with other lines."""
    for rule in _RULES:
        if name := rule(line, metadata):
            return name
    return None


def _by_name(line: Line, metadata: Metadata) -> str | None:  # noqa: ARG001
    """Drop what the page itself calls a caption, a share bar, a teaser."""
    rule = line.origin.furniture if line.origin else None
    return None if rule not in _NEVER_SPEECH and _SPOKEN.search(line.text) else rule


def _by_title(line: Line, metadata: Metadata) -> str | None:
    if line.origin and line.origin.tag == "h1":
        return "repeated_title"
    return "repeated_title" if line.place < TITLE_LINES and is_title(line.text, metadata) else None


def is_title(text: str, metadata: Metadata) -> bool:
    """Tell whether a text is the headline, or three quarters of its words."""
    if not metadata.title:
        return False
    if letters_of(text) == letters_of(metadata.title):
        return True
    own, title = set(text.lower().split()), set(metadata.title.lower().split())
    return len(own & title) >= _TITLE_LIKENESS * len(own | title)


def _by_links(line: Line, metadata: Metadata) -> str | None:  # noqa: ARG001
    """Drop a line that is all link, unless it is a whole sentence."""
    if line.origin is None or line.origin.link_share < _LINKED:
        return None
    is_sentence = len(line.words) >= _SENTENCE_WORDS and line.text.rstrip("”\"’')").endswith((".", "!"))
    return None if is_sentence else "link_line"


def _by_destination(line: Line, metadata: Metadata) -> str | None:  # noqa: ARG001
    """Drop a short line with a link to what the site offers, and among the last ones with a link to a profile."""
    if line.origin is None or len(line.words) > _SERVICE_WORDS or _SPOKEN.search(line.text):
        return None
    is_residue = line.origin.leads_to == "service" or (line.origin.leads_to == "profile" and line.is_late)
    return "service_link" if is_residue else None


def _by_author(line: Line, metadata: Metadata) -> str | None:
    words = line.words
    if not line.is_top or not 0 < len(words) <= _BYLINE_WORDS:
        return None
    if metadata.byline and {word.lower() for word in words} <= {"by", "and", *WORD.findall(metadata.byline.lower())}:
        return "byline"
    if words[0] in ("By", "BY") and len(words) > 1 and words[1][0].isupper() and not line.text.endswith("."):
        return "byline"
    if any(line.text.lower().startswith(name.lower()) for name in _names_of(metadata)) and not line.text.endswith(
        (".", "!", "?", ":", "”")
    ):
        return "byline"  # "Ada Brink, business reporter"
    return "byline" if line.place < _NAME_LINES and _is_bare_name(line) else None


def _is_bare_name(line: Line) -> bool:
    return (
        is_all_names(line.text)
        and letters_of(line.text).isalpha()
        and not set("|:") & set(line.text)
        and not line.text.endswith((".", ":", "?", "!"))
        and not (line.origin and line.origin.is_heading)
    )


def _by_time(line: Line, metadata: Metadata) -> str | None:
    """Drop a line of nothing but a date and a time, with "Updated" or the author's name perhaps."""
    if not _DIGIT.search(line.text) or len(line.words) > _BYLINE_WORDS:
        return None
    if line.is_top and not line.words:
        return "timestamp" if _NUMERIC_TIME.fullmatch(line.text.strip()) else None
    words = {word.lower().strip(".") for word in line.words}
    if not line.is_top and not line.is_last and not (line.is_end and words & _TIME_LABELS):
        return None  # further down, a bare date is a heading of a chronicle
    author = set(WORD.findall((metadata.byline or "").lower()))
    others = words - TIME_WORDS - author
    most = _PLACE_WORDS if line.is_top and words & _TIME_LABELS else 0  # "Updated 9:14 am IST - Evenmouth"
    return "timestamp" if words & TIME_WORDS and len(others) <= most else None


def _by_address(line: Line, metadata: Metadata) -> str | None:  # noqa: ARG001
    if _POST_SIGNATURE.search(line.text):
        return "embedded_post"
    rest = _URL.sub("", line.text)
    if rest != line.text and len(WORD.findall(rest)) <= _ADDRESS_WORDS:
        return "address"
    rest = _MAIL.sub("", line.text) if "@" in line.text else line.text  # slow to look for
    return "bio_contact" if rest != line.text and len(WORD.findall(rest)) <= _MAIL_WORDS else None


def _by_words(line: Line, metadata: Metadata) -> str | None:  # noqa: ARG001
    text = _BULLET.sub("", line.text)
    count = len(text.split())
    lowered = text.lower()
    for row, pattern in _WORD_RULES:
        if count > row.most_words or not _PLACES[row.place](line):
            continue
        if row.needs and not any(needed in lowered for needed in row.needs):
            continue
        if pattern.match(text):
            return None if _SPOKEN.search(text) else row.rule
    return None


def _by_bio(line: Line, metadata: Metadata) -> str | None:
    """Drop what the last lines say about the author."""
    if not line.is_end or not metadata.byline or not _BIO.search(line.text):
        return None
    return "bio_contact" if any(_BULLET.sub("", line.text).startswith(name) for name in _names_of(metadata)) else None


def _by_last_name(line: Line, metadata: Metadata) -> str | None:  # noqa: ARG001
    """Drop a name that signs the text."""
    return "byline" if line.is_last and _is_bare_name(line) else None


def _names_of(metadata: Metadata) -> list[str]:
    return [name.strip() for name in re.split(r";|,|\band\b", metadata.byline or "") if name.strip()]


_RULES: tuple[Rule, ...] = (
    _by_name,
    _by_title,
    _by_links,
    _by_destination,
    _by_author,
    _by_time,
    _by_address,
    _by_words,
    _by_bio,
    _by_last_name,
)
