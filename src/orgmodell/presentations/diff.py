"""How what differs between two days is shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.fact import by
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import Cell, Column, Presentation, Row, Table, Thing, through
from orgmodell.presentations.plan import held_by
from orgmodell.projections.diff import Diff, Difference, Headcount, RowInBrief, Side
from orgmodell.view import Holder, Ledamot, Member, Seat
from orgmodell.words import Text, either, joined, same
from orgmodell.words import diff as words
from orgmodell.words.forum import UNFILLED, in_role, seat
from orgmodell.words.headcount import headcount
from orgmodell.words.terms import ASPECTS, word
from orgmodell.words.values import last_day, value

COLUMNS = (
    *(Column(words.WHAT), Column(words.THING, "thing"), Column(words.ASPECT)),
    *(Column(words.BEFORE, wide=True), Column(words.AFTER, wide=True), Column(words.THROUGH)),
)
_BELONGS = (
    *("parent", "enhet", "leaders", "nämnder", "reports to", "part of"),
    *("ansvarig", "beställare", "utförare", "forum of", "ansvariga"),
    *("deputy", "nämnd", "ordning", "passed on to"),
)
_WORDS = ("roller", "state", "förbehållet")
_IN_SHORT = (*_BELONGS, "holders", "until", "deadlines", "row", "förbehållet")


def diff(asked: Asked, answer: Diff) -> Presentation:
    """What differs between two days, as a table."""
    rows = tuple(_row(asked, each) for each in answer)
    return Presentation(
        asked.heading(words.between(answer.before, answer.after)),
        (Table(COLUMNS, rows, words.NOTHING, name=words.NAME),),
        grounds=grounds(asked, answer.basis, starred=True),
    )


def _row(asked: Asked, each: Difference) -> Row:
    before, after = each.apart
    return Row(
        (
            words.event(each.what, each.type),
            Thing(each.thing, each.name),
            ASPECTS[each.aspect] if each.aspect else "",
            _cell(asked, each.aspect, before),
            _cell(asked, each.aspect, after),
            by(each.basis),
        ),
        assumed=bool(each.basis.assumed),
    )


def _cell(asked: Asked, aspect: str | None, side: Side) -> Cell:
    """One side of a difference: a day as it is, and else in words."""
    match side:
        case date():
            return through(side) if aspect == "until" else side
        case (date() as only,):
            return only
        case _:
            return _side(asked, aspect, side)


def _side(asked: Asked, aspect: str | None, side: Side) -> Text:
    """One side of a difference; of what is created or ended, where it belongs and who has it."""
    match side:
        case Mapping():
            said = ((ASPECTS[each], _side(asked, each, side[each])) for each in _IN_SHORT if side.get(each))
            return joined(joined(each, ": ") for each in said)
        case None | date() if aspect == "until":
            return last_day(side)
        case _ if aspect in _BELONGS:
            return value(side, asked.name)
        case _ if aspect in _WORDS:
            return value(side, word)
        case _:
            return same("") if aspect is None else _value(asked, side)


def _value(asked: Asked, each: object) -> Text:
    match each:
        case Holder():
            return held_by(asked, each)
        case Ledamot():
            return joined((asked.name(each.person), " (", word(each.role), ")"), "")
        case Member():
            return in_role(asked.name(each.member), each.role)
        case Seat():
            filled_by = same(asked.name(each.person)) if each.person else UNFILLED
            return seat(in_role(each.seat, each.role), filled_by)
        case Headcount():
            return headcount(each)
        case RowInBrief():
            return _row_in_brief(asked, each)
        case tuple() if each:
            return joined(_value(asked, one) for one in each)
        case _:
            return value(each)


def _row_in_brief(asked: Asked, row: RowInBrief) -> Text:
    whom = either(", ".join(map(asked.name, row.delegat)) or words.AUTOMATED)
    limits = [words.up_to(row.belopp)] if row.belopp is not None else []
    limits += [words.only(asked.name(row.enhet))] if row.enhet else []
    return words.row(row.nummer, asked.name(row.arende), whom, limits)
