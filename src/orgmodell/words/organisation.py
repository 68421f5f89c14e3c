"""What is said of beslut and drafts that cannot be recorded, and of a log that is not long enough."""

from __future__ import annotations

from datetime import datetime

from orgmodell.words.text import Text

NO_CHAIN = Text(
    sv="det som läses från beslutsfiler har ingen hashkedja; registrera det först i ett register",
    en="what is read from beslutsfiler has no hash chain; record it in a register first",
)


def not_so_many(organisation: str, there: int, wanted: int) -> Text:
    return Text(
        sv=f"loggen för '{organisation}' har {there} beslut, inte {wanted}",
        en=f"the log of '{organisation}' holds {there} beslut, not {wanted}",
    )


def says_something_else(beslut: str, position: int, recorded: datetime) -> Text:
    where = f"(position {position}, {recorded:%Y-%m-%d %H:%M} UTC)"
    return Text(
        sv=f"beslut '{beslut}' är redan registrerat {where} och säger något annat. Ge det nya ett annat id, "
        "eller upphäv det registrerade.",
        en=f"beslut '{beslut}' is recorded already {where} and says something else. Give the new one another "
        "id, or annul the recorded one.",
    )


def no_draft(alternative: str, beslut: str, near: Text) -> Text:
    return Text(
        sv=f"alternativ '{alternative}' har inget utkast '{beslut}'{near:sv}",
        en=f"alternative '{alternative}' has no draft '{beslut}'{near:en}",
    )


def adopted_already(draft: str, alternative: str, adopted: str) -> Text:
    return Text(
        sv=f"utkast '{draft}' i alternativ '{alternative}' är redan antaget, som '{adopted}'. "
        f"Upphäv '{adopted}' först, eller anta ett annat utkast.",
        en=f"draft '{draft}' of alternative '{alternative}' is adopted already, as '{adopted}'. "
        f"Annul '{adopted}' first, or adopt another draft.",
    )


def annuls_what_is_not_adopted(draft: str, alternative: str) -> Text:
    return Text(
        sv=f"det upphäver utkast '{draft}' i alternativ '{alternative}', som inte är antaget. "
        f"Anta '{draft}' först, eller utelämna båda.",
        en=f"it annuls draft '{draft}' of alternative '{alternative}', which is not adopted. "
        f"Adopt '{draft}' first, or leave out both.",
    )
