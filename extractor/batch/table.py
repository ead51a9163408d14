"""The Parquet file of a shard: its columns, writing in row groups, reading back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy

from extractor.batch.options import ExtraError
from extractor.batch.rows import FIGURE_COLUMNS
from extractor.errors import InputError, ParseError
from extractor.store import codec

if TYPE_CHECKING:
    import pyarrow

FORMAT = 2
KEY = b"doichieu"
ROWS = 250
LETTERS = 4_000_000
BLOCK = ("kind", "start", "stop", "language", "heads", "page", "box")
_LISTS = {"blocks": BLOCK, "claims": (*codec.CLAIM_COLUMNS, "mentions")}
_INTEGERS = {"start", "stop", "territory", "sentence_start", "sentence_stop", "group_id"}
_REALS = {"value_num", "value_max_num"}


def arrow() -> Any:
    """The package pyarrow; ExtraError says how to get it."""
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise ExtraError("batch needs pyarrow", 'pip install "doichieu[batch]"') from error
    return pyarrow


def schema() -> pyarrow.Schema:
    """One row a document: where it was found, the article, and lists of figures and claims."""
    pa = arrow()
    text, number = pa.string(), pa.int32()
    block = {"kind": text, "start": number, "stop": number, "language": text,
        "heads": pa.list_(pa.list_(number)), "page": number, "box": pa.list_(pa.float64())}  # fmt: skip
    claim = {**_columns(codec.CLAIM_COLUMNS), "mentions": pa.list_(pa.list_(number))}
    names = ("source", "name", "reason", "fetched_at", "sha256", "article_id", "url", "title", "published", "language",
        "publisher", "original_url", "text", "text_sha256", "parser")  # fmt: skip
    fields = dict.fromkeys(names, text) | {
        "notes": pa.list_(text),
        "near_keys": pa.list_(pa.int64()),
        "blocks": pa.list_(pa.struct(block)),
        "figures": pa.list_(pa.struct(_columns(FIGURE_COLUMNS))),
        "claims": pa.list_(pa.struct(claim)),
    }
    return pa.schema(fields)


def _columns(names: Sequence[str]) -> dict[str, Any]:
    pa = arrow()
    kinds = {name: pa.int32() for name in _INTEGERS} | {name: pa.float64() for name in _REALS}
    return {name: kinds.get(name, pa.string()) for name in names}


class Writer:
    """Writes rows in groups, so that memory stays flat; the same rows give the same bytes."""

    def __init__(self, path: Path) -> None:
        self._arrow = arrow()
        self._schema = schema()
        self._file = self._arrow.parquet.ParquetWriter(path, self._schema, compression="zstd", compression_level=3)
        self._rows: list[Mapping[str, Any]] = []
        self._letters = 0

    def add(self, row: Mapping[str, Any]) -> None:
        """One more row."""
        self._rows.append(row)
        self._letters += len(row.get("text") or "")
        if len(self._rows) >= ROWS or self._letters >= LETTERS:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._file.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows, self._letters = [], 0

    def finish(self, told: Mapping[str, Any]) -> None:
        """Writes what is left, and a footer that says how the file came about."""
        self._flush()
        self._file.add_key_value_metadata({KEY: json.dumps(told, sort_keys=True)})

    def close(self) -> None:
        """Closes the file."""
        self._file.close()


@contextmanager
def writer(path: Path) -> Iterator[Writer]:
    """A Writer whose file is closed whatever happens."""
    made = Writer(path)
    try:
        yield made
    finally:
        made.close()


def told(path: Path) -> dict[str, Any] | None:
    """What the footer of a shard's file says of how it came about; None where it is no such file."""
    pa = arrow()
    try:
        found = (pa.parquet.read_metadata(path).metadata or {}).get(KEY)
    except (pa.ArrowException, OSError):
        return None
    made: dict[str, Any] | None = json.loads(found) if found else None
    return made


def parquet_rows(path: Path, names: Sequence[str], place: str) -> Iterator[dict[str, Any] | None]:
    """Rows of any Parquet file, those of the named columns that it has; ParseError where it is none.

    None stands for a row with a value that Python cannot hold: bytes that are no text, a day out of all bounds.
    """
    pa = arrow()
    try:
        with pa.parquet.ParquetFile(path) as file:
            there = [name for name in names if name in file.schema_arrow.names]
            for batch in file.iter_batches(batch_size=ROWS, columns=there):
                yield from _rows(batch)
    except (pa.ArrowException, OSError) as error:
        raise ParseError(f"{place} is no Parquet file, or damaged ({error})", "fetch or copy it again") from error


def _rows(batch: Any) -> list[dict[str, Any] | None]:
    try:
        return list(batch.to_pylist())
    except (ValueError, OverflowError):
        if batch.num_rows == 1:
            return [None]
        return [row for number in range(batch.num_rows) for row in _rows(batch.slice(number, 1))]


def article_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Rows of a shard's file; InputError where it was not made by batch, or by another version, or is damaged."""
    _require_ours(path)
    for row in parquet_rows(path, schema().names, str(path)):
        if row is None:
            raise _damaged(path, "a value that is no text")
        yield row


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The same rows without their figures; blocks as tuples of BLOCK, claims as pairs of CLAIM_COLUMNS and places.

    Lists are read by columns, which takes a tenth of the time that it takes dictionary by dictionary.
    """
    _require_ours(path)
    pa = arrow()
    names = [name for name in schema().names if name not in {"figures", *_LISTS}]
    try:
        with pa.parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=ROWS, columns=[*names, *_LISTS]):
                lists = zip(*(_lists(batch[name], fields) for name, fields in _LISTS.items()), strict=True)
                for row, found in zip(batch.select(names).to_pylist(), lists, strict=True):
                    yield row | dict(zip(_LISTS, found, strict=True))
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise _damaged(path, str(error)) from error


def _damaged(path: Path, how: str) -> InputError:
    return InputError(f"{path} is damaged ({how})", "run `doichieu batch` again, or copy it again")


def _lists(column: Any, names: Sequence[str]) -> Iterator[list[tuple[Any, ...]]]:
    """A column of lists of structs, list by list; the places of claims stand beside the rest."""
    every = column.flatten()
    columns = {name: _values(every.field(name)) for name in names}
    places = columns.pop("mentions", None)
    rows: Iterator[tuple[Any, ...]] = zip(*columns.values(), strict=True)
    rows = rows if places is None else zip(rows, places, strict=True)
    for length in column.value_lengths().to_pylist():
        yield list(islice(rows, length or 0))


def _values(array: Any) -> list[Any]:
    """A column's values; each text is there once, however often it stands, for most of them repeat."""
    pa = arrow()
    if array.type != pa.string():
        return cast(list[Any], array.to_pylist())
    coded = array.dictionary_encode()
    texts = numpy.array([*coded.dictionary.to_pylist(), None], dtype=object)
    return cast(list[Any], texts[coded.indices.fill_null(len(texts) - 1).to_numpy()].tolist())


def _require_ours(path: Path) -> None:
    said = told(path)
    if said is None:
        raise InputError(f"{path} was not made by doichieu batch", "give the folder that batch wrote")
    pa = arrow()
    if said.get("format", 0) > FORMAT:
        raise InputError(f"{path} was made by a newer version", "update doichieu")
    if not pa.parquet.read_schema(path).equals(schema()):
        raise InputError(f"{path} has other columns than this version writes", "run `doichieu batch` with --again")
