"""Ways to go wrong: what is written in beslutsfiler, and everything else that the library refuses."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from orgmodell import Organisation, codec, decided_within_mandate
from orgmodell.changes import (
    Beslut,
    BeslutAnnulled,
    Change,
    EnhetCreated,
    HeadcountStated,
    Recorded,
)
from orgmodell.changes.attributes import LIFE
from orgmodell.chronicle import Account
from orgmodell.ledger import read_files, read_text
from orgmodell.log import Log
from orgmodell.organisation import MemoryLog, Scenario
from orgmodell.periods import Period
from orgmodell.persons import NameRegister
from orgmodell.presentations.parts import Presentation
from orgmodell.register import find_alternative, open_register, open_source, read_alternative, read_ledger
from orgmodell.rules.base import Finding, itself, rule
from orgmodell.words import Text, same
from orgmodell.writers import WRITERS
from test_ledger import BEGINNERS, GOOD, HEAD, MISTAKES, changes, enhet, head

D = date
THE_FIRST = D(2010, 1, 1)

WRITTEN = {
    **{name: written for name, (written, _) in BEGINNERS.items()},
    **{f"{old} → {new}": GOOD.replace(old, new, 1) for old, new, _ in MISTAKES},
    "no mapping": HEAD.replace("beslut: a", "[a]: b"),
    "no value": enhet("enhet: x, name: {a: b}, kind: ~, planned_end: [2014]"),
    "a change that is two": HEAD + "changes:\n  - create_enhet: {}\n    move_enhet: {}\n",
    "a list that is none": changes("merge_enheter: {enheter: a, into: b}", "just_text"),
    "no number": changes("state_headcount: {thing: x, medarbetare: många, arsarbetare: 'få'}"),
    "no decimals": changes("state_headcount: {thing: x, arsarbetare: 'ett,två'}"),
    "no parameters": changes("create_enhet: x"),
    "no such document": "beslut: a\n--- b\n--- c\n",
    **{
        f"no YAML, {why}": head(text)
        for why, text in {
            "a list and a key": "title:\n- a\nb",
            "an odd margin": "title: a\n  decided_by: b",
            "a bracket": "changes: [a, b",
            "a brace": "source: {a: b",
            "a list in a line": "title: a - - b\nsource: - a",
            "an alias": "title: *a",
            "a percent sign": "title: %a",
            "an at sign": "title: @a",
            "an escape": 'title: "\\d"',
            "a question mark": "title: a ? b\n? a",
            "an anchor": "title: &",
            "a block": "title: |a\n b",
            "a tag": "title: !<a b",
            "a document in quotes": 'title: "a\n--- b"',
            "two colons": "title: a: b: c",
            "a key in two lines": "title\ndecided: 2014-01-01",
        }.items()
    },
}


# Everything else that goes wrong


@rule("OWN", of="enhet", watches={LIFE: itself})
def never_two(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """A rule of our own, to be broken: there is no second enhet."""
    if enhet == "andra":
        yield Finding(D(2014, 1, 1), (enhet,), Text("andra är en för mycket", "andra makes too many"))


def created(*enheter: str, id: str = "KF 1", decided: date = THE_FIRST) -> Beslut:
    return Beslut(id=id, decided=decided, changes=tuple(EnhetCreated(each, name=each) for each in enheter))


def exempelby() -> Organisation:
    """Two chefer, one of them vacant later; an enhet that ends."""
    organisation = Organisation("exempelby", MemoryLog())
    with organisation.beslut("KF 1", decided=D(2010, 1, 1)) as beslut:
        beslut.create_organ("kf", name="KF", kind="fullmaktige")
        beslut.create_organ("sn", name="SN", kind="namnd")
        beslut.create_enhet("soc", name="Soc")
        beslut.create_enhet("stab", name="Stab", parent="soc")
        beslut.create_befattning("socialchef", title="Chef", enhet="soc", leads=["soc"])
        beslut.create_befattning("stabschef", title="Chef", enhet="stab", leads=["stab"])
        beslut.appoint("stabschef", person="p-1", form="ordinarie")
        beslut.declare_vacancy("socialchef")
    with organisation.beslut("KF 2", decided=D(2012, 1, 1)) as beslut:
        beslut.release("stabschef", person="p-1")
        beslut.withdraw_befattning("stabschef")
        beslut.dissolve_enhet("stab")
    return organisation


def scenario() -> Scenario:
    """Two drafts, of which the second annuls the first."""
    drafts = exempelby().scenario("alt-a")
    drafts.propose(created("ny", id="utkast", decided=D(2013, 1, 1)))
    drafts.propose(Beslut(id="ångra", decided=D(2013, 1, 1), changes=(BeslutAnnulled("utkast"),)))
    return drafts


def adopted_twice() -> None:
    drafts = scenario()
    drafts.adopt("utkast", id="KF 3")
    drafts.adopt("utkast", id="KF 4")


def folder(path: Path, **files: str | bytes) -> Path:
    """A folder with these files; in their names ``_`` is a full stop."""
    made = path / "filer"
    made.mkdir()
    for name, holds in files.items():
        written = holds.encode() if isinstance(holds, str) else holds
        (made / name.replace("_", ".")).write_bytes(written)
    return made


BESLUTSFIL = "beslut: a\ndecided: 2014-01-01\n"
AGAIN = BESLUTSFIL + "---\nbeslut: a\ndecided: 2014-01-02\n"
TOO_MANY = BESLUTSFIL + "changes:\n- create_enhet: {enhet: andra, name: B}\n"


def opened(source: object, **how: Any) -> None:
    with open_source(str(source), **how):
        pass


def database(path: Path, *organisations: str) -> Path:
    """A log with one beslut of each organisation."""
    file = path / "logg.db"
    with open_register(file) as register:
        for each in organisations:
            register.organisation(each).record(created("soc"))
    return file


def recorded(position: int, *changes: Change) -> Recorded:
    beslut = Beslut(id=f"KF {position}", decided=D(2010, 1, 1), changes=changes)
    return Recorded(position=position, recorded=datetime(2014, 1, 1, tzinfo=UTC), beslut=beslut)


def append(path: Path, *positions: int) -> None:
    """Records, by streams that do not know of each other."""
    with Log.open(path / "logg.db") as log:
        streams = [log.stream("exempelby") for _ in positions]
        for stream in streams:
            list(stream.read())
        for position, stream in zip(positions, streams, strict=True):
            stream.append(recorded(position))


def tampered(path: Path, *statements: str, head: str | None = None) -> None:
    """A log of three records that is verified after something was done behind its back."""
    file = path / "logg.db"
    with Log.open(file) as log:
        stream = log.stream("exempelby")
        for position in (1, 2, 3):
            stream.append(recorded(position))
    with closing(sqlite3.connect(file)) as connection, connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement)
    with Log.open(file, create=False) as log:
        log.stream("exempelby").verify(head)
        list(log.stream("exempelby").read())


def rewritten(path: Path, *changes: tuple[bytes, bytes]) -> None:
    """A log whose one record holds something else, with a true seal, and is read."""
    state = codec.encode("exempelby", recorded(1, EnhetCreated("soc", name="Soc")), None)
    record = state[codec._RECORD]
    for old, new in changes:
        assert old in record
        record = record.replace(old, new)
    sealed = codec._BEFORE_SEAL + codec._seal(record) + codec._AFTER_SEAL + record + b"}"
    codec.decode(sealed, "exempelby", 1)


def appended_to_what_was_cut_off(path: Path) -> None:
    file = path / "logg.db"
    with Log.open(file) as log:
        stream = log.stream("exempelby")
        for position in (1, 2):
            stream.append(recorded(position))
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("DROP TRIGGER stored_events_delete")
            connection.execute("DELETE FROM stored_events WHERE originator_version = 2")
        stream.append(recorded(3))


def closed(path: Path) -> None:
    with open_register(path / "logg.db") as register:
        organisation = register.organisation("exempelby")
    organisation.on(D(2014, 1, 1))


def destroyed(path: Path) -> None:
    file = path / "logg.db"
    with Log.open(file) as log:
        stream = log.stream("exempelby")
        for position in range(1, 101):
            stream.append(recorded(position))
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\x7f" * (len(content) - 4096))
    with Log.open(file) as log:
        log.stream("exempelby").verify()


def checkpoint_in_a_folder(path: Path) -> object:
    with open_register(path / "logg.db") as register:
        register.organisation("exempelby").record(created("soc"))
        (path / "logg.db.exempelby.checkpoint").mkdir()
        return register.write_checkpoint("exempelby")


def another_database(path: Path) -> Path:
    file = path / "annan.db"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE annat (x TEXT)")
    return file


def read_while_erasing(path: Path) -> None:
    file = path / "logg.db"
    with Log.open(file), NameRegister.open(file, patience=0.1) as register:
        names = register.of("exempelby")
        names.set("p-1", "Åsa Öberg")
        with closing(sqlite3.connect(file, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM person_names").fetchall()
            names.erase("p-1")


def no_names(path: Path) -> None:
    with NameRegister.open(folder(path, text_txt="text") / "text.txt") as register:
        register.of("exempelby").all()


def without(library: str, then: Callable[[], object], *, its: str | None = None) -> None:
    """What is done where a library is not installed; ``its`` is our module that imports it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, library, None)
        if its:
            patch.delitem(sys.modules, its, raising=False)
        then()


def by_whom(decided_by: str | None, parent: str | None) -> None:
    """A reorganisation by somebody who has no right to it."""
    organisation = Organisation("exempelby", MemoryLog(exempelby().beslut_log()), [decided_within_mandate()])
    with organisation.beslut("KF 9", decided=D(2011, 1, 1), decided_by=decided_by) as beslut:
        beslut.create_enhet("ny", name="Ny", parent=parent)


POSTGRES = "postgresql://registrator:hemligt@127.0.0.1:9/kommuner"
IN_2011, IN_2014 = D(2011, 1, 1), D(2014, 1, 1)
WRONG: dict[str, Callable[[Path], object]] = {
    # asked
    "no such thing": lambda _: exempelby().on(IN_2011).enhet("sox"),
    "no such thing, and nothing like it": lambda _: exempelby().on(IN_2011).uppdrag("x"),
    "another kind": lambda _: exempelby().on(IN_2011).befattning("soc"),
    "not yet": lambda _: exempelby().on(D(2009, 1, 1)).organ("sn"),
    "no longer": lambda _: exempelby().on(IN_2014).enhet("stab"),
    "never named": lambda _: exempelby().history("sox"),
    "not above": lambda _: exempelby().on(IN_2011).chefsled("socialchef", up_to="stabschef"),
    "not above, but vacant": lambda _: exempelby().on(IN_2011).chefsled("stabschef", up_to="socialchef"),
    "a person of no place": lambda _: exempelby().on(IN_2014).show("p-1"),
    "no delegationsordning": lambda _: exempelby().on(IN_2011).delegationsordning("sn"),
    "too many records": lambda _: exempelby().as_recorded(9),
    "no chain": lambda _: exempelby().verify(),
    # recorded
    "an id that is taken": lambda _: exempelby().record(created("b")),
    "no such draft": lambda _: scenario().adopt("utkasts"),
    "a draft that is adopted": lambda _: adopted_twice(),
    "a draft before another": lambda _: scenario().adopt("ångra"),
    "no id": lambda _: exempelby().record(created("Ett Två")),
    "no name": lambda _: exempelby().record(Beslut(id="", decided=THE_FIRST)),
    "not a number": lambda path: append_number(path, float("nan")),
    "half a letter": lambda path: append_name(path, "\ud83d"),
    "nobody said": lambda _: by_whom(None, None),
    "at the top": lambda _: by_whom("sn", None),
    "not theirs": lambda _: by_whom("sn", "soc"),
    # files
    "nothing": lambda _: read_files(""),
    "nowhere": lambda path: read_files(path / "ingenstans"),
    "an empty folder": lambda path: read_files(folder(path)),
    "an empty file": lambda path: read_files(folder(path, a_yaml="# tom")),
    "a misnamed file": lambda path: read_files(folder(path, a_yaml_txt="x")),
    "no UTF-8": lambda path: read_files(folder(path, a_yaml=b"beslut: \xff")),
    "persons": lambda path: read_files(folder(path, a_yaml=BESLUTSFIL, persons_yaml="P 1: ' '\np-1: ' '")),
    "no persons": lambda path: read_files(folder(path, a_yaml=BESLUTSFIL, persons_yaml="- p-1")),
    "control characters": lambda _: read_text("beslut: \x01"),
    "a beslut that is refused": lambda path: read_ledger(folder(path, a_yaml=TOO_MANY), rules=[never_two]),
    "an id in two files": lambda path: read_ledger(folder(path, a_yaml=AGAIN)),
    # alternatives
    "an alternative that is refused": lambda path: read_alternative(
        Organisation("exempelby", MemoryLog(), [never_two]), folder(path, a_yaml=TOO_MANY)
    ),
    "an id twice in an alternative": lambda path: read_alternative(exempelby(), folder(path, a_yaml=AGAIN)),
    "no name of an alternative": lambda path: find_alternative(str(path), "."),
    "no such alternative": lambda path: find_alternative(str(alternatives(path)), "alt-b"),
    # sources
    "no source": lambda _: opened(""),
    "one organisation": lambda path: opened(folder(path, a_yaml=BESLUTSFIL), organisation="a"),
    "a misnamed source": lambda path: opened(folder(path, a_yaml_txt="x") / "a.yaml.txt"),
    "no id of an organisation": lambda path: open_register(":memory:").organisation("Ett by"),
    "no id of one, nor like one": lambda path: open_register(":memory:").organisation("?"),
    "several organisations": lambda path: opened(database(path, "ettby", "tvaby")),
    "no organisation": lambda path: opened(database(path)),
    "no such organisation": lambda path: opened(database(path, "ettby"), organisation="etby"),
    "none at all": lambda path: opened(database(path), organisation="etby"),
    "a checkpoint of what is in memory": lambda _: open_register(":memory:").write_checkpoint("exempelby"),
    "a checkpoint of nothing": lambda path: open_register(path / "logg.db").write_checkpoint("exempelby"),
    "a checkpoint where there is a folder": lambda path: checkpoint_in_a_folder(path),
    "no address": lambda _: Log.open("mysql://x"),
    "an unreadable address": lambda _: Log.open("postgresql://a@b@c/d"),
    "no server": lambda _: Log.open(POSTGRES),
    "no driver": lambda _: without("psycopg", lambda: Log.open(POSTGRES)),
    "no Jinja": lambda _: without(
        "jinja2",
        lambda: WRITERS["html"](Presentation(same("x"), ()), "sv"),
        its="orgmodell.writers.html",
    ),
    "a folder": lambda path: Log.open(path),
    "no folder": lambda path: Log.open(path / "ingen" / "logg.db"),
    "no log": lambda path: Log.open(path / "logg.db", create=False),
    "an empty database": lambda path: Log.open(folder(path, a_db="") / "a.db", create=False),
    "no database": lambda path: Log.open(folder(path, a_db="text" * 100) / "a.db"),
    "another database": lambda path: Log.open(another_database(path)),
    # names
    "no database for names": lambda path: NameRegister.open(path / "logg.db"),
    "an unreadable address of names": lambda _: NameRegister.open("postgresql://a@b@c/d"),
    "no server of names": lambda _: NameRegister.open(POSTGRES),
    "no driver for names": lambda _: without("psycopg", lambda: NameRegister.open(POSTGRES)),
    "no names": no_names,
    "a name that does not show": lambda _: exempelby().names.set("p-1", "Åsa\u202e"),
    "traces": read_while_erasing,
    # the log
    "not the next": lambda path: append(path, 7),
    "taken": lambda path: append(path, 1, 1),
    "closed": closed,
    "damaged": destroyed,
    "cut off": appended_to_what_was_cut_off,
    "no such head": lambda path: tampered(path, head="abc"),
    "another topic": lambda path: tampered(path, "UPDATE stored_events SET topic = 'x'"),
    "other bytes": lambda path: tampered(path, "UPDATE stored_events SET state = 'x'"),
    "a record gone": lambda path: tampered(path, "DELETE FROM stored_events WHERE originator_version = 2"),
    "a record moved": lambda path: tampered(
        path, "UPDATE stored_events SET originator_version = 9 WHERE originator_version = 3"
    ),
    "a record elsewhere": lambda path: tampered(
        path,
        "DELETE FROM stored_events WHERE originator_version = 3",
        "UPDATE stored_events SET state = (SELECT state FROM stored_events WHERE originator_version = 1) "
        "WHERE originator_version = 2",
    ),
    "an unknown change": lambda path: rewritten(path, (b"enhet-created", b"enhet-dreamt-of")),
    "a change of two names": lambda path: rewritten(path, (b'"changes":[{', b'"changes":[{"a":1,')),
    "an unknown field": lambda path: rewritten(path, (b'"name"', b'"nom"')),
    "another organisation's": lambda path: rewritten(path, (b'"exempelby"', b'"annanby"')),
}


def alternatives(path: Path) -> Path:
    (path / "alternatives" / "alt-a").mkdir(parents=True)
    return path


def append_name(path: Path, name: str) -> None:
    codec.encode("exempelby", recorded(1, EnhetCreated("soc", name=name)), None)


def append_number(path: Path, number: float) -> None:
    codec.encode("exempelby", recorded(1, HeadcountStated("soc", arsarbetare=number)), None)
