"""How the law of a day is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orgmodell.law import Law, Provision
from orgmodell.presentations.asked import Asked
from orgmodell.presentations.parts import Column, Paragraph, Presentation, Row, Table
from orgmodell.words import Text, same
from orgmodell.words import law as words


def law(asked: Asked, answer: Law) -> Presentation:
    """The wording of kommunallagen on the day: who may decide, what is reserved, and how it is reported."""
    day = asked.day or answer.since
    return Presentation(words.on(day, called(answer)), (since(answer, day), provisions(answer)))


def called(law: Law) -> Text:
    """The act, and the amendment by which it reads so."""
    return words.called(law.act, law.amended)


def since(law: Law, day: date) -> Paragraph:
    """From when the wording holds."""
    return Paragraph(words.reads_so_since(law.since, day))


def provisions(law: Law) -> Table:
    """What the law says of decision rights, and where; when read, each heading is said once."""
    columns = (
        *(Column(words.WHAT, only="reading"), Column(words.WHAT, only="data")),
        *(Column(words.LAGRUM), Column(words.SAYS, wide=True)),
    )
    return Table(columns, tuple(_rows(law)), same(""), name=words.LAW)


def _rows(law: Law) -> Iterator[Row]:
    before = None
    for what, provision in _by_subject(law):
        yield Row(("" if what == before else what, what, provision.lagrum, provision.says))
        before = what


def _by_subject(law: Law) -> Iterator[tuple[Text, Provision]]:
    for provision in law.delegates.values():
        yield words.MAY_DECIDE, provision
    for kind, provision in law.reserved.items():
        yield words.FULLMAKTIGES_OWN if kind == "fullmaktige" else words.RESERVED, provision
    yield words.VIDAREDELEGATION, law.vidaredelegation
    yield words.ANMALAN, law.anmalan
    yield words.BRADSKANDE, law.bradskande
    yield words.JAV, law.jav
    yield words.REGLEMENTEN, law.reglemente
