"""The rules that are broken."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodell.words.text import Text, joined, same

ON_THE_DAY = Text("Brutna regler", "Broken rules")
EVER = Text(
    "Brutna regler, var och en med sin första dag", "Broken rules, each with the first day on which it is so"
)
DAY, RULE, GRADE = Text("Dag", "Day"), Text("Regel", "Rule"), Text("Grad", "Severity")
WHAT = Text("Vad och vad som kan göras", "What, and what can be done")
THINGS = Text("Gäller", "About")
NONE = Text("Ingen regel är bruten.", "No rule is broken.")


def others(of: Sequence[Text | str], few: int | None) -> Text:
    """What a finding holds for besides; ``few`` of it are named, None: all.

    >>> others(["a", "b", "c"], 2).sv
    'Detsamma gäller 3 till: a; b … (--grounds visar alla)'
    """
    named = joined(of if few is None else of[:few], "; ")
    more = Text(" … (--grounds visar alla)", " … (--grounds shows them all)")
    rest = more if few is not None and len(of) > few else same("")
    return Text(
        sv=f"Detsamma gäller {len(of)} till: {named:sv}{rest:sv}",
        en=f"The same holds for {len(of)} more: {named:en}{rest:en}",
    )
