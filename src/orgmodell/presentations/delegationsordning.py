"""How the delegationsordning of a nämnd is shown: on a page it is the document itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from orgmodell.changes import Rad, VidaredelegationGranted
from orgmodell.presentations import law as of_law
from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import (
    Alert,
    Cell,
    Column,
    Figure,
    Figures,
    Items,
    Kronor,
    Lines,
    New,
    Paragraph,
    Part,
    Phrase,
    Presentation,
    Row,
    Table,
)
from orgmodell.projections.delegationsordning import Delegat, Delegationsordning, PassedOn, TableRow
from orgmodell.words import Text, joined, same
from orgmodell.words import delegationsordning as words
from orgmodell.words import law as words_of_law
from orgmodell.words.terms import word
from orgmodell.words.values import MISSING

TO_READ = (
    *(Column(words.NR), Column(words.ARENDE, wide=True), Column(words.LAGRUM)),
    *(Column(words.DELEGAT, wide=True), Column(words.ERSATTARE), Column(words.VILLKOR)),
    *(Column(words.MAY_PASS_ON), Column(words.ANMALAN), Column(words.BESLUT)),
)
AS_DATA = (
    *(Column(words.NR), Column(words.VIDAREDELEGATION), Column(words.ARENDE), Column(words.LAGRUM)),
    *(Column(words.DELEGAT), Column(words.HOLDERS), Column(words.ERSATTARE)),
    *(Column(words.UP_TO), Column(words.VILLKOR), Column(words.MAY_PASS_ON)),
    *(Column(words.ANMALAN), Column(words.BESLUT), Column(words.CHANGE)),
)


def delegationsordning(asked: Asked, answer: Delegationsordning) -> Presentation:
    """What it is, its rows, and what is gone, changed, dangling and reserved; last what the law says."""
    return Presentation(
        asked.heading(words.of(asked.called(answer.adopted.namnd))),
        tuple(_parts(asked, answer)),
        grounds=grounds(asked, answer.basis),
        title=same(answer.adopted.name),
    )


def _parts(asked: Asked, answer: Delegationsordning) -> Iterator[Part]:
    yield Figures(tuple(_adoption(asked, answer)))
    yield Figures(tuple(_general(answer)), words.GENERAL)
    if answer.adopted.forkortningar:
        yield Figures(tuple(map(_abbreviation, answer.adopted.forkortningar)), words.ABBREVIATIONS)
    to_read = tuple(in_chapters(row for each in answer for row in _rows(asked, each)))
    yield Table(TO_READ, to_read, words.NO_ROW, words.TABLE, only="reading")
    as_data = tuple(row for each in answer for row in _data(asked, each))
    yield Table(AS_DATA, as_data, words.NO_ROW, name=words.TABLE, main=True, only="data")
    yield Items(words.REVOKED, tuple(f"{each.nummer} {asked.called(each.arende)}" for each in answer.revoked))
    yield _versions(answer)
    yield Items(words.DANGLING, answer.dangling)
    if answer.reserved:
        yield _reserved(asked, answer)
    read_so = words_of_law.reads_so_since(answer.law.since, asked.day or answer.since)
    yield Paragraph(_wording(answer) + ". " + read_so, words_of_law.LAW)
    yield of_law.provisions(answer.law)


def _wording(answer: Delegationsordning) -> Text:
    return words_of_law.called(answer.law.act, answer.law.amended)


# What it is


def _adoption(asked: Asked, answer: Delegationsordning) -> Iterator[Figure]:
    adopted = answer.adopted
    yield Figure(words.NAME, f"{adopted.name} ({adopted.ordning})")
    yield Figure(words.DNR, adopted.dnr or MISSING)
    yield Figure(words.ADOPTED, words.adopted(answer.decided, answer.beslut))
    yield Figure(words.SINCE, answer.since)
    yield Figure(words.REPLACES, asked.thing(adopted.replaces) if adopted.replaces else None)
    yield Figure(words_of_law.LAW, _wording(answer))


def _general(answer: Delegationsordning) -> Iterator[Figure]:
    """The rules that hold for every row."""
    adopted = answer.adopted
    above = words.HAS_THE_RIGHT if adopted.overordnad_har_ratt else words.HAS_NOT_THE_RIGHT
    yield Figure(words.ERSATTARORDNING, words.ersattarordning(adopted.ersattarordning))
    yield Figure(words.CHEF_ABOVE, above)
    yield Figure(words.ACTING, words.INHERITS if adopted.tf_arver else words.INHERITS_NOT)
    yield Figure(words.KARENSTID, words.karenstid(adopted.karenstid))
    yield Figure(words.ANMALAN, words.reported(adopted.anmalan))
    if adopted.ofullstandig:
        yield Figure(words.EXTENT, words.ONLY_PARTS)


def _abbreviation(said: str) -> Figure:
    short, _, meaning = said.partition(": ")
    return Figure(short.strip(), meaning.strip())


# The rows


def _rows(asked: Asked, each: TableRow) -> Iterator[tuple[str, Row]]:
    """A row with what is passed on under it, to read; each with the number of the row."""
    rad = each.rad
    changed = (New(words.CHANGED[each.changed]),) if each.changed else ()
    cells: tuple[Cell, ...] = (
        Lines((rad.nummer, *changed)),
        each.arende_name,
        Lines(rad.lagrum),
        _people(asked, each.delegat) if each.delegat else words.AUTOMATED,
        _people(asked, each.ersattare),
        Lines(tuple(villkor(asked, rad, each.enhet_there))),
        rad.far_vidaredelegeras,
        word(each.anmalan),
        each.beslut,
    )
    yield rad.nummer, Row(cells)
    yield from ((rad.nummer, _under(asked, passed)) for passed in each.passed_on)


def _under(asked: Asked, passed: PassedOn) -> Row:
    given = passed.given
    cells: tuple[Cell, ...] = (
        "",
        words.passed_on(given.vidaredelegation),
        None,
        _people(asked, (passed.to,)),
        None,
        Lines(tuple(villkor(asked, given, passed.enhet_there))),
        None,
        None,
        f"{passed.beslut}, {passed.decided}",
    )
    return Row(cells, under=True)


def in_chapters(numbered: Iterable[tuple[str, Row]]) -> Iterator[Row]:
    """The rows, with the chapter over the first of each."""
    before = None
    for nummer, row in numbered:
        chapter = chapter_of(nummer)
        yield row if chapter == before else attrs.evolve(row, chapter=words.chapter(chapter))
        before = chapter


def chapter_of(nummer: str) -> str:
    """The first part of a row's number: its digits, or its letters.

    >>> [chapter_of(nummer) for nummer in ("1.10", "A1", "BA 2", "7")]
    ['1', 'A', 'BA', '7']
    """
    first = nummer.split(".")[0].strip()
    letters = first.rstrip("0123456789 ")
    return letters or first


def _data(asked: Asked, each: TableRow) -> Iterator[Row]:
    """A row, and each vidaredelegation under it, as data."""
    rad = each.rad
    yield Row(
        (
            rad.nummer,
            None,
            each.arende_name,
            ", ".join(rad.lagrum) or None,
            _titles(asked, each.delegat) if each.delegat else words.AUTOMATED,
            _in_one(_held(asked, one) for one in each.delegat),
            _titles(asked, each.ersattare),
            None if rad.belopp is None else Kronor(rad.belopp),
            _in_one(villkor(asked, rad, each.enhet_there)),
            rad.far_vidaredelegeras,
            word(each.anmalan),
            each.beslut,
            words.CHANGED[each.changed] if each.changed else None,
        )
    )
    yield from (_data_under(asked, each, passed) for passed in each.passed_on)


def _data_under(asked: Asked, each: TableRow, passed: PassedOn) -> Row:
    given = passed.given
    cells: tuple[Cell, ...] = (
        given.nummer,
        given.vidaredelegation,
        each.arende_name,
        None,
        _titles(asked, (passed.to,)),
        _in_one((_held(asked, passed.to),)),
        None,
        None if given.belopp is None else Kronor(given.belopp),
        _in_one(villkor(asked, given, passed.enhet_there)),
        None,
        None,
        f"{passed.beslut}, {passed.decided}",
        None,
    )
    return Row(cells)


def villkor(asked: Asked, given: Rad | VidaredelegationGranted, there: bool | None) -> Iterator[Text]:
    """What has to be observed: amount, samråd, other conditions, enhet and urgency.

    Args:
        asked: what was asked.
        given: a row, or what is passed on.
        there: whether the enhet it is limited to exists.
    """
    if given.belopp is not None:
        yield words.up_to(given.belopp)
    if isinstance(given, Rad) and given.samrad is not None:
        yield words.samrad_with(given.samrad)
    if given.villkor is not None:
        yield same(given.villkor)
    if given.enhet is not None:
        yield words.only(asked.name(given.enhet), there is not False)
    if isinstance(given, Rad) and given.bradskande:
        yield words.URGENT_ONLY


# Whom a row names


def _people(asked: Asked, several: Iterable[Delegat]) -> Lines:
    """Each with who that is on the day, on a line of its own."""
    return Lines(tuple(_person(asked, each) for each in several))


def _person(asked: Asked, delegat: Delegat) -> Phrase:
    held = _held(asked, delegat)
    return Phrase((_called(asked, delegat), *((": ", held) if held is not None else ())))


def _called(asked: Asked, delegat: Delegat) -> str:
    return asked.names.get(delegat.who, delegat.called)


def _titles(asked: Asked, several: Iterable[Delegat]) -> str | None:
    return "; ".join(_called(asked, each) for each in several) or None


def _held(asked: Asked, delegat: Delegat) -> Text | Alert | None:
    """Who that is on the day; it calls for attention when it is nobody, or a consultant."""
    if not delegat.there:
        return Alert(words.GONE)
    if delegat.kind == "titel":
        return words.IN_LINE
    if delegat.kind != "befattning":
        return None
    if not delegat.holders:
        return Alert(words.VACANT if delegat.vacant else words.NOT_RECORDED)
    held = joined(words.held_by(asked.name(each.person), each.form) for each in delegat.holders)
    return Alert(held) if any(each.form == "konsult" for each in delegat.holders) else held


def _in_one(several: Iterable[Text | Alert | None]) -> Text | None:
    """Several things said as one."""
    said = [each.text if isinstance(each, Alert) else each for each in several if each is not None]
    return joined(said, "; ") if said else None


# What is changed and reserved


def _versions(answer: Delegationsordning) -> Table:
    columns = (
        *(Column(words.SINCE, "day"), Column(words.BESLUT)),
        *(Column(words.DECIDED, "day"), Column(words.CHANGE, wide=True)),
    )
    rows = tuple(Row((each.since, each.beslut, each.decided, each.says)) for each in answer.versions)
    return Table(columns, rows, words.NO_ROW, words.VERSIONS)


def _reserved(asked: Asked, answer: Delegationsordning) -> Table:
    """What the law reserves, each provision once with the matters it is about."""
    arenden: dict[tuple[str, Text], list[str]] = {}
    for each in answer.reserved:
        arenden.setdefault((each.lagrum, each.says), []).append(each.arende)
    columns = Column(words.ARENDEN, wide=True), Column(words.WHY, wide=True), Column(words.LAGRUM)
    rows = tuple(
        Row((Lines(tuple(map(asked.called, its))), says, f"{lagrum} {answer.law.act}"))
        for (lagrum, says), its in arenden.items()
    )
    return Table(columns, rows, same(""), words.RESERVED)
