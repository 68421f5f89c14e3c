"""An organisation in a register: recording, concurrency, what is known when, names beside the log."""

from __future__ import annotations

import multiprocessing
import sqlite3
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import orgmodell
from orgmodell import (
    Beslut,
    BeslutAlreadyRecorded,
    BeslutRefused,
    LogDamaged,
    LogError,
    NotOnThisDay,
    Organisation,
    Register,
    SourceError,
    UnknownThing,
    open_register,
)
from orgmodell.ledger import read_files
from orgmodell.register import open_source, record_ledger

D = date

DAY = date(2014, 1, 1)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return open_register(tmp_path / "kommuner.db")


def founded(register: Register, name: str = "exempelby") -> Organisation:
    """An organisation with two avdelningar under a förvaltning from 2010."""
    organisation = register.organisation(name)
    with organisation.beslut("grund", decided=D(2009, 12, 1), effective=D(2010, 1, 1)) as beslut:
        beslut.create_enhet("soc", name="Socialförvaltningen", kind="förvaltning")
        beslut.create_enhet("a", name="A", kind="avdelning", parent="soc")
        beslut.create_enhet("b", name="B", kind="avdelning", parent="soc")
    return organisation


def test_a_future_move_blocks_the_dissolution_of_where_it_goes(register: Register) -> None:
    """Backdating: dissolving X's new parent before X moves there is refused, and the move is named."""
    with register:
        org = founded(register)
        with org.beslut("flytt", decided=D(2014, 1, 1), effective=D(2016, 1, 1)) as beslut:
            beslut.move_enhet("a", parent="b")
        with pytest.raises(BeslutRefused) as refused, org.beslut("sent", decided=D(2015, 6, 1)) as beslut:
            beslut.dissolve_enhet("b")
        (violation,) = refused.value.violations
        assert violation.beslut == ("flytt",)
        assert violation.day == D(2016, 1, 1)
        assert "move_enhet on 2016-01-01 names enhet 'b', which ended on 2015-06-01" in violation.message


def test_a_backdated_rename_is_seen_from_its_day_but_not_as_recorded_before(register: Register) -> None:
    """Backdating: a rename from 2014 recorded last is seen on every day from 2014, and only since."""
    with register:
        org = founded(register)
        with org.beslut("flytt", decided=D(2014, 1, 1), effective=D(2016, 1, 1)) as beslut:
            beslut.move_enhet("a", parent="b")
        before = org.as_recorded(position=2)
        with org.beslut("namn", decided=D(2017, 1, 1), effective=D(2014, 1, 1)) as beslut:
            beslut.rename_enhet("a", name="Nya A")
        assert org.on(D(2013, 12, 31)).enhet("a").name == "A"
        assert org.on(D(2014, 1, 1)).enhet("a").name == "Nya A"
        assert org.on(D(2014, 1, 1), known=D(2016, 12, 31)).enhet("a").name == "A"
        assert before.on(D(2014, 1, 1)).enhet("a").name == "A"
        assert org.as_recorded(position=2).on(D(2014, 1, 1)).enhet("a").name == "A"
        assert org.as_recorded(position=3).on(D(2014, 1, 1)).enhet("a").name == "Nya A"


def test_a_cycle_on_no_day_is_accepted_and_on_any_day_refused(register: Register) -> None:
    """A under b and b under a on different days is no cycle; on one day, however far ahead, it is."""
    with register:
        org = founded(register)
        with org.beslut("1", decided=D(2010, 1, 1), effective=D(2030, 1, 1)) as beslut:
            beslut.move_enhet("a", parent="b")
        with org.beslut("2", decided=D(2010, 1, 1), effective=D(2012, 1, 1)) as beslut:
            beslut.move_enhet("b", parent="a")
            beslut.move_enhet("b", parent="soc", effective=D(2029, 12, 31))
        assert org.on(D(2020, 1, 1)).path("b") == ("soc", "a", "b")
        assert org.on(D(2030, 1, 1)).path("a") == ("soc", "b", "a")
        with pytest.raises(BeslutRefused, match="under itself on 2030-01-01") as refused:
            with org.beslut("3", decided=D(2010, 1, 1), effective=D(2029, 12, 31)) as beslut:
                beslut.move_enhet("b", parent="a")
        assert refused.value.violations[0].beslut == ("1",)


def test_an_annulled_beslut_never_was_and_the_log_still_shows_it(register: Register) -> None:
    """Annulment undoes all days; the history tells by which beslut; annulling that restores it."""
    with register:
        org = founded(register)
        with org.beslut("namn", decided=D(2012, 1, 1)) as beslut:
            beslut.rename_enhet("a", name="Fel")
            beslut.rename_enhet("b", name="Rätt")
        with org.beslut("rättelse", decided=D(2013, 1, 1)) as beslut:
            beslut.annul_change("namn", number=1)
        assert [org.on(D(2012, 6, 1)).enhet(e).name for e in "ab"] == ["A", "Rätt"]
        assert org.on(D(2012, 6, 1), known=D(2012, 12, 31)).enhet("a").name == "Fel"
        (happening,) = [h for h in org.history("a") if h.fact.beslut.id == "namn"]
        assert happening.annulled_by == "rättelse"
        with org.beslut("ändå", decided=D(2014, 1, 1)) as beslut:
            beslut.annul_beslut("rättelse")
        assert org.on(D(2012, 6, 1)).enhet("a").name == "Fel"
        assert len(org.beslut_log()) == 4


def test_the_same_beslut_twice_is_once(register: Register) -> None:
    """Same id and content: the record that is there. Same id, other content: an error that says so."""
    with register:
        org = founded(register)
        (first,) = org.beslut_log()
        assert org.record(first.beslut) == first
        assert len(org.beslut_log()) == 1
        with pytest.raises(BeslutAlreadyRecorded, match=r"'grund' is recorded already \(position 1"):
            with org.beslut("grund", decided=D(2009, 12, 1)) as beslut:
                beslut.create_enhet("c", name="C")


def test_what_another_records_is_seen_by_the_next_question(tmp_path: Path) -> None:
    """Whoever asks in between, and whoever recorded last: nothing is taken for unchanged that is not."""
    path = tmp_path / "kommuner.db"
    with open_register(path) as one, open_register(path) as other:
        sides = [register.organisation("exempelby") for register in (one, other)]
        for number in range(6):
            writer, reader = sides[number % 2], sides[1 - number % 2]
            for asked in (writer, reader, reader)[: number % 4]:
                assert len(asked.on(DAY).enheter()) == number
            with writer.beslut(f"KF § {number}", decided=DAY) as beslut:
                beslut.create_enhet(f"e-{number}", name="Enhet")
            assert [len(asked.on(DAY).enheter()) for asked in (reader, writer, reader)] == [number + 1] * 3


def test_a_writer_that_comes_second_is_judged_on_what_the_first_recorded(tmp_path: Path) -> None:
    """A draft that was right when it was written is refused when another made it wrong meanwhile."""
    path = tmp_path / "kommuner.db"
    with open_register(path) as one, open_register(path) as two:
        founded(one)
        mine, theirs = one.organisation("exempelby"), two.organisation("exempelby")
        assert mine.on(D(2012, 1, 1)).exists("a")
        with pytest.raises(BeslutRefused, match="which ended on 2012-01-01"):
            with mine.beslut("mitt", decided=D(2012, 1, 1)) as beslut:
                beslut.create_enhet("under-a", name="Under A", parent="a")
                assert not beslut.violations()
                with theirs.beslut("deras", decided=D(2012, 1, 1)) as other:
                    other.dissolve_enhet("a")
        assert [r.beslut.id for r in mine.beslut_log()] == ["grund", "deras"]


class _Late:
    """A log that shows what others recorded only after an append has failed, as a race does."""

    def __init__(self, stream: orgmodell.organisation.BeslutStore) -> None:
        self._stream, self._hidden = stream, True

    def read(self, after: int = 0) -> object:
        records = list(self._stream.read(after))
        return records[:1] if self._hidden and not after else [] if self._hidden else records

    def append(self, recorded: orgmodell.Recorded) -> None:
        self._hidden = False
        self._stream.append(recorded)


def test_a_race_for_a_position_is_judged_again_on_the_new_timeline(tmp_path: Path) -> None:
    """The loser of a race is judged again: recorded after the winner if it stands, else refused."""
    path = tmp_path / "kommuner.db"
    with open_register(path) as one, open_register(path) as two:
        winner = founded(one)
        with winner.beslut("vinnare", decided=D(2012, 1, 1)) as beslut:
            beslut.dissolve_enhet("a")
        stream = two._log.stream("exempelby")
        loser = Organisation("exempelby", _Late(stream))  # type: ignore[arg-type]
        with loser.beslut("namn", decided=D(2013, 1, 1)) as beslut:
            beslut.rename_enhet("b", name="Nya B")
        assert loser.beslut_log()[-1].position == 3
        loser = Organisation("exempelby", _Late(two._log.stream("exempelby")))  # type: ignore[arg-type]
        with pytest.raises(BeslutRefused, match="'a', which ended on 2012-01-01"):
            with loser.beslut("för sent", decided=D(2013, 1, 1)) as beslut:
                beslut.rename_enhet("a", name="Nya A")


def _record_many(path: str, writer: int, count: int) -> None:
    with open_register(path) as register:
        organisation = register.organisation("exempelby")
        for n in range(count):
            with organisation.beslut(f"{writer}-{n}", decided=D(2012, 1, 1)) as beslut:
                beslut.create_enhet(f"e-{writer}-{n}", name=f"{writer}.{n}", parent="soc")


def test_a_thousand_beslut_by_four_processes_at_once(tmp_path: Path) -> None:
    """None is lost and none doubled, every position is taken once, and the chain verifies."""
    path = str(tmp_path / "kommuner.db")
    with open_register(path) as register:
        founded(register)
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=_record_many, args=(path, w, 250)) for w in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * 4
    with open_register(path) as register:
        organisation = register.organisation("exempelby")
        log = organisation.beslut_log()
        assert [r.position for r in log] == list(range(1, 1002))
        assert {r.beslut.id for r in log} == {"grund"} | {f"{w}-{n}" for w in range(4) for n in range(250)}
        assert len(organisation.on(D(2012, 1, 1)).children("soc")) == 1002
        assert organisation.verify().records == 1001


def test_one_edited_byte_is_found_and_named(tmp_path: Path) -> None:
    """Whatever record is edited behind the log's back is named with its beslut, and not built on."""
    path = tmp_path / "kommuner.db"
    with open_register(path) as register:
        founded(register)
    database = sqlite3.connect(path)
    (table,) = database.execute("SELECT name FROM sqlite_master WHERE name LIKE '%events'").fetchone()
    with pytest.raises(sqlite3.DatabaseError):
        database.execute(f"UPDATE {table} SET state = replace(state, 'Social', 'Asocial')")
    for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f"DROP TRIGGER {trigger}")
    database.execute(f"UPDATE {table} SET state = CAST(replace(state, 'Social', 'Sozial') AS BLOB)")
    database.commit()
    database.close()
    with open_register(path) as register:
        organisation = register.organisation("exempelby")
        for look in (
            organisation.verify,
            lambda: organisation.on(date(2012, 1, 1)),
            lambda: organisation.record(Beslut(id="ny", decided=date(2012, 1, 1))),
        ):
            with pytest.raises(LogDamaged, match="position 1, beslut 'grund'"):
                look()


def test_the_recorded_time_is_the_clocks(tmp_path: Path) -> None:
    """`as_recorded` takes a time with a zone, and counts what was recorded by then."""
    now = datetime(2020, 1, 1, tzinfo=UTC)
    with open_register(tmp_path / "k.db", clock=lambda: now) as register:
        org = founded(register)
        now += timedelta(days=1)
        with org.beslut("namn", decided=D(2012, 1, 1)) as beslut:
            beslut.rename_enhet("a", name="Nya A")
        day = D(2012, 1, 1)
        assert org.as_recorded(now - timedelta(hours=1)).on(day).enhet("a").name == "A"
        assert org.as_recorded(now).on(day).enhet("a").name == "Nya A"
        assert not org.as_recorded(0).on(day).exists("a")
        now -= timedelta(hours=3)  # the clock of another machine may be slow
        with org.beslut("igen", decided=D(2012, 1, 1)) as beslut:
            beslut.rename_enhet("b", name="Nya B")
        assert org.beslut_log()[-1].recorded == org.beslut_log()[-2].recorded
        with pytest.raises(ValueError, match="time zone"):
            org.as_recorded(datetime(2020, 1, 1))


def test_a_view_is_pinned(register: Register) -> None:
    """What is recorded later, by whomever, never shows in a view that was taken before."""
    with register:
        org = founded(register)
        view = org.on(D(2012, 1, 1))
        children = view.children("soc")
        with org.beslut("ny", decided=D(2011, 1, 1)) as beslut:
            beslut.create_enhet("c", name="C", parent="soc")
            beslut.rename_enhet("a", name="Nya A")
        with org.beslut("annullering", decided=D(2011, 1, 1)) as beslut:
            beslut.annul_change("ny", number=2)
        assert view.children("soc") == children == ("a", "b")
        assert org.on(D(2012, 1, 1)).children("soc") == ("a", "b", "c")


def test_questions_about_what_is_not_there_say_what_is(register: Register) -> None:
    """An id that never was gets the nearest right one; one of another day gets that day and beslut."""
    with register:
        org = founded(register)
        with org.beslut("slut", decided=D(2015, 1, 1)) as beslut:
            beslut.dissolve_enhet("a")
        with pytest.raises(UnknownThing, match="there is no enhet 'sox'; did you mean 'soc'"):
            org.on(D(2012, 1, 1)).parent("sox")
        with pytest.raises(
            NotOnThisDay, match=r"on 2009-12-31: it is created on 2010-01-01 \(beslut 'grund'\)"
        ):
            org.on(D(2009, 12, 31)).parent("a")
        with pytest.raises(NotOnThisDay, match=r"on 2015-01-01: it ended on 2015-01-01 \(beslut 'slut'\)"):
            org.on(D(2015, 1, 1)).parent("a")
        with pytest.raises(UnknownThing, match="'a' is an enhet, not a befattning"):
            org.on(D(2012, 1, 1)).reporting_line("a")
        with pytest.raises(UnknownThing, match="nothing on record names 'sox'; did you mean 'soc'"):
            org.history("sox")


def test_names_are_kept_beside_the_log_and_can_be_erased(tmp_path: Path) -> None:
    """An erased name is gone, the person's id stays on the log, and the log verifies as before."""
    path = tmp_path / "k.db"
    with open_register(path) as register:
        org = founded(register)
        with org.beslut("chef", decided=D(2011, 1, 1)) as beslut:
            beslut.create_befattning("chef", title="Chef", enhet="soc", leads=["soc"])
            beslut.appoint("chef", person="p-1")
        org.names.set("p-1", "Ada Ek")
        assert "Ada Ek" in org.on(D(2012, 1, 1)).chart().to_text(org.names.all())
        head = org.verify()
        org.names.erase("p-1")
        assert org.names.get("p-1") is None
        assert org.verify() == head
        assert org.on(D(2012, 1, 1)).chef("soc").person == "p-1"  # type: ignore[union-attr]
    assert b"Ada Ek" not in path.read_bytes()


def test_several_organisations_share_a_register(register: Register, tmp_path: Path) -> None:
    """Each has its own log and ids; a source that holds several must be told which."""
    with register:
        founded(register, "ettby")
        founded(register, "tvaby")
        assert register.organisations() == ["ettby", "tvaby"]
        with pytest.raises(SourceError, match="'ett-by' would do"):
            register.organisation("Ett by")
    path = str(tmp_path / "kommuner.db")
    with pytest.raises(SourceError, match="holds ettby, tvaby; say which with --org"), open_source(path):
        pass
    with pytest.raises(SourceError, match="has no organisation 'treby'"):
        with open_source(path, organisation="treby"):
            pass
    with open_source(path, organisation="tvaby") as organisation:
        assert organisation.name == "tvaby"


def test_beslutsfiler_have_no_chain_to_verify() -> None:
    """A ledger in memory says so, instead of pretending to have verified something."""
    ledger = orgmodell.read_ledger(Path(__file__).parent.parent / "examples" / "tyreso")
    with pytest.raises(LogError, match="no hash chain"):
        ledger.verify()


def test_importing_orgmodell_is_light() -> None:
    """The front door loads neither the test tools, the command line, the drivers nor the graphs."""
    import subprocess

    heavy = ("hypothesis", "click", "tabulate", "psycopg", "networkx", "eventsourcing")
    script = f"import orgmodell, sys; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_what_is_public_is_listed_in_order() -> None:
    """The front door's names are sorted, there, and documented."""
    names = orgmodell.__all__
    assert names == sorted(names, key=lambda n: (not n.isupper(), not n[0].isupper(), n))
    for name in names:
        assert getattr(orgmodell, name).__doc__ or name == "STANDARD"


def test_the_embedding_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """A developer's first fifteen lines print what they should."""
    import runpy

    runpy.run_path(str(Path(__file__).parent.parent / "examples" / "embed.py"))
    printed = capsys.readouterr().out
    assert "avdelning hemtjanst is still under it" in printed
    assert printed.endswith("1 chefsled till socialchef\n")


def test_an_id_that_was_wrongly_given_differs_as_another_thing(register: Register) -> None:
    """An id annulled as an enhet and given to a befattning ended as the one and began as the other."""
    with register:
        org = founded(register)
        with org.beslut("fel", decided=D(2011, 1, 1)) as beslut:
            beslut.create_enhet("x", name="X")
        with org.beslut("rättelse", decided=D(2012, 1, 1)) as beslut:
            beslut.annul_beslut("fel")
            beslut.create_befattning("x", title="X", enhet="soc", effective=D(2011, 1, 1))
        diff = orgmodell.projections.diff.diff(
            org.on(D(2012, 1, 1), known=D(2011, 6, 1)), org.on(D(2012, 1, 1))
        )
        assert [(d.what, d.type) for d in diff if d.thing == "x"] == [
            ("ended", "enhet"),
            ("created", "befattning"),
        ]


def test_a_closed_register_says_that_it_is_closed(register: Register) -> None:
    """Asking after the ``with`` block is an error of ours, in words."""
    with register:
        org = founded(register)
    with pytest.raises(LogError, match="the register is closed"):
        org.on(D(2012, 1, 1))


def test_a_beslut_is_closed_when_its_block_is_left(register: Register) -> None:
    """A change added after the block would be lost; it is an error instead."""
    with register:
        org = founded(register)
        with org.beslut("namn", decided=D(2012, 1, 1)) as beslut:
            beslut.rename_enhet("a", name="Nya A")
        with pytest.raises(RuntimeError, match="beslut 'namn' is closed"):
            beslut.rename_enhet("b", name="Nya B")


def test_an_erased_name_does_not_come_back(tmp_path: Path) -> None:
    """Recording the same beslutsfiler again sets no names: gallring is not undone by it."""
    files = read_files(Path(__file__).parent.parent / "examples" / "varmdo")
    with open_register(tmp_path / "k.db") as register:
        org = register.organisation("varmdo")
        assert len(list(record_ledger(org, files))) == 13
        org.names.erase("p-konsult-2017")
        assert len(list(record_ledger(org, files))) == 13
        assert org.names.all() == {"p-konsult-2016": "Ingela Evegård"}


def test_as_recorded_never_shows_more_than_what_it_is_asked_of(register: Register) -> None:
    """What was recorded by then is all there is; a position beyond it is not on that log."""
    with register:
        org = founded(register)
        for n in range(3):
            with org.beslut(f"b{n}", decided=D(2012, 1, 1)) as beslut:
                beslut.rename_enhet("a", name=f"A{n}")
        org.record(orgmodell.Beslut(id="utan ändring", decided=D(2012, 1, 1)))
        assert [r.position for r in org.as_recorded(4).beslut_log()] == [1, 2, 3, 4]
        then = org.as_recorded(2)
        assert then.as_recorded(1).on(D(2012, 1, 1)).enhet("a").name == "A"
        with pytest.raises(UnknownThing, match="holds 2 beslut, not 4"):
            then.as_recorded(4)
        for wrong in (True, "2", None):
            with pytest.raises(TypeError, match="a number of beslut or a datetime"):
                org.as_recorded(wrong)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match=r"a day is a datetime\.date, not None"):
            org.on(None)  # type: ignore[arg-type]


def test_a_vacancy_begins_on_the_day_the_holder_leaves(register: Register) -> None:
    """On the first day it is vacant since that day, and it has been so for no days."""
    with register:
        org = founded(register)
        with org.beslut("chef", decided=D(2011, 1, 1)) as beslut:
            beslut.create_befattning("chef", title="Chef", enhet="soc", leads=["soc"])
            beslut.appoint("chef", person="p-1", until=D(2012, 1, 1))
        assert not org.on(D(2011, 12, 31)).vacancies()
        (vacancy,) = org.on(D(2012, 1, 1)).vacancies()
        assert (vacancy.since, vacancy.days, vacancy.declared) == (D(2012, 1, 1), 0, False)


def test_a_shared_leadership_is_counted_whole(register: Register) -> None:
    """Two who share in leading an enhet are two first-line chefer, and the riktmärke is kept at its value."""
    with register:
        org = founded(register)
        with org.beslut("chefer", decided=D(2011, 1, 1)) as beslut:
            beslut.create_befattning("chef", title="Chef", enhet="soc", leads=["soc"])
            for n in "12":
                beslut.create_befattning(f"chef-{n}", title="Chef", enhet="a")
                beslut.assign_leadership(f"chef-{n}", enhet="a", samledarskap=f"del {n}")
            beslut.create_befattning("chef-b", title="Chef", enhet="b", leads=["b"])
            beslut.state_headcount("soc", medarbetare=90)
        span = org.on(D(2012, 1, 1)).kontrollspann("chef")
        assert set(span.direct_chefer) == set(span.first_line) == {"chef-1", "chef-2", "chef-b"}
        assert (span.medarbetare_per_chef, span.over(30), span.over(29)) == (30, False, True)


def test_a_rehearsal_of_an_organisation_is_one_and_shows_nowhere_else(register: Register) -> None:
    """Its log, its alternatives, its names, its rules and its clock."""
    organisation = founded(register)
    organisation.names.set("p-1", "Anna")
    before = organisation.beslut_log()
    rehearsal = organisation.rehearsal()
    with rehearsal.beslut("x", decided=D(2015, 1, 1)) as beslut:
        beslut.create_enhet("ny", name="Ny")
    with rehearsal.scenario("a").beslut("y", decided=D(2016, 1, 1)) as beslut:
        beslut.rename_enhet("ny", name="Nyare")
    rehearsal.names.erase("p-1")
    assert isinstance(rehearsal, Organisation)
    assert [each.beslut.id for each in rehearsal.beslut_log()[len(before) :]] == ["x"]
    assert organisation.beslut_log() == before
    assert organisation.names.all() == {"p-1": "Anna"}
    assert (rehearsal.rules, rehearsal.clock) == (organisation.rules, organisation.clock)
    assert rehearsal.verify() == organisation.verify()
