"""How broken rules are shown: those broken in one way told once, and in forms of data each by itself."""

from __future__ import annotations

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import Alert, Cell, Column, Lines, Presentation, Row, Table
from orgmodell.projections.check import Breach, Check
from orgmodell.violations import Severity, Violation
from orgmodell.words import Text
from orgmodell.words import check as words
from orgmodell.words.log import days
from orgmodell.words.terms import word

COLUMNS = Column(words.RULE), Column(words.GRADE), Column(words.WHAT, wide=True)
FEW = 10  # of the things that break a rule in one way are named, where the others can be asked for


def check(asked: Asked, answer: Check) -> Presentation:
    """The rules that are broken, in order of day."""
    question = words.EVER if asked.day is None else words.ON_THE_DAY
    in_short = tuple(_breach(asked, each) for each in answer.breaches)
    each_by_itself = tuple(_violation(asked, each) for each in answer)
    return Presentation(
        asked.heading(question),
        (
            Table((Column(words.DAY), *COLUMNS), in_short, words.NONE, only="reading"),
            Table(
                (Column(words.DAY, "day"), *COLUMNS, Column(words.THINGS, "things")),
                each_by_itself,
                words.NONE,
                name=words.ON_THE_DAY,
                only="data",
            ),
        ),
        grounds=grounds(asked, answer.basis),
    )


def _breach(asked: Asked, each: Breach) -> Row:
    told: Cell = Lines((each.first.text, _more(asked, each))) if each.violations[1:] else each.first.text
    return Row((days(each.days), each.rule, _grade(each.severity), told))


def says(asked: Asked, each: Breach) -> Text:
    """In which way a rule is broken, and what it holds for besides."""
    return each.first.text + " " + _more(asked, each) + "." if each.violations[1:] else each.first.text


def _more(asked: Asked, each: Breach) -> Text:
    to_be_had = asked.way_to_grounds is not None and not asked.in_full
    return words.others(others(each), FEW if to_be_had else None)


def others(each: Breach) -> list[str]:
    """The things of each violation after the first, without those that are in all."""
    shared = set.intersection(*(set(violation.things) for violation in each.violations))
    apart = ([t for t in each.things if t not in shared] or each.things for each in each.violations[1:])
    return [", ".join(things) for things in apart]


def _violation(asked: Asked, each: Violation) -> Row:
    return Row((each.day, each.rule, _grade(each.severity), each.text, asked.things(each.things)))


def _grade(severity: Severity) -> Cell:
    return Alert(word(severity)) if severity == "error" else word(severity)
