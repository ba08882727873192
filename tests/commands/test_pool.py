"""Batches come back in order, from one process or several, without reading ahead for ever."""

import itertools
import os

import pytest

from newsledger.pool import map_batches


def squares(batch: tuple[int, ...]) -> list[tuple[int, int]]:
    return [(number * number, os.getpid()) for number in batch]


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_order(processes: int) -> None:
    results = list(map_batches(squares, range(20), 3, processes))
    assert [value for value, _ in results] == [n * n for n in range(20)]
    assert (os.getpid() in {pid for _, pid in results}) == (processes == 1)


def test_a_few_batches_need_no_other_process() -> None:
    assert {pid for _, pid in map_batches(squares, range(12), 3, 2)} == {os.getpid()}


def test_nothing_gives_nothing() -> None:
    assert list(map_batches(squares, [], 3, 2)) == []


def test_it_reads_only_a_little_ahead() -> None:
    taken = itertools.count()
    results = map_batches(squares, (next(taken) for _ in range(10_000)), 2, 2)
    next(results)
    assert next(taken) < 100
    results.close()
