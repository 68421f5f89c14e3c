"""How it is shown who answers for what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import (
    Cell,
    Column,
    Day,
    Figure,
    Figures,
    Items,
    Presentation,
    Row,
    Table,
    through,
)
from orgmodell.projections.uppdrag import Responsibilities, Responsibility, Tenure
from orgmodell.words import Text, joined
from orgmodell.words import uppdrag as words
from orgmodell.words.values import MISSING, day, last_day

COLUMNS = (
    *(Column(words.UPPDRAG, "thing"), Column(words.ANSVARIG, "thing"), Column(words.SINCE, "day")),
    *(Column(words.BEFORE), Column(words.AFTER)),
)
TENURES = (
    *(Column(words.ANSVARIG, "thing"), Column(words.FROM, "day")),
    *(Column(words.THROUGH, "day"), Column(words.BESLUT)),
)


def responsibilities(asked: Asked, answer: Responsibilities) -> Presentation:
    """Who answers for each uppdrag; or what an enhet or organ answers for."""
    nothing = words.NONE_RECORDED if answer.of else words.NONE_ON_THE_DAY
    rows = tuple(_row(asked, each) for each in answer)
    return Presentation(
        asked.heading(words.of(asked.called(answer.of)) if answer.of else words.EVERY),
        (Table(COLUMNS, rows, nothing, name=words.UPPDRAG), *_contradicted(asked, answer)),
        grounds=grounds(asked, answer.basis, starred=True),
    )


def responsibility(asked: Asked, answer: Responsibility) -> Presentation:
    """Who answers for one uppdrag, before and after too."""
    rows = tuple(_tenure(asked, tenure) for tenure in answer.tenures)
    return Presentation(
        asked.heading(words.responsibility_for(asked.called(answer.uppdrag.id))),
        (
            Figures(tuple(_details(asked, answer))),
            Table(TENURES, rows, words.NOBODY, name=words.ANSVARIG),
            source_says_too(answer.contradictions),
        ),
        grounds=grounds(asked, answer.basis),
    )


def about_uppdrag(asked: Asked, answer: Responsibility) -> Iterator[Figure]:
    """What there is to say of an uppdrag: who answers for it, and what it is."""
    for tenure in answer.tenures:
        until = None if tenure.until is None else last_day(tenure.until)
        since = day(tenure.since, tenure.stated)
        yield Figure(_when(tenure, answer.now), words.tenure(asked.called(tenure.ansvarig), since, until))
    if not answer.tenures:
        yield Figure(words.ANSVARIG, MISSING)
    yield from _details(asked, answer)


def source_says_too(contradictions: Sequence[str]) -> Items:
    """What sources say beside what is recorded."""
    return Items(words.SOURCE_SAYS_TOO, tuple(contradictions))


def _when(tenure: Tenure, now: Tenure | None) -> Text:
    if tenure == now:
        return words.ANSVARIG
    is_before = now is not None and tenure.since < now.since
    return words.ANSVARIG_BEFORE if is_before else words.ANSVARIG_AFTER


def _details(asked: Asked, answer: Responsibility) -> Iterator[Figure]:
    yield Figure(words.MYNDIGHETSUTOVNING, answer.uppdrag.myndighetsutovning)
    if answer.split_from:
        yield Figure(words.PART_OF, asked.things(answer.split_from))
    yield Figure(words.INSTRUMENTS, asked.things(answer.instruments))


def _tenure(asked: Asked, tenure: Tenure) -> Row:
    since = Day(tenure.since, tenure.stated)
    return Row((asked.thing(tenure.ansvarig), since, through(tenure.until), f"”{tenure.beslut}”"))


def _row(asked: Asked, each: Responsibility) -> Row:
    now, before, after = _now_before_and_after(each)
    cells: tuple[Cell, ...] = (
        asked.thing(each.uppdrag.id),
        asked.named(now.ansvarig) if now else MISSING,
        Day(now.since, now.stated) if now else None,
        asked.name(before.ansvarig) if before else _split_from(asked, each),
        _next(asked, now, after),
    )
    return Row(cells, assumed=bool(each.basis.assumed))


def _next(asked: Asked, now: Tenure | None, after: Tenure | None) -> Text | None:
    """Who answers for it next, or that it ends."""
    if after is not None:
        return words.next_one(asked.name(after.ansvarig), day(after.since, after.stated))
    return words.ends(last_day(now.until)) if now is not None and now.until is not None else None


def _now_before_and_after(each: Responsibility) -> tuple[Tenure | None, Tenure | None, Tenure | None]:
    now = each.now
    if now is None:
        return None, None, None
    at = each.tenures.index(now)
    return now, next(reversed(each.tenures[:at]), None), next(iter(each.tenures[at + 1 :]), None)


def _split_from(asked: Asked, each: Responsibility) -> Text | None:
    wholes = [words.part_of(asked.name(whole)) for whole in each.split_from]
    return joined(wholes) if wholes else None


def _contradicted(asked: Asked, answer: Responsibilities) -> Iterator[Items]:
    for each in answer:
        if each.contradictions:
            of = words.source_says_too_of(asked.called(each.uppdrag.id))
            yield Items(of, each.contradictions)
