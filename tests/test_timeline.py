"""The index: what is said of keys is found again by every value, and by each end of a relation."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import attrs

from orgmodell.timeline import Attribute, Findable, OfTwo, Timeline


class Road(NamedTuple):
    """From one town to another."""

    start: str
    goal: str


@attrs.frozen
class Note:
    """A fact that anybody may have decided."""

    decided: date = date(2000, 1, 1)


DAY = date(2001, 1, 1)
ROAD: OfTwo[Road, int] = OfTwo("road")
MAYOR: Findable[str, str] = Findable("mayor")
SIZE: Attribute[str, int] = Attribute("size")


def _with_roads(roads: list[tuple[str, str]], base: Timeline[Note] | None = None) -> Timeline[Note]:
    timeline = Timeline[Note](base, len(base) if base is not None else 0)
    for start, goal in roads:
        timeline.add(Note(), [ROAD.says(Road(start, goal), DAY, 1)])
    return timeline


def test_a_relation_is_found_by_each_of_its_ends_and_by_that_alone() -> None:
    timeline = _with_roads([("a", "b"), ("b", "a"), ("c", "a"), ("a", "a")])
    assert list(timeline.keys_from(ROAD, "a")) == [("a", "b"), ("a", "a")]
    assert list(timeline.keys_to(ROAD, "a")) == [("b", "a"), ("c", "a"), ("a", "a")]
    assert list(timeline.keys_from(ROAD, "d")) == []


def test_what_never_held_is_not_found() -> None:
    """It has been assigned for all that."""
    timeline = Timeline[Note]()
    timeline.add(Note(), [ROAD.says(Road("a", "b"), DAY, None), MAYOR.says("a", DAY, None)])
    assert not [*timeline.keys_from(ROAD, "a"), *timeline.keys_to(ROAD, "b")]
    assert list(timeline.keys(ROAD)) == [Road("a", "b")]


def test_a_branch_finds_what_is_below_first_and_nothing_recorded_there_afterwards() -> None:
    base = _with_roads([("a", "b"), ("a", "c")])
    branch = _with_roads([("d", "b"), ("a", "b")], base)
    for start, goal in (("e", "b"), ("d", "b"), ("a", "d")):
        base.add(Note(), [ROAD.says(Road(start, goal), DAY, 2)])
    assert list(branch.keys_from(ROAD, "a")) == [("a", "b"), ("a", "c")]
    assert list(branch.keys_to(ROAD, "b")) == [("a", "b"), ("d", "b")]
    assert list(branch.keys_from(ROAD, "e")) == []


def test_a_key_is_the_same_whether_its_places_are_named_or_not() -> None:
    timeline = Timeline[Note]()
    timeline.add(Note(), [(ROAD, ("a", "b"), DAY, 3)])
    timeline.add(Note(), [ROAD.says(Road("c", "d"), DAY, 4)])
    unnamed: Any = ("c", "d")
    assert [timeline.reading().value(ROAD, road, DAY) for road in (Road("a", "b"), unnamed)] == [3, 4]


def test_steps_that_hold_are_those_with_a_value() -> None:
    days = [date(2001, month, 1) for month in (1, 2, 3)]
    timeline = Timeline[Note]()
    for day, size in zip(days, (1, None, 2), strict=True):
        timeline.add(Note(), [SIZE.says("a", day, size)])
    reading = timeline.reading()
    assert [step.value for step in reading.held(SIZE, "a")] == [1, 2]
    assert [step.value for step in reading.steps(SIZE, "a")] == [1, None, 2]
    assert reading.certain(SIZE, "a", days[2]) == 2


def test_of_what_is_said_for_one_day_the_fact_recorded_last_decides() -> None:
    """Also where a later day had been spoken of before; and what it says is one step, not two."""
    first, later = DAY, date(2001, 3, 1)
    timeline = Timeline[Note]()
    for day, size in ((first, 1), (later, 2), (first, 3), (later, 4)):
        timeline.add(Note(), [SIZE.says("a", day, size)])
    reading = timeline.reading()
    assert [reading.value(SIZE, "a", day) for day in (first, date(2001, 2, 1), later)] == [3, 3, 4]
    assert [tuple(step) for step in reading.steps(SIZE, "a")] == [(first, later, 3, 2), (later, None, 4, 3)]


def test_whatever_is_said_in_whatever_order_takes_effect_in_order_of_day() -> None:
    """Facts of the last day so far, earlier and later ones, and several values of one key."""
    timeline = Timeline[Note]()
    for month in (3, 3, 1, 5, 2):
        timeline.add(Note(), [SIZE.says("a", date(2001, month, 1), month)])
    assert [seq for _, seq in timeline.taking_effect(date(2000, 1, 1), date(2002, 1, 1))] == [2, 4, 0, 1, 3]
    assert [entry[1] for entry in timeline.entries(SIZE, "a")] == [2, 4, 0, 1, 3]
