"""What every form of an answer says of itself: the columns that a form adds, and what is left out."""

from __future__ import annotations

from orgmodell.words.text import Text

FIGURE, VALUE, FIGURES = Text("Uppgift", "Figure"), Text("Värde", "Value"), Text("Uppgifter", "Figures")
SECTION = Text("Avsnitt", "Section")
UNDER = Text("Hör till raden före", "Belongs to the row before")
ASSUMED = Text("Vilar på antagande", "Rests on an assumption")
ABOUT, TABLE, GROUNDS = (
    Text("Om svaret", "About the answer"),
    Text("Tabell", "Table"),
    Text("Underlag", "Grounds"),
)
APPROXIMATELY = Text("ca", "approx.")
PAGE, OF = Text("Sida", "Page"), Text("av", "of")


def id_of(head: Text) -> Text:
    return head + ", id"


def stated(head: Text) -> Text:
    return head + Text(", enligt källan", ", as the source says")


def approximate(head: Text) -> Text:
    return head + Text(", ungefärligt", ", approximate")


def counted_by(rule: Text) -> Text:
    return Text(sv=f"Räkneregel: {rule:sv}", en=f"Counting rule: {rule:en}")


def missing(form: str, library: str, extra: str) -> Text:
    install = f"pip install 'orgmodell[{extra}]'"
    return Text(sv=f"{form} kräver {library}: {install}", en=f"{form} needs {library}: {install}")
