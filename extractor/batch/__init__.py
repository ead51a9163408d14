"""The pipeline over many shards: one Parquet file a shard, on the processes of one machine or on a Dask cluster."""

from __future__ import annotations

from extractor.batch.options import BatchOptions, Done
from extractor.batch.run import run

__all__ = ["BatchOptions", "Done", "run"]
