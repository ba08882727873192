"""Keep what passes from step to step: one Parquet file per table and shard, written whole or not at all."""

import itertools
import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from schemas.table import Table


@dataclass(frozen=True)
class Stage:
    """The folder of one run's stage files: `<folder>/<table>/<shard>.parquet`."""

    folder: Path

    def write(self, table: Table, rows: Iterable[Any], shard: str = "0") -> int:
        """Write rows of `table`'s row type as one shard, replacing it whole; return how many there were."""
        target = self._shard(table, shard)
        target.parent.mkdir(parents=True, exist_ok=True)
        arrow = table.to_arrow(rows)
        partial = target.with_suffix(".partial")
        pq.write_table(arrow, partial, compression="zstd")
        os.replace(partial, target)  # noqa: PTH105  (Path.replace says the same; os.replace promises atomicity)
        return int(arrow.num_rows)

    def write_shards(self, table: Table, rows: Iterable[Any], size: int) -> None:
        """Write rows as shards of `size` rows, at least one; remove what an earlier try left beyond them."""
        rest, names = iter(rows), set[str]()
        while (batch := list(itertools.islice(rest, size))) or not names:
            name = f"{len(names):05}"
            self.write(table, batch, name)
            names.add(name)
        self.keep_shards(table, names)

    def keep_shards(self, table: Table, names: Container[str]) -> None:
        """Remove the shards of `table` that are not named."""
        for path in self.shards(table):
            if path.stem not in names:
                path.unlink()

    def read(self, table: Table, shard: str | None = None) -> Iterator[Any]:
        """Yield the rows of one shard of `table`, or of all in name order; none if nothing was written."""
        for path in self.shards(table) if shard is None else [self._shard(table, shard)]:
            for record in pq.read_table(path).to_pylist():
                yield table.from_record(record)

    def count(self, table: Table, shard: str) -> int:
        """Return how many rows one shard of `table` holds."""
        return int(pq.read_metadata(self._shard(table, shard)).num_rows)

    def shards(self, table: Table) -> list[Path]:
        """Return the Parquet files of `table`, in name order."""
        return sorted((self.folder / table.name).glob("*.parquet"))

    def _shard(self, table: Table, shard: str) -> Path:
        return self.folder / table.name / f"{shard}.parquet"
