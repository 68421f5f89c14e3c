"""The org chart and the lineage of enheter in DOT, the language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodell.changes import VERBS
from orgmodell.presentations.asked import Asked
from orgmodell.projections.basis import said
from orgmodell.projections.chart import OrgChart
from orgmodell.projections.lineage import Lineage
from orgmodell.words import same


def chart(asked: Asked, answer: OrgChart) -> str:
    """The org chart: enheter with chefer and vacancies, nämnder dashed; * rests on assumed facts."""
    facts = answer.basis.assumed
    notes = [f"* vilar på antagna uppgifter: {len(facts)}", *(f"- {said(fact)}" for fact in facts)]
    title = [asked.heading(same("Organisationsplan")).sv, *(notes if facts else ())]
    return _digraph(asked.organisation or "", title, _chart(asked, answer))


def lineage(asked: Asked, answer: Lineage) -> str:
    """Which enheter went over into which, with day and event on each arrow."""
    return _digraph(
        asked.organisation or "", [asked.heading(same("Enheternas härkomst")).sv], _lineage(answer)
    )


def _chart(asked: Asked, answer: OrgChart) -> Iterator[str]:
    names = {organ.id: organ.name for organ in answer.organs}
    for node in answer.nodes:
        star = " *" if node.enhet.id in answer.assumed else ""
        lines = [node.enhet.name + star]
        if node.enhet.loose_from is not None:
            lines.append(answer.loose_label(node))
        if node.leader is not None:
            lines.append(answer.leader_label(node, asked.names))
        lines.extend(answer.post_labels(node, asked.names))
        look = ', color="#cc0000"' if node.vacant else ""
        yield f"{_quoted(node.enhet.id)} [label={_quoted(*lines)}{look}]"
    for organ in dict.fromkeys(organ for node in answer.nodes for organ in node.namnder):
        yield f"{_quoted(organ)} [label={_quoted(names[organ])}, shape=ellipse, style=dashed]"
    for node in answer.nodes:
        if node.enhet.parent:
            yield f"{_quoted(node.enhet.parent)} -> {_quoted(node.enhet.id)}"
        for organ in node.namnder:
            yield f"{_quoted(organ)} -> {_quoted(node.enhet.id)} [style=dashed]"


def _lineage(answer: Lineage) -> Iterator[str]:
    for each in answer.enheter:
        yield f"{_quoted(each.enhet)} [label={_quoted(each.name)}]"
    for step in answer.steps:
        what = _quoted(str(step.day), VERBS[step.verb].said.sv)
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
