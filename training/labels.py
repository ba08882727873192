"""Collect the label values of each question from the training data."""

from collections import Counter
from collections.abc import Iterable

from training.corpus import Sentence
from transforms.parses.lemmas import lemma_rule

ENTITY_TYPES = ("PERSON", "ORG", "LOC", "NORP")
# A value seen less often than this is noise to a classifier; its words are not trained on.
FEWEST = {"upos": 1, "xpos": 5, "feats": 5, "lemma": 4, "relation": 3}


def rules_of(sentence: Sentence) -> list[str]:
    """Return the lemma rule of each word."""
    pairs = zip(sentence.forms, sentence.lemmas, strict=True)
    return [lemma_rule(form, lemma) for form, lemma in pairs]


def collect_labels(sentences: Iterable[Sentence]) -> dict[str, list[str]]:
    """Count the values in parsed `sentences` and return the kept ones, most frequent first."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FEWEST}
    for sentence in sentences:
        counts["upos"].update(sentence.upos)
        counts["xpos"].update(sentence.xpos)
        counts["feats"].update(sentence.feats)
        counts["lemma"].update(rules_of(sentence))
        counts["relation"].update(sentence.relations)
    labels = {
        name: [value for value, seen in counter.most_common() if seen >= FEWEST[name]]
        for name, counter in counts.items()
    }
    labels["entity"] = ["O", *(f"{part}-{kind}" for kind in ENTITY_TYPES for part in "BI")]
    return labels
