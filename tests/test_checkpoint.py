"""A checkpoint answers as its log does, or is passed over."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from both import CI, described
from orgmodell import LogDamaged, Organisation, Recorded, SourceError, checkpoint, codec, open_register
from orgmodell.chronicle import Chronicle
from orgmodell.cli import commands
from orgmodell.log import Log
from orgmodell.log.beside import kept
from orgmodell.testing.strategies import organisations
from orgmodell.view import View
from test_laid_out import DAY, assert_laid_out, changed, every_change, numbered
from test_threads import answers, forced_switching, founded, reorganise, while_it_is_recorded

__all__ = ["forced_switching"]

NAME = "exempelby"


def unrestored(records: Sequence[Recorded]) -> list[codec.Unrestored]:
    """The records as they are read from a log."""
    with Log.open(":memory:") as log:
        for record in records:
            log.stream(NAME).append(record)
        return list(log.stream(NAME).unrestored())


def reached(records: Sequence[Recorded], position: int) -> Chronicle:
    """A chronicle of the records from a checkpoint at a position and what was recorded since."""
    stored = unrestored(records)
    found = checkpoint.read(checkpoint.written(NAME, stored[:position]), NAME)
    assert found is not None
    assert (found.position, found.sha256) == (position, stored[position - 1].sha256)
    found.chronicle.take_in(stored[position:])
    return found.chronicle


@CI
@given(st.data())
def test_what_is_kept_and_what_follows_is_laid_out_as_the_whole_log(data: st.DataObject) -> None:
    """Any history, a checkpoint at any position, and the rest read, or recorded, on top."""
    records = data.draw(organisations(max_beslut=12)).beslut_log()
    position = data.draw(st.integers(1, len(records)))
    assert_laid_out(reached(records, position), records)
    recorded = reached(records[:position], position)
    for record in records[position:]:
        recorded.record(record)
    assert_laid_out(recorded, records)


@CI
@given(st.data())
def test_every_day_is_answered_alike(data: st.DataObject) -> None:
    """By all three clocks, also in a scenario, whichever was asked first."""
    records = data.draw(organisations(max_beslut=8)).beslut_log()
    position = data.draw(st.integers(1, len(records)))
    plain, there = Chronicle(), reached(records, position)
    for record in records:
        plain.record(record)
    known = data.draw(st.sampled_from([None, *(record.beslut.decided for record in records)]))
    horizon = data.draw(st.integers(0, len(records)))
    days = [day + timedelta(days=n) for day, _ in plain.taking_effect(date.min, date.max) for n in (-1, 0)]
    for day in data.draw(st.lists(st.sampled_from(days or [DAY]), max_size=3)):
        views = [View(each.account(known, horizon), day) for each in (there, plain, Chronicle(there))]
        assert described(views[0]) == described(views[1])
        if horizon == len(records):
            assert described(views[2]) == described(views[1])


@pytest.mark.parametrize("position", [1, 20, len(every_change())])
def test_every_change_can_be_kept(position: int) -> None:
    """Whatever a change assigns, the change itself too, is what it was."""
    records = every_change()
    assert_laid_out(reached(records, position), records)


def test_what_is_kept_waits_until_somebody_asks() -> None:
    """What is recorded on top lays out nothing either, and a dict is one like any other once it is asked."""
    records = founded().beslut_log()
    there = reached(records, 1)
    waiting = list(there._entries.values())
    there.record(numbered(*(record.beslut for record in records), changed("tom"))[-1])
    assert {type(each).__name__ for each in waiting} == {"_Waiting"}
    assert all(waiting)
    assert all(len(each) for each in waiting)
    assert {type(each).get for each in waiting} == {dict.get}
    assert [*there._entries.values()] == waiting


def test_threads_ask_and_record_on_top_of_a_checkpoint() -> None:
    """Whoever asks first lays out, others wait, and what is recorded meanwhile is seen or not, whole."""
    organisation = founded()
    for number in range(1000, 1010):
        reorganise(organisation, number)
    records = organisation.beslut_log()
    for _ in range(5):
        there = Organisation(NAME, MemoryLogOf(records), chronicle=reached(records, len(records)))
        expected = answers(organisation.on(DAY))
        past = there.as_recorded(len(records))

        def ask(past: Any = past, expected: object = expected) -> None:
            assert answers(past.on(DAY)) == expected

        while_it_is_recorded(there, ask, ask)
        plain = Organisation(NAME, MemoryLogOf(there.beslut_log()))
        assert answers(there.on(DAY)) == answers(plain.on(DAY))


def MemoryLogOf(records: Sequence[Recorded]) -> Any:  # noqa: N802
    from orgmodell.organisation import MemoryLog

    return MemoryLog(records)


# --- beside a log ---------------------------------------------------------------------------------


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log with a checkpoint of three beslut, and a fourth recorded since."""
    file = tmp_path / "kommuner.db"
    record(file, 1, 2, 3)
    with open_register(file) as register:
        assert register.write_checkpoint(NAME) == beside(file)
    record(file, 4)
    return file


def beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.{NAME}.checkpoint")


def record(file: Path, *numbers: int) -> None:
    with open_register(file) as register:
        for number in numbers:
            with register.organisation(NAME).beslut(f"KF § {number}", decided=DAY) as beslut:
                beslut.create_enhet(f"e-{number}", name=f"Enhet {number}")


def fits(file: Path) -> bool:
    with Log.open(file, create=False) as log:
        return kept(log.file, log.stream(NAME)) is not None


def enheter(file: Path) -> tuple[str, ...]:
    with open_register(file, create=False) as register:
        return tuple(register.organisation(NAME).on(DAY).enheter())


def edit(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        for name in ("next", "update", "delete"):
            database.execute(f"DROP TRIGGER IF EXISTS stored_events_{name}")
        database.execute(statement)


ALL = ("e-1", "e-2", "e-3", "e-4")


def test_a_checkpoint_is_used_and_what_follows_is_read(log: Path) -> None:
    assert fits(log)
    assert enheter(log) == ALL
    record(log, 5)
    with open_register(log) as register:
        assert register.organisation(NAME).verify().records == 5
    assert enheter(log) == (*ALL, "e-5")


def test_nobody_who_reads_or_records_writes_one(log: Path) -> None:
    """Neither where there is none nor where one does not fit."""
    beside(log).write_bytes(b"something else")
    enheter(log)
    record(log, 5)
    assert beside(log).read_bytes() == b"something else"
    beside(log).unlink()
    enheter(log)
    assert not list(log.parent.glob("*checkpoint*"))


def test_no_byte_of_it_can_be_changed_unseen(log: Path) -> None:
    """Nor can it be cut off, or made longer: it is passed over, and the log is read."""
    whole, random = beside(log).read_bytes(), Random(1)
    assert checkpoint.read(whole, NAME) is not None
    for at in [*range(100), *random.choices(range(len(whole)), k=400)]:
        flipped = whole[:at] + bytes([whole[at] ^ 1 << random.randrange(8)]) + whole[at + 1 :]
        assert checkpoint.read(flipped, NAME) is None
        assert checkpoint.read(whole[:at], NAME) is None
    assert checkpoint.read(whole + b" ", NAME) is None


@pytest.mark.parametrize("at", [0, 10, 100, 200, -1])
def test_a_damaged_one_is_passed_over(log: Path, at: int) -> None:
    whole = bytearray(beside(log).read_bytes())
    whole[at] ^= 1
    for damaged in (bytes(whole), bytes(whole)[:at], b""):
        beside(log).write_bytes(damaged)
        assert not fits(log)
        assert enheter(log) == ALL


def test_a_folder_in_its_place_is_passed_over(log: Path) -> None:
    beside(log).unlink()
    beside(log).mkdir()
    assert enheter(log) == ALL


def sealed_anew(data: bytes, old: bytes, new: bytes) -> bytes:
    """A checkpoint that is whole, and says something else."""
    body = data[checkpoint._HEAD :].replace(old, new)
    assert body != data[checkpoint._HEAD :]
    return checkpoint._sealed(body)


def test_one_of_another_program_or_organisation_is_passed_over(log: Path) -> None:
    """Whatever it lays out may be laid out in another way here."""
    data = beside(log).read_bytes()
    assert checkpoint.read(data, "nagonannan") is None
    program = checkpoint._program().encode()
    assert checkpoint.read(sealed_anew(data, program, b"0" * len(program)), NAME) is None
    assert checkpoint.read(checkpoint._sealed(msgspec.msgpack.encode([1, 2])), NAME) is None
    assert checkpoint.read(checkpoint._sealed(b"\xc1"), NAME) is None


@pytest.mark.parametrize("position", [0, 2, 4, 99])
def test_one_whose_record_stands_elsewhere_is_passed_over(log: Path, position: int) -> None:
    with Log.open(log) as there:
        third = list(there.stream(NAME).unrestored())[2]
        assert there.stream(NAME).stands_at(3, third.sha256)
        assert not there.stream(NAME).stands_at(position, third.sha256)


def test_one_of_a_longer_or_another_log_is_passed_over(log: Path, tmp_path: Path) -> None:
    """The log was put back from an earlier copy, or another was put in its place."""
    for numbers in ((1, 2), (1, 3, 2), (7, 8, 9, 10)):
        other = tmp_path / f"{numbers}.db"
        record(other, *numbers)
        shutil.copy(beside(log), beside(other))
        assert not fits(other)
        assert set(enheter(other)) == {f"e-{number}" for number in numbers}


def test_a_damaged_head_is_told_and_what_is_before_it_by_verify(log: Path) -> None:
    """A reader with a checkpoint does not read what it reaches to; whoever verifies, or writes one, does."""
    edit(log, "UPDATE stored_events SET state = replace(state, 'Enhet 2', 'Enhet Z')")
    edit(log, "UPDATE stored_events SET state = CAST(state AS BLOB)")
    assert enheter(log) == ALL
    with open_register(log) as register:
        with pytest.raises(LogDamaged, match="position 2"):
            register.organisation(NAME).verify()
        with pytest.raises(LogDamaged, match="position 2"):
            register.write_checkpoint(NAME)
    edit(log, "UPDATE stored_events SET state = CAST(replace(state, 'Enhet 3', 'Enhet Z') AS BLOB)")
    with pytest.raises(LogDamaged, match="position 2"):
        enheter(log)


def test_it_can_be_read_by_whoever_can_read_the_log(log: Path) -> None:
    """And by no other; it is there whole, and nothing else is left beside it."""
    log.chmod(0o640)
    with open_register(log) as register:
        register.write_checkpoint(NAME)
    assert beside(log).stat().st_mode & 0o777 == 0o640
    assert [each.name for each in log.parent.glob("*checkpoint*")] == [beside(log).name]


def test_it_is_beside_the_file_that_a_link_leads_to(log: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "logg.db"
    os.symlink(log, link)
    assert fits(link)
    assert enheter(link) == ALL


def test_one_cannot_be_written_of_nothing_or_in_memory(log: Path) -> None:
    with open_register(":memory:") as register, pytest.raises(SourceError, match="in a SQLite file"):
        register.write_checkpoint(NAME)
    with open_register(log) as register, pytest.raises(SourceError, match="no beslut is recorded in 'tomby'"):
        register.write_checkpoint("tomby")
    beside(log).unlink()
    beside(log).mkdir()
    with open_register(log) as register, pytest.raises(SourceError, match="cannot be written"):
        register.write_checkpoint(NAME)


@pytest.mark.parametrize(("lang", "told"), [("sv", "Skrev "), ("en", "Wrote ")])
def test_the_command_writes_one_of_each_organisation_or_of_one(log: Path, lang: str, told: str) -> None:
    with open_register(log) as register:
        with register.organisation("tomby").beslut("KF § 1", decided=DAY) as beslut:
            beslut.create_enhet("e", name="E")
    wrote = [f"{told}{log}.{name}.checkpoint\n" for name in (NAME, "tomby")]
    assert ran("--lang", lang, "checkpoint", str(log)) == "".join(wrote)
    assert fits(log)
    assert ran("--lang", lang, "checkpoint", str(log), "--org", "tomby") == wrote[1]
    assert "KF § 4" in ran("log", str(log), "--org", NAME)


def ran(*arguments: str) -> str:
    done = CliRunner().invoke(commands, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout
