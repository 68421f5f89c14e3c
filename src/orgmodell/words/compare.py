"""Alternatives side by side."""

from __future__ import annotations

from orgmodell.words.terms import word
from orgmodell.words.text import Text, counted, joined, same

MEASURE = Text("Mått", "Measure")
DIFFERS = Text("Det som skiljer", "What differs")
ALIKE = Text("Lika i alla", "The same in all")
NOTHING_DIFFERS = Text("Ingenting skiljer dem åt.", "Nothing differs between them.")
NOTHING_ALIKE = Text("Ingenting är lika i alla.", "Nothing is the same in all.")
ENHETER, CHEFER, CHEFSLED = same("Enheter"), same("Chefer"), same("Chefsled")
PER_LEVEL = Text("Chefer per nivå, uppifrån", "Chefer on each level, from the top")
BETWEEN = Text("Chefer mellan översta och nedersta nivån", "Chefer between the top and bottom levels")
MEAN = Text("Chefsled i medel, viktat med medarbetare", "Chefsled on average, weighted by employees")
DIRECT = Text("Direkta chefer", "Direct chefer")
MEDARBETARE = Text("Medarbetare per chef", "Employees per chef")
ARSARBETARE = Text("Årsarbetare per chef", "Full-time equivalents per chef")
MED_UPPDRAGSTAGARE = Text("Med uppdragstagare per chef", "With people on commission per chef")
NAMNDER = Text("Nämnder med enheter under sig", "Nämnder with enheter under them")
ERRORS = Text("Regler som bryts så att det vägras", "Broken rules for which it is refused")
WARNINGS = Text("Regler som varnar", "Rules that warn")
ADDED = Text("Brutna regler som tillkommer", "Broken rules that are added")
MENDED = Text("Brutna regler som upphör", "Broken rules that are mended")
HOMELESS = Text("Utan hemvist", "Left without a home")
KONTROLLSPANN = Text(
    sv="Direkta chefer är de chefer vars närmaste chef befattningen är, vakanta oräknade; chefer med färre "
    "än två visas inte. Medarbetare och årsarbetare per chef är de angivna, delade med första linjens "
    "chefer; är de inte angivna saknas underlag.",
    en="Direct chefer are the chefer whose nearest chef the befattning is, vacant ones not counted; chefer "
    "with fewer than two are not shown. Employees and full-time equivalents per chef are those stated, "
    "divided by the first-line chefer; where they are not stated the figure is not stated.",
)


def of(names: str) -> Text:
    return Text(sv=f"Jämförelse av {names},", en=f"Comparison of {names}")


def kind(of: str) -> Text:
    return Text(sv=f"Enheter: {of}", en=f"Enheter: {of}")


def chefsled(group: Text, top: str | None) -> Text:
    up_to = Text(f"till {top}", f"to {top}") if top else Text("till linjens topp", "to the top of the line")
    return Text(sv=f"Chefsled {up_to:sv}: {group:sv}", en=f"Chefsled {up_to:en}: {group:en}")


def under(what: Text, thing: str) -> Text:
    return what + f": {thing}"


def first_ones(names: list[str], few: int) -> Text:
    more = len(names) - few
    shown = "; ".join(names[:few])
    if more <= 0:
        return same(shown)
    return Text(sv=f"{shown} och {more} till", en=f"{shown} and {more} more")


def atgarder_without_ansvarig(count: int) -> Text:
    return counted(
        count,
        Text("åtgärd utan ansvarig", "åtgärd with nobody ansvarig"),
        Text("åtgärder utan ansvarig", "åtgärder with nobody ansvarig"),
    )


def breaks(name: str) -> Text:
    return Text(sv=f"{name} bryter mot:", en=f"{name} breaks:")


def breaks_too(name: str) -> Text:
    return Text(sv=f"{name} bryter dessutom mot:", en=f"{name} breaks too:")


def no_longer_breaks(name: str) -> Text:
    return Text(sv=f"{name} bryter inte längre mot:", en=f"{name} no longer breaks:")


def finding(severity: str, rule: str, days: Text, says: Text) -> Text:
    """A broken rule, on which days, and what it says."""
    return joined((word(severity) + f" {rule}, " + days, says), ": ")


def rests_on(name: str, facts: int, proposed: int, marks: Text) -> Text:
    count = counted(facts, Text("uppgift", "fact"), Text("uppgifter", "facts"))
    drafts = Text("", "")
    if proposed:
        some = counted(proposed, Text("föreslagen", "proposed"), Text("föreslagna", "proposed"))
        drafts = Text(sv=f", varav {some:sv}", en=f", {some:en}")
    return Text(
        sv=f"{name} vilar på {count:sv}{drafts:sv}: {marks:sv}.",
        en=f"{name} rests on {count:en}{drafts:en}: {marks:en}.",
    )


ASSUMED_IN_ALL = Text("Antaget i alla:", "Assumed in all:")


def assumed_in(name: str) -> Text:
    return Text(sv=f"Antaget i {name}:", en=f"Assumed in {name}:")
