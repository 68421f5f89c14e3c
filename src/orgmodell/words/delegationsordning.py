"""The delegationsordning of a nämnd: its rows and what holds for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from orgmodell.words.terms import FALLBACKS, word
from orgmodell.words.text import Text, counted, same
from orgmodell.words.values import kronor

# What it is

NAME, DNR = Text("Namn", "Name"), Text("Dnr", "Dnr")
ADOPTED, SINCE = Text("Antagen", "Adopted"), Text("Gäller från", "In force from")
REPLACES = Text("Ersätter", "Replaces")
GENERAL = Text("Allmänna bestämmelser", "General conditions")
ABBREVIATIONS = Text("Förkortningar", "Abbreviations")

# What holds for every row

ERSATTARORDNING = Text("Ersättarordning", "Who decides in the delegate's place")
CHEF_ABOVE, ACTING = Text("Överordnad chef", "Chef above"), Text("Tillförordnad", "Acting")
HAS_THE_RIGHT = Text(
    "har alltid samma rätt som den som står under", "always has the same right as whoever is under"
)
HAS_NOT_THE_RIGHT = Text(
    "har inte rätten enbart som överordnad", "does not have the right merely for being above"
)
INHERITS = Text(
    "ärver befattningens delegationer under förordnandet",
    "has the delegations of the befattning while acting in it",
)
INHERITS_NOT = Text(
    "ärver inte befattningens delegationer", "does not have the delegations of the befattning"
)
KARENSTID, NO_KARENSTID = Text("Karenstid", "Karenstid (waiting period)"), Text("ingen", "none")
EXTENT, ONLY_PARTS = (
    Text("Omfattning", "Extent"),
    Text("bara delar av delegationsordningen är kända", "only parts of the delegationsordning are known"),
)
REPORTED: Mapping[str, Text] = {
    "namnden": Text("till nämnden", "to the nämnd"),
    "forvaltningschefen": Text("till förvaltningschefen", "to the förvaltningschef"),
    "nej": Text("beslut anmäls inte", "decisions are not reported"),
}

# The table

TABLE = Text("Beslutanderätt", "Rights to decide")
NR, ARENDE, LAGRUM = Text("Nr", "No."), Text("Ärende", "Matter"), Text("Lagrum", "Section of law")
DELEGAT, HOLDERS = Text("Delegat", "Delegate"), Text("Innehavare", "Holders")
ERSATTARE, VILLKOR = same("Ersättare"), Text("Villkor", "Conditions")
UP_TO = Text("Upp till (kr)", "Up to (SEK)")
MAY_PASS_ON = Text("Får vidare-\ndelegeras", "May be\npassed on")
ANMALAN, BESLUT = Text("Anmälan", "Report"), same("Beslut")
VIDAREDELEGATION, CHANGE = same("Vidaredelegation"), Text("Ändring", "Change")
NO_ROW = Text("Ingen rad gäller.", "No row is in force.")
IN_LINE = Text("den som har titeln i enhetens linje", "whoever has the title in the line of the enhet")
AUTOMATED = Text("automatiserad beslutsfunktion", "automatiserad beslutsfunktion (automated decisions)")
GONE, VACANT = Text("finns inte längre", "no longer exists"), Text("vakant", "vacant")
NOT_RECORDED = Text("innehavare ej registrerad", "holder not recorded")
CHANGED: Mapping[str, Text] = {
    "ny": Text("ny", "new"),
    "ändrad": Text("ändrad", "changed"),
    "omnumrerad": Text("omnumrerad", "renumbered"),
}
URGENT_ONLY = Text("bara brådskande ärenden", "urgent matters only")

# What is gone, changed, dangling and reserved

REVOKED = Text("Utgår:", "Gone:")
VERSIONS = Text("Ändringsförteckning", "List of changes")
DECIDED = Text("Beslutat", "Decided")
DANGLING = Text(
    "Vidaredelegationer som inte längre hör till någon rad:",
    "Vidaredelegationer that no longer belong to any row:",
)
RESERVED = Text("Ärenden som inte får delegeras", "Matters that may not be delegated")
ARENDEN, WHY = Text("Ärenden", "Matters"), Text("Vad lagen säger", "What the law says")


def of(namnd: str) -> Text:
    return Text(sv=f"Delegationsordning för {namnd}", en=f"Delegationsordning of {namnd}")


def adopted(day: date, beslut: str) -> Text:
    return Text(sv=f"{day}, beslut ”{beslut}”", en=f"{day}, beslut “{beslut}”")


def ersattarordning(given: Sequence[str]) -> Text:
    """Who decides in the delegate's place, in order.

    >>> ersattarordning(("ersattare", "overordnad")).sv
    'ersättare enligt raden, därefter närmast överordnad chef, sist nämnden'
    """
    if not given:
        return Text("nämnden själv", "the nämnd itself")
    ways = [FALLBACKS[each] for each in given]
    return Text(
        sv=", därefter ".join(each.sv for each in ways) + ", sist nämnden",
        en=", then ".join(each.en for each in ways) + ", at last the nämnd",
    )


def karenstid(months: int) -> Text:
    if not months:
        return NO_KARENSTID
    so_long = counted(months, Text("månad", "month"), Text("månader", "months"))
    return so_long + Text(" för den som är ny på befattningen", " for whoever is new in the befattning")


def reported(how: str) -> Text:
    return REPORTED[how] + Text(", om inget annat sägs i raden", ", unless the row says otherwise")


def chapter(of: str) -> Text:
    return Text(sv=f"Avsnitt {of}", en=f"Chapter {of}")


def passed_on(vidaredelegation: str) -> Text:
    return Text(sv=f"Vidaredelegerat: {vidaredelegation}", en=f"Passed on: {vidaredelegation}")


def held_by(name: str, form: str) -> Text:
    """Who holds a befattning, and in which form when that is not as ordinarie.

    >>> held_by("p-2", "tf").sv, held_by("p-1", "ordinarie").sv
    ('p-2 (t.f.)', 'p-1')
    """
    return same(name) if form == "ordinarie" else name + " (" + word(form) + ")"


def rows(count: int) -> Text:
    return counted(count, Text("rad", "row"), Text("rader", "rows"))


# What has to be observed


def up_to(belopp: float) -> Text:
    """The largest amount.

    >>> up_to(50000).sv, up_to(50000).en
    ('upp till 50 000 kr', 'up to SEK 50,000')
    """
    return Text("upp till ", "up to ") + kronor(belopp)


def samrad_with(whom: str) -> Text:
    return Text(sv=f"efter samråd med {whom}", en=f"after samråd with {whom}")


def only(enhet: str, there: bool = True) -> Text:
    """That something holds for one enhet, with all that is under it; ``there``: whether it exists."""
    gone = Text("", "") if there else Text(", som inte längre finns", ", which no longer exists")
    return Text(sv=f"bara {enhet}", en=f"{enhet} only") + gone
