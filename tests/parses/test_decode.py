import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.parses.entities import best_tags, transitions
from transforms.parses.features import Gap, Shape, gap, shape
from transforms.parses.lemmas import apply_lemma_rule, known_lemma, lemma_rule
from transforms.parses.trees import best_heads

TAGS = ["O", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]


def is_tree(heads):
    """Tell whether there is one root and every word hangs on it."""
    if list(heads).count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        climbed = word
        for _ in heads:
            climbed = heads[climbed - 1] if climbed else 0
        if climbed:
            return False
    return True


def total(scores, heads):
    return sum(scores[word, head] for word, head in enumerate(heads))


@settings(deadline=None)
@given(st.integers(1, 5), st.integers(0, 10**6))
def test_no_other_tree_scores_higher(count, seed):
    scores = np.random.default_rng(seed).normal(scale=3, size=(count, count + 1)).astype(np.float32)
    heads = best_heads(scores)
    assert is_tree(heads)
    others = itertools.product(range(count + 1), repeat=count)
    best = max(total(scores, tree) for tree in others if is_tree(tree))
    assert total(scores, heads) == pytest.approx(best, abs=1e-3)


def test_long_sentences_are_trees():
    scores = np.random.default_rng(3).normal(size=(150, 151)).astype(np.float32)
    assert is_tree(best_heads(scores))


@settings(deadline=None)
@given(st.integers(1, 4), st.integers(0, 10**6))
def test_no_inside_without_its_beginning(count, seed):
    scores = np.random.default_rng(seed).normal(size=(count, len(TAGS))).astype(np.float32)
    allowed = transitions(TAGS)
    chosen = best_tags(scores, allowed)
    names = ["O", *(TAGS[tag] for tag in chosen)]
    for before, tag in itertools.pairwise(names):
        assert not tag.startswith("I-") or before[2:] == tag[2:]
    paths = itertools.product(range(len(TAGS)), repeat=count)
    legal = [path for path in paths if not allowed[[0, *(tag + 1 for tag in path[:-1])], list(path)].any()]
    best = max(sum(scores[word, tag] for word, tag in enumerate(path)) for path in legal)
    assert sum(scores[word, tag] for word, tag in enumerate(chosen)) == pytest.approx(best, abs=1e-4)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("running", "run"),
        ("cities", "city"),
        ("was", "be"),
        ("Went", "go"),
        ("Paris", "Paris"),
        ("IRAN", "Iran"),
        ("iran", "Iran"),
        ("nato", "NATO"),
        ("n't", "not"),
        ("better", "good"),
    ],
)
def test_a_rule_makes_the_lemma_that_it_was_made_from(form, lemma):
    assert apply_lemma_rule(form, lemma_rule(form, lemma)) == lemma


def test_a_rule_that_does_not_fit_leaves_the_word():
    assert apply_lemma_rule("at", "l|4|y") == "at"


@pytest.mark.parametrize(
    ("form", "tag", "guess", "lemma"),
    [
        ("fined", "VBD", "fin", "fine"),
        ("endorsed", "VBN", "endors", "endorse"),
        ("stopping", "VBG", "stopp", "stop"),
        ("cities", "NNS", "citie", "city"),
        ("denied", "VBD", "denie", "deny"),
        ("walked", "VBD", "walk", "walk"),
        ("Boeings", "NNPS", "Boeings", "Boeings"),
        ("freed", "VBN", "fre", "free"),
        ("owed", "VBN", "o", "owe"),
        ("sits", "VBZ", "si", "sit"),
        ("pried", "VBD", "pri", "pry"),
        ("died", "VBD", "di", "die"),
        ("unsealed", "VBD", "unseale", "unseal"),
        ("rerouted", "VBN", "rerout", "reroute"),
        ("expelled", "VBN", "expelle", "expel"),
        ("shelled", "VBD", "shelle", "shell"),
        ("shed", "VBD", "shed", "shed"),
    ],
)
def test_a_regular_form_is_stemmed_to_a_known_word(form, tag, guess, lemma):
    known = {"stop", "city", "deny", "walk", "fin", "owe", "ow", "o", "fre", "si", "sit", "pri", "pry", "dy", "die"}
    known |= {"seal", "rout", "route", "expel", "expelle", "shell", "shed", "she"}
    assert known_lemma(form, tag, guess, known) == lemma


@pytest.mark.parametrize(
    ("form", "look"),
    [
        ("peace", Shape.LOWER),
        ("Peace", Shape.TITLE),
        ("UN", Shape.UPPER),
        ("A", Shape.INITIAL),
        ("McCoy", Shape.CAPITAL_MIXED),
        ("iPhone", Shape.LOWER_MIXED),
        ("2024", Shape.DIGITS),
        ("1,200", Shape.NUMBER),
        ("1970s", Shape.DIGITS_AND_LETTERS),
        ("U.S.", Shape.DOTTED_UPPER),
        ("etc.", Shape.DOTTED),
        ("%", Shape.SYMBOL),
        ("n't", Shape.APOSTROPHE),
    ],
)
def test_look_of(form, look):
    assert shape(form) == look


def test_gaps():
    assert [gap(between) for between in ("", " ", "\u00a0", " \n", "\r\n\r\n")] == [
        Gap.NOTHING,
        Gap.SPACE,
        Gap.SPACE,
        Gap.BREAK,
        Gap.BREAK,
    ]
