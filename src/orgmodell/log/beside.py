"""Checkpoints as files beside a SQLite log: written when somebody asks for it, read when they fit.

When one is used, its own bytes are checked, and that the record it reaches to is whole and is the log's.
The records before that are not read; `Stream.verify`, and whoever writes a checkpoint, reads them all.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from shutil import copymode

from orgmodell.chronicle import Chronicle
from orgmodell.errors import SourceError
from orgmodell.log.stream import Stream
from orgmodell.words import log as words


def beside(log: Path, organisation: str) -> Path:
    """Where the checkpoint of an organisation on a log is."""
    return log.with_name(f"{log.name}.{organisation}.checkpoint")


def keep(log: Path | None, stream: Stream) -> Path:
    """Write the checkpoint of a log that is read and checked from its first record to its last.

    Raises:
        SourceError: the log is not in a file, nothing is recorded, or the file cannot be written.
        LogDamaged, UnreadableRecord: the log cannot be read.
    """
    if log is None:
        raise SourceError(words.IN_NO_FILE)
    records = list(stream.unrestored())
    if not records:
        raise SourceError(words.nothing_to_keep(stream.organisation))
    from orgmodell import checkpoint

    file = beside(log, stream.organisation)
    try:
        _put(file, checkpoint.written(stream.organisation, records), like=log)
    except OSError as problem:
        raise SourceError(words.not_written(file, problem)) from problem
    return file


def kept(log: Path | None, stream: Stream) -> Chronicle | None:
    """What the checkpoint of a log says; None when there is none that fits."""
    if log is None:
        return None
    try:
        data = beside(log, stream.organisation).read_bytes()
    except OSError:
        return None
    from orgmodell import checkpoint  # which few need

    found = checkpoint.read(data, stream.organisation)
    if found is None or not stream.stands_at(found.position, found.sha256):
        return None
    return found.chronicle


def _put(file: Path, data: bytes, like: Path) -> None:
    """Whole or not at all, whoever reads meanwhile; and for those to read who may read the log."""
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(descriptor, "wb") as written:
            written.write(data)
        copymode(like, name)
        os.replace(name, file)
    except BaseException:
        os.unlink(name)
        raise
