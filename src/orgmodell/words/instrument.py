"""What ties beställare to utförare: avtal and överenskommelser."""

from __future__ import annotations

from collections.abc import Mapping

from orgmodell.words.text import Text, same

QUESTION = Text("Avtal och överenskommelser", "Avtal and överenskommelser")
BESTALLARE, UTFORARE = same("Beställare"), same("Utförare")
INSTRUMENT, KIND = same("Instrument"), Text("Slag", "Kind")
REGIM, UNTIL = Text("Enligt", "Under"), Text("Gäller t.o.m.", "In force through")
THROUGH = Text("Gäller till och med", "In force through")
IN_FORCE, UPPDRAG = Text("I kraft", "In force"), same("Uppdrag")
LAGSTOD = Text("Lagstöd", "Legal basis")
YES, RUN_OUT = Text("ja", "yes"), Text("nej, tiden har gått ut", "no, its time has run out")
NOTHING = Text("Ingen utförare är knuten till någon beställare.", "No utförare is tied to any beställare.")
ONLY_POSSIBLE: Mapping[str, Text] = {
    "avtal": Text("(avtal möjligt)", "(an avtal is possible)"),
    "overenskommelse": Text("(överenskommelse möjlig)", "(an överenskommelse is possible)"),
}
POSSIBLE: Mapping[str, Text] = {
    "avtal": Text(
        "Avtal kan bara tecknas med en annan juridisk person (LOV 2:2, LOU 1:15).",
        "An avtal can only be concluded with another legal person (LOV 2:2, LOU 1:15).",
    ),
    "overenskommelse": Text(
        "Egen regi är samma juridiska person: överenskommelse, aldrig avtal.",
        "Egen regi is the same legal person: an överenskommelse, never an avtal.",
    ),
}


def possible(said: Text) -> Text:
    return Text(sv=f"Möjligt enligt lag: {said:sv}", en=f"Possible by law: {said:en}")
