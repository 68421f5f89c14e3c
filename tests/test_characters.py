"""Characters that do not show: refused wherever a text is given, and read wherever one was once recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st

from asking import IN_ENGLISH
from both import CI
from orgmodell import InvalidChange, LedgerError, Organisation, Recorded, codec, open_register, read_ledger
from orgmodell.changes import Beslut, EnhetCreated, Source
from orgmodell.characters import unseen
from orgmodell.cli import commands
from orgmodell.draft import check
from orgmodell.organisation import MemoryLog, MemoryNames
from orgmodell.persons import NameRegister
from orgmodell.words.characters import one

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
CONTROL = "\x00\x07\x1b\x7f\x85\x9b\t"
UNSEEN = BIDI + CONTROL + "\xa0\u202f\u200b\u2060\ufeff\xad\u2028\u2029"


def drafted(**given: Any) -> Beslut:
    """A beslut whose texts can be replaced by others."""
    enhet = EnhetCreated("a", name="A", source=Source(document="D", quote="Q", place="P"), stated="2014")
    beslut = Beslut(id="1", decided=date(2014, 1, 1), changes=(enhet,))
    mine = {name: each for name, each in given.items() if name in ("id", "title", "decided_stated")}
    return attrs.evolve(
        beslut, **mine, changes=(attrs.evolve(enhet, **{k: v for k, v in given.items() if k not in mine}),)
    )


@pytest.mark.parametrize("character", UNSEEN)
@pytest.mark.parametrize(
    "given",
    [
        lambda text: drafted(name=text),
        lambda text: drafted(stated=text),
        lambda text: drafted(title=text),
        lambda text: drafted(decided_stated=text),
        lambda text: drafted(source=Source(document=text)),
        lambda text: drafted(source=Source(quote=text)),
        lambda text: drafted(source=Source(place=text)),
        lambda text: attrs.evolve(drafted(), source=Source(quote=text)),
    ],
)
def test_what_does_not_show_is_refused_in_every_text(given: Callable[[str], Beslut], character: str) -> None:
    """A name, a source's own words, a quote: which character it is, and which in the text, is told."""
    with pytest.raises(InvalidChange) as refused:
        check(given(f"Vård{character}"))
    assert f" has {one(character):en} as character 5; " in str(refused.value)


def test_the_whole_message_names_the_character_and_says_what_to_write() -> None:
    """A no-break space at the end of a name looks like nothing at all: so it is named."""
    organisation = Organisation("exempelby", MemoryLog())
    with (
        pytest.raises(InvalidChange) as refused,
        organisation.beslut("1", decided=date(2014, 1, 1)) as beslut,
    ):
        beslut.create_enhet("soc", name="Socialförvaltningen\xa0")
    assert str(refused.value) == (
        r"create_enhet: name 'Socialförvaltningen\xa0' has a no-break space (U+00A0) as character 20; "
        "write an ordinary space"
    )


def test_a_text_in_a_list_is_a_text() -> None:
    """Förkortningar, verksamhetsområden and lagrum are shown too."""
    organisation = Organisation("exempelby", MemoryLog())
    with (
        pytest.raises(InvalidChange, match=r"omraden 'vård\\u202e' has a right-to-left override \(U\+202E\)"),
        organisation.beslut("1", decided=date(2014, 1, 1)) as beslut,
    ):
        beslut.adopt_reglemente("sn", omraden=["omsorg", "vård\u202e"])


def test_a_quote_may_have_several_lines() -> None:
    """What is quoted verbatim keeps the line breaks it has, and nothing else that does not show."""
    check(drafted(source=Source(quote="Ett.\nTvå.")))
    with pytest.raises(InvalidChange, match=r"as character 6; take it away"):
        check(drafted(source=Source(quote="Ett.\n\u202eTvå.")))


@pytest.mark.parametrize("character", UNSEEN)
def test_a_persons_name_is_refused_like_any_other(character: str, tmp_path: Path) -> None:
    """In memory, in a database, from the command line and in persons.yaml."""
    name, told = f"Ada{character}Ek", f"has {one(character):en} as character 4"
    with NameRegister.open(":memory:") as register:
        for names in (register.of("exempelby"), MemoryNames()):
            with pytest.raises(InvalidChange) as refused:
                names.set("p-1", name)
            assert str(refused.value).startswith(f"the name of 'p-1', {name!r}, {told}")
            assert names.all() == {}
    log = str(tmp_path / "log.db")
    with open_register(log) as kept:
        kept.organisation("exempelby").record(Beslut(id="1", decided=date(2014, 1, 1)))
    if character != "\x00":  # no argument of a process can have it
        result = CliRunner(env=IN_ENGLISH).invoke(commands, ["names", log, "--set", "p-1", name])
        assert (result.exit_code, told in result.stderr) == (2, True)


def test_persons_yaml_is_read_with_the_place_of_what_does_not_show(tmp_path: Path) -> None:
    """As YAML writes it: an escape in quotes can hold any character."""
    (tmp_path / "01.yaml").write_text("beslut: a\ndecided: 2014-01-01\n", encoding="utf-8")
    file = tmp_path / "persons.yaml"
    file.write_text('p-1: Ada Ek\np-2: "Bo\\u202EEk"\np-3: " "\n', encoding="utf-8")
    with pytest.raises(LedgerError) as error:
        read_ledger(tmp_path)
    assert error.value.problems == (
        rf"{file}:2:6: the name 'Bo\u202eEk' has a right-to-left override (U+202E) as character 3; "
        "take it away",
        f"{file}:3:6: the name ' ' is empty",
    )


def test_what_is_on_a_log_can_always_be_read() -> None:
    """A record from before a rule of texts is read as it was written."""
    beslut = drafted(
        name="Vård\u202e", source=Source(quote="a\x1b[31m", place="s.\xa04"), stated="\u200fhösten"
    )
    recorded = Recorded(position=1, recorded=datetime(2014, 1, 1, tzinfo=UTC), beslut=beslut)
    stored = codec.encode("exempelby", recorded, None)
    assert codec.decode(stored, "exempelby", 1).recorded == recorded
    assert (
        Organisation("exempelby", MemoryLog([recorded])).on(date(2015, 1, 1)).enhet("a").name == "Vård\u202e"
    )


def test_swedish_text_shows() -> None:
    """Letters, dashes, quotation marks and section signs of documents are no problem."""
    assert not list(unseen("Åsa Öberg-Élan, 5 § – ”vård” «omsorg» 100 % ½ €"))


@settings(CI, max_examples=500)
@for_any(
    st.text(st.sampled_from(["a", "å", " ", "\n", "\t", *UNSEEN]) | st.characters(), max_size=4),
    st.sampled_from(["", "\n", "\n\t"]),
)
def test_a_text_that_shows_is_seen_to_show_as_each_of_its_characters(text: str, but: str) -> None:
    """Whether there is nothing to look for is asked of the whole text at once."""
    one_by_one = [(at, each) for at, each in enumerate(text) if not each.isprintable() and each not in but]
    assert list(unseen(text, but)) == one_by_one
