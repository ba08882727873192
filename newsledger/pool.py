"""Use the cores: map a function over batches in worker processes, in order, in bounded memory."""

import itertools
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEW = 4  # batches of eight news texts are read in the time that two processes take to load the language engine
_BATCHES_AHEAD = 4  # per process: enough to keep it busy, few enough to bound memory


def map_batches(
    function: Callable[[tuple[Item, ...]], list[Result]], items: Iterable[Item], size: int, processes: int
) -> Iterator[Result]:
    """Yield the results of `function` over batches of `size` items, in order, as they are ready.

    A few batches are done in this process: starting others would cost more than it saves. The function must be
    importable by name (worker processes are spawned, not forked: threads and locks of this one stay behind).
    """
    batches = _batched(items, size)
    first = list(itertools.islice(batches, _FEW + 1))
    everything = itertools.chain(first, batches)
    if processes == 1 or len(first) <= _FEW:
        for batch in everything:
            yield from function(batch)
        return
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        pending: deque[Future[list[Result]]] = deque()
        for batch in everything:
            pending.append(pool.submit(function, batch))
            if len(pending) >= processes * _BATCHES_AHEAD:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()


def _batched(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    rest = iter(items)
    while batch := tuple(itertools.islice(rest, size)):
        yield batch
