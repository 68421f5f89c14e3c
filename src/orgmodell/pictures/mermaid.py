"""The org chart as a Mermaid flowchart."""

from __future__ import annotations

import json
from collections.abc import Iterator

from orgmodell.pictures.labels import assumed, label, namnder
from orgmodell.presentations.asked import Asked
from orgmodell.projections.chart import Chart, ChartNode
from orgmodell.words import Lang
from orgmodell.words import chart as words
from orgmodell.writers.cells import on_one_line

_ESCAPES = {ord(char): f"#{ord(char)};" for char in '"#<>&`\\'}


def chart(asked: Asked, answer: Chart, lang: Lang) -> str:
    """The org chart: enheter with chefer and vacancies, nämnder dashed; * rests on assumed facts."""
    heading = on_one_line(asked.heading(words.QUESTION), lang)
    return "\n".join(
        [
            "---",
            f"title: {json.dumps(heading, ensure_ascii=False)}",  # a JSON string is a YAML string
            "---",
            "flowchart TD",
            *_flowchart(asked, answer, lang),
            "  classDef vakant stroke:#c00,stroke-width:2px",
            "  classDef namnd stroke-dasharray:4",
            *_footnotes(answer, lang),
        ]
    )


def _flowchart(asked: Asked, answer: Chart, lang: Lang) -> Iterator[str]:
    ids = {node.enhet.id: f"n{number}" for number, node in enumerate(answer.nodes)}
    organs = {organ.id: f"o{number}" for number, organ in enumerate(answer.organs)}
    for node in answer.nodes:
        yield f'  {ids[node.enhet.id]}["{_label(label(asked, node, lang))}"]{_class(node)}'
    for organ, name in namnder(answer).items():
        yield f'  {organs[organ]}(["{_label([on_one_line(name, lang)])}"]):::namnd'
    for node in answer.nodes:
        if node.enhet.parent:
            yield f"  {ids[node.enhet.parent]} --> {ids[node.enhet.id]}"
    for node in answer.nodes:
        for organ in node.namnder:
            yield f"  {organs[organ]} -.-> {ids[node.enhet.id]}"


def _class(node: ChartNode) -> str:
    return ":::vakant" if node.vacant else ""


def _footnotes(answer: Chart, lang: Lang) -> list[str]:
    notes = assumed(answer.basis, lang)
    if not notes:
        return []
    return [
        f'  antaget["{_label(notes)}"]:::antaget',
        "  classDef antaget fill:none,stroke:none,text-align:left",
    ]


def _label(lines: list[str]) -> str:
    return "<br/>".join(line.translate(_ESCAPES) for line in lines)
