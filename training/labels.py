"""Collect the label values of each question from the training data."""

from collections import Counter
from collections.abc import Iterable

from training.corpus import Sentence
from transforms.parses.lemmas import lemma_rule

ENTITY_TYPES = ("PERSON", "ORG", "LOC", "NORP")
LEAST_SHARE = 0.8  # of the occurrences of a word that must agree on its lemma
# A value seen less often than this is noise to a classifier; its words are not trained on.
FEWEST = {"upos": 1, "xpos": 5, "feats": 5, "lemma": 4, "relation": 3}


def rules_of(sentence: Sentence) -> list[str]:
    """Return the lemma rule of each word."""
    pairs = zip(sentence.forms, sentence.lemmas, strict=True)
    return [lemma_rule(form, lemma) for form, lemma in pairs]


def collect_lemmas(corpora: Iterable[Iterable[Sentence]]) -> dict[str, dict[str, str]]:
    """Return the lemma of each known word by its Penn tag and lower-case form.

    A word counts where four of five times it has that lemma; an earlier corpus goes before a
    later one, since they differ in places ("people").
    """
    known: dict[str, dict[str, str]] = {}
    for sentences in corpora:
        counts: dict[tuple[str, str], Counter[str]] = {}
        for sentence in sentences:
            for form, tag, lemma in zip(sentence.forms, sentence.xpos, sentence.lemmas, strict=True):
                counts.setdefault((tag, form.lower()), Counter())[lemma] += 1
        for (tag, form), lemmas in sorted(counts.items()):
            lemma, seen = lemmas.most_common(1)[0]
            if seen >= LEAST_SHARE * lemmas.total():
                known.setdefault(tag, {}).setdefault(form, lemma)
    return known


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
