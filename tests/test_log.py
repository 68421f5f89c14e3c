"""The log keeps what is recorded: once, in order, for good – in every store."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from orgmodell import codec
from orgmodell.changes import Beslut, EnhetCreated, Recorded
from orgmodell.errors import InvalidChange, LogConflict, LogDamaged, SourceError, UnreadableRecord
from orgmodell.log import Log, Stream


def record(position: int, beslut: str | None = None, changes: int = 1) -> Recorded:
    return Recorded(
        position=position,
        recorded=datetime(2024, 5, 2, 9, tzinfo=UTC),
        beslut=Beslut(
            id=beslut or f"KF § {position}",
            decided=date(2013, 1, 8),
            changes=tuple(EnhetCreated(f"e-{position}-{n}", name="Åk") for n in range(changes)),
        ),
    )


def filled(stream: Stream, records: int) -> list[Recorded]:
    wanted = [record(position) for position in range(1, records + 1)]
    for each in wanted:
        stream.append(each)
    return wanted


# --- every store ----------------------------------------------------------------------------------


def test_what_is_appended_is_read_back_in_order(where: str) -> None:
    """Reading gives the very records that were appended, from any position on."""
    with Log.open(where) as log:
        wanted = filled(log.stream("tyreso"), 5)
        assert list(log.stream("tyreso").read()) == wanted
        assert list(log.stream("tyreso").read(after=3)) == wanted[3:]
        assert list(log.stream("tyreso").read(after=5)) == []


def test_a_new_organisation_has_an_empty_log(where: str) -> None:
    """Asking about it records nothing."""
    with Log.open(where) as log:
        assert list(log.stream("tyreso").read()) == []
        assert log.stream("tyreso").verify() == ("tyreso", 0, None, ())
        assert log.organisations() == []


def test_organisations_do_not_see_each_other(where: str) -> None:
    """Each has its own positions and its own chain."""
    with Log.open(where) as log:
        filled(log.stream("tyreso"), 2)
        filled(log.stream("nacka"), 3)
        assert log.organisations() == ["nacka", "tyreso"]
        assert [log.stream(each).verify().records for each in log.organisations()] == [3, 2]


def test_a_position_is_taken_once(where: str) -> None:
    """Of two writers that have read the same log, the second is told, and nothing is lost."""
    with Log.open(where) as log:
        first, second = log.stream("tyreso"), log.stream("tyreso")
        filled(log.stream("tyreso"), 2)
        assert len(list(first.read())) == len(list(second.read())) == 2
        first.append(record(3, "first"))
        with pytest.raises(LogConflict, match="another writer has recorded at position 3"):
            second.append(record(3, "second"))
        assert [each.beslut.id for each in second.read(after=2)] == ["first"]
        second.append(record(4, "second"))
        assert log.stream("tyreso").verify().records == 4


@pytest.mark.parametrize("position", [0, 1, 2, 4, 99])
def test_only_the_next_position_can_be_taken(where: str, position: int) -> None:
    """No gaps, and no going back, also for a stream that has read nothing."""
    with Log.open(where) as log:
        filled(log.stream("tyreso"), 2)
        with pytest.raises(LogConflict, match=rf"position {position}\b"):
            log.stream("tyreso").append(record(position))
        log.stream("tyreso").append(record(3))


def test_what_cannot_be_stored_leaves_the_log_as_it_was(where: str) -> None:
    """A refused record takes no position."""
    with Log.open(where) as log:
        stream = log.stream("tyreso")
        filled(stream, 1)
        with pytest.raises(InvalidChange):
            stream.append(record(2, "half a letter \ud83d"))
        stream.append(record(2))
        assert stream.verify().records == 2


def test_each_record_carries_the_sha256_of_the_one_before(where: str) -> None:
    """Verification returns the last one; a longer log still holds it, a rewritten one does not."""
    with Log.open(where) as log, Log.open(":memory:") as rewritten:
        filled(log.stream("tyreso"), 3)
        noted = log.stream("tyreso").verify().sha256
        log.stream("tyreso").append(record(4))
        assert log.stream("tyreso").verify(expected_head=noted).records == 4
        for position in range(1, 5):
            rewritten.stream("tyreso").append(record(position, f"KS § {position}"))
        with pytest.raises(LogDamaged, match=f"no record has the sha256 {noted}"):
            rewritten.stream("tyreso").verify(expected_head=noted)


def test_a_follower_misses_nothing(where: str) -> None:
    """Everything in the database in recorded order, from wherever the follower left off."""
    with Log.open(where) as log:
        tyreso, nacka = log.stream("tyreso"), log.stream("nacka")
        for position in (1, 2, 3):
            tyreso.append(record(position))
            nacka.append(record(position))
        notices = list(log.follow())
        assert [(each.organisation, each.recorded.position) for each in notices] == [
            (organisation, position) for position in (1, 2, 3) for organisation in ("tyreso", "nacka")
        ]
        assert list(log.follow(after=notices[3].number)) == notices[4:]
        assert list(log.follow(after=notices[-1].number)) == []


def test_a_log_longer_than_a_page(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records are fetched a page at a time, and none falls between two pages."""
    monkeypatch.setattr("orgmodell.log.stream.PAGE", 4)
    monkeypatch.setattr("orgmodell.log.PAGE", 4)
    with Log.open(where) as log:
        for records in (3, 4, 5, 8, 9):
            stream = log.stream(f"kommun-{records}")
            wanted = filled(stream, records)
            assert list(log.stream(stream.organisation).read()) == wanted
            assert stream.verify().records == records
        assert len(list(log.follow())) == 29


def test_two_logs_in_memory_are_two() -> None:
    """What is in memory belongs to whoever opened it, and is gone when it is closed."""
    with Log.open(":memory:") as one, Log.open(":memory:") as other:
        filled(one.stream("tyreso"), 1)
        assert other.organisations() == []


# --- stores that last -----------------------------------------------------------------------------


def test_a_log_outlives_its_program(lasting: str) -> None:
    """Closed and opened again, with or without leave to create, it goes on where it ended."""
    with Log.open(lasting) as log:
        wanted = filled(log.stream("tyreso"), 2)
    with Log.open(lasting, create=False) as log:
        assert list(log.stream("tyreso").read()) == wanted
        log.stream("tyreso").append(record(3))
    with Log.open(lasting) as log:
        assert log.stream("tyreso").verify().records == 3


def test_nothing_is_created_without_leave(lasting: str) -> None:
    """A query against a log that is not there is told so, and leaves no trace."""
    for _ in range(2):
        with pytest.raises(SourceError, match="no log"):
            Log.open(lasting, create=False)
    assert lasting.startswith("postgresql:") or not Path(lasting).exists()


def execute(where: str, *statements: str, guarded: bool = False, **values: Any) -> None:
    """SQL behind the log's back; with its triggers off, unless guarded."""
    if where.startswith("postgresql:"):
        import psycopg

        with psycopg.connect(where) as server:
            if not guarded:
                server.execute("ALTER TABLE orgmodell_events DISABLE TRIGGER USER")
            for statement in statements:
                text = statement.replace("log", "orgmodell_events").replace(":state", "%(state)s")
                server.execute(text.encode(), values)
        return
    with closing(sqlite3.connect(where)) as file, file:
        if not guarded:
            for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type='trigger'"):
                file.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            file.execute(statement.replace("log", "stored_events"), values)


SAME = "originator_id, originator_version, topic"
FORBIDDEN = {
    "changing a record": "UPDATE log SET state = state WHERE originator_version = 2",
    "removing a record": "DELETE FROM log WHERE originator_version = 2",
    "removing them all": "DELETE FROM log",
    "a position taken": f"INSERT INTO log ({SAME}) VALUES ('tyreso', 2, 'beslut')",
    "a gap": f"INSERT INTO log ({SAME}) VALUES ('tyreso', 9, 'beslut')",
    "no position": f"INSERT INTO log ({SAME}) VALUES ('nacka', NULL, 'beslut')",
}


@pytest.mark.parametrize("statement", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_database_itself_is_append_only(lasting: str, statement: str) -> None:
    """Whoever reaches round the library is refused, in words."""
    with Log.open(lasting) as log:
        filled(log.stream("tyreso"), 3)
    with pytest.raises(Exception, match="the log is append-only"):
        execute(lasting, statement, guarded=True)
    with Log.open(lasting) as log:
        assert log.stream("tyreso").verify().records == 3


def test_a_file_cannot_be_replaced_record_by_record(tmp_path: Path) -> None:
    """SQLite's INSERT OR REPLACE removes without asking the triggers about removal."""
    path = str(tmp_path / "kommuner.db")
    with Log.open(path) as log:
        filled(log.stream("tyreso"), 3)
    replace = "INSERT OR REPLACE INTO log (rowid, originator_id, originator_version) VALUES "
    for values in ("(NULL, 'tyreso', 2)", "(2, 'nacka', 1)", "(2, 'tyreso', 4)"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            execute(path, replace + values, guarded=True)


def test_a_table_cannot_be_truncated(new_postgres_database: Any) -> None:
    """PostgreSQL's TRUNCATE removes without asking about each record."""
    url = new_postgres_database()
    Log.open(url).close()
    with pytest.raises(Exception, match="the log is append-only"):
        execute(url, "TRUNCATE log", guarded=True)


def triggers(where: str) -> list[str]:
    if where.startswith("postgresql:"):
        return ["orgmodell_events_next", "orgmodell_events_refuse"]
    return ["stored_events_next", "stored_events_update", "stored_events_delete"]


def test_missing_triggers_are_told_and_put_back(lasting: str) -> None:
    """Verification tells of them; reading leaves them, and whoever may write puts them back."""
    with Log.open(lasting) as log:
        filled(log.stream("tyreso"), 3)
        assert log.stream("tyreso").verify().missing_triggers == ()
    execute(lasting)
    for _ in range(2):
        with Log.open(lasting, create=False) as log:
            assert len(list(log.stream("tyreso").read())) == 3
            assert list(log.stream("tyreso").verify().missing_triggers) == triggers(lasting)
    with Log.open(lasting) as log:
        with pytest.raises(Exception, match="the log is append-only"):
            execute(lasting, FORBIDDEN["changing a record"], guarded=True)
        assert list(log.stream("tyreso").verify().missing_triggers) == triggers(lasting)
    with Log.open(lasting) as log:
        assert log.stream("tyreso").verify().missing_triggers == ()


def test_triggers_are_back_before_a_record_is(lasting: str) -> None:
    """Also when the log was opened without leave to create anything."""
    with Log.open(lasting) as log:
        filled(log.stream("tyreso"), 3)
    execute(lasting)
    with Log.open(lasting, create=False) as log:
        log.stream("tyreso").append(record(4))
    with pytest.raises(Exception, match="the log is append-only"):
        execute(lasting, FORBIDDEN["removing them all"], guarded=True)


def test_a_hollow_trigger_is_a_missing_one(tmp_path: Path) -> None:
    """One of the same name that refuses nothing is told, and replaced."""
    path = str(tmp_path / "kommuner.db")
    with Log.open(path) as log:
        filled(log.stream("tyreso"), 2)
    hollow = "CREATE TRIGGER stored_events_update BEFORE UPDATE ON log BEGIN SELECT 1; END"
    execute(path, "DROP TRIGGER stored_events_update", hollow.replace("log", "stored_events"), guarded=True)
    with Log.open(path, create=False) as log:
        assert log.stream("tyreso").verify().missing_triggers == ("stored_events_update",)
    Log.open(path).close()
    with pytest.raises(Exception, match="the log is append-only"):
        execute(path, FORBIDDEN["changing a record"], guarded=True)


def test_a_log_cut_off_under_a_writer_is_told(lasting: str) -> None:
    """It is in conflict with nobody, and would try again for ever."""
    with Log.open(lasting) as log:
        stream = log.stream("tyreso")
        filled(stream, 4)
        execute(lasting, "DELETE FROM log WHERE originator_version = 4")
        Log.open(lasting).close()
        with pytest.raises(LogDamaged, match="position 4: the record is missing"):
            stream.append(record(5))


# --- verification ---------------------------------------------------------------------------------


@pytest.fixture
def four(lasting: str) -> Iterator[tuple[str, Stream]]:
    """A log of four records whose triggers are gone."""
    with Log.open(lasting) as log:
        filled(log.stream("tyreso"), 4)
        execute(lasting)
        yield lasting, log.stream("tyreso")


def stored_at(where: str, position: int) -> bytes:
    with Log.open(where) as log:
        events = log._application.recorder.select_events("tyreso", gt=position - 1, limit=1)
        return events[0].state


def replace_state(where: str, position: int, state: bytes) -> None:
    execute(where, f"UPDATE log SET state = :state WHERE originator_version = {position}", state=state)


LOOKS: Sequence[Callable[[Log], object]] = (
    lambda log: log.stream("tyreso").verify(),
    lambda log: list(log.stream("tyreso").read()),
    lambda log: log.stream("tyreso").append(record(4)),
    lambda log: list(log.follow()),
)


def test_any_byte_changed_names_its_record(tmp_path: Path) -> None:
    """Every byte, of the last record and the seals themselves too, whichever way one looks at it."""
    path = str(tmp_path / "kommuner.db")
    with Log.open(path) as log, closing(sqlite3.connect(path, isolation_level=None)) as file:
        stream = log.stream("tyreso")
        filled(stream, 3)
        execute(path)
        file.execute("PRAGMA synchronous = OFF")
        rows = file.execute("SELECT originator_version, state FROM stored_events").fetchall()
        update = "UPDATE stored_events SET state = ? WHERE originator_version = ?"
        for position, state in rows:
            for at, byte in enumerate(state):
                edited = state[:at] + bytes([byte ^ 1]) + state[at + 1 :]
                file.execute(update, (edited, position))
                for look in LOOKS:
                    with pytest.raises(LogDamaged, match=f"^tyreso, position {position}[,:]"):
                        look(log)
            file.execute(update, (state, position))
        assert stream.verify().records == 3


@pytest.mark.parametrize("position", [1, 2, 3, 4])
def test_a_changed_record_is_named_with_its_beslut(four: tuple[str, Stream], position: int) -> None:
    """Organisation, position, beslut, and what is wrong."""
    where, stream = four
    state = stored_at(where, position)
    replace_state(where, position, state.replace("Åk".encode(), "Ök".encode()))
    with pytest.raises(LogDamaged) as damage:
        stream.verify()
    assert str(damage.value) == (
        f"tyreso, position {position}, beslut 'KF § {position}': its bytes are not those that its "
        "sha256 was taken of"
    )


COLUMNS = {
    "topic": ("topic = 'Beslut'", "stored as 'Beslut'"),
    "organisation": ("originator_id = 'tyresp'", "the record is missing"),
    "moved up": ("originator_version = originator_version + 90", ""),
    "moved before the first": ("originator_version = -1", "moved to position -1"),
    "no record": ("state = ''", "its bytes are not those"),
}


@pytest.mark.parametrize("position", [1, 2, 3])
@pytest.mark.parametrize(("change", "wrong"), COLUMNS.values(), ids=COLUMNS)
def test_a_changed_column_names_its_record(
    four: tuple[str, Stream], position: int, change: str, wrong: str
) -> None:
    """What stands beside the bytes counts as well."""
    where, stream = four
    execute(where, f"UPDATE log SET {change} WHERE originator_version = {position}")
    with pytest.raises(LogDamaged, match=f"^tyreso, position {position}[,:].*{wrong}"):
        stream.verify()


def test_the_last_record_moved_is_named(four: tuple[str, Stream]) -> None:
    """It says itself where it stood."""
    where, stream = four
    execute(where, "UPDATE log SET originator_version = 5 WHERE originator_version = 4")
    with pytest.raises(LogDamaged, match="position 4, beslut 'KF § 4': it has been moved to position 5"):
        stream.verify()


def test_a_record_in_another_organisations_log_is_named(four: tuple[str, Stream]) -> None:
    """The last record taken away is found where it went."""
    where, _ = four
    execute(where, "UPDATE log SET originator_id = 'nacka' WHERE originator_version = 4")
    execute(where, "UPDATE log SET originator_version = 1 WHERE originator_id = 'nacka'")
    with Log.open(where) as log, pytest.raises(LogDamaged, match="beslut 'KF § 4'"):
        log.stream("nacka").verify()


def test_a_removed_record_is_missed(four: tuple[str, Stream]) -> None:
    """By verification and by whoever reads."""
    where, stream = four
    execute(where, "DELETE FROM log WHERE originator_version = 2")
    for look in (stream.verify, lambda: list(stream.read())):
        with pytest.raises(LogDamaged, match="position 2: the record is missing; what comes next is 3"):
            look()


def test_a_rewritten_record_does_not_fit_the_next(four: tuple[str, Stream]) -> None:
    """Whoever also recomputes the sha256 is found one record later."""
    where, stream = four
    replace_state(where, 2, codec.encode("tyreso", record(2, "KF § 2b"), None))
    with pytest.raises(LogDamaged, match="position 2, beslut 'KF § 2b': it does not follow"):
        stream.verify()
    previous = codec.sealed(stored_at(where, 1))
    replace_state(where, 2, codec.encode("tyreso", record(2, "KF § 2b"), previous))
    with pytest.raises(LogDamaged, match="position 3, beslut 'KF § 3': it does not follow"):
        stream.verify()


def test_a_cut_off_log_lacks_the_head_that_was_noted(four: tuple[str, Stream]) -> None:
    """A shorter chain is whole in itself: only what was written down elsewhere tells."""
    where, stream = four
    noted = stream.verify().sha256
    execute(where, "DELETE FROM log WHERE originator_version = 4")
    assert stream.verify().records == 3
    with pytest.raises(LogDamaged, match="ends with position 3, has been cut off or rewritten"):
        stream.verify(expected_head=noted)


def test_a_newer_versions_records_can_be_verified(four: tuple[str, Stream]) -> None:
    """The chain does not depend on knowing what the changes mean; reading does."""
    where, stream = four
    record = stored_at(where, 4)[86:-1].replace(b"enhet-created", b"enhet-dreamt-of")
    seal = codec._seal(record)
    replace_state(where, 4, b'{"sha256":"' + seal + b'","record":' + record + b"}")
    assert stream.verify()[:3] == ("tyreso", 4, seal.decode())
    with pytest.raises(UnreadableRecord, match=r"position 4: .*'enhet-dreamt-of'"):
        list(stream.read())


def test_an_unknown_kind_of_record_is_not_read(four: tuple[str, Stream]) -> None:
    """Reading says what verification says, and what to do if the record is no forgery but newer."""
    where, stream = four
    execute(where, "UPDATE log SET topic = 'kommunsammanslagning' WHERE originator_version = 3")
    for look in (stream.verify, lambda: list(stream.read())):
        with pytest.raises(LogDamaged, match=r"position 3, .*'kommunsammanslagning', .* newer version"):
            look()


def test_reading_on_is_checked_against_what_was_read(four: tuple[str, Stream]) -> None:
    """Whoever rewrites what a reader has read already, seals and all, is found by the next record."""
    where, _ = four
    with Log.open(where) as log:
        reader, late = log.stream("tyreso"), log.stream("tyreso")
        assert len(list(reader.read())) == 4
        rewritten = codec.encode("tyreso", record(4, "KF § 4b"), codec.sealed(stored_at(where, 3)))
        replace_state(where, 4, rewritten)
        assert list(reader.read(after=4)) == []
        log.stream("tyreso").append(record(5))
        with pytest.raises(LogDamaged, match="position 5, beslut 'KF § 5': it does not follow"):
            list(reader.read(after=4))
        assert [each.position for each in late.read(after=4)] == [5]  # a whole chain, as far as it can tell


@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_reader_that_begins_in_the_middle_is_told(four: tuple[str, Stream], after: int) -> None:
    """The first record read must follow the one below it, and that one must be whole."""
    where, _ = four
    with Log.open(where) as log:
        edited = stored_at(where, 2).replace("Åk".encode(), "Ök".encode())
        replace_state(where, 2, edited)
        if after == 3:
            assert [each.position for each in log.stream("tyreso").read(after=3)] == [4]
        else:
            with pytest.raises(LogDamaged, match="position 2, beslut 'KF § 2'"):
                list(log.stream("tyreso").read(after=after))


def test_streams_of_one_log_keep_their_own_places(where: str) -> None:
    """Whoever reads, reads on, appends or is behind: each stream knows what its next record follows."""
    with Log.open(where) as log:
        ahead, behind, new = (log.stream("tyreso") for _ in range(3))
        filled(ahead, 2)
        reading = behind.read()
        assert next(reading).position == 1
        ahead.append(record(3))
        assert [each.position for each in behind.read(after=1)] == [2, 3]
        assert [each.position for each in reading] == [2]
        new.append(record(4))
        assert [each.position for each in ahead.read(after=2)] == [3, 4]
        ahead.append(record(5))
        behind.append(record(6))
        assert [each.position for each in new.read()] == [1, 2, 3, 4, 5, 6]
        assert new.verify().records == 6


# --- several at once, and sudden death ------------------------------------------------------------


def record_by_turns(where: str, name: str, records: int) -> None:
    """A writer that, whenever somebody was before it, reads what is new and tries again."""
    with Log.open(where) as log:
        stream, seen = log.stream("tyreso"), 0
        for number in range(records):
            while True:
                for recorded in stream.read(after=seen):
                    seen = recorded.position
                try:
                    stream.append(record(seen + 1, f"{name}-{number}"))
                    break
                except LogConflict:
                    continue


def test_four_writers_lose_and_double_nothing(lasting: str) -> None:
    """Four processes, from the creation of the log on, record 250 beslut each."""
    processes = multiprocessing.get_context("spawn")
    writers = [
        processes.Process(target=record_by_turns, args=(lasting, f"writer-{n}", 250)) for n in range(4)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0, 0]
    with Log.open(lasting) as log:
        besluts = [each.beslut.id for each in log.stream("tyreso").read()]
        assert sorted(besluts) == sorted(f"writer-{n}-{i}" for n in range(4) for i in range(250))
        assert log.stream("tyreso").verify().records == 1000


ENDLESS = """
import itertools, sys
import test_log
from orgmodell.log import Log
stream = Log.open(sys.argv[1]).stream("tyreso")
for position in itertools.count(1):
    stream.append(test_log.record(position, changes=10))
    print(position, flush=True)
"""


def test_a_killed_writer_leaves_whole_records(lasting: str) -> None:
    """Killed (-9) at any moment: what was acknowledged is there, all of it whole, and recording goes on."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([os.path.dirname(__file__), *sys.path])}
    command = [sys.executable, "-c", ENDLESS, lasting]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if int(line) == 25:
                writer.send_signal(signal.SIGKILL)
        acknowledged = int(line)
    with Log.open(lasting) as log:
        stream = log.stream("tyreso")
        found = list(stream.read())
        assert len(found) in (acknowledged, acknowledged + 1)
        assert found == [record(position, changes=10) for position in range(1, len(found) + 1)]
        stream.append(record(len(found) + 1))
        assert stream.verify().records == len(found) + 1


def test_readers_read_while_a_writer_writes(tmp_path: Path) -> None:
    """An open write does not keep anyone from reading a file."""
    path = str(tmp_path / "kommuner.db")
    with Log.open(path) as log, closing(sqlite3.connect(path, isolation_level=None)) as writer:
        filled(log.stream("tyreso"), 1)
        writer.execute("BEGIN IMMEDIATE")
        assert len(list(log.stream("tyreso").read())) == 1
        writer.execute("ROLLBACK")


# --- what is no log -------------------------------------------------------------------------------


def test_no_folder(tmp_path: Path) -> None:
    """A file in a folder that is not there is not opened, and the folder is named."""
    with pytest.raises(SourceError, match=f"there is no folder {tmp_path / 'ghost'}"):
        Log.open(tmp_path / "ghost" / "kommuner.db")


def test_a_folder_is_no_log(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is a folder, not a log"):
        Log.open(tmp_path)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("content", [b"beslut: KF\n", b"beslut: KF\n" * 1000], ids=["short", "long"])
def test_another_file_is_no_log(tmp_path: Path, content: bytes, create: bool) -> None:
    """It is refused and left as it was."""
    path = tmp_path / "beslut.yaml"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"beslut.yaml cannot be opened as a log: .*not a database"):
        Log.open(path, create=create)
    assert path.read_bytes() == content


@pytest.mark.parametrize("create", [True, False])
def test_another_database_is_no_log(tmp_path: Path, create: bool) -> None:
    """Somebody else's SQLite file is refused, even one of eventsourcing's, and left as it was."""
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE stored_events (originator_id TEXT)")
    before = path.read_bytes()
    with pytest.raises(SourceError, match="something else than a log"):
        Log.open(path, create=create)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_log_only_with_leave(tmp_path: Path) -> None:
    path = tmp_path / "kommuner.db"
    path.touch()
    with pytest.raises(SourceError, match="is empty; there is no log in it"):
        Log.open(path, create=False)
    Log.open(path).close()
    Log.open(path, create=False).close()


def test_no_server() -> None:
    """A PostgreSQL that does not answer is named, and its password is not shown."""
    pytest.importorskip("psycopg")
    with pytest.raises(SourceError, match="PostgreSQL database 'kommuner' at") as refused:
        Log.open("postgresql://registrator:hemligt@127.0.0.1:9/kommuner")
    assert "hemligt" not in str(refused.value)


def test_a_database_file_that_is_destroyed(tmp_path: Path) -> None:
    """Damage below the level of records is reported as damage, too."""
    path = tmp_path / "kommuner.db"
    with Log.open(path) as log:
        filled(log.stream("tyreso"), 100)
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\x7f" * (len(content) - 4096))
    with Log.open(path) as log, pytest.raises(LogDamaged, match="file itself is damaged"):
        log.stream("tyreso").verify()


def test_the_environment_has_no_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where records go and how they look is never decided by a variable left in some shell."""
    monkeypatch.setenv("PERSISTENCE_MODULE", "eventsourcing.popo")
    monkeypatch.setenv("COMPRESSOR_TOPIC", "zlib")
    monkeypatch.setenv("SQLITE_DBNAME", ":memory:")
    path = tmp_path / "kommuner.db"
    with Log.open(path) as log:
        filled(log.stream("tyreso"), 1)
    with closing(sqlite3.connect(path)) as file:
        ((state,),) = file.execute("SELECT state FROM stored_events").fetchall()
    assert "Åk" in state.decode()


def test_opening_a_log_does_not_need_postgresql() -> None:
    """The driver is loaded when a PostgreSQL log is opened, and not before."""
    code = (
        "import sys, orgmodell.log, orgmodell.persons; orgmodell.log.Log.open(':memory:').close();"
        "sys.exit('psycopg' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code], env=environment).returncode == 0
