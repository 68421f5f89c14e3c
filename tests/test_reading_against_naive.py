"""Beslutsfiler are read as the plain reader reads them: the same beslut, places and messages, in order."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
import yaml
from hypothesis import event, given, settings
from hypothesis import strategies as st

import naive_reading
from both import CI
from orgmodell import LedgerError
from orgmodell.changes import VERBS, Beslut
from orgmodell.ledger import Located, read_text, reading, to_yaml
from orgmodell.testing import organisations
from orgmodell.words import Text
from test_ledger import BEGINNERS, GOOD, MISTAKES

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "examples").glob("*/*.yaml"))
WRITTEN = [
    *(
        "",
        " ",
        "\n",
        "---\n",
        "- ",
        ": ",
        ":",
        ", ",
        "{",
        "}",
        "[",
        "]",
        "#",
        "'",
        '"',
        "&a ",
        "*a",
        "!!int ",
    ),
    *(
        "|",
        ">",
        "”",
        "“",
        "’",
        "\t",
        "\xa0",
        "\u200b",
        "\ufeff",
        "\x00",
        "\x07",
        "~",
        "null",
        "true",
        "ja",
        "no",
    ),
    *(
        "no",
        "1,5",
        "1 000",
        "2015-13-01",
        "1/1 2015",
        "0001-01-01",
        "kind: x",
        "effective: ~\n",
        "changes:\n",
    ),
    *("enhet: {a: b}", "namn: Å", "? [a]\n: b\n", "  - rename_enhet: {enhet: a}\n"),
    *("  - create_enhet: {enhet: a, name: Vård, omsorg}\n", "  - {create_enhet: {}, mark: stated}\n"),
]


ODD = [
    *(
        "",
        "~",
        "'~'",
        "x",
        "Ett namn",
        "[]",
        "[~]",
        "[a, b]",
        "[2015-01-01]",
        "[[a]]",
        "{}",
        "{quote: ~}",
        "1",
    ),
    *(
        "1,5",
        "2015-02-30",
        "true",
        "ja",
        "stated",
        "|\n        a\n",
        "”x”",
        "'”1”'",
        "{document: a, sida: 1}",
    ),
]


def as_read(text: str) -> list[Located] | tuple[Text, ...]:
    try:
        return read_text(text, "f.yaml")
    except LedgerError as error:
        return tuple(error.texts)


def plainly_read(text: str) -> list[Located] | tuple[Text, ...]:
    parser = reading.Loader.__name__.replace("Base", "Safe")
    return naive_reading.read(text, "f.yaml", getattr(yaml, parser))


def agree(text: str) -> None:
    """Both readers say the same, with the same parser."""
    assert as_read(text) == plainly_read(text)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """A text in which something is put in the place of something else, a few times."""
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.sampled_from([0, 0, 1, 2, 10, text.find("\n", at) - at]))
        text = text[:at] + draw(st.sampled_from(WRITTEN)) + text[at + max(0, gone) :]
    return text


@st.composite
def parts(draw: st.DrawFn, kept: int = 3) -> str:
    """A few beslut of an example, as they are written there."""
    documents = draw(st.sampled_from(FILES)).read_text(encoding="utf-8").split("\n---\n")
    at = draw(st.integers(0, len(documents) - 1))
    return "\n---\n".join(documents[at : at + draw(st.integers(1, kept))])


@pytest.fixture(params=["CBaseLoader", "BaseLoader", "CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "Loader", getattr(yaml, request.param))


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("written", [written for written, _ in BEGINNERS.values()], ids=BEGINNERS.keys())
def test_what_a_beginner_writes_is_told_alike_whichever_parser_is_there(written: str) -> None:
    agree(written)


@pytest.mark.parametrize(("old", "new"), [mistake[:2] for mistake in MISTAKES])
def test_every_mistake_is_told_alike(old: str, new: str) -> None:
    agree(GOOD.replace(old, new, 1))


@pytest.mark.parametrize(
    "text",
    [
        "x: 1\n---\nbeslut: Om: vård\ndecided: 2015\n---\nbeslut: 'b\n",
        "beslut: a\ndecided: 2015\n---\n\t- x\n---\nbeslut: b: c: d\ndecided: Om: vård\n",
        "beslut: a\ndecided: 2015-01-01\n---\n- x\n---\nbeslut: \x07\n---\n[\n",
    ],
)
def test_what_comes_before_and_after_text_that_is_not_yaml_is_told_once(text: str) -> None:
    agree(text)


@pytest.mark.parametrize("verb", VERBS)
def test_any_value_of_any_parameter_is_told_alike(verb: str) -> None:
    """Each of the odd values, in turn, for each parameter of a change; and for what is required, alone."""
    fields = attrs.fields(VERBS[verb])
    for given_of in (fields, [field for field in fields if field.default is attrs.NOTHING]):
        for first in range(len(ODD)):
            values = (ODD[(first + at) % len(ODD)] for at in range(len(given_of)))
            given = "".join(f"      {f.name}: {value}\n" for f, value in zip(given_of, values, strict=True))
            agree(f"beslut: a\ndecided: 2015-01-01\nchanges:\n  - {verb}:\n{given}")


@given(text=parts().flatmap(damaged))
@settings(CI, max_examples=300)
def test_what_is_damaged_is_told_alike(text: str) -> None:
    """What is wrong in an example that somebody has spoilt, or what it says all the same."""
    plain = plainly_read(text)
    event(f"{min(len(plain), 3)} " + ("problems" if isinstance(plain, tuple) else "beslut"))
    assert as_read(text) == plain


@given(organisation=organisations())
@settings(CI, max_examples=25)
def test_whatever_is_written_is_read_back(organisation: object) -> None:
    """Every kind of change, with what is drawn for its fields, from the file that is written of it."""
    beslut: list[Beslut] = [record.beslut for record in organisation.beslut_log()]  # type: ignore[attr-defined]
    text = to_yaml(beslut)
    assert [located.beslut for located in read_text(text, "f.yaml")] == beslut
    agree(text)


@pytest.mark.long
@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_example_is_read_alike(file: Path) -> None:
    agree(file.read_text(encoding="utf-8"))
