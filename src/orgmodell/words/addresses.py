"""What is said of an address of a database."""

from __future__ import annotations

from orgmodell.words.text import Text

UNREADABLE = Text(
    sv="PostgreSQL-adressen kan inte läsas; den är postgresql://användare@värd:port/databas, med %40 för @, "
    "%2F för / och %25 för % i ett namn eller lösenord",
    en="the PostgreSQL address cannot be read; it is postgresql://user@host:port/database, with %40 for @, "
    "%2F for / and %25 for % in a name or password",
)


def no_place(where: str) -> Text:
    return Text(
        sv=f"'{where}' är varken en fil eller en postgresql://-adress",
        en=f"'{where}' is neither a file nor a postgresql:// address",
    )
