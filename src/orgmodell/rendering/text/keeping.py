"""What was recorded, checked and verified, as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from orgmodell.presentations.asked import Asked
from orgmodell.rendering.recording import Recording
from orgmodell.rendering.text.table import table, text
from orgmodell.words import same

if TYPE_CHECKING:
    from orgmodell.log import Verification


def recording(asked: Asked, answer: Recording) -> str:
    """Each beslut with its position, whether it was there already, the warnings, and how many."""
    done = "skulle registreras" if answer.dry_run else "registrerat"
    rows = [(each.position, done if new else "fanns redan", each.beslut.id) for each, new in answer.done]
    count = sum(new for _, new in answer.done)
    summary = f"{count} beslut {'skulle registreras' if answer.dry_run else 'registrerade'}"
    already = f", {len(rows) - count} fanns redan" if count < len(rows) else ""
    warned = ["", "Varningar:", *(f"  - {each}" for each in answer.warnings)] if answer.warnings else []
    question = "Provregistrering, ingenting är registrerat" if answer.dry_run else "Registrering"
    listed = table(("Nr", "", "Beslut"), rows, "Inget beslut.")
    return text(asked.heading(same(question)).sv, [listed, *warned, "", f"{summary}{already}."])


def verification(asked: Asked, answer: Verification) -> str:
    """That the chain holds, the head to note down, and which triggers are missing."""
    whole = "Den enda posten är hel." if answer.records == 1 else f"Alla {answer.records} poster hänger ihop."
    count = whole if answer.records else "Inget är registrerat."
    head = [f"Sista postens sha256, att anteckna på annan plats: {answer.sha256}"] if answer.sha256 else []
    gone = ", ".join(answer.missing_triggers)
    told = [f"Spärrar mot ändringar saknas i databasen: {gone}. De sätts tillbaka vid nästa registrering."]
    return text(asked.heading(same("Loggens kedja")).sv, [count, *head, *(told if gone else [])])


def names(asked: Asked, answer: Mapping[str, str]) -> str:
    """The names that are kept, by person."""
    listed = table(("Person", "Namn"), list(answer.items()), "Inga namn finns.")
    return text(asked.heading(same("Personnamn, vid sidan av loggen")).sv, [listed])
