"""Choose heads: the tree of highest score among the arcs of one sentence.

Greedy choice first, which is a tree nine times in ten; else Chu-Liu/Edmonds (Chu & Liu 1965,
Edmonds 1967). Universal Dependencies allow one root: root arcs are fined so much that the best
tree has no second one (Stanojevic & Cohen 2021, "A Root of the Problem").
"""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
CLOSED = -1e9
ROOT_FINE = 1e5  # scores lie within a hundred of zero, sentences within a thousand words


def best_heads(scores: NDArray[np.float32]) -> list[int]:
    """Return the head of each word: 0 is the root, words count from 1.

    `scores` has one row a word and one column a head, the root first: (words, words + 1).
    """
    open_scores = scores.astype(np.float64)
    words = np.arange(len(scores))
    open_scores[words, words + 1] = CLOSED
    heads = open_scores.argmax(axis=1)
    if _cycle(heads):
        heads = _spanning_tree(open_scores)
    if int((heads == 0).sum()) > 1:
        open_scores[:, 0] -= ROOT_FINE
        heads = _spanning_tree(open_scores)
    return [int(head) for head in heads]


def _spanning_tree(scores: Scores) -> NDArray[np.intp]:
    """Return the heads of the best tree, whatever the number of its roots."""
    full = np.full((len(scores) + 1, len(scores) + 1), CLOSED)
    full[1:] = scores
    return _span(full)[1:]


def _cycle(heads: NDArray[np.intp]) -> list[int]:
    """Return the words (from 1) of a cycle among `heads`, or nothing."""
    seen = np.zeros(len(heads) + 1, dtype=np.int32)
    for start in range(1, len(heads) + 1):
        word = start
        while word and not seen[word]:
            seen[word] = start
            word = int(heads[word - 1])
        if word and seen[word] == start:
            cycle = [word]
            while int(heads[cycle[-1] - 1]) != word:
                cycle.append(int(heads[cycle[-1] - 1]))
            return cycle
    return []


def _span(scores: Scores) -> NDArray[np.intp]:
    """Return the best head of every node; node 0 is the root, rows are dependents."""
    heads: NDArray[np.intp] = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads[1:])
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.array([node for node in range(len(scores)) if node not in set(cycle)])
    own = scores[inside, heads[inside]]
    entering = scores[np.ix_(inside, outside)] - own[:, None]
    leaving = scores[np.ix_(outside, inside)]
    contracted = np.full((len(outside) + 1, len(outside) + 1), CLOSED)
    contracted[:-1, :-1] = scores[np.ix_(outside, outside)]
    contracted[:-1, -1] = leaving.max(axis=1)
    contracted[-1, :-1] = entering.max(axis=0)
    solved = _span(contracted)
    result = heads.copy()
    for place, node in enumerate(outside[1:], start=1):
        head = solved[place]
        is_cycle = head == len(outside)
        result[node] = inside[leaving[place].argmax()] if is_cycle else outside[head]
    enters = int(solved[-1])
    result[inside[entering[:, enters].argmax()]] = outside[enters]
    return result
