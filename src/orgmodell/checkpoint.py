"""A chronicle as it was laid out, kept beside its log so that it need not be laid out anew.

A checkpoint says nothing that the log does not say, and can be thrown away at any time. It is one line of
text, with the SHA-256 of all that follows, and then MessagePack: the records without their seals, and for
each attribute what is said of it, in columns that are laid out when somebody asks. Nothing in it is run.

It fits a log whose record at its position has its sha256, and this very program: one that lays out anything
in another way has other source text. Anything else is passed over, and the log is read instead.
"""

from __future__ import annotations

import hashlib
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from sys import intern
from types import ModuleType
from typing import Any, NamedTuple

import msgspec

from orgmodell import changes, chronicle, codec, timeline
from orgmodell.changes import Change, attributes
from orgmodell.changes.attributes import Outcome
from orgmodell.chronicle import Chronicle
from orgmodell.codec import Unrestored
from orgmodell.timeline import Attribute, Kept

_MARK = b"orgmodell checkpoint 1 "
_HEAD = len(_MARK) + 64 + 1  # with the SHA-256 and a line break
ATTRIBUTES: Mapping[str, Attribute[Any, Any]] = {
    each.name: each
    for module in vars(changes).values()
    if isinstance(module, ModuleType)
    for each in vars(module).values()
    if isinstance(each, Attribute)
}
_KEYS: Mapping[str, type[tuple[Any, ...]]] = {
    each.__name__: each
    for each in vars(attributes).values()
    if isinstance(each, type) and issubclass(each, tuple)
}


class Checkpoint(NamedTuple):
    """What was kept.

    Attributes:
        position: the record it reaches to.
        sha256: the seal of that record.
        chronicle: as it was laid out.
    """

    position: int
    sha256: str
    chronicle: Chronicle


class _Column(msgspec.Struct, array_like=True):
    """What is said of an attribute, as recorded; what recurs stands once, in a table."""

    key: str | None  # its class, where it is of several things
    things: list[list[Any]]  # for each place in a key
    places: list[bytes]
    days: bytes
    seqs: bytes
    values: list[Any]
    said: bytes


class _Kept(msgspec.Struct, array_like=True):
    fits: str
    organisation: str
    position: int
    sha256: str
    texts: memoryview
    lengths: bytes
    beslut: list[str]
    decided: bytes
    facts: bytes
    annulments: list[tuple[int, int]]
    columns: dict[str, memoryview]


def written(organisation: str, records: Sequence[Unrestored]) -> bytes:
    """A checkpoint of an organisation's records, of which there are some, all of them checked."""
    laid_out = Chronicle()
    laid_out.take_in(records)
    kept = _Kept(
        fits=_program(),
        organisation=organisation,
        position=len(records),
        sha256=records[-1].sha256,
        texts=memoryview(b"".join(record.text for record in records)),
        lengths=_numbers(len(record.text) for record in records),
        beslut=[record.beslut for record in records],
        decided=_numbers(record.decided.toordinal() for record in records),
        facts=_numbers(len(record.changes) for record in records),
        annulments=[(seq, by) for seq in laid_out.annulled() for by in laid_out.annulments_of(seq)],
        columns={attribute.name: memoryview(_column(said)) for attribute, said in _said_of(records).items()},
    )
    return _sealed(msgspec.msgpack.encode(kept))


def _sealed(body: bytes) -> bytes:
    return _seal(body) + body


def _seal(body: bytes | memoryview) -> bytes:
    return _MARK + hashlib.sha256(body).hexdigest().encode() + b"\n"


def read(data: bytes, organisation: str) -> Checkpoint | None:
    """The checkpoint in some bytes; None when there is none for this organisation and this program."""
    body = memoryview(data)[_HEAD:]
    if data[:_HEAD] != _seal(body):
        return None
    try:
        kept = _decode(body)
    except msgspec.MsgspecError:
        return None
    if (kept.fits, kept.organisation) != (_program(), organisation):
        return None
    said = {ATTRIBUTES[name]: partial(_told, column) for name, column in kept.columns.items()}
    return Checkpoint(kept.position, kept.sha256, Chronicle.kept(_records(kept), kept.annulments, said))


@cache
def _program() -> str:
    """What the program is: the source text of all that lays out, and how numbers are kept here."""
    found = hashlib.sha256(f"{sys.byteorder} {array('I').itemsize}".encode())
    files = [Path(str(module.__file__)) for module in (codec, timeline, chronicle)]
    for file in (Path(__file__), *files, *sorted(Path(str(changes.__file__)).parent.glob("*.py"))):
        found.update(file.read_bytes())
    return found.hexdigest()


def _records(kept: _Kept) -> Iterator[tuple[bytes, str, date, int]]:
    start, day_of = 0, date.fromordinal
    for length, beslut, day, facts in zip(
        _of(kept.lengths), kept.beslut, _of(kept.decided), _of(kept.facts), strict=True
    ):
        yield bytes(kept.texts[start : start + length]), beslut, day_of(day), facts
        start += length


def _said_of(records: Iterable[Unrestored]) -> dict[Attribute[Any, Any], list[Kept]]:
    said: dict[Attribute[Any, Any], list[Kept]] = {}
    first = 0
    for record in records:
        for seq, change in enumerate(record.changes, first):
            for attribute, key, day, value in change.assigns(change.effective or record.day):
                said.setdefault(attribute, []).append((key, day, seq, value))
        first += len(record.changes)
    return said


def _column(said: Sequence[Kept]) -> bytes:
    keys, days, seqs, values = zip(*said, strict=True)
    is_one = isinstance(keys[0], str)
    places = [_table(place) for place in ([keys] if is_one else zip(*keys, strict=True))]
    table, told = _table(values)
    return msgspec.msgpack.encode(
        _Column(
            key=None if is_one else type(keys[0]).__name__,
            things=[things for things, _ in places],
            places=[numbers for _, numbers in places],
            days=_numbers(day.toordinal() for day in days),
            seqs=_numbers(seqs),
            values=table,
            said=told,
        )
    )


def _told(column: memoryview) -> Iterator[Kept]:
    """What a column says."""
    kept = _decode_column(column)
    places = [
        map(_things(things).__getitem__, _of(n)) for things, n in zip(kept.things, kept.places, strict=True)
    ]
    keys: Iterable[Any] = places[0]
    if kept.key is not None:
        keys = map(partial(tuple.__new__, _KEYS[kept.key]), zip(*places, strict=True))
    ordinals = _of(kept.days)
    days = {ordinal: date.fromordinal(ordinal) for ordinal in set(ordinals)}
    values = map(_things(kept.values).__getitem__, _of(kept.said))
    return zip(keys, map(days.__getitem__, ordinals), _of(kept.seqs), values, strict=True)


def _table(things: Iterable[Any]) -> tuple[list[Any], bytes]:
    """Each thing once, as it can be kept, and which of them each is."""
    at: dict[Any, int] = {}
    numbers = _numbers([at.setdefault((type(thing), thing), len(at)) for thing in things])
    return [_packed(thing) for _, thing in at], numbers


def _things(table: Iterable[Any]) -> list[Any]:
    return [intern(each) if type(each) is str else _unpacked(each) for each in table]


def _packed(thing: Any) -> Any:
    match thing:
        case None | str() | bool():
            return thing
        case date():
            return {"day": thing.toordinal()}
        case Outcome():
            return {"outcome": (thing.state, thing.says)}
        case Change():
            return {"change": codec.change_text(thing)}
        case tuple():
            return {"several": [_packed(each) for each in thing]}
    raise TypeError(f"cannot be kept: {thing!r}")


_UNPACKED: Mapping[str, Callable[[Any], Any]] = {
    "day": date.fromordinal,
    "outcome": lambda given: Outcome(*given),
    "change": codec.change_of,
    "several": lambda given: tuple(map(_unpacked, given)),
}


def _unpacked(kept: Any) -> Any:
    if not isinstance(kept, dict):
        return kept
    ((kind, given),) = kept.items()
    return _UNPACKED[kind](given)


def _numbers(numbers: Iterable[int]) -> bytes:
    return array("I", numbers).tobytes()


def _of(numbers: bytes) -> array[int]:
    found = array("I")
    found.frombytes(numbers)
    return found


_decode = msgspec.msgpack.Decoder(_Kept).decode
_decode_column = msgspec.msgpack.Decoder(_Column).decode
