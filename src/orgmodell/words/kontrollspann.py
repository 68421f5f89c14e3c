"""Kontrollspann: how many a chef leads."""

from __future__ import annotations

from orgmodell.words.text import Text, same
from orgmodell.words.values import average, number

COUNTING_RULE = Text(
    sv="Direkta chefer är de chefer vars närmaste chef är befattningen; vakanta räknas inte. Medarbetare och "
    "årsarbetare är de som angetts för hela den ledda enheten, underenheter och chefer inräknade, delade "
    "med antalet första linjens chefer (chefer utan chef under sig). Uppdragstagare räknas bara där det "
    "sägs. Är det inte angivet vem som leder någon av underenheterna saknas underlag.",
    en="Direct chefer are the chefer whose nearest chef is the befattning; vacant ones are not counted. "
    "Employees and full-time equivalents are those stated for the whole enhet it leads, enheter under it and "
    "chefer included, divided by the number of first-line chefer (chefer with no chef under them). People on "
    "commission are counted only where it says so. Where it is not stated who leads one of the enheter under "
    "it, the figure is not stated.",
)
CHEF = same("Chef")
LEADS = Text("Leder", "Leads")
DIRECT = Text("Direkt underställda chefer", "Chefer right under it")
FIRST_LINE = Text("Första linjens chefer", "First-line chefer")
UNLED = Text("Enheter utan angiven ledning", "Enheter with no stated leadership")
MEDARBETARE = Text("Medarbetare", "Employees")
ARSARBETARE = Text("Årsarbetare", "Full-time equivalents")
UPPDRAGSTAGARE = Text("Uppdragstagare", "People on commission")
MEDARBETARE_PER_CHEF = Text("Medarbetare per första linjens chef", "Employees per first-line chef")
ARSARBETARE_PER_CHEF = Text(
    "Årsarbetare per första linjens chef", "Full-time equivalents per first-line chef"
)
MED_UPPDRAGSTAGARE_PER_CHEF = Text(
    "Medarbetare och uppdragstagare per första linjens chef",
    "Employees and people on commission per first-line chef",
)
ITSELF = Text(
    "1 (befattningen själv: ingen chef under den är registrerad)",
    "1 (the befattning itself: no chef under it is recorded)",
)
KEPT, EXCEEDED = Text("hålls", "kept"), Text("överskrids", "exceeded")
QUESTION = Text("Kontrollspann", "Kontrollspann, span of control")
NOBODY = Text("Ingen chef finns den dagen.", "There is no chef on that day.")
NARROW = {
    "direct": Text("Direkta\nchefer", "Direct\nchefer"),
    "first line": Text("Första\nlinjen", "First\nline"),
    "medarbetare": Text("Medarbetare\nper chef", "Employees\nper chef"),
    "arsarbetare": Text("Årsarbetare\nper chef", "Full-time eq.\nper chef"),
    "uppdragstagare": Text("Med uppdrags-\ntagare per chef", "With commission\nper chef"),
}


def of(chef: str) -> Text:
    return Text(sv=f"Kontrollspann för {chef}", en=f"Kontrollspann of {chef}")


def riktmarke(limit: float) -> Text:
    return Text(sv=f"Riktmärket {number(limit):sv}", en=f"Riktmärke {number(limit):en}")


def riktmarke_per_chef(limit: float) -> Text:
    return riktmarke(limit) + Text(" medarbetare per chef", " employees per chef")


def per_chef(computed: float | None) -> Text:
    """Employees per first-line chef, in words; None: underlag saknas."""
    unit = Text(" medarbetare per första linjens chef", " employees per first-line chef")
    return average(computed) + ("" if computed is None else unit)
