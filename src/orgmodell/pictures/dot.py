"""The org chart and the lineage of enheter in DOT, the language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodell.changes import VERBS
from orgmodell.pictures.labels import assumed, label, namnder
from orgmodell.presentations.asked import Asked
from orgmodell.projections.chart import Chart
from orgmodell.projections.lineage import Lineage
from orgmodell.words import Lang
from orgmodell.words import chart as words
from orgmodell.words import lineage as lineage_words
from orgmodell.writers.cells import on_one_line


def chart(asked: Asked, answer: Chart, lang: Lang) -> str:
    """The org chart: enheter with chefer and vacancies, nämnder dashed; * rests on assumed facts."""
    title = [on_one_line(asked.heading(words.QUESTION), lang), *assumed(answer.basis, lang)]
    return _digraph(asked.organisation or "", title, _chart(asked, answer, lang))


def lineage(asked: Asked, answer: Lineage, lang: Lang) -> str:
    """Which enheter went over into which, with day and event on each arrow."""
    title = [on_one_line(asked.heading(lineage_words.QUESTION), lang)]
    return _digraph(asked.organisation or "", title, _lineage(answer, lang))


def _chart(asked: Asked, answer: Chart, lang: Lang) -> Iterator[str]:
    for node in answer.nodes:
        look = ', color="#cc0000"' if node.vacant else ""
        yield f"{_quoted(node.enhet.id)} [label={_quoted(*label(asked, node, lang))}{look}]"
    for organ, name in namnder(answer).items():
        yield f"{_quoted(organ)} [label={_quoted(name)}, shape=ellipse, style=dashed]"
    for node in answer.nodes:
        if node.enhet.parent:
            yield f"{_quoted(node.enhet.parent)} -> {_quoted(node.enhet.id)}"
        for organ in node.namnder:
            yield f"{_quoted(organ)} -> {_quoted(node.enhet.id)} [style=dashed]"


def _lineage(answer: Lineage, lang: Lang) -> Iterator[str]:
    for each in answer.enheter:
        yield f"{_quoted(each.enhet)} [label={_quoted(each.name)}]"
    for step in answer.steps:
        what = _quoted(str(step.day), VERBS[step.verb].said.said(lang))
        yield f"{_quoted(step.predecessor)} -> {_quoted(step.successor)} [label={what}]"


def _digraph(name: str, title: Iterable[str], statements: Iterable[str]) -> str:
    title_lines = "".join(f"{_escaped(line)}\\l" for line in title)
    return "\n".join(
        [
            f"digraph {_quoted(name)} {{",
            f'  graph [label="{title_lines}", labelloc=t, labeljust=l, charset="UTF-8"]',
            '  node [shape=box, fontname="sans-serif"]',
            *(f"  {statement}" for statement in statements),
            "}",
        ]
    )


def _quoted(*lines: str) -> str:
    return '"' + "\\n".join(map(_escaped, lines)) + '"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
