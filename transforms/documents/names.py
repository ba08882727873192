"""Tell the names of people in a line of authors."""

import re

WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_NAME_WORDS = (2, 4)
_BETWEEN = re.compile(r"/|,| and | & ")
_BY = re.compile(r"^by:?\s+", re.IGNORECASE)


def names_in(line: str) -> list[str]:
    """Return the names of a line of authors: "By Ada Brink and Leo Marsh" holds two."""
    return [name for name in _parts(line) if is_name(name)]


def is_all_names(line: str) -> bool:
    """Tell whether a line is nothing but names."""
    return all(map(is_name, _parts(line)))


def is_name(text: str) -> bool:
    """Tell whether a text looks like a person's name: two to four words, each capitalised."""
    words = WORD.findall(text)
    return _NAME_WORDS[0] <= len(words) <= _NAME_WORDS[1] and all(word[0].isupper() for word in words)


def _parts(line: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(_BY.sub("", line))]
