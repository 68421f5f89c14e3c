"""What is measured, and against what."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time

import attrs
import msgspec
import yaml
from aggregate_peer import AggregatePeer
from measure import Ratio, medians, memory_of, of_children
from sqlite_peer import Node, SqlitePeer
from synthetic import beslut_of, up_to

from orgmodell import Beslut, Organisation, OrganisationView, Recorded, ledger, open_register
from orgmodell.checkpoint import ATTRIBUTES
from orgmodell.log import Log

NAME = "kommunen"
CHANGES_AN_ENHET = 20
JUDGED = 20  # beslut for each length: few, so that the shortest log stays about as short
READ, READ_OF_EACH = 2000, 5  # beslut in a file, and changes in each
STARTS = 9  # of which the median is taken, at the least: a start is short
CHECKED = 200  # answers of each kind that are compared with the peer's before it is timed

_STAMP = datetime(2025, 1, 1, tzinfo=UTC)


@attrs.frozen
class Asked:
    """What is asked: random things of one day, and random enheter of random days."""

    day: date
    enheter: tuple[str, ...]
    befattningar: tuple[str, ...]
    elsewhen: tuple[tuple[date, str], ...]

    @classmethod
    def of(cls, organisation: Organisation, number: int, seed: int) -> Asked:
        """So many questions of each kind that have answers: about what there was after the founding."""
        random = Random(seed)
        days = sorted(record.beslut.day_of(record.beslut.changes[0]) for record in organisation.beslut_log())
        later = days[len(days) // 2 :]
        day = random.choice(later)
        view, last = organisation.on(day), organisation.on(days[-1])
        lasting = sorted(set(organisation.on(later[0]).enheter()) & set(last.enheter()))
        return cls(
            day=day,
            enheter=tuple(random.choices(view.enheter(), k=number)),
            befattningar=tuple(random.choices(view.befattningar(), k=number)),
            elsewhen=tuple((random.choice(later), random.choice(lasting)) for _ in range(number)),
        )


def write_log(path: Path, beslut: Sequence[Beslut], judged: int) -> float:
    """Make a log of the beslut, the first of them judged; returns the seconds that each of these took."""
    with open_register(path) as register:
        organisation = register.organisation(NAME)
        start = perf_counter()
        for each in beslut[:judged]:
            organisation.record(each)
        taken = perf_counter() - start
    with Log.open(path) as log:
        stream = log.stream(NAME)
        for position, each in islice(enumerate(beslut, 1), judged, None):
            stream.append(Recorded(position=position, recorded=_STAMP, beslut=each))
    return taken / max(1, len(beslut[:judged]))


def opened(path: Path) -> Organisation:
    """The organisation, read from the log to its end."""
    with open_register(path) as register:
        organisation = register.organisation(NAME)
        organisation.on(date.max)
        return organisation


def laid_out(path: Path) -> Organisation:
    """The same, and all of its attributes asked about."""
    with open_register(path) as register:
        organisation = register.organisation(NAME)
        timeline = organisation.account().timeline
        for attribute in ATTRIBUTES.values():
            list(timeline.keys(attribute))
        return organisation


def decoded(path: Path) -> list[object]:
    """What no opening does without: the bytes, read and decoded, whatever they say."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT state FROM stored_events ORDER BY originator_version")
    decode = msgspec.json.Decoder().decode
    records = [decode(state) for (state,) in rows]
    connection.close()
    return records


def opening(path: Path, peer: AggregatePeer, repetitions: int) -> Iterator[Ratio]:
    """Opening a log, against replaying an aggregate and against merely reading and decoding."""
    ours, replay, decode = medians(repetitions, lambda: opened(path), peer.open, lambda: decoded(path))
    yield Ratio("open a log: aggregate replay ÷ ours", ours, replay, replay / ours, at_least=6)
    yield Ratio("open a log: read and decode, untyped ÷ ours", ours, decode, decode / ours, at_least=0.4)


def checkpoint(path: Path, repetitions: int) -> Iterator[Ratio]:
    """Opening with a checkpoint, and without; and the same with all laid out that waits until it is asked."""
    with open_register(path) as register:
        beside = register.write_checkpoint(NAME)
    with_one, all_with_one = medians(repetitions, lambda: opened(path), lambda: laid_out(path))
    beside.unlink()
    without, all_without = medians(repetitions, lambda: opened(path), lambda: laid_out(path))
    yield Ratio("open a log: without ÷ with a checkpoint", with_one, without, without / with_one, at_least=8)
    yield Ratio(
        "open, all laid out: without ÷ with a checkpoint",
        all_with_one,
        all_without,
        all_without / all_with_one,
    )


def memory(path: Path, changes: int) -> Ratio:
    """What an open log keeps in memory."""
    kept = memory_of(lambda: opened(path)) / changes
    return Ratio("memory: kB a change", f"{kept:.0f} B", "", kept / 1000, at_most=0.6)


def point_questions(
    organisation: Organisation, peer: SqlitePeer, asked: Asked, repetitions: int
) -> Iterator[Ratio]:
    """Questions about one thing, of a new view, and of a view for each question.

    What a view answers when asked the same again has no target: SQLite works it out every time.
    """
    on, day = organisation.on, asked.day.toordinal()
    for name, of_view, of_peer, things in (
        ("parent", lambda view: view.parent, peer.parent, asked.enheter),
        ("chef", lambda view: view.chef, peer.chef, asked.enheter),
        ("reporting line", lambda view: view.reporting_line, peer.reporting_line, asked.befattningar),
        ("chefsled", lambda view: view.chefsled, peer.chefsled, asked.befattningar),
    ):
        yield from _point_question(
            name, lambda: on(asked.day), of_view, partial(of_peer, day), things, repetitions
        )
    ours, theirs = medians(
        repetitions,
        lambda: [on(when).parent(enhet) for when, enhet in asked.elsewhen],
        lambda: [peer.parent(when.toordinal(), enhet) for when, enhet in asked.elsewhen],
    )
    number = len(asked.elsewhen)
    yield Ratio(
        "parent, on(random day) each time: SQLite ÷ ours", ours / number, theirs / number, theirs / ours
    )


def _point_question(
    name: str,
    new_view: Callable[[], OrganisationView],
    of_view: Callable[[OrganisationView], Callable[[str], object]],
    of_peer: Callable[[str], object],
    things: Sequence[str],
    repetitions: int,
) -> Iterator[Ratio]:
    in_use = new_view()

    def ask(question: Callable[[str], object]) -> None:
        for thing in things:
            question(thing)

    ask(of_view(in_use))
    totals = medians(
        repetitions,
        lambda: ask(of_view(new_view())),
        lambda: ask(of_view(in_use)),
        lambda: ask(of_peer),
    )
    new, again, theirs = (total / len(things) for total in totals)
    yield Ratio(f"{name}, first asked: SQLite ÷ ours", new, theirs, theirs / new, at_least=20)
    yield Ratio(f"{name}, asked again: SQLite ÷ ours", again, theirs, theirs / again)


def whole_chart(organisation: Organisation, peer: SqlitePeer, asked: Asked, repetitions: int) -> Ratio:
    """The chart of one day, from a new view."""
    ours, theirs = medians(
        repetitions,
        lambda: organisation.on(asked.day).chart(),
        lambda: peer.chart(asked.day.toordinal()),
    )
    return Ratio("whole chart: SQLite ÷ ours", ours, theirs, theirs / ours, at_least=4)


def check_answers(organisation: Organisation, peer: SqlitePeer, asked: Asked) -> None:
    """Refuse to compare the times of different answers."""
    view, day = organisation.on(asked.day), asked.day.toordinal()
    for enhet in asked.enheter[:CHECKED]:
        chef = view.chef(enhet)
        assert peer.parent(day, enhet) == view.parent(enhet), enhet
        assert peer.chef(day, enhet) == (chef and attrs.astuple(chef)), enhet
    for post in asked.befattningar[:CHECKED]:
        links = view.reporting_line(post).links
        line = [(link.befattning, link.title, link.enhet, *(link.persons or (None,))) for link in links]
        assert peer.reporting_line(day, post) == line, post
        assert peer.chefsled(day, post) == view.chefsled(post), post
    for when, enhet in asked.elsewhen[:CHECKED]:
        assert peer.parent(when.toordinal(), enhet) == organisation.on(when).parent(enhet), enhet
    assert set(peer.chart(day)) == set(_charted(view))


def _charted(view: OrganisationView) -> Iterator[tuple[int, Node]]:
    for node in view.chart().nodes:
        enhet, chef = node.enhet, node.chef
        holder = (chef.person, chef.form) if chef else (None, None)
        yield (
            node.depth,
            Node(enhet.id, enhet.name, enhet.kind, enhet.parent, node.leader, node.title, *holder),
        )


def judging(folder: Path, lengths: Sequence[int], repetitions: int, seed: int) -> Iterator[Ratio]:
    """A beslut of ten changes, judged and recorded on a short log and on longer ones."""
    times = [_judged_on(folder / f"{length}.db", length, repetitions, seed) for length in lengths]
    for what, at in (("judge", 0), ("judge and record", 1)):
        short = times[0][at]
        for length, taken in zip(lengths[1:], times[1:], strict=True):
            name = f"{what} a beslut: after {length:,} changes ÷ after {lengths[0]:,}"
            yield Ratio(name, taken[at], short, taken[at] / short, at_most=1.5)


def _judged_on(path: Path, length: int, repetitions: int, seed: int) -> tuple[float, float]:
    kommun = beslut_of(max(20, length // CHANGES_AN_ENHET), seed)
    write_log(path, up_to(length, kommun), judged=0)
    judged: list[float] = []
    recorded: list[float] = []
    with open_register(path) as register:
        organisation = register.organisation(NAME)
        organisation.on(date.max)
        for beslut in islice(kommun, JUDGED):
            judged += medians(repetitions, partial(organisation.violations, beslut))
            recorded += medians(1, partial(organisation.record, beslut))
    return median(judged), median(recorded)


def reading(beslut: Sequence[Beslut], repetitions: int) -> Ratio:
    """The CPU of reading a beslutsfil, against composing its YAML and keeping nothing of it."""
    short = list(islice(_cut(beslut), READ))
    text = ledger.to_yaml(short)
    assert [located.beslut for located in ledger.read_text(text)] == short
    ours, compose = medians(
        repetitions,
        lambda: ledger.read_text(text),
        lambda: deque(yaml.compose_all(text, Loader=yaml.CSafeLoader), maxlen=0),
        clock=process_time,
    )
    name = f"read {len(short):,} beslut from YAML: compose alone ÷ ours"
    return Ratio(name, ours, compose, compose / ours, at_least=0.3)


def _cut(beslut: Sequence[Beslut]) -> Iterator[Beslut]:
    """The changes of the beslut, in beslut of a few each."""
    for each in beslut:
        for at in range(0, len(each.changes), READ_OF_EACH):
            part = each.changes[at : at + READ_OF_EACH]
            yield attrs.evolve(each, id=f"{each.id} {at}", changes=part)


def starting(repetitions: int) -> Iterator[Ratio]:
    """The CPU of a process that shows help, or completes a command, against one that does nothing."""
    completing = {"_ORGMODELL_COMPLETE": "bash_complete", "COMP_WORDS": "orgmodell ch", "COMP_CWORD": "1"}
    run = "from orgmodell.cli import main; main()"
    shown, completed, nothing = medians(
        max(STARTS, repetitions),
        lambda: _output_of(run, "--help"),
        lambda: _output_of(run, **completing),
        lambda: _output_of("pass"),
        clock=of_children,
    )
    yield Ratio("start: orgmodell --help ÷ python -c pass", shown, nothing, shown / nothing, at_most=12)
    yield Ratio("start: completion ÷ python -c pass", completed, nothing, completed / nothing, at_most=12)


def _output_of(code: str, *arguments: str, **environment: str) -> bytes:
    return subprocess.check_output(
        [sys.executable, "-c", code, *arguments], env={**os.environ, **environment}
    )
