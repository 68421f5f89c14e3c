"""Beslutsfiler: what is read, and what is said of what cannot be read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import attrs
import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from orgmodell import LedgerError, SourceError, read_ledger
from orgmodell.changes import (
    CHANGES,
    VERBS,
    Beslut,
    EnhetCreated,
    EnhetMoved,
    HeadcountStated,
    HolderAppointed,
    Source,
)
from orgmodell.ledger import (
    changes_to_yaml,
    json_schema,
    read_changes,
    read_files,
    read_text,
    reading,
    to_yaml,
)
from orgmodell.ledger.meant import EVERYDAY, meant
from orgmodell.register import open_source

ROOT = Path(__file__).parent.parent
GOOD = """\
beslut: SN 2013/17 § 5
decided: 2013-01-08
effective: 2014-01-01
decided_by: socialnamnden
source: {document: Rapport 2013}
changes:
  - create_enhet: {enhet: pbk, name: No, kind: kontor, stated: "2014", mark: stated, source: {quote: Ett}}
  - state_headcount: {thing: pbk, medarbetare: 12, arsarbetare: 10.5, approximate: true}
"""


def problems(text: str) -> list[str]:
    """What is said of a beslutsfil that cannot be read, without the file's name."""
    with pytest.raises(LedgerError) as error:
        read_text(text, "f.yaml")
    assert all(problem.startswith("f.yaml:") for problem in error.value.problems)
    return [problem.removeprefix("f.yaml:") for problem in error.value.problems]


def test_a_beslutsfil_reads_as_the_beslut_it_says() -> None:
    """Dates become dates, text stays text, and the document is taken over from the beslut."""
    (located,) = read_text(GOOD)
    created, counted = located.beslut.changes
    assert located.beslut.id == "SN 2013/17 § 5"
    assert located.beslut.effective == date(2014, 1, 1)
    assert created == EnhetCreated(
        "pbk", name="No", kind="kontor", stated="2014", mark="stated", source=Source(quote="Ett")
    )
    assert counted == HeadcountStated("pbk", medarbetare=12, arsarbetare=10.5, approximate=True)
    assert located.beslut.source_of(created) == Source(document="Rapport 2013", quote="Ett")
    assert [place.line for place in located.changes] == [7, 8]


MISTAKES: tuple[tuple[str, str, str], ...] = (
    ("changes:", "changes: [", "7:3: this is not YAML: while parsing a flow node"),
    (
        "create_enhet",
        "create_enhets",
        "7:5: there is no change 'create_enhets'; did you mean 'create_enhet'?",
    ),
    ("kind:", "kinds:", "7:42: create_enhet has no parameter 'kinds'; did you mean 'kind'?"),
    ("name: No, ", "", "7:19: create_enhet needs 'name'"),
    ("decided: 2013-01-08", "decided: 2013-02-30", "2:10: there is no day 2013-02-30"),
    (
        "decided: 2013-01-08",
        "decided: 8 januari",
        "2:10: '8 januari' is not a date; write year-month-day",
    ),
    ("decided: 2013-01-08\n", "", "1:1: a beslut needs 'decided'"),
    ("decided_by", "decided_of", "4:1: a beslut has no 'decided_of'; did you mean 'decided'?"),
    ("10.5", "10.5, heads: 1", "state_headcount has no parameter 'heads'"),
    ("10.5", '"10,5"', "'10,5' is not a number; write the decimals after a point"),
    ("approximate: true", "approximate: yes", "8:84: 'yes' is not true or false"),
    (
        "mark: stated",
        "mark: state",
        "'state' is not one of stated, derived, assumed, external; did you mean",
    ),
    ("enhet: pbk", "enhet: PBK", "7:5: create_enhet: enhet 'PBK' is not an id"),
    ("name: No", "name: [No]", "7:38: text is expected"),
    ("changes:", "changes: {a: {}}\nnot:", "6:10: changes is a list: begin each change with '- '"),
    ("kind: kontor", "kind: kontor, kind: stab", "'kind' stands twice; keep one"),
    ("beslut: SN 2013/17 § 5", "- beslut: X", "this is not YAML"),
)


@pytest.mark.parametrize(("old", "new", "says"), MISTAKES)
def test_what_is_wrong_is_told_with_its_place_and_the_way_out(old: str, new: str, says: str) -> None:
    """Every mistake has line and column, and the nearest right name where there is one."""
    assert old in GOOD
    assert any(says in problem for problem in problems(GOOD.replace(old, new, 1))), problems(
        GOOD.replace(old, new, 1)
    )


def test_a_text_written_as_a_block_ends_where_its_words_end() -> None:
    """The line break that YAML puts after a block is no part of a title."""
    (located,) = read_text("beslut: A\ndecided: 2014-01-01\ntitle: >\n  Ny\n  organisation\n")
    assert located.beslut.title == "Ny organisation"


def test_every_problem_is_told_at_once() -> None:
    """A file with three mistakes is read once, not three times."""
    text = GOOD.replace("kind:", "sort:").replace("2014-01-01", "2014-13-01").replace("12", "tolv")
    assert [problem.split(":")[0] for problem in problems(text)] == ["3", "7", "8"]


def test_a_refused_beslut_is_told_with_the_line_of_each_change(tmp_path: Path) -> None:
    """All violations of a refused beslut are told, each at the change that caused it."""
    text = """\
beslut: A
decided: 2013-01-08
changes:
  - create_enhet: {enhet: a, name: A}
  - create_enhet: {enhet: b, name: B, parent: a}
---
beslut: B
decided: 2014-01-08
changes:
  - rename_enhet: {enhet: aa, name: AA}
  - dissolve_enhet: {enhet: a}
"""
    (tmp_path / "01.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LedgerError) as refused:
        read_ledger(tmp_path)
    file = tmp_path / "01.yaml"
    assert refused.value.problems == (
        f"{file}:10:5: beslut 'B' is refused: R08 error, 2014-01-08: rename_enhet on 2014-01-08 names enhet "
        "'aa', which is never created; did you mean 'a'? Create it, or correct the id.",
        f"{file}:11:5: beslut 'B' is refused: R07 error, 2014-01-08: a cannot be dissolved on 2014-01-08: "
        "enhet b is still under it. Move or dissolve it in the same beslut. In the way: 'A'.",
    )


def test_files_are_read_in_name_order_and_that_is_the_recorded_order(tmp_path: Path) -> None:
    """The order on the log is the order of file names and, in a file, of documents."""
    (tmp_path / "b.yaml").write_text("beslut: C\ndecided: 2013-01-01\n", encoding="utf-8")
    two = "beslut: A\ndecided: 2014-01-01\n---\nbeslut: B\ndecided: 2012-01-01\n"
    (tmp_path / "a.yml").write_text(two, encoding="utf-8")
    (tmp_path / "persons.yaml").write_text("p-1: Ada Ek\n", encoding="utf-8")
    ledger = read_ledger(tmp_path)
    assert [record.beslut.id for record in ledger.beslut_log()] == ["A", "B", "C"]
    assert ledger.names.get("p-1") == "Ada Ek"


def test_no_beslutsfil_is_an_error_and_not_an_empty_organisation(tmp_path: Path) -> None:
    """A folder that is not there, or holds no beslutsfil, or a file that is not text, is told."""
    with pytest.raises(SourceError, match="there is no file or folder"):
        read_ledger(tmp_path / "nowhere")
    with pytest.raises(SourceError, match="no beslutsfil"):
        read_ledger(tmp_path)
    (tmp_path / "a.yaml").write_bytes(b"beslut: \xff\xfe")
    with pytest.raises(LedgerError, match="not UTF-8"):
        read_ledger(tmp_path)


@given(st.text(alphabet="abåäö:,{}[]-'\"#&*!|>%@\n 0123456789yes~”»’", max_size=40), st.booleans())
def test_any_text_reads_back_as_it_was_written(text: str, approximate: bool) -> None:
    """What `to_yaml` writes, `read_text` reads as the same beslut: names that look like YAML too."""
    name = "x" + text.replace("\n", "")
    beslut = Beslut(
        id=f"§ {name}",
        decided=date(2013, 1, 8),
        title=text.replace("\n", "").strip() or name,
        source=Source(document=name, place="s. 1", quote=text),
        changes=(
            EnhetCreated("a", name=f"{name}x", effective=date(2014, 1, 1), stated=name),
            HeadcountStated("a", medarbetare=1, arsarbetare=0.5, approximate=approximate),
            HolderAppointed("b", person="p-1", form="tf", until=date(2015, 1, 1)),
        ),
    )
    (located,) = read_text(to_yaml([beslut]))
    assert located.beslut == beslut


@pytest.mark.parametrize(
    "file", sorted(ROOT.glob("examples/*/*.yaml")), ids=lambda f: f"{f.parent.name}/{f.name}"
)
def test_the_schema_accepts_what_is_read(file: Path) -> None:
    """Every document of the examples is valid by the generated JSON Schema."""
    if file.name == "persons.yaml":
        return
    validator = jsonschema.Draft202012Validator(json_schema())
    for document in yaml.safe_load_all(file.read_text(encoding="utf-8")):
        assert not [error.message for error in validator.iter_errors(_as_json(document))]


def _as_json(document: object) -> object:
    """What an editor checks: dates are text in JSON."""
    return json.loads(json.dumps(document, default=str))


@pytest.mark.parametrize(
    ("old", "new"),
    [("kind:", "kinds:"), ("name: Nytt, ", ""), ("mark: stated", "mark: sure"), ("decided:", "decidet:")],
)
def test_the_schema_refuses_what_cannot_be_read(old: str, new: str) -> None:
    """An editor with the schema shows the mistakes that reading would tell."""
    validator = jsonschema.Draft202012Validator(json_schema())
    good = GOOD.replace("name: No", "name: Nytt")
    assert not list(validator.iter_errors(_as_json(yaml.safe_load(good))))
    assert list(validator.iter_errors(_as_json(yaml.safe_load(good.replace(old, new)))))


def test_the_kept_schema_is_what_the_code_says() -> None:
    """docs/beslutsfil.schema.json is generated; `orgmodell schema` makes it anew."""
    kept = (ROOT / "docs" / "beslutsfil.schema.json").read_text(encoding="utf-8")
    assert json.loads(kept) == json.loads(json.dumps(json_schema()))


def test_reading_a_folder_keeps_files_apart(tmp_path: Path) -> None:
    """The problems of several files are told together, each with its own name."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("beslut: X\n", encoding="utf-8")
    with pytest.raises(LedgerError) as error:
        read_files(tmp_path)
    assert [Path(problem.split(":")[0]).name for problem in error.value.problems] == ["a.yaml", "b.yaml"]


def test_file_names_are_taken_as_people_write_them(tmp_path: Path) -> None:
    """A suffix in capitals is a beslutsfil too; a folder with such a name is not; an empty file is told."""
    (tmp_path / "2.YAML").write_text("beslut: A\ndecided: 2014-01-01\n", encoding="utf-8")
    (tmp_path / "kopior.yaml").mkdir()
    assert [record.beslut.id for record in read_ledger(tmp_path).beslut_log()] == ["A"]
    (tmp_path / "3.yaml").write_text("# inget\n", encoding="utf-8")
    with pytest.raises(LedgerError, match=r"3\.yaml:1:1: there is no beslut in the file"):
        read_ledger(tmp_path)


def test_what_is_wrong_with_the_head_has_its_place_too() -> None:
    """An empty id is told with file and line like everything else."""
    assert problems('beslut: ""\ndecided: 2014-01-01\n') == ["1:1: id is empty"]


@pytest.mark.parametrize("empty", ["null", "~", ""])
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_an_empty_value_is_none_where_that_can_be_meant(
    empty: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``parent: null`` puts an enhet at the top, whichever parser is there; ``parent: 'null'`` is an id."""
    monkeypatch.setattr(reading, "Loader", getattr(yaml, loader))
    text = "beslut: a\ndecided: 2015-01-01\nchanges:\n  - move_enhet: {enhet: stab, parent: %s}\n"
    (located,) = read_text(text % empty)
    assert located.beslut.changes == (EnhetMoved("stab", parent=None),)
    (quoted,) = read_text(text % "'null'")
    assert quoted.beslut.changes == (EnhetMoved("stab", parent="null"),)


# What a beginner writes

HEAD = "beslut: a\ndecided: 2015-01-01\n"


def head(more: str) -> str:
    return HEAD + more + "\n"


def enhet(parameters: str) -> str:
    return HEAD + f"changes:\n  - create_enhet: {{{parameters}}}\n"


def changes(*several: str) -> str:
    return HEAD + "changes:\n" + "".join(f"  - {each}\n" for each in several)


BEGINNERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "a tab in the margin": (
        HEAD + "changes:\n\t- create_enhet: {enhet: x, name: X}\n",
        ("4:1: there is a tab (U+0009) here; write spaces",),
    ),
    "a tab in a text": (
        head("title: Ny\torganisation\neffective: 1/2 2015"),
        (
            "3:10: there is a tab (U+0009) here; write spaces",
            "4:12: '1/2 2015' is not a date; write year-month-day, as 2015-02-01",
        ),
    ),
    "a comma in a name": (
        enhet("enhet: x, name: Vård, omsorg och stöd"),
        (
            "4:42: a comma ends the value before it; put the text in straight quotes, "
            'as name: "Vård, omsorg och stöd"',
        ),
    ),
    "several commas, and a key after them": (
        enhet("enhet: x, name: Vård, omsorg, stöd, slag: sektor"),
        (
            "4:42: a comma ends the value before it; put the text in straight quotes, "
            'as name: "Vård, omsorg, stöd"',
            "4:56: create_enhet has no parameter 'slag'; did you mean 'kind'?",
        ),
    ),
    "a decimal comma": (
        changes("state_headcount: {thing: x, arsarbetare: 10,5}"),
        ("4:49: a comma ends the value before it; write the decimals after a point, as arsarbetare: 10.5",),
    ),
    "a comma for thousands": (
        changes("state_headcount: {thing: x, medarbetare: 500,000}"),
        ("4:50: a comma ends the value before it; write the number without commas, as medarbetare: 500000",),
    ),
    "a colon in a name": (
        enhet("enhet: x, name: Sektor: vård, typ: sektor"),
        (
            "4:42: a colon and a space begin a value; put the text in straight quotes, "
            'as name: "Sektor: vård"',
            "4:50: create_enhet has no parameter 'typ'; did you mean 'kind'?",
        ),
    ),
    "several colons in a text": (
        head("title: Ny: org: vård\ndecided_by: [a]"),
        (
            "3:10: a colon and a space begin a value; put the text in straight quotes, "
            'as title: "Ny: org: vård"',
            "4:13: text is expected",
        ),
    ),
    "colons on two lines": (
        head("title: Ny org: vård\ndecided_by: Nämnd: vård"),
        (
            "3:14: a colon and a space begin a value; put the text in straight quotes, "
            'as title: "Ny org: vård"',
            "4:18: a colon and a space begin a value; put the text in straight quotes, "
            'as decided_by: "Nämnd: vård"',
        ),
    ),
    "curly quotes": (
        enhet("enhet: x, name: ”Vård”"),
        (
            "4:36: '”', a right double quotation mark (U+201D), quotes nothing in YAML; "
            'write straight quotes, as "Vård"',
        ),
    ),
    "curly quotes around a comma": (
        enhet("enhet: x, name: “Vård, omsorg”"),
        ('4:43: a comma ends the value before it; put the text in straight quotes, as name: "Vård, omsorg"',),
    ),
    "other curly quotes, one of them around an id": (
        enhet("enhet: ’x’, name: «Vård», kind: »sektor»"),
        (
            "4:27: '’', a right single quotation mark (U+2019), quotes nothing in YAML; "
            'write straight quotes, as "x"',
            "4:38: '«', a left-pointing double angle quotation mark (U+00AB), quotes nothing in YAML; "
            'write straight quotes, as "Vård"',
            "4:52: '»', a right-pointing double angle quotation mark (U+00BB), quotes nothing in YAML; "
            'write straight quotes, as "sektor"',
        ),
    ),
    "a curly quote left over": (
        enhet("enhet: x, name: Vård”"),
        (
            "4:36: '”', a right double quotation mark (U+201D), quotes nothing in YAML; "
            'write straight quotes, as "Vård"',
        ),
    ),
    "a text that begins with what it quotes": (
        head("title: ”Nära vård” i Exempelby"),
        (
            "3:8: '”', a right double quotation mark (U+201D), quotes nothing in YAML; "
            'write straight quotes, as "”Nära vård” i Exempelby"',
        ),
    ),
    "a key in curly quotes": (
        enhet("”enhet”: x, name: X"),
        ("4:20: create_enhet has no parameter '”enhet”'; did you mean 'enhet'?",),
    ),
    "a straight quote closed with a curly one": (
        head('title: "Vård”'),
        (
            "3:8: this is not YAML: the text that begins here has no quotation mark at its end; "
            "write one like the first",
        ),
    ),
    "no-break spaces": (
        enhet("enhet: x, name: Vård\xa0och\u202fomsorg"),
        (
            "4:40: there is a no-break space (U+00A0) here; write an ordinary space",
            "4:44: there is a narrow no-break space (U+202F) here; write an ordinary space",
        ),
    ),
    "no-break spaces in the margin": (
        HEAD + "changes:\n  - create_enhet:\n      enhet: x\n\xa0\xa0\xa0\xa0\xa0\xa0name: X\n",
        ("6:1: there is a no-break space (U+00A0) here; write an ordinary space",),
    ),
    "what has no width": (
        enhet("enhet: x\u200b, name: X\ufeff"),
        (
            "4:28: there is a zero width space (U+200B) here; take it away",
            "4:38: there is a byte order mark (U+FEFF) here; take it away",
        ),
    ),
    "a character written as an escape": (
        enhet(r'enhet: x, name: "Vård\u202E"'),
        (
            r"4:5: create_enhet: name 'Vård\u202e' has a right-to-left override (U+202E) as character 5; "
            "take it away",
        ),
    ),
    "spaces in a number": (
        changes("state_headcount: {thing: x, medarbetare: 500 000}"),
        ("4:46: '500 000' is not a whole number; write the number alone, without spaces, as 500000",),
    ),
    "no-break spaces in a number": (
        changes("state_headcount: {thing: x, medarbetare: 500\xa0000}"),
        (
            "4:46: '500 000' is not a whole number; write the number alone, without spaces, as 500000",
            "4:49: there is a no-break space (U+00A0) here; write an ordinary space",
        ),
    ),
    "kronor": (
        HEAD + "changes:\n  - grant_delegation:\n      belopp: 500 000 kr\n      ordning: o\n      rad: r\n"
        "      nummer: 1\n      arende: a\n",
        ("5:15: '500 000 kr' is not a number; write the number alone, without spaces, as 500000",),
    ),
    "more digits than can be read": (
        changes("state_headcount: {thing: x, medarbetare: %s}" % ("9" * 5000)),
        ("4:46: '%s' is not a whole number" % ("9" * 5000),),
    ),
    "points in a whole number": (
        changes("state_headcount: {thing: x, medarbetare: 1.500}"),
        ("4:46: '1.500' is not a whole number; write the number alone, without spaces, as 1500",),
    ),
    "Swedish keys of a beslut": (
        "beslut: a\nbeslutsdag: 2015-01-01\nikraft: 2015-02-01\nbeslutad av: kf\nrubrik: Ny\nändringar: []\n",
        (
            "2:1: a beslut has no 'beslutsdag'; did you mean 'decided'?",
            "3:1: a beslut has no 'ikraft'; did you mean 'effective'?",
            "4:1: a beslut has no 'beslutad av'; did you mean 'decided_by'?",
            "5:1: a beslut has no 'rubrik'; did you mean 'title'?",
            "6:1: a beslut has no 'ändringar'; did you mean 'changes'?",
        ),
    ),
    "other Swedish keys of a beslut": (
        "beslut: a\nbeslutad: 2015-01-01\ngäller från: 2015-02-01\n",
        (
            "2:1: a beslut has no 'beslutad'; did you mean 'decided'?",
            "3:1: a beslut has no 'gäller från'; did you mean 'effective'?",
        ),
    ),
    "Swedish parameters": (
        enhet("enhet: x, namn: X, slag: sektor, under: y"),
        (
            "4:30: create_enhet has no parameter 'namn'; did you mean 'name'?",
            "4:39: create_enhet has no parameter 'slag'; did you mean 'kind'?",
            "4:53: create_enhet has no parameter 'under'; did you mean 'parent'?",
        ),
    ),
    "everyday parameters": (
        enhet("enhet: x, name: X, typ: sektor, överordnad: y"),
        (
            "4:39: create_enhet has no parameter 'typ'; did you mean 'kind'?",
            "4:52: create_enhet has no parameter 'överordnad'; did you mean 'parent'?",
        ),
    ),
    "a Swedish word for several parameters": (
        changes("merge_enheter: {enheter: [a, b], till: c}", "grant_vidaredelegation: {till: c}"),
        (
            "4:38: merge_enheter has no parameter 'till'; did you mean 'into'?",
            "5:29: grant_vidaredelegation needs 'vidaredelegation'",
            "5:29: grant_vidaredelegation needs 'ordning'",
            "5:29: grant_vidaredelegation needs 'nummer'",
            "5:30: grant_vidaredelegation has no parameter 'till'; did you mean 'to' or 'to_typ'?",
        ),
    ),
    "the last day, where the first day no longer is meant": (
        changes("appoint: {befattning: a, person: p-1, t.o.m.: 2015-12-31}"),
        ("4:43: appoint has no parameter 't.o.m.'; did you mean 'until', the first day no longer?",),
    ),
    "Swedish changes": (
        changes("enhet upplöst: {enhet: a}", "skapa enhet: {enhet: a}", "tillsätt: {befattning: b}"),
        (
            "4:5: there is no change 'enhet upplöst'; did you mean 'dissolve_enhet'?",
            "5:5: there is no change 'skapa enhet'; did you mean 'create_enhet'?",
            "6:5: there is no change 'tillsätt'; did you mean 'appoint'?",
        ),
    ),
    "Swedish values": (
        changes("state_headcount: {thing: a, medarbetare: 1, approximate: ja, mark: antagen}"),
        (
            "4:62: 'ja' is not true or false; did you mean 'true'?",
            "4:72: 'antagen' is not one of stated, derived, assumed, external; did you mean 'assumed'?",
        ),
    ),
    "days as they are written in running text": (
        "beslut: a\ndecided: 1/1 2015\neffective: 1 januari 2015\n"
        "forhandlad: 20150102\nriskbedomd: 2015-1-3\n",
        (
            "2:10: '1/1 2015' is not a date; write year-month-day, as 2015-01-01",
            "3:12: '1 januari 2015' is not a date; write year-month-day, as 2015-01-01",
            "4:13: '20150102' is not a date; write year-month-day, as 2015-01-02",
            "5:13: '2015-1-3' is not a date; write year-month-day, as 2015-01-03",
        ),
    ),
    "a day that cannot be guessed": (
        "beslut: a\ndecided: våren 2015\neffective: 31/2 2015\n",
        (
            "2:10: 'våren 2015' is not a date; write year-month-day, as 2014-01-01",
            "3:12: '31/2 2015' is not a date; write year-month-day, as 2014-01-01",
        ),
    ),
}


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(("written", "told"), BEGINNERS.values(), ids=BEGINNERS.keys())
def test_what_a_beginner_writes_is_told_with_what_to_write(
    written: str, told: tuple[str, ...], loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each mistake, all of a file at once, from the top: where it is and what to write instead."""
    monkeypatch.setattr(reading, "Loader", getattr(yaml, loader))
    assert tuple(problems(written)) == told


def test_quotes_and_apostrophes_inside_a_text_are_letters() -> None:
    """What a text quotes, and what is in straight quotes, is no mistake."""
    for title in ("Om ”Nära vård” och annat", "Lars’ förslag", '"”Nära vård” i Exempelby"', "'a, b: c'"):
        (located,) = read_text(head(f"title: {title}"))
        assert located.beslut.title == title.strip("\"'")


@pytest.mark.parametrize("name", ["01.yaml.txt", "01.yaml.bak", "01.YML.txt", "persons.yaml.txt"])
def test_a_misnamed_file_is_not_passed_over(name: str, tmp_path: Path) -> None:
    """A name that goes on after .yaml is told, alone in a folder and beside others; also as a source."""
    file = tmp_path / name
    file.write_text(HEAD, encoding="utf-8")
    right = name.rpartition(".")[0]
    says = f"its name does not end in .yaml; name it {right}"
    told = f"{file}:1:1: the file would be passed over: {says}, or move it out of the folder"
    for _ in ("alone", "beside another"):
        with pytest.raises(LedgerError) as error:
            read_ledger(tmp_path)
        assert error.value.problems == (told,)
        (tmp_path / "02.yaml").write_text(HEAD, encoding="utf-8")
    with pytest.raises(SourceError) as refused, open_source(str(file)):
        pass
    assert str(refused.value) == f"'{file}' is no beslutsfil: {says}"


def test_what_an_editor_keeps_is_passed_over(tmp_path: Path) -> None:
    """Backups and hidden files of editors, and files of other sorts, stop nobody."""
    for name in ("01.yaml", "01.yaml~", ".01.yaml.swp", "README.md", "yaml.txt"):
        (tmp_path / name).write_text(HEAD, encoding="utf-8")
    assert len(read_files(tmp_path).beslut) == 1


def test_every_everyday_word_has_one_meaning_at_each_place() -> None:
    """No word is an everyday one for two changes, or for two keys of a beslut; each names what there is."""
    named = {name for change in CHANGES for name in (change.verb, *attrs.fields_dict(change))}
    named |= {*attrs.fields_dict(Beslut), *attrs.fields_dict(Source), "beslut", "true", "false"}
    assert set(EVERYDAY) <= named
    keys = ["beslut", *(field.name for field in attrs.fields(Beslut) if field.name != "id")]
    for names in (list(VERBS), keys):
        for words in EVERYDAY.values():
            assert all(len(meant(word, names)) <= 1 for word in words)


def test_changes_alone_are_written_and_read_as_they_stand_in_a_beslut() -> None:
    """Every change of the examples; several documents are one list, and what is wrong has its place."""
    files = [each for folder in sorted((ROOT / "examples").glob("*/")) for each in read_files(folder).beslut]
    changes = [change for located in files for change in located.beslut.changes]
    assert len(changes) > 500
    assert read_changes(changes_to_yaml(changes)) == changes
    assert read_changes(changes_to_yaml(changes[:1]) + "---\n" + changes_to_yaml(changes[1:2])) == changes[:2]
    assert (changes_to_yaml([]), read_changes("")) == ("", [])
    with pytest.raises(LedgerError) as error:
        read_changes("- create_enhet: {enhet: soc}\n- creat_enhet: {enhet: soc, name: S}\n", "then")
    assert error.value.problems == (
        "then:1:17: create_enhet needs 'name'",
        "then:2:3: there is no change 'creat_enhet'; did you mean 'create_enhet'?",
    )
