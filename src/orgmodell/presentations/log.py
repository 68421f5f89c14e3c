"""How the log is shown."""

from __future__ import annotations

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.parts import Cell, Column, Day, Paragraph, Presentation, Row, Table
from orgmodell.projections.log import BeslutLog, LoggedBeslut
from orgmodell.words import log as words
from orgmodell.words.fact import cited

COLUMNS = (
    Column(words.DECIDED, "day"),
    Column(words.EFFECTIVE, only="reading"),
    *(Column(words.EFFECTIVE, "day", only="data"), Column(words.IN_FULL, "day", only="data")),
    *(
        Column(words.BESLUT),
        Column(words.DECIDED_BY),
        Column(words.CHANGES, "number"),
        Column(words.TITLE, wide=True),
    ),
)


def log(asked: Asked, answer: BeslutLog) -> Presentation:
    """Every beslut in recorded order, as a table."""
    stamped = any(each.recorded is not None for each in answer.log)
    columns = Column(words.NUMBER, "number"), *([Column(words.RECORDED, "day")] if stamped else ()), *COLUMNS
    rows = tuple(_row(each, stamped) for each in answer.log)
    footnote = (Paragraph(words.ASSUMED),) if any(row.assumed for row in rows) else ()
    return Presentation(
        asked.heading(words.QUESTION), (Table(columns, rows, words.NONE, name=words.QUESTION), *footnote)
    )


def _row(each: LoggedBeslut, stamped: bool) -> Row:
    beslut = each.beslut
    first, last = (each.days[0], each.days[-1]) if each.days else (None, None)
    cells: tuple[Cell, ...] = (
        each.position,
        *([each.recorded] if stamped else ()),
        Day(beslut.decided, beslut.decided_stated),
        words.days(each.days),
        first,
        last,
        cited(beslut.id, each.alternative),
        beslut.decided_by,
        len(beslut.changes),
        beslut.title or "",
    )
    return Row(cells, assumed=beslut.mark == "assumed")
