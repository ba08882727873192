"""The words that a row stands for are found by their place, not by their look."""

from newsledger.evidence import around

TEXT = "Rain fell. A third of them (3.5 billion people) pay, and 5 billion people will. A third of them may."


def row(sentence: str, words: str, after: str = "") -> dict[str, object]:
    start = TEXT.index(words, TEXT.index(after))
    return {"document_text": TEXT, "sentence": sentence, "start": start, "end": start + len(words)}


def test_words_said_twice_are_told_apart() -> None:
    sentence = TEXT[11:79]
    assert around(row(sentence, "5 billion", after="and")) == (
        "A third of them (3.5 billion people) pay, and ",
        "5 billion",
        " people will.",
    )


def test_a_sentence_said_twice_is_told_apart() -> None:
    assert around(row("A third of them", "third", after="will. ")) == ("A ", "third", " of them")


def test_without_a_sentence_the_surroundings_are_shown() -> None:
    before, found, after = around(row("3.5 billion", "Rain"))
    assert (before, found, after) == ("", "Rain", TEXT[4:])
