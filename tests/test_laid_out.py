"""However records are laid out, it is what laying out one change after the other by hand gives."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given

from both import CI
from orgmodell import Beslut, Recorded, codec
from orgmodell.changes import (
    BeslutAnnulled,
    Change,
    ChangeAnnulled,
    EnhetCreated,
    EnhetRenamed,
    Fact,
    things_named_by,
)
from orgmodell.chronicle import Chronicle
from orgmodell.log import Log
from orgmodell.testing.strategies import organisations
from orgmodell.timeline import Attribute, Findable, OfTwo
from test_codec import EXPECTED

DAY = date(2015, 1, 1)
NOON = datetime(2024, 5, 2, 12, tzinfo=UTC)


def said_plainly(records: Sequence[Recorded]) -> list[tuple[Fact, list[Any]]]:
    """Every fact, and what it assigns."""
    said: list[tuple[Fact, list[Any]]] = []
    for record in records:
        for number, change in enumerate(record.beslut.changes, 1):
            day = record.beslut.day_of(change)
            said.append((Fact(len(said), number, day, change, record), list(change.assigns(day))))
    return said


def assert_laid_out(chronicle: Chronicle, records: Sequence[Recorded]) -> None:
    """A chronicle holds what is said, found in every way, in the order in which it was recorded."""
    said = said_plainly(records)
    assert list(chronicle.records()) == list(records)
    assert [chronicle.fact(fact.seq) for fact, _ in said] == [fact for fact, _ in said]
    assert chronicle.facts_numbered(range(len(said))) == tuple(fact for fact, _ in said)
    assert [chronicle.decided(fact.seq) for fact, _ in said] == [fact.decided for fact, _ in said]
    for attribute in dict.fromkeys(a for _, assigned in said for a, _, _, _ in assigned):
        assert_attribute(chronicle, attribute, said)
    dated = sorted({(day, fact.seq) for fact, assigned in said for _, _, day, _ in assigned})
    assert list(chronicle.taking_effect(date.min, date.max)) == [
        each for each in dated if each[0] != date.min
    ]
    named = {thing for fact, _ in said for thing in things_named_by(fact.change)}
    assert set(chronicle.named()) == named
    for thing in named:
        naming = [fact.seq for fact, _ in said if thing in things_named_by(fact.change)]
        assert list(chronicle.mentions(thing)) == naming
    assert_beslut(chronicle, records, said)


def assert_attribute(
    chronicle: Chronicle, attribute: Attribute[Any, Any], said: list[tuple[Fact, list[Any]]]
) -> None:
    told = [
        (key, day, fact.seq, value)
        for fact, assigned in said
        for each, key, day, value in assigned
        if each is attribute
    ]
    keys = list(dict.fromkeys(key for key, *_ in told))
    assert list(chronicle.keys(attribute)) == keys
    for key in keys:
        entries = [(day, seq, value) for each, day, seq, value in told if each == key]
        assert list(chronicle.entries(attribute, key)) == sorted(entries, key=lambda entry: entry[:2])
    held = [(key, value) for key, _, _, value in told if value is not None]
    if isinstance(attribute, Findable):
        for value in {value for _, value in held}:
            having = list(dict.fromkeys(key for key, each in held if each == value))
            assert list(chronicle.keys_having(attribute, value)) == having
    if isinstance(attribute, OfTwo):
        for one, other in {key[:2] for key, _ in held}:
            whole = list(dict.fromkeys(key for key, _ in held))
            assert list(chronicle.keys_from(attribute, one)) == [key for key in whole if key[0] == one]
            assert list(chronicle.keys_to(attribute, other)) == [key for key in whole if key[1] == other]


def assert_beslut(
    chronicle: Chronicle, records: Sequence[Recorded], said: list[tuple[Fact, list[Any]]]
) -> None:
    first: dict[str, list[int]] = {}
    for fact, _ in said:
        if fact.record.position == next(r.position for r in records if r.beslut.id == fact.beslut.id):
            first.setdefault(fact.beslut.id, []).append(fact.seq)
    annulled: dict[int, list[int]] = {}
    for fact, _ in said:
        match fact.change:
            case BeslutAnnulled(beslut=beslut):
                targets = first.get(beslut, [])
            case ChangeAnnulled(beslut=beslut, number=number) if number > 0:
                targets = first.get(beslut, [])[number - 1 : number]
            case _:
                targets = []
        for target in targets:
            if said[targets[0]][0].record.position <= fact.record.position:
                annulled.setdefault(target, []).append(fact.seq)
    assert {seq: list(chronicle.annulments_of(seq)) for seq in chronicle.annulled()} == annulled
    for record in records:
        assert list(chronicle.facts_of(record.beslut.id)) == first.get(record.beslut.id, [])
        found = chronicle.find(record.beslut.id)
        assert found == next(each for each in records if each.beslut.id == record.beslut.id)
        for moment in (record.recorded, record.recorded - timedelta(microseconds=1)):
            assert chronicle.position_at(moment) == sum(each.recorded <= moment for each in records)


def read_from(records: Sequence[Recorded], at_once: int | None = None) -> Chronicle:
    """A chronicle of the records, read from a log: all at once, or so many and then the rest."""
    chronicle = Chronicle()
    with Log.open(":memory:") as log:
        for number, record in enumerate(records):
            if number == at_once:
                chronicle.take_in(log.stream("exempelby").unrestored())
            log.stream("exempelby").append(record)
        chronicle.take_in(log.stream("exempelby").unrestored(chronicle.position))
    return chronicle


def numbered(*beslut: Beslut) -> list[Recorded]:
    return [
        Recorded(position=n, recorded=NOON + timedelta(minutes=n // 2), beslut=each)
        for n, each in enumerate(beslut, 1)
    ]


def changed(id: str, *changes: Change, decided: date = DAY) -> Beslut:
    return Beslut(id=id, decided=decided, changes=changes)


@CI
@given(organisations(max_beslut=12))
def test_what_is_read_from_a_log_is_laid_out_as_what_is_recorded(organisation: Any) -> None:
    """Whatever is recorded, all that is on the log at once, and some of it and then the rest."""
    records = organisation.beslut_log()
    recorded = Chronicle()
    for each in records:
        recorded.record(each)
    for chronicle in (recorded, read_from(records), read_from(records, at_once=len(records) // 2)):
        assert_laid_out(chronicle, records)


def every_change() -> list[Recorded]:
    """Each change that there is, with every field set, in a beslut of its own."""
    return numbered(*(changed(f"KF § {n}", each) for n, each in enumerate(EXPECTED.values(), 1)))


def test_every_change_is_laid_out_from_what_is_stored_of_it() -> None:
    records = every_change()
    assert_laid_out(read_from(records), records)


def test_a_value_is_never_what_is_stored_of_it() -> None:
    """A change that is itself what it says, as a headcount, is made."""
    chronicle = read_from(every_change())
    values = {value for _, value in _assigned(chronicle)}
    assert not [value for value in values if isinstance(value, codec._Stored)]
    assert [value for value in values if isinstance(value, Change)]


def _assigned(chronicle: Chronicle) -> Iterator[tuple[Attribute[Any, Any], Any]]:
    for attribute, by_key in chronicle._entries.items():
        for entries in by_key.values():
            yield from ((attribute, value) for _, _, value in entries)


def test_what_annuls_itself_and_what_is_said_twice() -> None:
    """An id that is taken twice is the first's; a beslut may annul a part of itself, and none to come."""
    records = numbered(
        changed("A", EnhetCreated("a", name="A"), ChangeAnnulled("A", number=1), BeslutAnnulled("A")),
        changed("B", BeslutAnnulled("A"), BeslutAnnulled("C"), ChangeAnnulled("A", number=-1)),
        changed("tom"),
        changed("A", EnhetRenamed("a", name="Å"), decided=DAY + timedelta(days=1)),
        changed("C", BeslutAnnulled("A"), BeslutAnnulled("B"), ChangeAnnulled("A", number=3)),
    )
    recorded = Chronicle()
    for each in records:
        recorded.record(each)
    assert_laid_out(recorded, records)
    assert_laid_out(read_from(records), records)


@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_is_collected_as_before(enabled: bool) -> None:
    """Also when what is read is damaged, or little; and not, where whoever asks has turned it off."""
    many = numbered(*(changed(f"KF § {n}", EnhetCreated(f"e-{n}", name="E")) for n in range(150)))
    seen: list[bool] = []

    def failing(records: list[codec.Unrestored]) -> Iterator[codec.Unrestored]:
        for each in records:
            seen.append(gc.isenabled())
            yield each
        raise KeyError

    with Log.open(":memory:") as log:
        for each in many:
            log.stream("exempelby").append(each)
        records = list(log.stream("exempelby").unrestored())
    (gc.enable if enabled else gc.disable)()
    try:
        for read in (records, records[:50]):
            with pytest.raises(KeyError):
                Chronicle().take_in(failing(read))
            assert gc.isenabled() is enabled
        assert seen[0] is enabled
        assert seen[149] is False
        assert seen[-1] is enabled
        assert_laid_out(read_from(many), many)
    finally:
        gc.enable()


def test_what_is_amiss_with_a_record_in_any_way_is_not_laid_out() -> None:
    """Whoever reads then looks closer and tells what it is."""
    (record,) = numbered(changed("A", EnhetCreated("a", name="A")))
    stored = codec.encode("exempelby", record, "0" * 64)
    assert codec.unrestored(stored, "exempelby", 1, "0" * 64) is not None
    for place in (("tomby", 1, "0" * 64), ("exempelby", 2, "0" * 64), ("exempelby", 1, None)):
        assert codec.unrestored(stored, *place) is None
    for at, byte in enumerate(stored):
        edited = stored[:at] + bytes([byte ^ 1]) + stored[at + 1 :]
        assert codec.unrestored(edited, "exempelby", 1, "0" * 64) is None
