"""How a log whose chain holds is shown."""

from __future__ import annotations

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.parts import Column, Paragraph, Presentation, Row, Table
from orgmodell.projections.verify import Verify
from orgmodell.words import same
from orgmodell.words import verify as words


def verify(asked: Asked, answer: Verify) -> Presentation:
    """That the chain holds, the head to note down, and which triggers are missing."""
    found = answer.verification
    says = (
        words.whole(found.records),
        *([words.head(found.sha256)] if found.sha256 else ()),
        *([words.unguarded(found.missing_triggers)] if found.missing_triggers else ()),
    )
    columns = Column(words.RECORDS, "number"), Column(words.HEAD), Column(words.MISSING)
    line = Row((found.records, found.sha256, ", ".join(found.missing_triggers)))
    as_data = Table(columns, (line,), same(""), name=words.QUESTION, only="data")
    return Presentation(asked.heading(words.QUESTION), (*map(Paragraph, says), as_data))
