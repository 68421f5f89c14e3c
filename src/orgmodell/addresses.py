"""Addresses of databases: which text is one, how one is shown, and how a SQLite file can be opened."""

from __future__ import annotations

import os
import re
from pathlib import Path

_POSTGRES = re.compile(r"postgres(ql)?://", re.IGNORECASE)
_PLAIN = re.compile(r"\w+://([^@/]*@)?[^@?]*(\?.*)?", re.DOTALL)
_PASSWORD = re.compile(r"(:/+[^\s:@/]*:).*@", re.DOTALL)  # to the last @: a password may hold one
_NO_HOST = re.compile(r"(:/+[^\s:@/'\"]*:)(?!\d*([/?,\s'\"]|$))[^\s'\"@]+(?![^\s'\"]*@)")  # nor is it a port
_PARAMETER = re.compile(r"(password\s*=\s*)('[^']*'|[^&\s]*?(?=['\"]?([&\s]|$)))", re.IGNORECASE)


def is_address(where: str) -> bool:
    """Whether it is the address of a PostgreSQL database, in letters of any case."""
    return _POSTGRES.match(where) is not None


def as_the_driver_reads(address: str) -> str | None:
    """An address as the driver spells it; None when the driver would split it elsewhere than is meant."""
    if _PLAIN.fullmatch(address) is None:
        return None
    return _POSTGRES.sub("postgresql://", address, count=1)


def without_passwords(text: str) -> str:
    """A text with ``***`` for the passwords of the addresses in it."""
    for pattern, shown in ((_PASSWORD, r"\1***@"), (_NO_HOST, r"\1***"), (_PARAMETER, r"\1***")):
        text = pattern.sub(shown, text)
    return text


def may_be_written(file: Path) -> bool:
    """Whether a SQLite file can be written, or made: SQLite writes beside it, too."""
    real = file.resolve()
    return os.access(real.parent, os.W_OK) and (not real.exists() or os.access(real, os.W_OK))


def written_beside(file: Path) -> list[Path]:
    """What was written last and is not in the SQLite file itself yet."""
    real = file.resolve()
    beside = (real.with_name(real.name + end) for end in ("-wal", "-journal"))
    return [each for each in beside if each.exists() and each.stat().st_size]


def uri_of(file: Path, *, create: bool = False) -> str:
    """How SQLite is to open a file: for writing where it may be written, or else as it stands.

    A file that may not be written is taken for one that nobody changes (``immutable``): then SQLite needs
    to make nothing beside it. Not so when something has been written beside it, which it would not see.
    """
    mode = "rwc" if create else "rw"
    if not may_be_written(file):
        mode = "ro" if written_beside(file) else "ro&immutable=1"
    return f"{file.resolve().as_uri()}?mode={mode}"
