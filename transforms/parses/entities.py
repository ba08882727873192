"""Choose entity tags: the best sequence in which every inside follows its own beginning."""

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = np.float32(-1e9)


def transitions(tags: list[str]) -> NDArray[np.float32]:
    """Return 0 where tag `column` may follow tag `row`, a prohibition elsewhere.

    The first row stands for the beginning of a sentence, so the shape is (tags + 1, tags).
    """
    allowed = np.zeros((len(tags) + 1, len(tags)), dtype=np.float32)
    for row, before in enumerate(["O", *tags]):
        for column, tag in enumerate(tags):
            if tag.startswith("I-") and before not in {tag, f"B-{tag[2:]}"}:
                allowed[row, column] = FORBIDDEN
    return allowed


def best_tags(scores: NDArray[np.float32], allowed: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return the tags of highest summed score (words, tags) that `allowed` permits (Viterbi)."""
    greedy: NDArray[np.intp] = scores.argmax(axis=1)
    rows = np.concatenate([[0], greedy[:-1] + 1])
    if not allowed[rows, greedy].any():
        return greedy
    best = scores[0] + allowed[0]
    back = np.zeros(scores.shape, dtype=np.intp)
    for word in range(1, len(scores)):
        through = best[:, None] + allowed[1:]
        back[word] = through.argmax(axis=0)
        best = through.max(axis=0) + scores[word]
    path = [int(best.argmax())]
    for word in range(len(scores) - 1, 0, -1):
        path.append(int(back[word][path[-1]]))
    return np.array(path[::-1], dtype=np.intp)
