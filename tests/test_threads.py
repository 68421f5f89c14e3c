"""An organisation that threads share: whoever asks while another records is answered as if alone."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from orgmodell import BeslutAlreadyRecorded, Organisation, OrganisationView, Violation
from orgmodell.changes import Beslut, EnhetRenamed, Recorded
from orgmodell.changes.attributes import NAME
from orgmodell.chronicle import Chronicle
from orgmodell.organisation import MemoryLog

ENHETER = 12
BESLUT = 100
DAY = date(2015, 1, 1)


@pytest.fixture(autouse=True)
def forced_switching() -> Iterator[None]:
    """Threads take turns all the time."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def founded() -> Organisation:
    organisation = Organisation("exempelby", MemoryLog())
    with organisation.beslut("grund", decided=date(2010, 1, 1)) as beslut:
        beslut.create_enhet("top", name="Kommun")
        for number in range(ENHETER):
            beslut.create_enhet(f"e-{number}", name=f"Enhet {number}", parent="top")
    return organisation


def reorganise(organisation: Organisation, number: int) -> None:
    """A beslut of two changes to one enhet on a random-looking day, mostly before those recorded earlier."""
    day = date(2014, 12, 31) - timedelta(days=number * 37 % 1400)
    enhet = f"e-{number % ENHETER}"
    with organisation.beslut(f"KF § {number}", decided=day) as beslut:
        beslut.rename_enhet(enhet, name=f"Namn {number}")
        beslut.create_enhet(f"ny-{number}", name=f"Ny {number}", parent=enhet)
        beslut.create_befattning(f"chef-{number}", title=f"Chef {number}", enhet=enhet)
    if number % 5 == 0:
        with organisation.beslut(f"KF § {number} åter", decided=day) as beslut:
            beslut.annul_change(f"KF § {number}", number=1)


def answers(view: OrganisationView) -> object:
    names = [view.enhet(enhet).name for enhet in view.enheter()]
    return view.enheter(), names, [node.depth for node in view.chart().nodes], view.violations()


def while_it_is_recorded(organisation: Organisation, *readers: Callable[[], object]) -> None:
    """Each reader again and again, in a thread of its own, until all is recorded; what fails is raised."""
    done, failures = threading.Event(), list[BaseException]()

    def read(ask: Callable[[], object]) -> None:
        try:
            while not done.is_set():
                ask()
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=read, args=(ask,)) for ask in readers]
    for thread in threads:
        thread.start()
    try:
        for number in range(BESLUT):
            reorganise(organisation, number)
    finally:
        done.set()
        for thread in threads:
            thread.join()
    if failures:
        raise failures[0]


def test_answers_are_those_of_some_whole_position() -> None:
    """What was answered while another thread recorded is what that position answers alone, afterwards."""
    organisation = founded()
    found: list[tuple[int, object]] = []

    def ask() -> None:
        view = organisation.on(DAY)
        found.append((view.account.horizon, answers(view)))

    while_it_is_recorded(organisation, ask, ask, ask)
    chronicle = organisation.up_to_date()
    whole = {chronicle.horizon(n): n for n in range(chronicle.position + 1)}
    alone = {n: answers(organisation.as_recorded(n).on(DAY)) for n in {whole[h] for h, _ in found}}
    assert [given for _, given in found] == [alone[whole[horizon]] for horizon, _ in found]
    assert len(alone) > 5


def test_a_view_stays_as_it_was() -> None:
    """A pinned view, a position and its periods are asked again and again, and answer the same."""
    organisation = founded()
    for number in range(1000, 1010):
        reorganise(organisation, number)
    then, position = organisation.on(DAY), organisation.up_to_date().position

    def everything() -> object:
        past = organisation.as_recorded(position)
        return (
            answers(past.on(DAY)),
            [effect.fact.seq for effect in past.taking_effect(date(2009, 1, 1), date(2030, 1, 1))],
            [happening.fact.seq for happening in past.history("e-3")],
            past.beslut_log(),
            past.violations_ever(),
            sorted(past.lineage().nodes),
        )

    before = everything()

    def ask() -> None:
        assert everything() == before
        assert then.children("e-3") == pinned

    pinned = then.children("e-3")
    while_it_is_recorded(organisation, ask, ask)


def test_a_scenario_does_not_see_what_its_base_records() -> None:
    """Drafts stand on the log as it was, while that grows; what is judged then, too."""
    organisation = founded()
    scenario = organisation.scenario("alt")
    with scenario.beslut("utkast", decided=date(2012, 1, 1)) as beslut:
        beslut.rename_enhet("e-3", name="Utkastets namn")
        beslut.create_enhet("utkast", name="Utkastets enhet", parent="e-4")
    before = answers(scenario.on(DAY))

    def ask() -> None:
        assert answers(scenario.on(DAY)) == before

    def branch() -> None:
        new = organisation.scenario("ny")
        given = answers(new.on(DAY))
        with new.beslut("utkast", decided=date(2012, 1, 1)) as beslut:
            beslut.move_enhet("e-5", parent="e-4")
        assert answers(new.as_recorded(len(new.beslut_log()) - 1).on(DAY)) == given

    while_it_is_recorded(organisation, ask, ask, branch)


def test_two_threads_record_one_after_the_other() -> None:
    """None of what both record is lost or mixed."""
    organisation = founded()

    def record(first: int) -> None:
        for number in range(first, 1040, 2):
            reorganise(organisation, number)

    odd = threading.Thread(target=record, args=(1001,))
    odd.start()
    record(1000)
    odd.join()
    log = organisation.beslut_log()
    assert [each.position for each in log] == list(range(1, len(log) + 1))
    assert {f"KF § {number}" for number in range(1000, 1040)} < {each.beslut.id for each in log}


class Interrupted(Organisation):
    """Another thread gets its turn just before the first beslut is recorded."""

    turn: Callable[[], object] | None = None

    def record(self, beslut: Beslut, told: Callable[[list[Violation]], object] | None = None) -> Recorded:
        turn, self.turn = self.turn, None
        if turn is not None:
            self.other = threading.Thread(target=turn)
            self.other.start()
            self.other.join(timeout=0.2)
        return super().record(beslut, told)


def test_a_draft_is_adopted_once_by_whichever_thread_comes_first() -> None:
    """Another that adopts it meanwhile, under another id, is told that it is adopted already."""
    organisation = Interrupted("exempelby", MemoryLog(founded().beslut_log()))
    alternative = organisation.scenario("alt")
    with alternative.beslut("utkast", decided=DAY) as beslut:
        beslut.rename_enhet("top", name="Kommunen")
    refused: list[str] = []

    def adopt_too() -> None:
        try:
            alternative.adopt("utkast", id="KF § 2")
        except BeslutAlreadyRecorded as error:
            refused.append(str(error))

    organisation.turn = adopt_too
    alternative.adopt("utkast", id="KF § 1")
    organisation.other.join()
    assert [each.beslut.id for each in organisation.beslut_log()] == ["grund", "KF § 1"]
    assert "is adopted already, as 'KF § 1'" in refused[0]


def renamed(position: int, day: date, changes: int = 1) -> Recorded:
    names = tuple(EnhetRenamed(f"e-{number}", name=f"Namn {position}") for number in range(changes))
    beslut = Beslut(id=f"KF § {position}", decided=day, changes=names)
    return Recorded(position=position, recorded=datetime(2024, 5, 2, tzinfo=UTC), beslut=beslut)


@pytest.mark.parametrize("stands_on_another", [False, True])
def test_what_a_reader_walks_through_holds_still(stands_on_another: bool) -> None:
    """Whatever is recorded meanwhile, on any day, the list in hand gets nothing but what is after its end."""
    chronicle = Chronicle()
    for position, day in enumerate((date(2012, 1, 1), date(2014, 1, 1)), 1):
        chronicle.record(renamed(position, day))
    read = Chronicle(chronicle) if stands_on_another else chronicle
    in_hand = read.entries(NAME, "e-0")
    before = list(in_hand)
    for position, day in enumerate((date(2015, 1, 1), date(2013, 1, 1), date(2011, 1, 1)), 3):
        chronicle.record(renamed(position, day))
        assert list(in_hand)[:2] == before
    assert not stands_on_another or list(in_hand) == list(read.entries(NAME, "e-0")) == before


def test_no_horizon_cuts_a_beslut_in_two() -> None:
    """Whoever looks while a beslut of many changes is laid out sees all of it or none."""
    chronicle = Chronicle()
    chronicle.record(renamed(1, DAY, changes=50))
    seen: set[tuple[int, int]] = set()
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            upon = Chronicle(chronicle)
            seen.add((len(list(upon.records())), upon.account().horizon))
            horizon = chronicle.account().horizon
            seen.add((horizon // 50, horizon))

    watcher = threading.Thread(target=look)
    watcher.start()
    for position in range(2, 2000):
        chronicle.record(renamed(position, DAY, changes=50))
        if len(seen) > 20:
            break
    done.set()
    watcher.join()
    assert not [(records, facts) for records, facts in seen if facts != records * 50]
