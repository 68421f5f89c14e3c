"""What every form of an answer says of itself: the names of columns that a form adds, and what is left out."""

from __future__ import annotations

from orgmodell.words.text import Text

FIGURE, VALUE = Text("Uppgift", "Figure"), Text("Värde", "Value")
ID = Text("id", "id")
ASSUMED = Text("Vilar på antagande", "Rests on an assumption")
ABOUT, TABLE = Text("Om svaret", "About the answer"), Text("Tabell", "Table")
APPROXIMATELY = Text("ca", "approx.")


def id_of(head: Text) -> Text:
    return Text(sv=f"{head:sv}, {ID:sv}", en=f"{head:en}, {ID:en}")


def counted_by(rule: Text) -> Text:
    return Text(sv=f"Räkneregel: {rule:sv}", en=f"Counting rule: {rule:en}")


def only_the_first_table(left_out: int) -> Text:
    return Text(
        sv=f"csv har en tabell; {left_out} till finns i de andra formerna (xlsx, json, html …)",
        en=f"csv holds one table; {left_out} more are in the other forms (xlsx, json, html …)",
    )
