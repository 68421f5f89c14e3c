"""Roles, and who and what mixes beställare and utförare."""

from __future__ import annotations

from orgmodell.words.text import Text, same

COUNTING_RULE = Text(
    sv="Beställare och myndighet är ena sidan, utförare den andra; stöd hör till ingen. En enhet utan egen "
    "roll har den närmast överordnades. En chef står på de sidor som finns i allt hen leder. Ett forum "
    "blandar "
    "sidorna när det har medlemmar från båda som själva bara står på en.",
    en="Beställare and myndighet are one side, utförare the other; stöd is on neither. An enhet with no role "
    "of its own has that of the nearest above. A chef is on the sides that are in all it leads. A forum "
    "mixes the sides when it has members from both that are on one only themselves.",
)
QUESTION, RELATIONS = Text("Roller", "Roles"), Text("Relationer", "Relations")
MIXES = Text("Blandar beställare och utförare", "Mix beställare and utförare")
THING, WHAT, TYPE = Text("Enhet eller organ", "Enhet or organ"), Text("Vad", "What"), Text("Typ", "Type")
ROLLER = Text("Roller", "Roles")
BESTALLARE = Text("Beställarsidan genom", "On the beställare side by")
UTFORARE = Text("Utförarsidan genom", "On the utförare side by")
FROM, RELATION, TO = Text("Från", "From"), same("Relation"), Text("Till", "To")
OWN = Text("egen roll", "its own role")
NO_ROLES = Text("Ingen enhet och inget organ har någon roll.", "No enhet and no organ has a role.")
NO_RELATIONS = Text("Ingen relation är registrerad.", "No relation is recorded.")
NOTHING_MIXES = Text(
    "Ingen och inget är känt för att blanda beställare och utförare.",
    "Nobody and nothing is known to mix beställare and utförare.",
)
