"""The names of persons that are kept."""

from __future__ import annotations

from orgmodell.words.text import Text, same

QUESTION = Text("Personnamn, vid sidan av loggen", "Names of persons, beside the log")
PERSON, NAME = same("Person"), Text("Namn", "Name")
NONE = Text("Inga namn finns.", "No names are kept.")
