"""Who answers for what."""

from __future__ import annotations

from orgmodell.words.text import Text, same

EVERY = Text("Uppdrag och ansvariga", "Uppdrag and who answers for them")
UPPDRAG, ANSVARIG = same("Uppdrag"), same("Ansvarig")
SINCE, BEFORE, AFTER = Text("Sedan", "Since"), Text("Före", "Before"), Text("Efter", "After")
FROM, THROUGH, BESLUT = Text("Från och med", "From"), Text("Till och med", "Through"), same("Beslut")
ANSVARIG_BEFORE, ANSVARIG_AFTER = (
    Text("Ansvarig före", "Ansvarig before"),
    Text("Ansvarig efter", "Ansvarig after"),
)
MYNDIGHETSUTOVNING = same("Myndighetsutövning")
PART_OF = Text("Del av det delade uppdraget", "Part of the split uppdrag")
INSTRUMENTS = Text("Avtal och överenskommelser", "Avtal and överenskommelser")
NONE_ON_THE_DAY = Text("Inget uppdrag finns den dagen.", "There is no uppdrag on that day.")
NONE_RECORDED = Text("Inget uppdrag är registrerat.", "No uppdrag is recorded.")
NOBODY = Text("Ingen ansvarig är registrerad.", "Nobody is recorded as ansvarig.")
SOURCE_SAYS_TOO = Text("Källan säger också:", "The source says too:")


def of(party: str) -> Text:
    return Text(sv=f"Uppdrag som {party} ansvarar för", en=f"Uppdrag that {party} answers for")


def responsibility_for(uppdrag: str) -> Text:
    return Text(sv=f"Ansvaret för {uppdrag}", en=f"Who answers for {uppdrag}")


def tenure(ansvarig: str, since: Text, last_day: Text | None) -> Text:
    until = (
        Text("", "") if last_day is None else Text(f" till och med {last_day:sv}", f" through {last_day:en}")
    )
    return Text(sv=f"{ansvarig}, sedan {since:sv}{until:sv}", en=f"{ansvarig}, since {since:en}{until:en}")


def next_one(ansvarig: str, since: Text) -> Text:
    return Text(sv=f"{ansvarig}, från {since:sv}", en=f"{ansvarig}, from {since:en}")


def ends(last_day: Text) -> Text:
    return Text(sv=f"upphör, sista dag {last_day:sv}", en=f"ends, last day {last_day:en}")


def part_of(whole: str) -> Text:
    return Text(sv=f"del av {whole}", en=f"part of {whole}")


def source_says_too_of(uppdrag: str) -> Text:
    return Text(sv=f"Källan säger också om {uppdrag}:", en=f"The source says too of {uppdrag}:")
