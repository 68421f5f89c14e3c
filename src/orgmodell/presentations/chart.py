"""How the org chart is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds, said
from orgmodell.presentations.parts import (
    Alert,
    Cell,
    Column,
    Day,
    Items,
    Lines,
    Node,
    Part,
    Presentation,
    Row,
    Table,
    Thing,
    Things,
    Tree,
)
from orgmodell.presentations.plan import held_by
from orgmodell.projections.chart import Chart, ChartNode, ChartPost
from orgmodell.projections.vacancies import Vacancy, VacantFrom
from orgmodell.view import Holder
from orgmodell.words import Text, joined
from orgmodell.words import chart as words
from orgmodell.words.terms import word
from orgmodell.words.values import day

Says = tuple[str | Text | Alert, ...]

COLUMNS = (
    *(Column(words.ENHET, "thing"), Column(words.KIND), Column(words.DEPTH, "number")),
    *(Column(words.UNDER, "thing"), Column(words.LEADER, "thing"), Column(words.CHEF), Column(words.FORM)),
    *(Column(words.VACANT_SINCE, "day"), Column(words.NAMNDER, "things"), Column(words.POSTS, wide=True)),
)


def chart(asked: Asked, answer: Chart) -> Presentation:
    """The enheter as a tree, with chefer and vacancies."""
    return Presentation(
        asked.heading(words.QUESTION),
        (_tree(asked, answer),),
        grounds=grounds(asked, answer.basis, starred=True),
    )


def drawn(asked: Asked, answer: Chart) -> tuple[Part, ...]:
    """The same tree, and the assumed facts that it rests on."""
    facts = answer.basis.assumed
    return _tree(asked, answer), Items(words.assumed(len(facts)), tuple(map(said, facts)))


def labels(asked: Asked, node: ChartNode) -> Iterator[Says]:
    """What is said of an enhet beside its name: that it hangs loose, who leads it, who else is in it."""
    if (why := _loose(node)) is not None:
        yield (why,)
    if node.leader is not None:
        yield _leader(asked, node)
    yield from (_post(asked, each) for each in node.posts)


def vacant(vacancy: VacantFrom | Vacancy | None) -> Alert | Text:
    """That a befattning is vacant, and since when; or that its holder is not recorded."""
    if vacancy is None:
        return words.NOT_RECORDED
    return Alert(words.vacant(day(vacancy.since, vacancy.stated), vacancy.at_latest))


def _leader(asked: Asked, node: ChartNode) -> Says:
    """Who leads an enhet: title, person and form; or that it is vacant, or not recorded."""
    held = (Holder(node.chef.person, node.chef.form),) if node.chef else ()
    return _held(asked, node.title or "", held, node.vacancy)


def _post(asked: Asked, each: ChartPost) -> Says:
    """A befattning shown in an enhet besides the one that leads it, and who holds it."""
    nothing = (words.LEADS_NOTHING,) if each.leads_nothing else ()
    return (*_held(asked, each.title, each.holders, each.vacancy), *nothing)


def _loose(node: ChartNode) -> Text | None:
    """That an enhet hangs loose, and why; None when it does not."""
    return words.loose(node.loose.name, node.loose.why) if node.loose else None


def _held(asked: Asked, title: str, holders: tuple[Holder, ...], vacancy: VacantFrom | None) -> Says:
    if holders:
        return f"{title}: ", joined(held_by(asked, holder) for holder in holders)
    return f"{title}: ", vacant(vacancy)


def _tree(asked: Asked, answer: Chart) -> Part:
    names = {organ.id: organ.name for organ in answer.organs}
    table = Table(
        COLUMNS, tuple(_row(asked, names, node) for node in answer), words.NOTHING, name=words.QUESTION
    )
    return Tree(tuple(_node(asked, names, node) for node in answer), table) if answer.nodes else table


def _node(asked: Asked, names: Mapping[str, str], node: ChartNode) -> Node:
    notes = tuple(_post(asked, each) for each in node.posts)
    return Node(node.depth, tuple(_says(asked, names, node)), notes, assumed=bool(node.basis.assumed))


def _says(asked: Asked, names: Mapping[str, str], node: ChartNode) -> Iterator[str | Text | Alert]:
    yield node.enhet.name
    yield f" ({node.enhet.kind})"
    if node.leader is not None:
        yield from (" – ", *_leader(asked, node))
    if (why := _loose(node)) is not None:
        yield from (" – ", why)
    if node.namnder:
        yield words.under(", ".join(names.get(organ, organ) for organ in node.namnder))


def _row(asked: Asked, names: Mapping[str, str], node: ChartNode) -> Row:
    enhet, chef, vacancy = node.enhet, node.chef, node.vacancy
    cells: tuple[Cell, ...] = (
        Thing(enhet.id, enhet.name),
        enhet.kind,
        node.depth,
        asked.thing(enhet.parent) if enhet.parent else _loose(node),
        Thing(node.leader, node.title or "") if node.leader else None,
        asked.name(chef.person) if chef else _nobody(node),
        word(chef.form) if chef else None,
        Day(vacancy.since, vacancy.stated) if vacancy else None,
        Things(tuple(Thing(organ, names.get(organ, organ)) for organ in node.namnder)),
        Lines(tuple(_line(_post(asked, each)) for each in node.posts)),
    )
    return Row(cells, assumed=bool(node.basis.assumed))


def _nobody(node: ChartNode) -> Alert | Text | None:
    if node.leader is None:
        return None
    return Alert(words.VACANT) if node.vacant else words.NOT_RECORDED


def _line(says: Says) -> Text:
    return joined((each.text if isinstance(each, Alert) else each for each in says), "")
