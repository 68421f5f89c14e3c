"""How it is shown what became of beslut that were to be recorded."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.check import others
from orgmodell.presentations.parts import Column, Items, Paragraph, Part, Presentation, Row, Table
from orgmodell.projections.check import Breach
from orgmodell.projections.record import Record, RecordedBeslut, Warned
from orgmodell.violations import Violation
from orgmodell.words import Text, joined, same
from orgmodell.words import check as words_of_rules
from orgmodell.words import record as words

COLUMNS = Column(words.NUMBER, "number"), Column(words.OUTCOME), Column(words.BESLUT)
OF_WARNINGS = (
    *(Column(words.FILE), Column(words.LINE, "number"), Column(words_of_rules.DAY, "day")),
    *(Column(words_of_rules.RULE), Column(words_of_rules.WHAT), Column(words_of_rules.THINGS, "things")),
)


def record(asked: Asked, answer: Record) -> Presentation:
    """Each beslut with its position, whether it was there already, the warnings, and how many."""
    question = words.REHEARSAL if answer.dry_run else words.QUESTION
    rows = tuple(_row(each, answer.dry_run) for each in answer.beslut)
    already = len(answer.beslut) - answer.new
    return Presentation(
        asked.heading(question),
        (
            Table(COLUMNS, rows, words.NONE, name=words.QUESTION),
            *(_warnings(asked, answer.warned) if answer.warned.warnings else ()),
            Paragraph(words.how_many(answer.new, already, answer.dry_run)),
        ),
    )


def _row(each: RecordedBeslut, dry_run: bool) -> Row:
    done = words.WOULD_BE if dry_run else words.RECORDED
    return Row((each.position, done if each.new else words.ALREADY, each.beslut))


def _warnings(asked: Asked, answer: Warned) -> Iterator[Part]:
    """The warnings, those alike told once; and in forms of data each by itself."""
    yield Items(words.WARNED, tuple(_breach(answer, each) for each in answer.breaches))
    rows = tuple(_warning(asked, answer, each) for each in answer.places)
    yield Table(OF_WARNINGS, rows, same(""), name=words.WARNINGS, only="data")


def _breach(answer: Warned, each: Breach) -> Text:
    says = answer.places[each.first].says(f"{each.rule}: " + each.first.text)
    if len(each.violations) == 1:
        return says
    told = [
        joined((things, _apart(answer, violation, each.first)), "")
        for things, violation in zip(others(each), each.violations[1:], strict=True)
    ]
    return says + " " + words_of_rules.others(told, None) + "."


def _apart(answer: Warned, each: Violation, first: Violation) -> Text | str:
    """Where and from when a rule is broken, when that is not where and when the first of its kind is."""
    place, before = answer.places[each], answer.places[first]
    where = words.on_line(place.line) if place.file == before.file else same(str(place))
    told = [*([where] if place != before else ()), *([str(each.day)] if each.day != first.day else ())]
    return " (" + joined(told) + ")" if told else ""


def _warning(asked: Asked, answer: Warned, each: Violation) -> Row:
    place = answer.places[each]
    return Row((place.file, place.line, each.day, each.rule, each.text, asked.things(each.things)))
