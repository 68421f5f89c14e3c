"""The org chart."""

from __future__ import annotations

from collections.abc import Mapping

from orgmodell.words.text import Text, counted, same

QUESTION = Text("Organisationsplan", "Organisation chart")
NOTHING = Text("Ingen enhet finns den dagen.", "There is no enhet on that day.")
ENHET, KIND, DEPTH = same("Enhet"), Text("Slag", "Kind"), Text("Djup", "Depth")
UNDER, LEADER, CHEF = same("Under"), Text("Leds av", "Led by"), same("Chef")
FORM, VACANT_SINCE = same("Form"), Text("Vakant sedan", "Vacant since")
NAMNDER, POSTS = Text("Lyder under", "Answers to"), Text("Andra befattningar", "Other befattningar")
VACANT = Text("VAKANT", "VACANT")
NOT_RECORDED = Text("innehavare ej registrerad", "holder not recorded")
LEADS_NOTHING = Text(" – leder ingen enhet som finns", " – leads no enhet that exists")
_WHY_LOOSE: Mapping[str, Text] = {
    "not there": Text("som inte finns den dagen", "which does not exist on that day"),
    "under itself": Text("som ligger under den själv", "which is under it itself"),
}


def vacant(since: Text, at_latest: bool) -> Text:
    """That a befattning is vacant, and since when; at the latest, when it may have been so before."""
    if at_latest:
        return Text(sv=f"{VACANT:sv} känt den {since:sv}", en=f"{VACANT:en}, known on {since:en}")
    return Text(sv=f"{VACANT:sv} sedan {since:sv}", en=f"{VACANT:en} since {since:en}")


def loose(over: str, why: str) -> Text:
    """That an enhet hangs loose, and what it is recorded to be under."""
    which = _WHY_LOOSE[why]
    return Text(
        sv=f"hänger löst: lagd under {over}, {which:sv}", en=f"hangs loose: placed under {over}, {which:en}"
    )


def under(namnder: str) -> Text:
    return same(f" [under {namnder}]")


def assumed(count: int) -> Text:
    """What the star stands for, over the assumed facts that the chart rests on."""
    one, several = Text("antagen uppgift", "assumed fact"), Text("antagna uppgifter", "assumed facts")
    facts = counted(count, one, several)
    return Text(sv=f"* vilar på {facts:sv}:", en=f"* rests on {facts:en}:")


def assumed_in_picture(count: int) -> Text:
    return Text(sv=f"* vilar på antagna uppgifter: {count}", en=f"* rests on assumed facts: {count}")
