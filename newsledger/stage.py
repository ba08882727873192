"""Keep what passes from step to step: one Parquet file per table and shard, written whole or not at all."""

import os
from collections.abc import Iterable, Iterator
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

    def read(self, table: Table) -> Iterator[Any]:
        """Yield the rows of all shards of `table`, shard by shard in name order; none if nothing was written."""
        for path in self.shards(table):
            for record in pq.read_table(path).to_pylist():
                yield table.from_record(record)

    def shards(self, table: Table) -> list[Path]:
        """Return the Parquet files of `table`, in name order."""
        return sorted((self.folder / table.name).glob("*.parquet"))

    def _shard(self, table: Table, shard: str) -> Path:
        return self.folder / table.name / f"{shard}.parquet"
