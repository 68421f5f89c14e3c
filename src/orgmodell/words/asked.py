"""What was asked, in the heading of an answer."""

from __future__ import annotations

from datetime import date, datetime

from orgmodell.words.text import Text


def heading(
    organisation: str,
    question: Text,
    day: date | None,
    known: date | None,
    recorded: int | datetime | None,
    alternative: str | None,
) -> Text:
    proposed = Text("", "")
    if alternative:
        proposed = Text(
            sv=f" med alternativ {alternative} (föreslaget)", en=f" with alternative {alternative} (proposed)"
        )
    asked = organisation + proposed + ": " + question
    if day is not None:
        asked += Text(sv=f" den {day}", en=f" on {day}")
    if known is not None:
        asked += Text(sv=f", enligt beslut fattade senast {known}", en=f", by beslut taken by {known}")
    return asked + _as_recorded(recorded)


def _as_recorded(recorded: int | datetime | None) -> Text:
    if isinstance(recorded, datetime):
        when = f"{recorded:%Y-%m-%d %H:%M:%S %Z}"
        return Text(sv=f", så som registrerat {when}", en=f", as recorded {when}")
    if recorded is None:
        return Text("", "")
    if recorded == 1:
        return Text(sv=", enligt det första registrerade beslutet", en=", by the first recorded beslut")
    return Text(
        sv=f", enligt de {recorded} första registrerade besluten",
        en=f", by the first {recorded} recorded beslut",
    )
