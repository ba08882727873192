"""Strip from an extracted text the lines that are on the page but not of the article, each by a named rule."""

from collections.abc import Sequence

from schemas.document import DroppedLine
from transforms.documents.judge import TITLE_LINES, Line, is_title, judge
from transforms.documents.metadata import Metadata
from transforms.documents.origins import Origin, letters_of

_LABEL_WORDS = 8
_DUPLICATE_WORDS = 6


def strip(
    lines: Sequence[str], origins: Sequence[Origin | None], metadata: Metadata
) -> tuple[list[str], tuple[DroppedLine, ...]]:
    """Return the lines of the article and those that are not, each with the rule that dropped it, both in order.

    Rules go by structure first (what the page calls the line, how much of it is links), then by position, then by
    words. Speech ("…," she said) is never dropped for its words.
    """
    title_place = _title_place(lines, metadata)
    judged: list[tuple[str, str | None, Origin | None]] = []
    seen: set[str] = set()
    end = _end_of_article(lines, origins, metadata)
    for place, (text, origin) in enumerate(zip(lines, origins, strict=True)):
        line = Line(text=text, place=place, count=end, origin=origin)
        is_echo = place > 0 and text == lines[place - 1] and len(line.words) > 1  # such as a table's head, set twice
        rule = _above_title(line, title_place) or judge(line, metadata) or _repeated(line, seen, is_echo=is_echo)
        seen.add(letters_of(text))
        judged.append((text, rule, origin))
    judged = _without_last_headings(_with_caption_twins(judged))
    kept = [text for text, rule, _ in judged if rule is None]
    return kept, tuple(DroppedLine(text=text, rule=rule) for text, rule, _ in judged if rule is not None)


def _end_of_article(lines: Sequence[str], origins: Sequence[Origin | None], metadata: Metadata) -> int:
    """Return how many lines there are without what is dropped at the end: the last lines are those before it."""
    end = len(lines)
    while end and judge(Line(text=lines[end - 1], place=end - 1, count=end, origin=origins[end - 1]), metadata):
        end -= 1
    return end


def _title_place(lines: Sequence[str], metadata: Metadata) -> int:
    places = (place for place, text in enumerate(lines[:TITLE_LINES]) if is_title(text, metadata))
    return next(places, 0)


def _above_title(line: Line, title_place: int) -> str | None:
    """Drop section names and labels above the headline."""
    return "kicker" if line.place < title_place and len(line.words) <= _LABEL_WORDS else None


def _repeated(line: Line, seen: set[str], *, is_echo: bool) -> str | None:
    is_long = len(line.words) >= _DUPLICATE_WORDS
    return "duplicate" if is_echo or (is_long and letters_of(line.text) in seen) else None


def _without_last_headings(
    judged: Sequence[tuple[str, str | None, Origin | None]],
) -> list[tuple[str, str | None, Origin | None]]:
    """Drop headings after which nothing of the article follows."""
    result = list(judged)
    for place in reversed(range(len(result))):
        text, rule, origin = result[place]
        if rule is not None:
            continue
        if origin is None or not origin.is_heading:
            break
        result[place] = (text, "last_heading", origin)
    return result


def _with_caption_twins(
    judged: Sequence[tuple[str, str | None, Origin | None]],
) -> list[tuple[str, str | None, Origin | None]]:
    """Drop the captions that stand, in whole or in part, right before the line that bears the credit."""
    result = list(judged)
    for place in reversed(range(1, len(result))):
        text, rule, _ = result[place]
        before, _, origin = result[place - 1]
        is_twin = rule == "caption" and letters_of(text).startswith(letters_of(before))
        is_between = rule == "caption" and result[place - 1][1] == "duplicate"
        if is_twin or is_between:
            result[place - 1] = (before, "caption", origin)
    return result
