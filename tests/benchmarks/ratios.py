"""What is measured, and against what."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
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
from orgmodell.organisation import ReadableOrganisation

NAME = "kommunen"
CHANGES_AN_ENHET = 20
JUDGED = 20  # beslut for each length: few, so that the shortest log stays about as short
READ, READ_OF_EACH = 2000, 5  # beslut in a file, and changes in each
STARTS = 9  # of which the median is taken, at the least: a start is short
CHECKED = 200  # answers of each kind that are compared with the peer's before it is timed

_STAMP = datetime(2025, 1, 1, tzinfo=UTC)


@attrs.frozen
class Asked:
    """What is asked: random things of one day, random things of random days, and days in a row.

    Attributes:
        day: the one day.
        enheter: what is asked about on it.
        befattningar: the same.
        elsewhen: random days and an enhet that is there on each.
        placed: random days and a befattning that is there on each.
        in_a_row: days, one after the other.
    """

    day: date
    enheter: tuple[str, ...]
    befattningar: tuple[str, ...]
    elsewhen: tuple[tuple[date, str], ...]
    placed: tuple[tuple[date, str], ...]
    in_a_row: tuple[date, ...]

    @classmethod
    def of(cls, organisation: Organisation, number: int, days: int, seed: int) -> Asked:
        """So many questions of each kind that have answers: about what there was after the founding."""
        random = Random(seed)
        changing = sorted(
            record.beslut.day_of(record.beslut.changes[0]) for record in organisation.beslut_log()
        )
        later = changing[len(changing) // 2 :]
        day = random.choice(later)
        view, first, last = map(organisation.on, (day, later[0], later[-1]))
        enheter = sorted(set(first.enheter()) & set(last.enheter()))
        posts = sorted(set(first.befattningar()) & set(last.befattningar()))
        return cls(
            day=day,
            enheter=tuple(random.sample(view.enheter(), k=min(number, len(view.enheter())))),
            befattningar=tuple(random.sample(view.befattningar(), k=min(number, len(view.befattningar())))),
            elsewhen=tuple((random.choice(later), random.choice(enheter)) for _ in range(number)),
            placed=tuple((random.choice(later), random.choice(posts)) for _ in range(number)),
            in_a_row=tuple(later[0] + timedelta(days=number) for number in range(days)),
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
    ours, replay, decode = medians(
        repetitions, lambda: opened(path), peer.open, lambda: decoded(path), clock=process_time
    )
    yield Ratio("open a log: aggregate replay ÷ ours", ours, replay, replay / ours, at_least=6)
    yield Ratio("open a log: read and decode, untyped ÷ ours", ours, decode, decode / ours, at_least=0.4)


def checkpoint(path: Path, repetitions: int) -> Iterator[Ratio]:
    """Opening with a checkpoint, and without; and the same with all laid out that waits until it is asked."""
    with open_register(path) as register:
        beside = register.write_checkpoint(NAME)
    calls = (lambda: opened(path)), (lambda: laid_out(path))
    with_one, all_with_one = medians(repetitions, *calls, clock=process_time)
    beside.unlink()
    without, all_without = medians(repetitions, *calls, clock=process_time)
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


Question = Callable[[OrganisationView, str], object]

QUESTIONS: tuple[tuple[str, Question, float], ...] = (
    ("parent", lambda view, enhet: view.parent(enhet), 1),
    ("chef", lambda view, enhet: view.chef(enhet), 1),
    ("reporting_line", lambda view, post: view.reporting_line(post), 3),
    ("chefsled", lambda view, post: view.chefsled(post), 3),
)


def anew(organisation: Organisation) -> ReadableOrganisation:
    """The organisation as it is, which has not been asked anything."""
    return organisation.as_recorded(len(organisation.beslut_log()))


def point_questions(
    organisation: Organisation, peer: SqlitePeer, asked: Asked, repetitions: int
) -> Iterator[Ratio]:
    """Questions about one thing: of random days with a view for each, and of one day.

    Of an organisation that has not been asked anything, and again of the same: SQLite works it out each time.
    """
    for name, ask, at_least in QUESTIONS:
        of_peer = getattr(peer, name)
        enheter = name in ("parent", "chef")
        elsewhen = asked.elsewhen if enheter else asked.placed
        things = asked.enheter if enheter else asked.befattningar
        yield from _point_question(
            f"{name} of random days",
            partial(_of_days, ask, elsewhen),
            organisation,
            partial(_of_peer, of_peer, [(day.toordinal(), thing) for day, thing in elsewhen]),
            len(elsewhen),
            repetitions,
            at_least,
        )
        yield from _point_question(
            f"{name} of one day",
            partial(_of_day, ask, asked.day, things),
            organisation,
            partial(_of_peer, of_peer, [(asked.day.toordinal(), thing) for thing in things]),
            len(things),
            repetitions,
            10,
        )


def _of_peer(of_peer: Callable[[int, str], object], asked: Sequence[tuple[int, str]]) -> list[object]:
    return [of_peer(day, thing) for day, thing in asked]


def _of_days(
    ask: Question, elsewhen: Sequence[tuple[date, str]], organisation: ReadableOrganisation
) -> list[object]:
    return [ask(organisation.on(day), thing) for day, thing in elsewhen]


def _of_day(
    ask: Question, day: date, things: Sequence[str], organisation: ReadableOrganisation
) -> list[object]:
    view = organisation.on(day)
    return [ask(view, thing) for thing in things]


def _point_question(
    name: str,
    ours: Callable[[ReadableOrganisation], object],
    organisation: Organisation,
    theirs: Callable[[], object],
    number: int,
    repetitions: int,
    at_least: float,
) -> Iterator[Ratio]:
    used = anew(organisation)
    used.on(date.max)
    ours(used)
    totals = medians(
        repetitions, lambda: ours(anew(organisation)), lambda: ours(used), theirs, clock=process_time
    )
    first, again, peers = (total / number for total in totals)
    yield Ratio(f"{name}, first asked: SQLite ÷ ours", first, peers, peers / first, at_least=at_least)
    yield Ratio(f"{name}, asked again: SQLite ÷ ours", again, peers, peers / again)


def charts(organisation: Organisation, peer: SqlitePeer, asked: Asked, repetitions: int) -> Iterator[Ratio]:
    """The whole chart of one day, first and again, and of days in a row: what it shows, read."""
    used, day = anew(organisation), asked.day
    used.on(date.max)
    shown(used.on(day))
    first, again, theirs = medians(
        repetitions,
        lambda: shown(anew(organisation).on(day)),
        lambda: shown(used.on(day)),
        lambda: peer.chart(day.toordinal()),
        clock=process_time,
    )
    yield Ratio("whole chart, first asked: SQLite ÷ ours", first, theirs, theirs / first, at_least=3)
    yield Ratio("whole chart, asked again: SQLite ÷ ours", again, theirs, theirs / again)
    row = asked.in_a_row
    ours, theirs = medians(
        max(1, repetitions // 3),
        lambda: _one_by_one(map(shown, anew(organisation).days(row[0], row[-1] + timedelta(days=1)))),
        lambda: _one_by_one(peer.chart(each.toordinal()) for each in row),
        clock=process_time,
    )
    name = f"charts of {len(row)} days in a row: SQLite ÷ ours"
    yield Ratio(name, ours / len(row), theirs / len(row), theirs / ours, at_least=20)


def _one_by_one(answers: Iterable[object]) -> None:
    """Each of them, and none kept."""
    deque(answers, maxlen=0)


def shown(view: OrganisationView) -> list[tuple[object, ...]]:
    """What a chart shows of each enhet."""
    return [(node.enhet.id, node.enhet.parent, node.chef, node.namnder) for node in view.chart().nodes]


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
        chef = organisation.on(when).chef(enhet)
        assert peer.parent(when.toordinal(), enhet) == organisation.on(when).parent(enhet), enhet
        assert peer.chef(when.toordinal(), enhet) == (chef and attrs.astuple(chef)), enhet
    for when, post in asked.placed[:CHECKED]:
        assert peer.chefsled(when.toordinal(), post) == organisation.on(when).chefsled(post), post
    for when in (asked.day, *asked.in_a_row[:: max(1, len(asked.in_a_row) // 7)]):
        assert set(peer.chart(when.toordinal())) == set(_charted(organisation.on(when))), when


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
