"""Changes ⇄ stored bytes, under stored names; upcasting; the seal of the hash chain.

A record on the log is one line of JSON text::

    {"sha256":"9f…","record":{"organisation":"tyreso","position":7,"recorded":"2024-05-02T09:00:00Z",
     "previous":"41…","beslut":{"id":"KF § 5","decided":"2013-01-08",
     "changes":[{"enhet-created":{"enhet":"pbk","name":"Planerings- och beställarkontor"}}]}}}

``sha256`` is the SHA-256 of exactly the bytes of ``record``, and ``previous`` is the ``sha256`` of
the record before, so whoever changes one byte has to rewrite everything after it. Fields at their
default are left out. Decoding is strict: what this version does not know is refused, not dropped.

Every class is stored through a *form*: a msgspec struct with the same fields, which decodes and
checks in C, and the slots of the class to move the values into. What a change says can be laid out
from its form, so that the change itself is made when somebody asks for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache, cached_property, reduce
from operator import or_
from sys import intern
from types import UnionType
from typing import Any, ClassVar, NamedTuple, Protocol, get_args, get_origin, get_type_hints

import attrs
import msgspec

from orgmodell.changes import CHANGES, Beslut, Change, Recorded
from orgmodell.errors import InvalidChange, LogDamaged, UnreadableRecord
from orgmodell.timeline import Assignment
from orgmodell.words import Text, foreign
from orgmodell.words import codec as words

Upcast = Callable[[dict[str, Any]], tuple[str, dict[str, Any]]]

UPCASTS: Mapping[str, Upcast] = {}
"""Retired stored name → what such a change is called, and holds, today. Only ever added to."""

_BEFORE_SEAL = b'{"sha256":"'
_AFTER_SEAL = b'","record":'
_SEAL = slice(len(_BEFORE_SEAL), len(_BEFORE_SEAL) + 64)
_RECORD = slice(_SEAL.stop + len(_AFTER_SEAL), -1)


class Entry(NamedTuple):
    """A record as it stands on the log.

    Attributes:
        organisation: whose log it stands on.
        previous: the sha256 of the record before; None for the first.
        sha256: the record's own.
        recorded: what it records.
    """

    organisation: str
    previous: str | None
    sha256: str
    recorded: Recorded


class Said(Protocol):
    """A change, or its form: what can be laid out."""

    @property
    def effective(self) -> date | None: ...

    def assigns(self, day: date) -> Iterator[Assignment]: ...


class Unrestored(NamedTuple):
    """A record that is checked and known to this version, and whose beslut is made when asked for.

    Attributes:
        text: its bytes without the seal, for `restored`.
        sha256: its seal.
        beslut: the id of its beslut.
        decided: the day that was taken.
        day: the day its changes take effect, where they name none of their own.
        changes: what it changes, in order; a change whose values hold itself is made already.
    """

    text: bytes
    sha256: str
    beslut: str
    decided: date
    day: date
    changes: Sequence[Said]


class _Named(msgspec.Struct, frozen=True):
    id: str


class Label(msgspec.Struct, frozen=True):
    """What a record says of itself, whatever version wrote the rest of it."""

    organisation: str
    position: int
    previous: str | None
    beslut: _Named


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    organisation: str
    position: int
    recorded: datetime
    previous: str | None
    beslut: msgspec.Raw


class _Stored(msgspec.Struct):
    """The fields of one class, as they are stored."""

    stored_as: ClassVar[_Form]  # some change has a field `form`


class _Form:
    """How one class is stored: a strict struct with its fields, and the slots to move them into."""

    def __init__(self, cls: type[Any]) -> None:
        hints = get_type_hints(cls)
        self.cls = cls
        self.fields = sorted(attrs.fields(cls), key=lambda field: field.inherited)  # own ones first
        types = {field.name: _stored_type(hints[field.name]) for field in self.fields}
        self.struct = msgspec.defstruct(
            cls.__name__,
            [_struct_field(field, types[field.name]) for field in self.fields],
            bases=(_Stored,),
            namespace={"stored_as": self, **_laid_out_by(cls)},
            kw_only=True,
            forbid_unknown_fields=True,
            gc=False,
        )
        self.is_whole = issubclass(cls, Change) and cls.is_laid_out_whole
        self.hints, self.types = hints, types
        self.decode: Callable[[bytes | msgspec.Raw], Any] = msgspec.json.Decoder(self.struct).decode

    @cached_property
    def finish(self) -> Callable[[_Stored], Any]:
        """What is laid out of a struct: itself, or the value it stands for, where that is laid out whole."""
        return self.restored if self.is_whole else self.interned

    @cached_property
    def restored(self) -> Callable[[_Stored], Any]:
        """The value of the class that a struct stands for."""
        lines, names = ["new = make(cls)"], {"make": object.__new__, "cls": self.cls, "nested": _restored}
        for name in self.types:
            names[f"set_{name}"] = getattr(self.cls, name).__set__
            value = f"nested(stored.{name})" if self.types[name] != self.hints[name] else f"stored.{name}"
            value = f"intern(value) if type(value := {value}) is str else value"  # the same ids recur
            lines.append(f"set_{name}(new, {value})")
        return _written_out([*lines, "return new"], names)

    @cached_property
    def interned(self) -> Callable[[_Stored], _Stored]:
        """A struct, with its own texts as the value it stands for would have them."""
        own = [
            field.name for field in self.fields if not field.inherited and _is_text(self.hints[field.name])
        ]
        lines = [f"if stored.{name} is not None: stored.{name} = intern(stored.{name})" for name in own]
        return _written_out([*lines, "return stored"], {})

    def stored(self, value: Any) -> dict[str, Any]:
        """The fields of the value that are not at their default."""
        fields = ((field, getattr(value, field.name)) for field in self.fields)
        return {field.name: _stored(given) for field, given in fields if given != field.default}


def encode(organisation: str, recorded: Recorded, previous: str | None) -> bytes:
    """The stored bytes of a record.

    Raises:
        InvalidChange: it holds a value of a type its field does not have (what could not be read
            back is never written).
    """
    record = {
        "organisation": organisation,
        "position": recorded.position,
        "recorded": recorded.recorded.astimezone(UTC),
        "previous": previous,
        "beslut": _BESLUT.stored(recorded.beslut),
    }
    try:
        text = msgspec.json.encode(record)
        unchanged = recorded == _recorded(*_read(text, UPCASTS))
    except (*_UNREADABLE, TypeError, OverflowError) as problem:
        raise InvalidChange(words.cannot_be_stored(recorded.beslut.id, _why(problem))) from None
    if not unchanged:
        raise InvalidChange(words.would_not_read_the_same(recorded.beslut.id))
    return _BEFORE_SEAL + _seal(text) + _AFTER_SEAL + text + b"}"


def decode(stored: bytes, organisation: str, position: int, upcasts: Mapping[str, Upcast] = UPCASTS) -> Entry:
    """What the bytes that stand at this position of this organisation's log say.

    Raises:
        UnreadableRecord: something in it is unknown to this version, or it is no record.
        LogDamaged: it says that it is another organisation's, or that it stands elsewhere.
    """
    try:
        record, beslut = _read(stored[_RECORD], upcasts)
    except _UNREADABLE as problem:
        raise UnreadableRecord(words.unreadable(organisation, position, _why(problem))) from None
    if record.organisation != organisation or record.position != position:
        raise LogDamaged(words.of_another_place(organisation, position, record.organisation, record.position))
    return Entry(organisation, record.previous, sealed(stored), _recorded(record, beslut))


def unrestored(stored: bytes, organisation: str, position: int, previous: str | None) -> Unrestored | None:
    """What the bytes that stand here say, when all is well with them; None when anything is not.

    All that `is_intact`, `label` and `decode` look at is looked at, in one go; they say what is wrong.
    """
    text, sha256 = text_of(stored), sealed(stored)
    if not is_intact(stored):
        return None
    try:
        record = _decode_whole(text)
        if (record.organisation, record.position, record.previous) != (organisation, position, previous):
            return None
        beslut = record.beslut
        changes = _said(beslut.changes, UPCASTS)
    except _UNREADABLE:
        return None
    day = beslut.effective or beslut.decided
    return Unrestored(text, sha256, beslut.id, beslut.decided, day, changes)


def restored(text: bytes) -> Recorded:
    """The record in a text that was found to be whole, and known, before."""
    return _recorded(*_read(text, UPCASTS))


def changes_in(text: bytes) -> list[Said]:
    """What a record that was found to be whole changes, in order."""
    return _said(_decode_whole(text).beslut.changes, UPCASTS)


def change_text(change: Change) -> str:
    """A change by itself, as it is stored in a record."""
    return msgspec.json.encode(_stored(change)).decode()


def change_of(text: str) -> Change:
    """The change in such a text."""
    change: Change = _restored(_said([_decode_named(text)], UPCASTS)[0])
    return change


def kind_of(said: Said) -> type[Change]:
    """Which change it is, or is the form of."""
    kind: Any = said.stored_as.cls if isinstance(said, _Stored) else type(said)
    found: type[Change] = kind
    return found


def _seal(record: bytes) -> bytes:
    """The SHA-256 of a record's bytes, as it is written."""
    return hashlib.sha256(record).hexdigest().encode()


def sealed(stored: bytes) -> str:
    """The SHA-256 that stored bytes carry, true or not."""
    return stored[_SEAL].decode("ascii", "replace")


def text_of(stored: bytes) -> bytes:
    """Stored bytes without their seal."""
    return stored[_RECORD]


def is_intact(stored: bytes) -> bool:
    """Whether the bytes are a record with its own true SHA-256, byte for byte."""
    record = stored[_RECORD]
    return stored == _BEFORE_SEAL + _seal(record) + _AFTER_SEAL + record + b"}"


def label(stored: bytes) -> Label | None:
    """What stored bytes say of themselves; None when even that cannot be read."""
    try:
        return _decode_label(stored[_RECORD])
    except (msgspec.MsgspecError, UnicodeError):
        return None


class _Unknown(Exception):
    """A change is stored under a name that this version does not know."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


_UNREADABLE = (msgspec.MsgspecError, UnicodeError, _Unknown)


def _why(problem: Exception) -> Text:
    return problem.text if isinstance(problem, _Unknown) else foreign(problem)


def _read(text: bytes, upcasts: Mapping[str, Upcast]) -> tuple[_Record, Beslut]:
    record = _decode_record(text)
    stored = _BESLUT.decode(record.beslut)
    stored.changes = tuple(map(_restored, _said(stored.changes, upcasts)))
    return record, _BESLUT.restored(stored)


def _recorded(record: _Record, beslut: Beslut) -> Recorded:
    return Recorded(position=record.position, recorded=record.recorded, beslut=beslut)


def _said(changes: Sequence[dict[str, msgspec.Raw]], upcasts: Mapping[str, Upcast]) -> list[Said]:
    """The changes, each by its form, or made, where it is itself a value of what it says."""
    said: list[Said] = []
    for named in changes:
        if len(named) != 1:
            raise _Unknown(words.not_one_name(named))
        name, text = named.popitem()
        form = _FORMS.get(name)
        if form is None:
            said += _said([_upcast(name, text, upcasts)], upcasts)
        else:
            said.append(form.finish(form.decode(text)))
    return said


def _upcast(name: str, text: msgspec.Raw, upcasts: Mapping[str, Upcast]) -> dict[str, msgspec.Raw]:
    if name not in upcasts:
        raise _Unknown(words.unknown_change(name))
    today, fields = upcasts[name](msgspec.json.decode(text))
    return {today: msgspec.Raw(msgspec.json.encode(fields))}


def _written_out(lines: list[str], names: dict[str, Any]) -> Callable[[Any], Any]:
    """A function of what is stored, as a line for each field: a loop over them takes thrice as long."""
    exec("\n ".join(["def written(stored):", *lines]), names := {"intern": intern, **names})
    written: Callable[[Any], Any] = names["written"]
    return written


def _laid_out_by(cls: type[Any]) -> dict[str, Any]:
    return {"assigns": cls.assigns} if issubclass(cls, Change) else {}


def _stored(value: Any) -> Any:
    kind: Any = type(value)
    if isinstance(value, tuple):
        return [_stored(each) for each in value]
    if isinstance(value, Change):
        return {value.stored: _form(kind).stored(value)}
    return _form(kind).stored(value) if _has_form(value) else value


def _has_form(value: object) -> bool:
    return attrs.has(type(value))


def _restored(value: Any) -> Any:
    if isinstance(value, _Stored):
        return value.stored_as.restored(value)
    return tuple(map(_restored, value)) if isinstance(value, tuple) else value


def _struct_field(field: attrs.Attribute[Any], stored_type: Any) -> Any:
    if field.default is attrs.NOTHING:
        return field.name, stored_type
    return field.name, stored_type, field.default


def _is_text(hint: Any) -> bool:
    return hint is str or (isinstance(hint, UnionType) and str in get_args(hint))


def _stored_type(hint: Any) -> Any:
    """The type of a field, with every class of ours in it replaced by its form."""
    if hint is Change:
        return dict[str, msgspec.Raw]
    if attrs.has(hint):
        return _form(hint).struct
    inner = get_args(hint)
    stored = tuple(_stored_type(each) for each in inner)
    if stored == inner:
        return hint
    return reduce(or_, stored) if isinstance(hint, UnionType) else get_origin(hint)[stored]


@cache
def _form(cls: Hashable) -> _Form:
    assert isinstance(cls, type)
    return _Form(cls)


_BESLUT = _form(Beslut)
_Whole = msgspec.defstruct(
    "_Whole",
    [
        ("organisation", str),
        ("position", int),
        ("recorded", datetime),
        ("previous", str | None),
        ("beslut", _BESLUT.struct),
    ],
    forbid_unknown_fields=True,
)
_FORMS: Mapping[str, _Form] = {cls.stored: _form(cls) for cls in CHANGES}
_decode_record = msgspec.json.Decoder(_Record).decode
_decode_whole: Callable[[bytes], Any] = msgspec.json.Decoder(_Whole).decode
_decode_named = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_decode_label = msgspec.json.Decoder(Label).decode
