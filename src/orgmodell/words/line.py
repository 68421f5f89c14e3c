"""The line above a befattning."""

from __future__ import annotations

from collections.abc import Mapping

from orgmodell.words.text import Text, same

MODES: Mapping[str, Text] = {
    "faktisk": Text("faktisk linje", "the line as it is"),
    "struktur": Text("enligt strukturen", "by the structure"),
}
NUMBER, BEFATTNING = Text("Nr", "No."), same("Befattning")
LEADS, HOLDERS = Text("Leder", "Leads"), Text("Innehavare", "Holders")
BY_DECISION = Text("rapporterar enligt beslut", "reports by decision")
VACANT = Text("VAKANT", "VACANT")
NOT_RECORDED = Text("ej registrerad", "not recorded")
NOBODY = Text("Ingen chef finns över befattningen.", "There is no chef above the befattning.")


def of(befattning: str, mode: str) -> Text:
    in_mode = MODES[mode]
    return Text(
        sv=f"Linjen uppåt från {befattning}, {in_mode:sv},",
        en=f"The line up from {befattning}, {in_mode:en},",
    )
