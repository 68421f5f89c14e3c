"""Chefsled, and the line they are counted in."""

from __future__ import annotations

from collections.abc import Mapping

from orgmodell.words.line import MODES
from orgmodell.words.text import Text, counted, same

COUNTING_RULE: Mapping[str, Text] = {
    "faktisk": Text(
        sv="Varje steg upp till en chef räknas. Vakanta chefsbefattningar räknas inte, t.f. räknas "
        "som chef. En befattning vars innehavare inte är registrerad är inte känd som vakant, och "
        "räknas. Samma befattning eller person som leder flera nästlade enheter ger inget extra steg. "
        "Gruppledare och samordnare är inte chefer.",
        en="Every step up to a chef counts. Vacant chef posts do not count, a t.f. counts as the chef. A "
        "befattning whose holder is not recorded is not known to be vacant, and counts. The same befattning "
        "or person leading several nested enheter adds no step. Gruppledare and samordnare are not chefer.",
    ),
    "struktur": Text(
        sv="Varje steg upp till en chefsbefattning räknas, besatt, vakant eller utan registrerad "
        "innehavare. Samma befattning eller "
        "person som leder flera nästlade enheter ger inget extra steg. Gruppledare och samordnare är inte "
        "chefer.",
        en="Every step up to a chef post counts, held, vacant or without a recorded holder. The same "
        "befattning or person leading several nested enheter adds no step. Gruppledare and samordnare are "
        "not chefer.",
    ),
}
STEP, CHEF, WAY = Text("Steg", "Step"), same("Chef"), Text("Väg", "Way")
CHEFSLED = same("Chefsled")
SAME_PERSON = Text("samma person", "the same person")
NO_STEPS = Text("Inga steg.", "No steps.")
NOBODY = Text("Ingen befattning har den över sig.", "No befattning has it above.")


def from_to(befattning: str, up_to: str, mode: str) -> Text:
    in_mode = MODES[mode]
    return Text(
        sv=f"Chefsled från {befattning} till {up_to}, {in_mode:sv},",
        en=f"Chefsled from {befattning} to {up_to}, {in_mode:en},",
    )


def of_every(up_to: str | None, mode: str) -> Text:
    in_mode = MODES[mode]
    return Text(
        sv=f"Chefsled till {up_to or 'linjens topp'}, {in_mode:sv},",
        en=f"Chefsled to {up_to or 'the top of the line'}, {in_mode:en},",
    )


def number(chefsled: int, mellanliggande: int) -> Text:
    between = counted(
        mellanliggande,
        Text("mellanliggande chef", "chef between"),
        Text("mellanliggande chefer", "chefer between"),
    )
    return Text(sv=f"Chefsled: {chefsled} ({between:sv})", en=f"Chefsled: {chefsled} ({between:en})")
