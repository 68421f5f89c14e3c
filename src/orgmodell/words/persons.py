"""What is said of the names of persons, kept beside the log."""

from __future__ import annotations

from orgmodell.words.text import Text, foreign

DRIVER_MISSING = Text(
    sv="namn i PostgreSQL kräver en drivrutin: pip install 'orgmodell[postgres]'",
    en="names in PostgreSQL need a driver: pip install 'orgmodell[postgres]'",
)


def traces_remain(person: str) -> Text:
    return Text(
        sv=f"namnet på '{person}' är raderat, men spår av det finns kvar i databasfilen medan andra program "
        "läser den; radera det igen när de är klara",
        en=f"the name of '{person}' is erased, but traces of it remain in the database file "
        "while other programs are reading it; erase it again when they are done",
    )


def not_usable(problem: object) -> Text:
    why = foreign(problem)
    return Text(
        sv=f"namnen kan inte läsas eller skrivas: {why:sv}",
        en=f"the names cannot be read or written: {why:en}",
    )


def no_database(name: str) -> Text:
    return Text(
        sv=f"det finns ingen databas {name} att ha namn i", en=f"there is no database {name} to keep names in"
    )


def out_of_reach(problem: object) -> Text:
    why = foreign(problem)
    return Text(
        sv=f"PostgreSQL-databasen kan inte nås: {why:sv}",
        en=f"the PostgreSQL database cannot be reached: {why:en}",
    )


def no_name(person: str, near: Text) -> Text:
    return Text(
        sv=f"det finns inget namn för '{person}'{near:sv}", en=f"no name is kept for '{person}'{near:en}"
    )
