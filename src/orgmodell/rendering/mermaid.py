"""The org chart as a Mermaid flowchart."""

from __future__ import annotations

from orgmodell.presentations.asked import Asked
from orgmodell.projections.basis import said
from orgmodell.projections.chart import ChartNode, OrgChart
from orgmodell.rendering.data import to_json
from orgmodell.words import same

_ESCAPES = {ord(char): f"#{ord(char)};" for char in '"#<>&`\\'} | {ord("\n"): " ", ord("\r"): " "}


def chart(asked: Asked, answer: OrgChart) -> str:
    """The org chart: enheter with chefer and vacancies, nämnder dashed; * rests on assumed facts."""
    ids = {node.enhet.id: f"n{number}" for number, node in enumerate(answer.nodes)}
    organs = {organ.id: f"o{number}" for number, organ in enumerate(answer.organs)}
    shown = dict.fromkeys(organ for node in answer.nodes for organ in node.namnder)
    names = {organ.id: organ.name for organ in answer.organs}
    heading = asked.heading(same("Organisationsplan"))
    return "\n".join(
        [
            "---",
            f"title: {to_json(heading.sv)}",  # a JSON string is a YAML string
            "---",
            "flowchart TD",
            *(f'  {ids[n.enhet.id]}["{_label(asked, answer, n)}"]{_class(n)}' for n in answer.nodes),
            *(f'  {organs[organ]}(["{_escaped(names[organ])}"]):::namnd' for organ in shown),
            *(f"  {ids[n.enhet.parent]} --> {ids[n.enhet.id]}" for n in answer.nodes if n.enhet.parent),
            *(f"  {organs[organ]} -.-> {ids[n.enhet.id]}" for n in answer.nodes for organ in n.namnder),
            "  classDef vakant stroke:#c00,stroke-width:2px",
            "  classDef namnd stroke-dasharray:4",
            *_footnotes(answer),
        ]
    )


def _label(asked: Asked, answer: OrgChart, node: ChartNode) -> str:
    star = " *" if node.enhet.id in answer.assumed else ""
    lines = [node.enhet.name + star]
    if node.enhet.loose_from is not None:
        lines.append(answer.loose_label(node))
    if node.leader is not None:
        lines.append(answer.leader_label(node, asked.names))
    lines.extend(answer.post_labels(node, asked.names))
    return "<br/>".join(map(_escaped, lines))


def _class(node: ChartNode) -> str:
    return ":::vakant" if node.vacant else ""


def _footnotes(answer: OrgChart) -> list[str]:
    facts = answer.basis.assumed
    if not facts:
        return []
    lines = [f"* vilar på antagna uppgifter: {len(facts)}", *(f"- {said(fact)}" for fact in facts)]
    note = "<br/>".join(map(_escaped, lines))
    return [f'  antaget["{note}"]:::antaget', "  classDef antaget fill:none,stroke:none,text-align:left"]


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)
