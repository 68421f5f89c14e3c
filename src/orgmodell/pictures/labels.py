"""What stands in the pictures, line by line, whatever language they are in."""

from __future__ import annotations

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.chart import labels
from orgmodell.presentations.grounds import said
from orgmodell.projections.basis import Basis
from orgmodell.projections.chart import Chart, ChartNode
from orgmodell.words import Lang
from orgmodell.words import chart as words
from orgmodell.writers.cells import in_line, in_text, on_one_line


def label(asked: Asked, node: ChartNode, lang: Lang) -> list[str]:
    """What is said of an enhet: its name, whether it hangs loose, who leads it, who else is shown in it."""
    star = " *" if node.basis.assumed else ""
    name = on_one_line(node.enhet.name, lang) + star
    return [name, *(in_text(in_line(says, lang)).replace("\n", " ") for says in labels(asked, node))]


def namnder(answer: Chart) -> dict[str, str]:
    """The organ that enheter are placed under, as they come in the tree, each with its name."""
    names = {organ.id: organ.name for organ in answer.organs}
    return {organ: names[organ] for node in answer for organ in node.namnder}


def assumed(basis: Basis, lang: Lang) -> list[str]:
    """What the star stands for, and each assumed fact; nothing when none is assumed."""
    facts = basis.assumed
    if not facts:
        return []
    title = words.assumed_in_picture(len(facts))
    return [on_one_line(title, lang), *("- " + on_one_line(said(fact), lang) for fact in facts)]
