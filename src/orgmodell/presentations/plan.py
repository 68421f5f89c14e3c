"""How the plan is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import (
    Alert,
    Cell,
    Column,
    Day,
    Items,
    Paragraph,
    Part,
    Presentation,
    Row,
    Table,
)
from orgmodell.projections.plan import Deadline, Load, Plan, Wait
from orgmodell.view import Atgard, Holder
from orgmodell.words import Text, either, joined
from orgmodell.words import line as line_words
from orgmodell.words import plan as words
from orgmodell.words.terms import word

COLUMNS = (
    *(Column(words.DEADLINE, "day"), Column(words.ATGARD, "thing"), Column(words.ANSVARIG, "things")),
    *(Column(words.BESLUTANDE, "things"), Column(words.WAITS_FOR, "things"), Column(words.STATE)),
    Column(words.DAYS_LATE, "number", only="data"),
)
LOADS = (
    *(Column(words.ANSVARIG, "thing"), Column(words.ATGARDER, "number")),
    *(Column(words.SHARED, "number"), Column(words.HOLDERS)),
)


def plan(asked: Asked, answer: Plan) -> Presentation:
    """What is planned, by deadline; what is late, what waits, in which order, and who carries it."""
    table = Table(COLUMNS, tuple(_rows(asked, answer)), words.NO_PLAN, name=words.QUESTION)
    told = (Paragraph(_count(answer)), *_what_remains(asked, answer)) if answer.atgarder else ()
    return Presentation(asked.heading(words.QUESTION), (table, *told), grounds=grounds(asked, answer.basis))


def deadlines(atgard: Atgard) -> Text:
    """The deadlines of an åtgärd, and the source's own words for them when they are vague."""
    days = either(", ".join(map(str, atgard.deadlines)) or words.NO_DEADLINE)
    return days + f" («{atgard.stated}»)" if atgard.stated else days


def deadline_of(atgard: Atgard) -> Cell:
    """The same in a cell: a day, if it is one."""
    return Day(atgard.deadlines[0], atgard.stated) if len(atgard.deadlines) == 1 else deadlines(atgard)


def held_by(asked: Asked, holder: Holder) -> Text:
    """Who holds a befattning, and in which form when it is not as ordinarie."""
    form = "" if holder.form == "ordinarie" else " (" + word(holder.form) + ")"
    return joined((asked.name(holder.person), form), "")


def _rows(asked: Asked, answer: Plan) -> Iterator[Row]:
    atgarder = {each.id: each for each in answer.atgarder}
    for deadline in answer.deadlines:
        atgard = atgarder[deadline.atgard]
        yield _row(asked, atgard, Day(deadline.day, atgard.stated), *_state(answer, deadline))
    dated = {deadline.atgard for deadline in answer.deadlines}
    for atgard in answer.atgarder:
        if atgard.id not in dated:
            yield _row(asked, atgard, deadline_of(atgard), words.STATES[atgard.state])


def _row(asked: Asked, atgard: Atgard, day: Cell, state: Cell, late: int | None = None) -> Row:
    who = asked.named_things(atgard.ansvariga), asked.named_things(atgard.beslutande)
    return Row((day, asked.thing(atgard.id), *who, asked.named_things(atgard.depends_on), state, late))


def _state(answer: Plan, deadline: Deadline) -> tuple[Text | Alert, int | None]:
    """What has become of it, and how many days it is late."""
    if deadline.overdue:
        days = (answer.day - deadline.day).days
        return Alert(words.overdue(days)), days
    return words.STATES["avslutad" if deadline.met else "planerad"], None


def _count(answer: Plan) -> Text:
    states = [each.state for each in answer.atgarder]
    return words.count(
        atgarder=len({deadline.atgard for deadline in answer.deadlines}),
        deadlines=len(answer.deadlines),
        undated=len(answer.undated),
        done=states.count("avslutad"),
        called_off=states.count("installd"),
    )


def _what_remains(asked: Asked, answer: Plan) -> Iterator[Part]:
    if not answer.open:
        called_off = any(each.state == "installd" for each in answer.atgarder)
        yield Paragraph(words.ALL_CLOSED if called_off else words.ALL_DONE)
        return
    atgarder = {each.id: each for each in answer.atgarder}
    late = [_late(asked, answer.day, each, atgarder[each.atgard]) for each in answer.overdue]
    yield _section(words.LATE, late)
    yield _section(words.WAITS_UNDATED, [_undated(asked, each) for each in answer.waits if each.undated])
    yield Items(words.ORDER, tuple(map(asked.called, answer.open)), numbered=True)
    rows = tuple(_load(asked, each) for each in answer.loads)
    yield Table(LOADS, rows, words.NO_LOADS, name=words.ANSVARIG)


def _section(heading: Text, items: list[Text]) -> Part:
    return Items(heading + ":", tuple(items)) if items else Paragraph(words.none(heading))


def _late(asked: Asked, today: date, late: Deadline, atgard: Atgard) -> Text:
    who = ", ".join(each.called for each in asked.named_things(atgard.ansvariga).things)
    state = words.overdue((today - late.day).days)
    return words.late(late.day, asked.called(late.atgard), state, either(who or words.NOBODY))


def _undated(asked: Asked, wait: Wait) -> Text:
    return words.waits(asked.called(wait.atgard), ", ".join(map(asked.called, wait.holds_up)))


def _load(asked: Asked, load: Load) -> Row:
    return Row((asked.thing(load.actor), len(load.atgarder), load.shared, _held(asked, load)))


def _held(asked: Asked, load: Load) -> Cell:
    """Who holds the befattning that carries something; nothing of what is no befattning."""
    if not load.there:
        return words.NOT_THERE
    if load.holders is None:
        return None
    if load.holders:
        return joined(held_by(asked, holder) for holder in load.holders)
    return Alert(line_words.VACANT) if load.vacant else line_words.NOT_RECORDED
