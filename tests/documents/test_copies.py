"""Texts that were cut, reordered or updated are found again; texts of the same story in other words are not."""

import re

import pytest

from tests.documents.rows import samples
from transforms.documents.copies import CopyFinder, fingerprint_of

PERTURBATIONS = {
    "tail_cut": lambda lines: lines[: max(2, len(lines) * 6 // 10)],
    "headline_changed": lambda lines: ["Quite another first line stands here.", *lines[1:]],
    "figures_updated": lambda lines: [re.sub(r"\d+", lambda found: f"{int(found[0]) + 7}", line) for line in lines],
    "reordered": lambda lines: [*lines[1::2], *lines[::2]],
    "words_lost": lambda lines: [re.sub(r"((?:\S+ ){11})\S+ ", r"\1", line) for line in lines],
}


def found_in(texts: list[str]) -> list[int | None]:
    """Return what each text repeats among those before it."""
    finder = CopyFinder([fingerprint_of(text) for text in texts])
    return [finder.find(place) for place in range(len(texts))]


def distinct_texts() -> list[str]:
    """Return the sample feed's texts, of copies and versions only the first."""
    texts = [document.text for document in samples()]
    return [text for text, place in zip(texts, found_in(texts), strict=True) if place is None]


def test_two_copies_and_one_update_are_all_that_repeats_in_the_sample_feed():
    assert len(distinct_texts()) == len(samples()) - 3


@pytest.mark.parametrize("name", PERTURBATIONS)
def test_a_perturbed_text_finds_its_original(name):
    texts = distinct_texts()
    found = found_in([*texts, *("\n".join(PERTURBATIONS[name](text.split("\n"))) for text in texts)])[len(texts) :]
    right = [own for own, place in enumerate(found) if place == own]
    assert [place for own, place in enumerate(found) if place not in (None, own)] == []
    assert len(right) >= 0.95 * len(texts)


def test_nothing_is_found_in_nothing():
    assert found_in(["", "", "One short line.", "One short line."]) == [None] * 4
    assert found_in([]) == []
