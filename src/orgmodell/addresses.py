"""Addresses of databases: which text is one, and how one is shown."""

from __future__ import annotations

import re

UNREADABLE = (
    "the PostgreSQL address cannot be read; it is postgresql://user@host:port/database, with %40 for @, "
    "%2F for / and %25 for % in a name or password"
)

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
