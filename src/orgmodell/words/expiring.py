"""What runs out."""

from __future__ import annotations

from orgmodell.words.text import Text, counted, same

WHAT, KIND = Text("Vad", "What"), Text("Slag", "Kind")
LAST_DAY, LEFT, PARTIES = (
    Text("Sista dag", "Last day"),
    Text("Dagar kvar", "Days left"),
    Text("Parter", "Parties"),
)
NOTHING = Text("Ingenting löper ut.", "Nothing runs out.")
NOT_BY_THE_CLOCK = Text(
    "Ingenting avslutas av kalendern: det som har passerat sin sista dag står kvar tills ett beslut avslutar "
    "eller förlänger det.",
    "Nothing is ended by the calendar: what has passed its last day stands until a beslut ends or "
    "prolongs it.",
)
TODAY = Text("0, i dag", "0, today")
EXPIRING = Text("Löper ut", "Expiring")


def within(months: int) -> Text:
    how_long = counted(months, Text("månad", "month"), Text("månader", "months"))
    return Text(
        sv=f"Det som löper ut inom {how_long:sv}, sett", en=f"What runs out within {how_long:en}, as seen"
    )


def passed(days: int) -> Text:
    ago = counted(days, Text("dag", "day"), Text("dagar", "days"))
    return Text(sv=f"passerad sedan {ago:sv}, utan beslut", en=f"passed {ago:en} ago, without a beslut")


def left(days: int) -> Text:
    return same(str(days)) if days else TODAY
