"""What an answer rests on."""

from __future__ import annotations

from datetime import date

from orgmodell.words.text import Text, counted, in_both

ASSUMED = Text("Antaget:", "Assumed:")
STARRED = Text("Antaget (det som vilar på det är märkt *):", "Assumed (what rests on it is marked *):")
VAGUE = Text("Dagar som står för källans egna ord:", "Days that stand for the source's own words:")
UNCERTAIN = Text(
    "Beslut vars dag eller beslutsfattare är antagna:", "Beslut whose day or decider is assumed:"
)
FACTS = Text("Uppgifter som svaret vilar på", "Facts that the answer rests on")
DAY, FACT, BESLUT = Text("Dag", "Day"), Text("Uppgift", "Fact"), Text("Beslut", "Beslut")
MARK, SOURCE, QUOTE = Text("Märkning", "Mark"), Text("Källa", "Source"), Text("Citat", "Quote")


def rests_on(count: int, marks: Text, way: Text | None) -> Text:
    """How many facts, and what shows them.

    >>> rests_on(1, Text("1 härledd", "1 derived"), Text("--grounds", "--grounds")).sv
    'Vilar på 1 uppgift: 1 härledd (--grounds visar den).'
    """
    facts = counted(count, Text("uppgift", "fact"), Text("uppgifter", "facts"))
    them = Text("den", "it") if count == 1 else Text("dem", "them")
    more = Text("", "")
    if way is not None:
        more = Text(sv=f" ({way:sv} visar {them:sv})", en=f" ({way:en} shows {them:en})")
    return Text(
        sv=f"Vilar på {facts:sv}: {marks:sv}{more:sv}.", en=f"Rests on {facts:en}: {marks:en}{more:en}."
    )


def stars(in_table: bool) -> Text:
    return (
        Text(" * = vilar på antagen uppgift.", " * = rests on an assumed fact.") if in_table else Text("", "")
    )


def state(day: date, parts: Text) -> Text:
    return Text(sv=f"Läge den {day}: {parts:sv}.", en=f"As of {day}: {parts:en}.")


def in_alternatives(count: int, of: int, alternatives: str) -> Text:
    some = Text(sv=f"varav {count} i ", en=f"{count} of them in ") if count < of else Text("", "")
    return in_both(
        lambda lang: f" ({some.said(lang)}{'alternativ' if lang == 'sv' else 'alternative'} {alternatives})"
    )


def taken(beslut: str, day: Text) -> Text:
    return Text(sv=f"”{beslut}”, {day:sv}", en=f"“{beslut}”, {day:en}")


def fact(verb: Text, thing: Text, day: Text, beslut: str) -> Text:
    return Text(
        sv=f"{verb:sv}: {thing:sv}, {day:sv}, beslut ”{beslut}”",
        en=f"{verb:en}: {thing:en}, {day:en}, beslut “{beslut}”",
    )
