"""The organisation's timeline: recorded beslut laid out day by day, in the domain's words.

A `Chronicle` takes in recorded beslut. An `Account` is the chronicle as far as it is known and
recorded; rules read it over periods, and a view is an account on one day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from itertools import chain, islice, takewhile
from sys import intern
from typing import Any, ClassVar

from orgmodell.changes import (
    BeslutAnnulled,
    ChangeAnnulled,
    Fact,
    Recorded,
    things_named_in,
)
from orgmodell.changes.attributes import (
    HOLDS,
    KIND,
    LEADS,
    LEDAMOT,
    LIFE,
    MERGED_INTO,
    NAME,
    NAMND,
    PARENT,
    PLACEMENT,
    RELATED,
    Appointment,
    Belonging,
    OrganSeat,
    Related,
    RowOf,
)
from orgmodell.changes.delegation import RAD
from orgmodell.codec import Said, Unrestored, changes_in, kind_of, restored
from orgmodell.periods import ALWAYS, Period
from orgmodell.timeline import (
    Attribute,
    Entry,
    Findable,
    K,
    Kept,
    Reading,
    Step,
    Timeline,
    collecting_no_garbage,
)

_FEW = 100  # records that may be read without a thought for garbage
_ANNULLING = {BeslutAnnulled, ChangeAnnulled}


class Chronicle(Timeline[Fact]):
    """Every recorded beslut of one organisation, and what each says from which day on.

    A beslut shows when all of it is laid out: `position` and `horizon` never count half of one. One thread
    may record while others read.

    Args:
        base: a chronicle to stand on, for a draft or an alternative; it is never changed from above.
    """

    def __init__(self, base: Chronicle | None = None) -> None:
        self._records_below = base.position if base else 0
        super().__init__(base, base.horizon(self._records_below) if base else 0)
        self._below = base
        self._records: list[Recorded | bytes] = []  # as they are stored, until somebody asks
        self._made: dict[int, Fact] = {}  # of its own, those that somebody has asked for
        self._decided: list[date] = []
        self._starts = [self._first]  # the number of the first fact of each own record, and of the next
        self._by_id: dict[str, int] = {}  # where among its own
        self._mentions: defaultdict[str, list[int]] = defaultdict(list)
        self._mentioning = 0  # own records in which it has been looked up what they name

    @classmethod
    def kept(
        cls,
        records: Iterable[tuple[bytes, str, date, int]],
        annulments: Iterable[tuple[int, int]],
        said: Mapping[Attribute[Any, Any], Callable[[], Iterable[Kept]]],
    ) -> Chronicle:
        """A chronicle as it was laid out and kept before.

        Args:
            records: of each, in order: its text, the id of its beslut, the day that was taken, and how many
                facts it holds.
            annulments: which facts are annulled, and by which.
            said: gives, for each attribute, what is said of it, when somebody asks.
        """
        chronicle = cls()
        for text, beslut, decided, facts in records:
            chronicle._by_id.setdefault(beslut, len(chronicle._records))
            chronicle._records.append(text)
            chronicle._decided.append(decided)
            chronicle._starts.append(chronicle._starts[-1] + facts)
        chronicle._count = chronicle._starts[-1]
        for annulled, by in annulments:
            chronicle._annul([annulled], by)
        for attribute, kept in said.items():
            chronicle._await(attribute, kept)
        return chronicle

    @property
    def position(self) -> int:
        """How many beslut are recorded."""
        return self._records_below + len(self._starts) - 1

    def record(self, recorded: Recorded) -> None:
        """Take in the next recorded beslut."""
        beslut = recorded.beslut
        day = beslut.effective or beslut.decided
        self._lay_in(recorded, beslut.id, beslut.decided, day, beslut.changes)

    def take_in(self, records: Iterable[Unrestored]) -> None:
        """Take in the next recorded beslut, many at once; they are made when somebody asks for them."""
        records = iter(records)
        self._lay_all_in(islice(records, _FEW))
        for more in records:
            with collecting_no_garbage():
                self._lay_all_in(chain([more], records))

    def _lay_all_in(self, records: Iterable[Unrestored]) -> None:
        for text, _, beslut, decided, day, changes in records:
            self._lay_in(text, beslut, decided, day, changes)

    def _lay_in(
        self, record: Recorded | bytes, beslut: str, decided: date, day: date, changes: Sequence[Said]
    ) -> None:
        self._records.append(record)
        self._decided.append(decided)
        self._by_id.setdefault(beslut, len(self._records) - 1)  # taken once; `violations_ever` tells of more
        start = self._lay_out([change.assigns(change.effective or day) for change in changes])
        if not _ANNULLING.isdisjoint(map(type, changes)):
            for seq, change in enumerate(changes, start):
                self._annul(self.annulled_by(change), seq)
        self._starts.append(start + len(changes))  # from here on it shows

    def annulled_by(self, change: Said) -> Sequence[int]:
        """The numbers of the facts a change sets aside."""
        if type(change) not in _ANNULLING:
            return ()
        match change:
            case BeslutAnnulled(beslut=beslut):
                return self.facts_of(beslut)
            case ChangeAnnulled(beslut=beslut, number=number) if number > 0:
                return self.facts_of(beslut)[number - 1 : number]
            case _:
                return ()

    def find(self, beslut: str) -> Recorded | None:
        """The record of the beslut with this id."""
        position = self._position_of(beslut)
        return None if position is None else self._record_at(position)

    def _position_of(self, beslut: str) -> int | None:
        own = self._by_id.get(beslut)
        if own is not None:
            return self._records_below + own + 1
        below = None if self._below is None else self._below._position_of(beslut)
        return None if below is None or below > self._records_below else below

    def _record_at(self, position: int) -> Recorded:
        if position <= self._records_below:
            assert self._below is not None
            return self._below._record_at(position)
        return self._own_record(position - self._records_below - 1)

    def _own_record(self, at: int) -> Recorded:
        record = self._records[at]
        if isinstance(record, bytes):
            record = self._records[at] = restored(record)
        return record

    def records(self, after: int = 0) -> Iterator[Recorded]:
        """The beslut after a position, in recorded order."""
        if self._below is not None:
            yield from islice(self._below.records(after), max(0, self._records_below - after))
        for at in range(max(0, after - self._records_below), len(self._starts) - 1):
            yield self._own_record(at)

    def beslut_ids(self) -> Iterator[str]:
        return (r.beslut.id for r in self.records())

    def fact(self, seq: int) -> Fact:
        return self._made.get(seq) or super().fact(seq)

    def facts_numbered(self, seqs: Iterable[int]) -> tuple[Fact, ...]:
        made, fact = self._made, super().fact
        return tuple([made.get(seq) or fact(seq) for seq in seqs])

    def _own_fact(self, seq: int) -> Fact:
        at = bisect_right(self._starts, seq) - 1
        record, number = self._own_record(at), seq - self._starts[at]
        beslut = record.beslut
        change = beslut.changes[number]
        fact = self._made[seq] = Fact(seq, number + 1, beslut.day_of(change), change, record)
        return fact

    def decided(self, seq: int) -> date:
        if seq < self._first:
            assert self._below is not None
            return self._below.decided(seq)
        return self._decided[bisect_right(self._starts, seq) - 1]

    def facts_of(self, beslut: str) -> range:
        """The numbers of the facts of a beslut; empty when there is no such beslut."""
        position = self._position_of(beslut)
        return range(0) if position is None else self._facts_at(position)

    def facts_in(self, record: Recorded) -> range:
        """The numbers of the facts of a record."""
        start = self._start_of(record.position)
        return range(start, start + len(record.beslut.changes))

    def _facts_at(self, position: int) -> range:
        if position <= self._records_below:
            assert self._below is not None
            return self._below._facts_at(position)
        own = position - self._records_below - 1
        until = self._starts[own + 1] if own + 1 < len(self._starts) else len(self)  # is being taken in
        return range(self._starts[own], until)

    def position_at(self, time: datetime) -> int:
        """How many beslut were recorded by a time."""
        return bisect_right(range(self.position), time, key=lambda at: self._record_at(at + 1).recorded)

    def horizon(self, recorded: int | None) -> int:
        """How many facts the first ``recorded`` beslut hold; None is all."""
        return self._starts[-1] if recorded is None else self._start_of(recorded + 1)

    def no_earlier_than_the_last(self, time: datetime) -> datetime:
        """The time, or that of the last record when some clock is ahead: recorded times never go back."""
        if not self._records:
            return time if self._below is None else self._below.no_earlier_than_the_last(time)
        last = self._own_record(len(self._records) - 1).recorded
        return max(time, last)

    def _start_of(self, position: int) -> int:
        if position <= self._records_below:
            assert self._below is not None
            return self._below._start_of(position)
        own = position - self._records_below - 1
        return self._starts[own] if own < len(self._starts) else self._starts[-1]

    def mentions(self, thing: str) -> Iterator[int]:
        """The numbers of the facts that name the thing, in recorded order, counting or not."""
        if self._below is not None:
            yield from (seq for seq in self._below.mentions(thing) if seq < self._first)
        yield from self._looked_up().get(thing, ())

    def named(self) -> Iterable[str]:
        """Every id that a recorded change names: things, and persons, seats and rows."""
        below = () if self._below is None else self._below.named()
        return dict.fromkeys([*below, *self._looked_up()])

    def _looked_up(self) -> Mapping[str, list[int]]:
        """What each thing is named by, of all that shows; looked up when somebody asks."""
        if self._mentioning < len(self._starts) - 1:
            with self._one_at_a_time, collecting_no_garbage():
                for at in range(self._mentioning, len(self._starts) - 1):
                    self._look_up(at)
                    self._mentioning = at + 1
        return self._mentions

    def _look_up(self, at: int) -> None:
        record = self._records[at]
        changes: Sequence[Said] = changes_in(record) if isinstance(record, bytes) else record.beslut.changes
        for seq, change in enumerate(changes, self._starts[at]):
            for thing in things_named_in(change, kind_of(change)):
                self._mentions[intern(thing)].append(seq)

    def things(self) -> Iterable[str]:
        """Every id ever given to an enhet, organ, befattning or anything else that begins and ends."""
        return self.keys(LIFE)

    def account(self, known: date | None = None, recorded: int | None = None) -> Account:
        """The chronicle with what was decided by ``known`` among its first ``recorded`` beslut."""
        return Account(self, known, self.horizon(recorded))


class Account(Reading[Fact]):
    """What is known of the organisation over time."""

    __slots__ = ("_are_trees", "chronicle", "kept")
    stays: ClassVar[bool] = False  # whether it notes for how long what is read says the same
    notes: ClassVar[bool] = False  # whether it notes which facts are read

    def __init__(self, chronicle: Chronicle, known: date | None, horizon: int) -> None:
        super().__init__(chronicle, known, horizon)
        self.chronicle = chronicle
        self.kept: Any = None  # the answers that its views keep for each other, if they do
        self._are_trees: dict[str, bool] = {}

    def pin_as(self, other: Account) -> None:
        """Be the same account as another one."""
        self.chronicle = self.timeline = other.chronicle
        self.known, self.horizon = other.known, other.horizon
        self._entries, self._by_attribute = other._entries, other._by_attribute
        self._doubtful = other._doubtful
        self.kept, self._are_trees = None, other._are_trees

    @property
    def plain(self) -> Account:
        """The account itself; of one that notes what is read, the one it is read from."""
        return self

    def records(self) -> Iterator[Recorded]:
        """The beslut that are recorded and decided as far as the account goes, annulled or not."""
        within = takewhile(
            lambda r: self.chronicle.horizon(r.position) <= self.horizon, self.chronicle.records()
        )
        return (r for r in within if self.known is None or r.beslut.decided <= self.known)

    def lives(self, thing: str, day: date) -> bool:
        return self.value(LIFE, thing, day) is not None

    def beginning(self, thing: str) -> Entry[str] | None:
        """The assignment that first said the thing exists, if it counts."""
        entries = self.timeline.entries(LIFE, thing)
        return next((entry for entry in entries if entry[2] and self.counts(entry[1])), None)

    def type_of(self, thing: str) -> str | None:
        """What it is or was: "enhet", "organ", "befattning" …; None when it never existed."""
        began = self.beginning(thing)
        return began[2] if began else None

    def life(self, thing: str, window: Period = ALWAYS) -> Iterator[Step[str]]:
        """The periods in which the thing exists: one, since ids are never reused."""
        return self.held(LIFE, thing, window)

    def ended(self, thing: str, window: Period = ALWAYS) -> Iterator[Step[str | None]]:
        """The steps from the days on which the thing ceases to exist."""
        return (step for step in self.gone(thing, window) if step.start in window)

    def gone(self, thing: str, window: Period = ALWAYS) -> Iterator[Step[str | None]]:
        """The periods in which the thing has ceased to exist, as far as they share a day with the window."""
        return (step for step in self.steps(LIFE, thing, window) if not step.value)

    def while_both_live(self, step: Step[object], *things: str) -> Iterator[Period]:
        """The parts of a step in which all the things exist."""
        periods = [step.period]
        for thing in things:
            lives = [s.period for s in self.life(thing, step.period)]
            periods = [shared for p in periods for life in lives if (shared := p.overlap(life)) is not None]
        yield from periods

    def receiver(self, enhet: str, day: date) -> str:
        """The enhet itself or, when it has been merged by the day, the one that took over from it."""
        into, seen = self.value(MERGED_INTO, enhet, day), {enhet}
        while into is not None and into not in seen:
            seen.add(into)
            enhet, into = into, self.value(MERGED_INTO, into, day)
        return enhet

    def enhet_of(self, attribute: Attribute[str, str], thing: str, day: date) -> str | None:
        """The enhet a thing is in, through mergers: an enhet's PARENT, an uppdrag's RESPONSIBLE …"""
        enhet = self.value(attribute, thing, day)
        return enhet if enhet is None else self.receiver(enhet, day)

    def enhet_steps(
        self, attribute: Attribute[str, str], thing: str, window: Period = ALWAYS
    ) -> Iterator[Step[str | None]]:
        """The same over time. A merger begins a new step, set by the fact that merged."""
        for step in self.steps(attribute, thing, window):
            yield from self._through_mergers(step, window, frozenset())

    def _through_mergers(
        self, step: Step[str | None], window: Period, seen: frozenset[str]
    ) -> Iterator[Step[str | None]]:
        merged, merger = step.value, None
        if merged is not None and merged not in seen:
            merger = next(self.held(MERGED_INTO, merged, step.period), None)
        if merged is None or merger is None:
            if step.period.overlap(window):
                yield step
            return
        if step.start < merger.start:
            before = step._replace(until=merger.start)
            if before.period.overlap(window):
                yield before
        after = Step[str | None](max(step.start, merger.start), step.until, merger.value, merger.seq)
        yield from self._through_mergers(after, window, seen | {merged})

    def receivers_ever(self, enhet: str) -> list[str]:
        """The enhet itself and those that may have taken over from it on some day."""
        found = [enhet]
        for each in found:
            into = (value for _, _, value in self.timeline.entries(MERGED_INTO, each) if value is not None)
            found += [e for e in dict.fromkeys(into) if e not in found]
        return found

    def merged_ever(self, enhet: str) -> list[str]:
        """The enhet itself and those that may have been merged into it on some day."""
        found = [enhet]
        for each in found:
            found += [m for m in self.keys_having(MERGED_INTO, each) if m not in found]
        return found

    def in_enhet_ever(self, attribute: Findable[str, str], enhet: str) -> dict[str, None]:
        """Things that may be in the enhet on some day, by such an attribute; a candidate list."""
        merged = self.merged_ever(enhet)
        return dict.fromkeys(thing for each in merged for thing in self.keys_having(attribute, each))

    def children_ever(self, enhet: str) -> dict[str, None]:
        return self.in_enhet_ever(PARENT, enhet)

    def under_ever(self, enheter: Iterable[str]) -> dict[str, None]:
        """The enheter, and all that may be under them on some day; a candidate list."""
        found = dict.fromkeys(enheter)
        waiting = list(found)
        for enhet in waiting:
            new = [child for child in self.children_ever(enhet) if child not in found]
            found |= dict.fromkeys(new)
            waiting += new
        return found

    def parents_ever(self, enhet: str) -> dict[str, None]:
        """The enheter that an enhet may be right under on some day."""
        parents = (value for _, _, value in self.timeline.entries(PARENT, enhet) if value is not None)
        return dict.fromkeys(receiver for parent in parents for receiver in self.receivers_ever(parent))

    def over_ever(self, enhet: str) -> Iterator[str]:
        """The enhet itself, and those it may be under on some day, nearest first."""
        found, waiting = {enhet}, [enhet]
        for each in waiting:
            yield each
            new = [over for over in self.parents_ever(each) if over not in found]
            found.update(new)
            waiting += new

    def may_be_in_a_ring(self, enhet: str) -> bool:
        """Whether an enhet may be under itself on some day, as recorded."""
        if self._is_in_a_tree(enhet):
            return False
        return any(enhet in self.parents_ever(over) for over in self.over_ever(enhet))

    def _is_in_a_tree(self, enhet: str) -> bool:
        """Whether no way up from an enhet that was there on any day comes back to where it was."""
        known, waiting, begun = self._are_trees, [enhet], set[str]()
        while waiting and enhet not in known:
            each = waiting[-1]
            parents = self.parents_ever(each)
            if each in begun or each in known:
                waiting.pop()
                known.setdefault(each, all(known.get(parent, False) for parent in parents))
            else:
                begun.add(each)
                waiting += [parent for parent in parents if parent not in known and parent not in begun]
        return known[enhet]

    def placed_ever(self, enhet: str) -> dict[str, None]:
        return self.in_enhet_ever(PLACEMENT, enhet)

    def leaders_ever(self, enhet: str) -> list[str]:
        return [leadership.befattning for leadership in self.keys_from(LEADS, enhet)]

    def chefer_over_ever(self, *enheter: str) -> dict[str, None]:
        """Whoever may lead some enheter, or any that they may be under, on some day."""
        over = dict.fromkeys(over for enhet in enheter for over in self.over_ever(enhet))
        return dict.fromkeys(leader for enhet in over for leader in self.leaders_ever(enhet))

    def leaders(self, enhet: str, day: date) -> tuple[str, ...]:
        """The befattningar that lead an enhet on a day: one, none, or (in samledarskap) several."""
        held = [each.befattning for each in self.keys_from(LEADS, enhet) if self.value(LEADS, each, day)]
        return tuple([each for each in held if self.value(LIFE, each, day) == "befattning"])

    def has_chefer_under(self, enhet: str, day: date) -> bool:
        """Whether an enhet right under this one is led by somebody."""
        return any(
            self.lives(child, day) and self.enhet_of(PARENT, child, day) == enhet and self.leaders(child, day)
            for child in self.children_ever(enhet)
        )

    def led_ever(self, befattning: str) -> list[str]:
        return [leadership.enhet for leadership in self.keys_to(LEADS, befattning)]

    def leads_only_what_ended(self, befattning: str, day: date) -> list[str]:
        """The enheter a befattning is recorded to lead, when all of them have ended; else none."""
        led = [each.enhet for each in self.keys_to(LEADS, befattning) if self.value(LEADS, each, day)]
        return [] if any(self.lives(enhet, day) for enhet in led) else led

    def placed_under(self, enhet: str, day: date, seen: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """The organ an enhet is placed under on a day, living or not: by itself, or through a merger."""
        own = [each.organ for each in self.keys_from(NAMND, enhet) if self.value(NAMND, each, day)]
        return tuple(dict.fromkeys([*own, *self._carried_over(enhet, day, seen)]))

    def _carried_over(self, enhet: str, day: date, seen: frozenset[str]) -> list[str]:
        """The organ whose placement was carried over to an enhet by mergers, and has not ended since.

        A merger carries over the placements of what it merges, unless the enhet has one on that day.
        """
        mergers = self._mergers_into(enhet, day)
        if not mergers:
            return []
        found: dict[str, date] = {}
        for since in sorted(set(mergers.values())):
            explicit = any(self.value(NAMND, each, since) for each in self.keys_from(NAMND, enhet))
            if explicit or any(not self._said_since(enhet, o, found[o], since) for o in found):
                continue
            for merged in (each for each in mergers if mergers[each] == since and each not in seen):
                placed = self.placed_under(merged, since, seen | {enhet})
                found |= {organ: since for organ in placed if self.lives(organ, since)}
        return [organ for organ, since in found.items() if not self._said_since(enhet, organ, since, day)]

    def _mergers_into(self, enhet: str, day: date) -> dict[str, date]:
        """What has been merged into an enhet by a day, and from which day each is."""
        entries = {
            merged: self.entry(MERGED_INTO, merged, day) for merged in self.keys_having(MERGED_INTO, enhet)
        }
        return {merged: entry[0] for merged, entry in entries.items() if entry and entry[2] == enhet}

    def _said_since(self, enhet: str, organ: str, since: date, day: date) -> bool:
        """Whether it has been said in a period that an enhet is placed under an organ, or is not."""
        return any(entry[0] >= since for entry in self._said_by(NAMND, Belonging(enhet, organ), day))

    def was_said(self, attribute: Attribute[K, object], key: K, day: date) -> bool:
        """Whether a value has been assigned by a day, if only on a day on which another took it back."""
        return any(entry[2] is not None for entry in self._said_by(attribute, key, day))

    def _said_by(
        self, attribute: Attribute[K, object], key: K, day: date
    ) -> Iterator[tuple[date, int, object]]:
        """The assignments of a key that count, from days up to one, also where another took them back."""
        self.entry(attribute, key, day)  # so that whoever notes what is read knows of it
        return (e for e in self.timeline.entries(attribute, key) if e[0] <= day and self.counts(e[1]))

    def merged_on(self, enhet: str, day: date) -> list[str]:
        """What is merged into an enhet on the very day."""
        return [merged for merged, since in self._mergers_into(enhet, day).items() if since == day]

    def namnd_steps(self, enhet: str, organ: str, window: Period = ALWAYS) -> Iterator[Step[bool]]:
        """The periods in which an enhet is placed under an organ, by its own placement or a merged one's."""
        merged = self.merged_ever(enhet)
        if len(merged) == 1:
            yield from self.held(NAMND, Belonging(enhet, organ), window)
            return
        began: tuple[date, int] | None = None
        for day, seq in self._days_of_placement(merged).items():
            is_under = organ in self.placed_under(enhet, day)
            if is_under and began is None:
                began = (day, seq)
            elif began is not None and not is_under:
                yield from _within(Step(began[0], day, True, began[1]), window)
                began = None
        if began is not None:
            yield from _within(Step(began[0], None, True, began[1]), window)

    def _days_of_placement(self, enheter: list[str]) -> dict[date, int]:
        """The days on which placements or mergers of enheter are said, each with a fact that says so."""
        organs = dict.fromkeys(organ for each in enheter for organ in self._own_namnder(each))
        ever = [Belonging(each, organ) for each in enheter for organ in organs]  # carried over or not
        entries: list[Entry[object]] = [
            *(entry for each in enheter for entry in self.timeline.entries(MERGED_INTO, each)),
            *(entry for each in ever for entry in self.timeline.entries(NAMND, each)),
        ]
        return dict(sorted((day, seq) for day, seq, _ in entries if self.counts(seq)))

    def _own_namnder(self, enhet: str) -> list[str]:
        return [belonging.organ for belonging in self.keys_from(NAMND, enhet)]

    def namnder_ever(self, enhet: str) -> list[str]:
        """The organ that an enhet may be placed under on some day."""
        return list(
            dict.fromkeys(organ for each in self.merged_ever(enhet) for organ in self._own_namnder(each))
        )

    def placed_under_ever(self, organ: str) -> list[str]:
        """The enheter that may be placed under an organ on some day."""
        own = (belonging.enhet for belonging in self.keys_to(NAMND, organ))
        return list(dict.fromkeys(each for enhet in own for each in self.receivers_ever(enhet)))

    def appointments_ever(self, befattning: str) -> Iterable[Appointment]:
        """The appointments of everyone who may hold the befattning on some day."""
        return self.keys_from(HOLDS, befattning)

    def seats_ever(self, organ: str) -> Iterable[OrganSeat]:
        """The seats of everyone who may sit in the organ on some day."""
        return self.keys_from(LEDAMOT, organ)

    def rader_ever(self, ordning: str) -> Iterable[RowOf]:
        """The places of the rows that the delegationsordning may have on some day."""
        return self.keys_from(RAD, ordning)

    def relations_ever(self, thing: str) -> list[Related]:
        """What the thing may do for others and they for it, as recorded."""
        both = {*self.keys_from(RELATED, thing), *self.keys_to(RELATED, thing)}
        return sorted(both, key=partial(self.first_said, RELATED))

    def first_said(self, attribute: Attribute[K, object], key: K) -> int:
        """The number of the fact that first said that a key has a value; orders keys as recorded."""
        entries = self.timeline.entries(attribute, key)
        return min((seq for _, seq, value in entries if value is not None), default=0)

    def posts_ever(self, person: str) -> list[str]:
        return list(dict.fromkeys(appointment.befattning for appointment in self.keys_to(HOLDS, person)))

    def organs_ever(self, kind: str) -> list[str]:
        """The organ of a kind. An enhet can have the same label; it is no organ for that."""
        return [t for t in self.keys_having(KIND, kind) if self.organ_kind(t) == kind]

    def organs_on(self, kind: str, day: date) -> list[str]:
        """The organ of a kind that exist on a day."""
        return [organ for organ in self.organs_ever(kind) if self.lives(organ, day)]

    def organ_kind(self, thing: str) -> str | None:
        """The kind of an organ, which it keeps; None when the thing is no organ."""
        kinds = (step.value for step in self.steps(KIND, thing))
        return next(kinds, None) if self.type_of(thing) == "organ" else None

    def name(self, thing: str, day: date) -> str:
        """The name or title on the day, or else the last one it had before, or the id."""
        return self.value(NAME, thing, day) or thing

    def last_name(self, thing: str) -> str:
        """The last name or title a thing has had."""
        return next((step.value for step in reversed(list(self.held(NAME, thing)))), thing)

    def first_fact(self, thing: str) -> int:
        """The number of the fact that first said the thing exists; orders things as recorded."""
        entries = self.timeline.entries(LIFE, thing)
        return min((entry[1] for entry in entries), default=0)


def _within(step: Step[bool], window: Period) -> tuple[Step[bool], ...]:
    """The step, if it shares a day with the window."""
    return (step,) if step.period.overlap(window) else ()
