"""Keep what passes from step to step: one Parquet file per table and shard, written whole or not at all.

They lie in a folder, or where an address such as s3://bucket/stage leads, so that several machines can share them.
"""

import itertools
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.fs as pafs
import pyarrow.parquet as pq

from schemas.faults import Permanent
from schemas.table import Table


@cache
def storage(location: str) -> pafs.SubTreeFileSystem:
    """Return what a folder (an absolute path) or an address holds, as a file system of its own.

    Addresses are Arrow's (file:// and s3://), and those of any protocol that fsspec knows: fsspec+PROTOCOL://. What
    s3:// needs besides, Arrow takes from the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION,
    AWS_ENDPOINT_URL. Raises Permanent for an address of no such kind.
    """
    if "://" not in location:
        return pafs.SubTreeFileSystem(location, pafs.LocalFileSystem())
    try:
        whole, path = pafs.FileSystem.from_uri(location)
    except (ValueError, ImportError) as error:
        raise Permanent(
            f"NEWSLEDGER_STAGE: {location} cannot be used ({error}); give a folder, file://, s3://, or fsspec+PROTOCOL://"
            " with the package that fsspec needs for it"
        ) from error
    return pafs.SubTreeFileSystem(path, whole)


def files_in(files: pafs.FileSystem, folder: str = "", *, recursive: bool = False) -> list[pafs.FileInfo]:
    """Return what lies in a folder of a storage, in the order of names; nothing if there is no such folder."""
    found = files.get_file_info(pafs.FileSelector(folder, allow_not_found=True, recursive=recursive))
    return sorted(found, key=lambda info: str(info.path))


@dataclass(frozen=True)
class Stage:
    """The stage files of one run, `<table>/<shard>.parquet` in its folder; `location` is a path or an address."""

    location: Path | str

    def write(self, table: Table, rows: Iterable[Any], shard: str = "0") -> int:
        """Write rows of `table`'s row type as one shard, replacing it whole; return how many there were."""
        arrow = table.to_arrow(rows)
        with self._written(table.name, f"{shard}.parquet") as file:
            pq.write_table(arrow, file, compression="zstd")
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
        for name in self.shards(table):
            if name not in names:
                self._files.delete_file(_path(table, name))

    def read(self, table: Table, shard: str | None = None) -> Iterator[Any]:
        """Yield the rows of one shard of `table`, or of all in name order; none if nothing was written."""
        for name in self.shards(table) if shard is None else [shard]:
            for record in self.arrow(table, name).to_pylist():
                yield table.from_record(record)

    def arrow(self, table: Table, shard: str) -> pa.Table:
        """Return one shard of `table` as it is."""
        with self._files.open_input_file(_path(table, shard)) as file:
            return pq.read_table(file)

    def count(self, table: Table, shard: str) -> int:
        """Return how many rows one shard of `table` holds."""
        with self._files.open_input_file(_path(table, shard)) as file:
            return int(pq.read_metadata(file).num_rows)

    def size(self, table: Table) -> int:
        """Return how many bytes the shards of `table` take."""
        return sum(info.size for info in self._shards(table))

    def shards(self, table: Table) -> list[str]:
        """Return the names of the shards of `table`, in order."""
        return [info.base_name.removesuffix(".parquet") for info in self._shards(table)]

    def write_text(self, name: str, text: str) -> None:
        """Keep a text beside the tables, replacing it whole."""
        with self._written("", name) as file:
            file.write(text.encode())

    def read_text(self, name: str) -> str:
        """Return a text that lies beside the tables; raise FileNotFoundError if there is none."""
        with self._files.open_input_file(name) as file:
            return bytes(file.read()).decode()

    def thin(self, kept: Container[str]) -> int:
        """Remove all but what is named; return the bytes freed."""
        freed = 0
        for info in files_in(self._files):
            if info.base_name in kept:
                continue
            if info.type == pafs.FileType.Directory:
                freed += sum(file.size or 0 for file in files_in(self._files, info.path, recursive=True))
                self._files.delete_dir(info.path)
            else:
                freed += info.size
                self._files.delete_file(info.path)
        return freed

    @property
    def _files(self) -> pafs.SubTreeFileSystem:
        return storage(str(self.location))

    def _shards(self, table: Table) -> list[pafs.FileInfo]:
        return [info for info in files_in(self._files, table.name) if info.extension == "parquet"]

    @contextmanager
    def _written(self, folder: str, name: str) -> Iterator[pa.NativeFile]:
        """Give a file to write to, which takes its name once it is whole."""
        target = f"{folder}/{name}".lstrip("/")
        files = self._files
        files.base_fs.create_dir(f"{files.base_path}{folder}".rstrip("/"), recursive=True)
        with files.open_output_stream(f"{target}.partial") as file:
            yield file
        files.move(f"{target}.partial", target)


def _path(table: Table, shard: str) -> str:
    return f"{table.name}/{shard}.parquet"
