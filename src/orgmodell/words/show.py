"""What a thing is on a day, whatever it is."""

from __future__ import annotations

from datetime import date

from orgmodell.words import terms
from orgmodell.words.history import state
from orgmodell.words.text import Text, same
from orgmodell.words.values import last_day

# Of more than one sort of thing

KIND, UNDER = Text("Slag", "Kind"), same("Under")
COUNT = Text("Antal", "How many")
ROLLER = Text("Roller", "Roles")
UPPDRAG, FORUMS = same("Uppdrag"), Text("Forum", "Forums")
MEMBER_OF = Text("Medlem i", "Member of")
HAPPENINGS = Text("Registrerade ändringar", "Recorded changes")
ENHETER_UNDER = Text("Enheter under", "Enheter under it")
STATE, CONCERNS = Text("Läge", "State"), Text("Rör", "Concerns")
UTFORARE = same("utförare")
AVTAL = Text("Avtal", "Avtal")

# An enhet

AT_THE_TOP = Text("ingen: överst", "none: at the top")
ALIASES = Text("Kallas även", "Also called")
PLANNED_END = Text("Planerad sista dag", "Planned end")
CHEF = same("Chef")
NOBODY_LEADS = Text("ingen befattning leder enheten", "no befattning leads the enhet")
ANSWERS_TO = Text("Lyder under", "Answers to")
BEFATTNINGAR = same("Befattningar")

# A befattning

ENHET, LEADS = same("Enhet"), Text("Leder", "Leads")
HOLDERS = Text("Innehavare", "Held by")
IS_CHEF, NEAREST_CHEF = Text("Är chef", "Is chef"), Text("Närmaste chef", "Nearest chef")
FALLS_TO = Text("Faller på", "Falls to")
PERSONALANSVAR = Text("Personalansvar", "Responsible for staff")
BUDGETANSVAR = Text("Budgetansvar", "Responsible for the budget")
TO_DO = Text("Ansvarig för åtgärd", "Ansvarig for åtgärd")
DEPUTY = Text("Ställföreträdare", "Deputy")
DELEGATE, ERSATTARE = Text("Delegat", "Delegate"), same("Ersättare")
VIDAREDELEGAT = same("Vidaredelegat")

# An organ

PART_OF = Text("Del av", "Part of")
LEDAMOTER = Text("Ledamöter", "Ledamöter")
OMRADEN = Text("Verksamhetsområden", "Areas of activity")
ORDNING = same("Delegationsordning")

# A person

HOLDS, SITS_IN = Text("Innehar", "Holds"), Text("Sitter i", "Sits in")
HAS_PROPOSED = Text("Har föreslagit", "Has proposed")

# An åtgärd or a förslag

DEADLINE, MET = Text("Sluttid", "Deadline"), Text("Klara sluttider", "Deadlines met")
ANSVARIG, BESLUTANDE = same("Ansvarig"), Text("Beslutande", "Decides")
WAITS_FOR, WAITED_FOR_BY = Text("Väntar på", "Waits for"), Text("På den väntar", "Waited for by")
MADE_BY, ALTERNATIVE = Text("Lagt av", "Made by"), Text("Alternativ", "Alternative")

# A kind of matter, a delegationsordning, a vidaredelegation

OMRADE, LAGRUM = Text("Verksamhetsområde", "Area of activity"), Text("Lagrum", "Section of law")
RESERVED = Text("Får inte delegeras", "May not be delegated")
NO_ROW_ABOUT_IT = Text(
    "ingen rad i någon delegationsordning gäller det", "no row of any delegationsordning is about it"
)
NAMND, ROWS = same("Nämnd"), Text("Rader", "Rows")
VIDAREDELEGATIONER = same("Vidaredelegationer")
TO, ROW = Text("Till", "To"), Text("Rad", "Row")
BELOPP, VILLKOR = Text("Belopp", "Amount"), Text("Villkor", "Conditions")
NO_SUCH_ROW = Text("ingen rad har numret den dagen", "no row has the number on that day")

# What is not there

ABSENT = Text(
    "Finns inte den dagen: inget beslut har inrättat något med den beteckningen. Nämns i:",
    "Does not exist on that day: no beslut has created anything with that id. Mentioned in:",
)
NOT_THERE = Text(", finns inte den dagen", ", does not exist on that day")


def hangs_loose(over: str) -> Text:
    return Text(sv=f"hänger löst: lagd under {over}", en=f"hangs loose: placed under {over}")


def through(enhet: str) -> Text:
    return Text(sv=f", genom {enhet}", en=f", through {enhet}")


def held_as(form: str, since: Text, until: date | None) -> Text:
    """In which form a befattning is held, from when, and until when if an end is recorded."""
    through = (
        same("")
        if until is None
        else Text(sv=f" t.o.m. {last_day(until):sv}", en=f" through {last_day(until):en}")
    )
    called = terms.word(form)
    return Text(
        sv=f"{called:sv} sedan {since:sv}{through:sv}", en=f"{called:en} since {since:en}{through:en}"
    )


def happenings(count: int) -> Text:
    return Text(sv=f"{count} (se history)", en=f"{count} (see history)")


def of_kind(what: Text, kind: str) -> Text:
    """What something is, and which kind of it: ``utförare (bolag)``."""
    called = terms.word(kind)
    return Text(sv=f"{what:sv} ({called:sv})", en=f"{what:en} ({called:en})")


def instrument_kind(type: str) -> Text:
    """What sort of instrument something is, where a line begins with it."""
    called = terms.kind_of(type)
    return Text(called.sv.capitalize(), called.en.capitalize())


def instrument(called: str, until: date | None) -> Text:
    """An avtal, and for how long it holds; whether it is in force is said after it."""
    ends = last_day(until)
    sv, en = ("", "") if until is None else ("gäller till och med ", "holds through ")
    return Text(sv=f"{called}, {sv}{ends:sv}, i kraft: ", en=f"{called}, {en}{ends:en}, in force: ")


def settled(state: str, says: str | None) -> Text:
    """A state, and the source's own words for what came of it."""
    return terms.word(state) + (f": {says}" if says else "")


def mention(type: str, thing: str, name: str, status: str, outcome: str | None, says: str | None) -> Text:
    """An åtgärd or a förslag that is about something, and what became of it."""
    kind, is_now = terms.kind_of(type), state(status)
    closed = Text(f" ({terms.word(outcome):sv})", f" ({terms.word(outcome):en})") if outcome else same("")
    return Text(
        sv=f"{kind:sv} {thing}, {name}, läge: {is_now:sv}{closed:sv}",
        en=f"{kind:en} {thing}, {name}, state: {is_now:en}{closed:en}",
    ) + (f": {says}" if says else "")


def forbidden(says: Text, lagrum: str) -> Text:
    return Text(sv=f"{says:sv} ({lagrum})", en=f"{says:en} ({lagrum})")


def in_row(what: Text, nummer: str, ordning: str) -> Text:
    """Something, and the row of a delegationsordning where it stands."""
    return Text(sv=f"{what:sv}, rad {nummer} i {ordning}", en=f"{what:en}, row {nummer} of {ordning}")


def rows(count: int) -> Text:
    return Text(sv=f"{count} (se delegationsordning)", en=f"{count} (see delegationsordning)")


def renumbered(now: Text, then: Text) -> Text:
    """That a number is of other matters than when it was passed on."""
    return Text(sv=f"som nu är {now:sv} och var {then:sv}", en=f"which is now {now:en} and was {then:en}")


def no_longer(matters: Text) -> Text:
    return Text(
        sv=f"{matters:sv}, som inte längre får vidaredelegeras",
        en=f"{matters:en}, which may no longer be passed on",
    )
