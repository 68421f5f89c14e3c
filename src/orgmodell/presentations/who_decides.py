"""How it is shown who may decide in a matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import Column, Items, Paragraph, Part, Presentation, Row, Table
from orgmodell.projections.who_decides import Candidate, Case, ChainLink, WhoDecides
from orgmodell.words import Text, either, joined, same
from orgmodell.words import law as words_of_law
from orgmodell.words import who_decides as words
from orgmodell.words.terms import word


def who_decides(asked: Asked, answer: WhoDecides) -> Presentation:
    """Who decides, in one sentence; then why: the way there, and everyone who may not."""
    return Presentation(
        asked.heading(_question(asked, answer.case)),
        tuple(_parts(asked, answer)),
        grounds=grounds(asked, answer.basis),
    )


def _parts(asked: Asked, answer: WhoDecides) -> Iterator[Part]:
    yield Paragraph(_decides(asked, answer))
    yield Items(words.MISSING, answer.missing)
    yield Items(words.ALSO, tuple(_right(asked, each) for each in answer.also))
    yield Items(words.WAY, tuple(_link(asked, each) for each in answer.chain), numbered=True)
    yield Items(words.VILLKOR, answer.villkor)
    if answer.anmalan is not None:
        yield Paragraph(words.is_reported(answer.anmalan))
    yield Items(words.REJECTED, tuple(_rejected(asked, each) for each in answer.rejected))
    yield _tried(asked, answer)
    yield Paragraph(words.law(words_of_law.called(answer.law.act, answer.law.amended)))


def _question(asked: Asked, case: Case) -> Text:
    limits = (
        *([] if case.belopp is None else [words.amount(case.belopp)]),
        *([words.URGENT] if case.bradskande else []),
        *([words.away(_several(asked, case.absent))] if case.absent else []),
        *([words.javiga(_several(asked, case.jav))] if case.jav else []),
    )
    enhet = None if case.enhet is None else asked.called(case.enhet)
    return words.question(asked.called(case.arende), enhet, limits)


def _several(asked: Asked, who: Iterable[str]) -> str:
    return ", ".join(map(asked.called, who))


def _decides(asked: Asked, answer: WhoDecides) -> Text:
    if answer.decider is None:
        return words.NOT_CLEAR
    return words.decides(_right(asked, answer.decider), as_far_as_known=bool(answer.gaps))


def _who(asked: Asked, candidate: Candidate) -> Text:
    """Who it is: title and id, who holds it, and in which form when that is not as ordinarie."""
    who = same(candidate.who if candidate.titled else asked.called(candidate.who))
    held = _held(asked, candidate)
    return who if held is None else who + ", " + held


def _held(asked: Asked, candidate: Candidate) -> Text | None:
    if candidate.person is None or candidate.person == candidate.who:
        return None
    name = same(asked.name(candidate.person))
    ordinarie = candidate.form in (None, "ordinarie")
    return name if ordinarie else name + ", " + word(candidate.form or "")


def _right(asked: Asked, candidate: Candidate) -> Text:
    who = _who(asked, candidate)
    return who if candidate.right == "fullmaktige" else who + " – " + candidate.by


def _rejected(asked: Asked, candidate: Candidate) -> Text:
    lagrum = f" ({candidate.lagrum})" if candidate.lagrum else ""
    return _right(asked, candidate) + ": " + (candidate.rejected or same("")) + lagrum


def _tried(asked: Asked, answer: WhoDecides) -> Table:
    """Everyone whom the question came to, as data."""
    columns = (
        *(Column(words.WHO, "thing"), Column(words.HOLDER, "thing"), Column(words.FORM)),
        *(Column(words.RIGHT), Column(words.OUTCOME), Column(words.LAGRUM)),
    )
    rows = tuple(_tried_row(asked, each) for each in answer.candidates)
    return Table(columns, rows, words.NOBODY_TRIED, name=words.TRIED, only="data")


def _tried_row(asked: Asked, each: Candidate) -> Row:
    return Row(
        (
            either(each.who) if each.titled else asked.thing(each.who),
            None if each.person is None else asked.thing(each.person),
            None if each.form is None else word(each.form),
            each.by,
            each.rejected or words.DECIDES,
            each.lagrum,
        )
    )


def _link(asked: Asked, link: ChainLink) -> Text:
    return words.link(link.what, _said(asked, link), link.beslut)


def _said(asked: Asked, link: ChainLink) -> Text:
    """What a link of the chain says, with the id of its thing."""
    if link.thing is None:
        return link.says
    called = asked.called(link.thing)
    match link.kind:
        case "reglemente":
            return words.omrade_of(link.omrade or "", called)
        case "namnd":
            return same(called)
        case "delegationsordning":
            return words.ordning(called, link.dnr, link.since)
        case "befattning" | "beslutande":
            return joined((called, *([words.by(link.right)] if link.right else [])))
        case "person":
            return joined((called, *([word(link.holds)] if link.holds else [])))
        case _:
            return link.says + f" ({link.thing})"
