"""The generic three-clock index: step functions over effective days. It knows no domain.

A *fact* is one recorded statement. It assigns values to *keys* (a thing, or a tuple of things) of
*attributes*, each from a day until the next assignment of the same key. On the same day the fact
recorded last decides. A fact may annul earlier facts, which then stop counting, and may itself be
annulled, after which they count again.

An attribute knows the types of its keys and its values, and whatever is asked of it has them.

A `Reading` is the timeline as seen with what was decided by a day (``known``) and recorded so far
(``horizon``). Readings are pinned: what is added later never shows in them.

One thread may add facts while others read. What is added at the end of a list is passed over by readings
that are pinned before it; a list of assignments that would change in its middle is replaced by a new one;
and whoever walks through a dict takes a copy first, in one step of the interpreter. What is only made when
somebody asks (which facts begin to hold on a day, an attribute that was kept elsewhere) is made, and added
to, by one thread at a time.

A timeline can stand on another (``base``): the upper one holds a draft or an alternative and the lower
one stays untouched. So judging a draft costs what the draft holds, and nothing has to be undone.
"""

from __future__ import annotations

import gc
import sys
import threading
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from operator import itemgetter
from typing import Any, ClassVar, Generic, NamedTuple, Protocol, TypeGuard, TypeVar

import attrs

from orgmodell.periods import ALWAYS, Period

K = TypeVar("K", bound=Hashable)  # the keys of an attribute
P = TypeVar("P", bound=tuple[Hashable, ...])  # those of a relation
V = TypeVar("V", covariant=True)  # the values
T = TypeVar("T")

Entry = tuple[date, int, V | None]  # from this day, by the fact with this number, this value

LAST = sys.maxsize  # after every fact of a day
_FEW = 8
_DAY_AND_SEQ = itemgetter(0, 1)
NOTHING: Mapping[Any, Any] = {}
_UNSAID: tuple[Entry[Any]] = ((date.min, -1, None),)


@attrs.frozen(eq=False)
class Attribute(Generic[K, V]):
    """Something said of one thing, day by day.

    Attributes:
        name: for people reading a dump.
    """

    name: str
    is_found: ClassVar[bool] = False  # whether a key is found by what is said of it

    def says(self, key: K, day: date, value: V | None) -> Assignment:
        """That a key has a value from a day on."""
        return (self, key, day, value)


@attrs.frozen(eq=False)
class Findable(Attribute[K, V]):
    """Something said of one thing, which can be looked up by the values it has had."""

    is_found: ClassVar[bool] = True


@attrs.frozen(eq=False)
class OfTwo(Attribute[P, V]):
    """Something said of two things together, which can be looked up by either.

    The key is a tuple: it goes from the thing in its first place to the one in its second.
    """

    is_found: ClassVar[bool] = True


_Keys = dict[Hashable, Sequence[Any]]  # by what they are found by
Said = tuple[Attribute[Any, Any], Any]  # an attribute of a key: what something can be said of
Assignment = tuple[Attribute[Any, Any], Any, date, Any]  # this key has this value from this day
Kept = tuple[Any, date, int, Any]  # the same of one attribute, by the fact with this number


class Step(NamedTuple, Generic[V]):
    """One step of a step function: the value from ``start`` up to ``until``, and the fact that set it."""

    start: date
    until: date | None
    value: V
    seq: int

    @property
    def period(self) -> Period:
        return Period(self.start, self.until)


class Decided(Protocol):
    """What the timeline needs to know of a recorded fact."""

    @property
    def decided(self) -> date: ...


F = TypeVar("F", bound=Decided)


class _Dated:
    """The days on which anything begins to hold, in order, and which facts say so."""

    def __init__(self, facts_on: dict[date, list[int]]) -> None:
        self._days = sorted(facts_on)
        self._facts_on = facts_on

    @classmethod
    def of(cls, laid_out: Mapping[Attribute[Any, Any], Mapping[Any, Sequence[Entry[Any]]]]) -> _Dated:
        facts_on: defaultdict[date, set[int]] = defaultdict(set)
        for by_key in laid_out.values():
            for entries in by_key.values():
                for day, seq, _ in entries:
                    facts_on[day].add(seq)
        return cls({day: sorted(facts) for day, facts in facts_on.items()})

    def add(self, day: date, seq: int) -> None:
        """One more, numbered after all that are there."""
        facts = self._facts_on.get(day)
        if facts is None:
            self._facts_on[day] = [seq]
            insort(self._days, day)
        elif facts[-1] != seq:
            facts.append(seq)

    def between(self, after: date, until: date) -> list[tuple[date, int]]:
        days = self._days[bisect_right(self._days, after) : bisect_right(self._days, until)]
        return [(day, seq) for day in days for seq in self._facts_on[day]]


class _Found:
    """How the keys of an attribute are found by what has been said of them; filed when somebody asks.

    Args:
        attribute: whose keys they are.
        one_at_a_time: held by whoever tells of a key, and by whoever files.
        awaited: what has been kept elsewhere, and is told first.
    """

    def __init__(
        self, attribute: Attribute[Any, Any], one_at_a_time: threading.RLock, awaited: _Awaited | None = None
    ) -> None:
        self._by_ends = type(attribute) is OfTwo
        self._one_at_a_time: Any = one_at_a_time
        self._awaited = awaited
        self._told: list[
            Any
        ] = []  # in order, and not filed yet: a key; where it is found by it, with a value
        self._having: _Keys = {}  # by a value
        self._from: _Keys = {}  # by the thing a relation goes from
        self._to: _Keys = {}  # by the thing it goes to

    def tell(self, key: Any, value: Hashable, before: Sequence[Entry[Any]]) -> None:
        """Let a key be found by a value, once; ``before`` is what has been said of it."""
        if self._by_ends:
            if not before or all(entry[2] is None for entry in before):
                self._told.append(key)
        elif not before or all(entry[2] != value for entry in before):
            self._told.append((value, key))

    def having(self, value: Hashable) -> Sequence[Any]:
        if self._told or self._awaited is not None:
            self._file()
        return self._having.get(value, ())

    def going_from(self, thing: Hashable) -> Sequence[Any]:
        if self._told or self._awaited is not None:
            self._file()
        return self._from.get(thing, ())

    def going_to(self, thing: Hashable) -> Sequence[Any]:
        if self._told or self._awaited is not None:
            self._file()
        return self._to.get(thing, ())

    def _file(self) -> None:
        if self._awaited is not None:
            self._awaited.lay_out()
            self._awaited = None
        with self._one_at_a_time:
            for told in self._told:
                self._put(told)
            self._told = []  # only now: whoever finds it empty finds all that was told

    def _put(self, told: Any) -> None:
        if self._by_ends:
            one, other = told[:2]
            self._from[one] = _longer(self._from.get(one, ()), told)
            self._to[other] = _longer(self._to.get(other, ()), told)
        else:
            value, key = told
            self._having[value] = _longer(self._having.get(value, ()), key)


_Tell = Callable[[Any, Any, Sequence["Entry[Any]"]], None]
_Column = tuple[dict[Any, Sequence["Entry[Any]"]], _Tell | None]


class _Waiting(dict[Any, Any]):
    """A dict that is filled by whoever first asks it anything, and then is a dict like any other."""

    __slots__ = ("awaited",)

    def __init__(self, awaited: _Awaited) -> None:
        self.awaited = awaited

    def __bool__(self) -> bool:
        return True  # what nothing is said of is not waited for


class _Filled(dict[Any, Any]):
    """What it is then: its methods are those of a dict, and as fast."""

    __slots__ = ("awaited",)


def _when_filled(method: Callable[..., Any]) -> Callable[..., Any]:
    def ask(self: _Waiting, *args: Any) -> Any:
        self.awaited.lay_out()
        return method(self, *args)

    return ask


for _name in (
    "get",
    "keys",
    "values",
    "items",
    "__getitem__",
    "__iter__",
    "__len__",
    "__contains__",
    "__eq__",
):
    setattr(_Waiting, _name, _when_filled(getattr(dict, _name)))


class _Awaited:
    """What is said of an attribute and kept elsewhere, until somebody asks.

    Args:
        attribute: which.
        kept: gives what has been said of it, as recorded: key, day, number of the fact, value.
        one_at_a_time: held by whoever lays out.
    """

    def __init__(
        self,
        attribute: Attribute[Any, Any],
        kept: Callable[[], Iterable[Kept]],
        one_at_a_time: threading.RLock,
    ) -> None:
        self.later: list[Kept] = []  # said since
        self.by_key: dict[Any, Any] = _Waiting(self)
        self.found = _Found(attribute, one_at_a_time, self) if attribute.is_found else None
        self._kept: Callable[[], Iterable[Kept]] | None = kept
        self._one_at_a_time: Any = one_at_a_time

    def lay_out(self) -> None:
        with self._one_at_a_time, collecting_no_garbage():
            if self._kept is None:
                return
            tell = None if self.found is None else self.found.tell
            dict.update(self.by_key, _laid_out([*self._kept(), *self.later], tell))
            self.by_key.__class__ = _Filled
            self._kept, self.later = None, []


@contextmanager
def collecting_no_garbage() -> Iterator[None]:
    """Nothing that is laid out is garbage, and to look for some again and again takes long."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():  # what is new is taken to be old, without being looked through
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _laid_out(told: Iterable[Kept], tell: _Tell | None) -> dict[Any, Sequence[Entry[Any]]]:
    by_key: dict[Any, Sequence[Entry[Any]]] = {}
    one = _UNSAID
    for key, day, seq, value in told:
        same_day, same_seq, same_value = one[0]
        if seq != same_seq or day is not same_day or value is not same_value:
            one = ((day, seq, value),)  # what a fact says of several keys is one entry
        before = by_key.get(key)
        if tell is not None and value is not None:
            tell(key, value, before or ())
        by_key[key] = one if before is None else _with_one_more(before, one)
    return by_key


class Timeline(Generic[F]):
    """All facts, and for each attribute and key its assignments in order of day and recording.

    Args:
        base: a timeline to stand on.
        first: how many facts of the base are seen; it may grow afterwards.
    """

    def __init__(self, base: Timeline[F] | None = None, first: int = 0) -> None:
        self._base = base
        self._first = first  # facts below this number belong to the base
        self._count = 0  # of the facts that are its own
        self._facts: list[F] = []
        self._entries: dict[Attribute[Any, Any], dict[Any, Sequence[Entry[Any]]]] = {}
        self._found: dict[Attribute[Any, Any], _Found] = {}
        self._columns: dict[Attribute[Any, Any], _Column] = {}  # both of these
        self._dated: _Dated | None = None  # made when first asked for
        self._annulled_by: dict[int, list[int]] = {}
        self._merged: dict[Said, tuple[int, Sequence[Entry[Any]]]] = {}  # own, and of the base
        self._one_at_a_time = threading.RLock()

    def __len__(self) -> int:
        """How many facts there are; the number of the next one."""
        return self._first + self._count

    def fact(self, seq: int) -> F:
        if seq < self._first:
            assert self._base is not None
            return self._base.fact(seq)
        return self._own_fact(seq)

    def _own_fact(self, seq: int) -> F:
        return self._facts[seq - self._first]

    def decided(self, seq: int) -> date:
        """The day a fact was decided."""
        return self.fact(seq).decided

    def facts_numbered(self, seqs: Iterable[int]) -> tuple[F, ...]:
        """The facts with these numbers."""
        return tuple(map(self.fact, seqs))

    def add(self, fact: F, assignments: Iterable[Assignment], annuls: Iterable[int] = ()) -> int:
        """Add the next fact; returns its number."""
        self._facts.append(fact)  # before what it assigns
        seq = self._lay_out([assignments])
        self._annul(annuls, seq)
        return seq

    def _lay_out(self, said: Collection[Iterable[Assignment]]) -> int:
        """Lay out what the next facts assign, one after the other; returns the number of the first."""
        with self._one_at_a_time:
            first = len(self)
            self._count += len(said)  # before what they assign: see `entries`
            columns, dated = self._columns, self._dated
            for seq, assignments in enumerate(said, first):
                same_day = same_value = None
                one = _UNSAID  # what a fact says of several keys is one entry
                for attribute, key, day, value in assignments:
                    if day is not same_day or value is not same_value:
                        same_day, same_value, one = day, value, ((day, seq, value),)
                        if dated is not None:
                            dated.add(day, seq)
                    by_key, tell = columns.get(attribute) or self._begin(attribute)
                    if type(by_key) is _Waiting:
                        by_key.awaited.later.append((key, day, seq, value))
                        continue
                    before = by_key.get(key)
                    if tell is not None and value is not None:
                        tell(key, value, before or ())
                    if before is None:
                        by_key[key] = one
                    elif type(before) is tuple and len(before) < _FEW and before[-1][0] <= day:
                        by_key[key] = before + one
                    else:
                        by_key[key] = _with_one_more(before, one)
            return first

    def _annul(self, facts: Iterable[int], by: int) -> None:
        for annulled in facts:
            self._annulled_by.setdefault(annulled, []).append(by)

    def _begin(self, attribute: Attribute[Any, Any]) -> _Column:
        """Of an attribute of which nothing has been said."""
        found = _Found(attribute, self._one_at_a_time) if attribute.is_found else None
        return self._put(attribute, {}, found)

    def _put(
        self,
        attribute: Attribute[Any, Any],
        by_key: dict[Any, Sequence[Entry[Any]]],
        found: _Found | None,
    ) -> _Column:
        self._entries[attribute] = by_key
        if found is not None:
            self._found[attribute] = found
        column = self._columns[attribute] = by_key, None if found is None else found.tell
        return column

    def _await(self, attribute: Attribute[Any, Any], kept: Callable[[], Iterable[Kept]]) -> None:
        """Lay out an attribute of which nothing has been said when somebody asks."""
        awaited = _Awaited(attribute, kept, self._one_at_a_time)
        self._put(attribute, awaited.by_key, awaited.found)

    def entries(self, attribute: Attribute[K, V], key: K) -> Sequence[Entry[V]]:
        """The assignments of a key, by day and then by recording, counting or not."""
        own: Sequence[Entry[V]] = self._entries.get(attribute, NOTHING).get(key, ())
        if self._base is None:
            return own
        count = len(own)
        kept = self._merged.get((attribute, key))
        if kept is not None and kept[0] == count:
            return kept[1]
        below = self._base.entries(attribute, key)[:]  # copied, and then asked whether the base had grown
        if len(self._base) > self._first:
            below = [e for e in below if e[1] < self._first]
        merged = sorted([*below, *own[:count]], key=_DAY_AND_SEQ) if count else below
        self._merged[attribute, key] = (count, merged)
        return merged

    def next_day(self, attribute: Attribute[K, object], key: K, after: date) -> date | None:
        """The first day after one from which anything is said of a key, counting or not."""
        entries = self.entries(attribute, key)
        at = bisect_right(entries, (after, LAST))
        return entries[at][0] if at < len(entries) else None

    def keys_having(self, attribute: Findable[K, object], value: Hashable) -> Iterable[K]:
        """Keys that have had this value on some day."""
        found = self._found.get(attribute)
        own: Sequence[K] = () if found is None else found.having(value)
        if self._base is None:
            return own[:]
        below = self._base.keys_having(attribute, value)
        return dict.fromkeys([*self._pinned(attribute, below, lambda v: v == value), *own])

    def keys_from(self, attribute: OfTwo[P, object], thing: Hashable) -> Iterable[P]:
        """Keys from this thing that have had a value on some day."""
        found = self._found.get(attribute)
        own: Sequence[P] = () if found is None else found.going_from(thing)
        if self._base is None:
            return own[:]
        below = self._base.keys_from(attribute, thing)
        return dict.fromkeys([*self._pinned(attribute, below, lambda v: v is not None), *own])

    def keys_to(self, attribute: OfTwo[P, object], thing: Hashable) -> Iterable[P]:
        """Keys to this thing that have had a value on some day."""
        found = self._found.get(attribute)
        own: Sequence[P] = () if found is None else found.going_to(thing)
        if self._base is None:
            return own[:]
        below = self._base.keys_to(attribute, thing)
        return dict.fromkeys([*self._pinned(attribute, below, lambda v: v is not None), *own])

    def keys(self, attribute: Attribute[K, object]) -> Iterable[K]:
        """Every key the attribute has been assigned for."""
        own: Mapping[K, object] = self._entries.get(attribute, NOTHING)
        if self._base is None:
            return list(own)
        return dict.fromkeys([*self._pinned(attribute, self._base.keys(attribute), lambda _: True), *own])

    def is_said(self, attribute: Attribute[Any, Any]) -> bool:
        """Whether anything was ever said of an attribute."""
        return bool(self._entries.get(attribute)) or (
            self._base is not None and self._base.is_said(attribute)
        )

    def _pinned(
        self, attribute: Attribute[K, object], keys: Iterable[K], sought: Callable[[object], bool]
    ) -> Iterable[K]:
        """Those of the base's keys that are assigned something sought by the facts that are seen of it."""
        base, first = self._base, self._first
        assert base is not None
        if len(base) == first:  # asked after the keys were listed: see `entries`
            return keys
        return [k for k in keys if any(e[1] < first and sought(e[2]) for e in base.entries(attribute, k))]

    def taking_effect(self, after: date, until: date) -> Iterator[tuple[date, int]]:
        """(day, fact number) of everything that begins to hold in (after, until], in order."""
        own = self._beginning(after, until)
        if self._base is None:
            yield from own
            return
        below = (e for e in self._base.taking_effect(after, until) if e[1] < self._first)
        yield from sorted([*below, *own])

    def _beginning(self, after: date, until: date) -> list[tuple[date, int]]:
        """The same of the timeline's own facts."""
        with self._one_at_a_time:
            if self._dated is None:
                self._dated = _Dated.of(self._entries)
            return self._dated.between(after, until)

    def annulled(self) -> Collection[int]:
        """The facts that others annul, whether these count or not."""
        if self._base is None:
            return self._annulled_by.keys()
        return {*self._base.annulled(), *self._annulled_by}

    def annulments_of(self, seq: int) -> Sequence[int]:
        """The facts that annul this one, if they count."""
        own = self._annulled_by.get(seq, ())
        if self._base is None:
            return own
        return [*(a for a in self._base.annulments_of(seq) if a < self._first), *own]

    def reading(self, known: date | None = None, horizon: int | None = None) -> Reading[F]:
        """The timeline as seen with what was decided by ``known`` among its first ``horizon`` facts."""
        return Reading(self, known, len(self) if horizon is None else min(horizon, len(self)))


class Reading(Generic[F]):
    """A timeline as seen with a given knowledge; a cheap, pinned handle."""

    __slots__ = ("_by_attribute", "_doubtful", "_entries", "horizon", "known", "timeline")

    def __init__(self, timeline: Timeline[F], known: date | None, horizon: int) -> None:
        self.timeline = timeline
        self.known = known
        self.horizon = horizon
        self._entries = timeline.entries
        self._by_attribute = timeline._entries if timeline._base is None else None  # a shorter way to them
        self._doubtful = timeline.annulled() if known is None else range(horizon)

    def entry(self, attribute: Attribute[K, V], key: K, day: date) -> Entry[V] | None:
        """The assignment that holds on the day, or None."""
        entries = self._entries(attribute, key)
        if not entries:
            return None
        at = len(entries) if entries[-1][0] <= day else bisect_right(entries, (day, LAST))
        return self._latest(entries, at)

    def _latest(self, entries: Sequence[Entry[V]], at: int) -> Entry[V] | None:
        """The last of the assignments before one that counts."""
        while at:
            at -= 1
            entry = entries[at]
            if entry[1] < self.horizon and (entry[1] not in self._doubtful or self.counts(entry[1])):
                return entry
        return None

    def value(self, attribute: Attribute[K, V], key: K, day: date) -> V | None:
        """The value that holds on the day; None when none does."""
        by_attribute = self._by_attribute
        if by_attribute is not None:
            entries = by_attribute.get(attribute, NOTHING).get(key)
            if not entries:
                return None
            start, seq, value = entries[-1]
            if start <= day and seq < self.horizon and seq not in self._doubtful:
                return value
        entry = self.entry(attribute, key, day)
        return entry[2] if entry else None

    def certain(self, attribute: Attribute[K, V], key: K, day: date) -> V:
        """The value that holds on the day, where it is certain that one does."""
        value = self.value(attribute, key, day)
        assert value is not None, (attribute, key, day)
        return value

    def held(self, attribute: Attribute[K, V], key: K, window: Period = ALWAYS) -> Iterator[Step[V]]:
        """The steps with a value that share a day with the window, whole, in order of day."""
        return (step for step in self.steps(attribute, key, window) if _has_value(step))

    def steps(self, attribute: Attribute[K, V], key: K, window: Period = ALWAYS) -> Iterator[Step[V | None]]:
        """The steps that share a day with the window, whole, in order of day. Values may be None."""
        counting = [e for e in self._entries(attribute, key) if self.counts(e[1])]
        for at, (day, seq, value) in enumerate(counting):
            until = counting[at + 1][0] if at + 1 < len(counting) else None
            step = Step(day, until, value, seq)
            if day != until and (window is ALWAYS or step.period.overlap(window)):
                yield step

    def step_of(self, attribute: Attribute[K, V], key: K, day: date, seq: int) -> Step[V | None] | None:
        """The step that a fact sets from a day; None when it does not count, or another says so that day."""
        entries = self._entries(attribute, key)
        at = bisect_right(entries, (day, seq), key=_DAY_AND_SEQ) - 1  # what it says last, of the same twice
        if at < 0 or entries[at][:2] != (day, seq) or not self.counts(seq):
            return None
        later = (entries[after] for after in range(at + 1, len(entries)))
        until = next((entry[0] for entry in later if self.counts(entry[1])), None)
        return None if until == day else Step(day, until, entries[at][2], seq)

    def counts(self, seq: int) -> bool:
        """Whether the fact is recorded, decided and not annulled, as far as this reading goes."""
        if seq >= self.horizon:
            return False
        if seq not in self._doubtful:
            return True
        if self.known is not None and self.timeline.decided(seq) > self.known:
            return False
        annulments = self.timeline.annulments_of(seq)
        return not annulments or not any(map(self.counts, annulments))

    def keys_having(self, attribute: Findable[K, object], value: Hashable) -> Iterable[K]:
        """Keys that may have the value on some day; ask `value` or `steps` whether they do."""
        return self.timeline.keys_having(attribute, value)

    def keys_from(self, attribute: OfTwo[P, object], thing: Hashable) -> Iterable[P]:
        """Keys from the thing that may have a value on some day."""
        return self.timeline.keys_from(attribute, thing)

    def keys_to(self, attribute: OfTwo[P, object], thing: Hashable) -> Iterable[P]:
        """Keys to the thing that may have a value on some day."""
        return self.timeline.keys_to(attribute, thing)

    def fact(self, seq: int) -> F:
        return self.timeline.fact(seq)


def _has_value(step: Step[V | None]) -> TypeGuard[Step[V]]:
    return step.value is not None


def _inserted(entries: Sequence[Entry[V]], entry: Entry[V]) -> list[Entry[V]]:
    """The entries and one more in its place, as a new list: somebody may be walking through the old one."""
    found = [*entries]
    insort(found, entry, key=_DAY_AND_SEQ)
    return found


def _with_one_more(entries: Sequence[Entry[V]], one: tuple[Entry[V]]) -> Sequence[Entry[V]]:
    after = entries[-1][0] > one[0][0]
    return _inserted(entries, one[0]) if after else _longer(entries, one[0])


def _longer(few: Sequence[T], more: T) -> Sequence[T]:
    """A sequence with one more at its end.

    Few are a tuple: it is small, and the garbage collector soon leaves it alone. Many are a list, which
    grows where it is.
    """
    if type(few) is list:
        few.append(more)
        return few
    return (*few, more) if len(few) < _FEW else [*few, more]
