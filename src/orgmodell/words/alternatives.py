"""The alternatives there are, and how they go together."""

from __future__ import annotations

from orgmodell.words.text import Text, same

QUESTION, ALTERNATIVE = Text("Alternativ", "Alternatives"), Text("Alternativ", "Alternative")
WHAT, STANDS = Text("Vad", "What"), Text("Står för sig", "Stands by itself")
NEEDS, EXCLUDES = Text("Står med", "Stands with"), Text("Går inte ihop med", "Cannot be combined with")
NONE = Text("Inga alternativ finns bredvid källan.", "There are no alternatives beside the source.")


def refused(name: str) -> Text:
    return Text(sv=f"{name} vägras för sig:", en=f"{name} is refused by itself:")


def broken(rule: str, says: Text) -> Text:
    return same(f"{rule}: ") + says
