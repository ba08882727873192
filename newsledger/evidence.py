"""Cut the sentence that a row was read from around the very characters that it stands for."""

from typing import Any

_AROUND = 200  # characters of context on each side where no sentence is known


def around(row: dict[str, Any]) -> tuple[str, str, str]:
    """Return what a sentence says before, in and after the span of a claim, event or mention.

    A row holds `document_text`, the span in it from `start` to `end`, and `sentence`. The words are found by the span
    alone: the sentence may say them twice.
    """
    text, start, end, size = row["document_text"], row["start"], row["end"], len(row["sentence"])
    first = text.find(row["sentence"], max(0, end - size), start + size)
    first, last = (first, first + size) if first >= 0 else (max(0, start - _AROUND), end + _AROUND)
    return text[first:start], text[start:end], text[end:last]
