"""What is said of the log: what is on it, why it cannot be opened or used, and how it is damaged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from orgmodell.words.text import Text, foreign, joined, same
from orgmodell.words.values import NOTHING

# What is on it

QUESTION = Text("Beslut i registrerad ordning", "Beslut in recorded order")
NUMBER, RECORDED = Text("Nr", "No."), Text("Registrerat (UTC)", "Recorded (UTC)")
DECIDED, EFFECTIVE = Text("Beslutat", "Decided"), Text("Gäller", "Effective")
IN_FULL = Text("Gäller helt", "Effective in full")
BESLUT, DECIDED_BY = same("Beslut"), Text("Beslutat av", "Decided by")
CHANGES, TITLE = Text("Ändringar", "Changes"), Text("Rubrik", "Title")
NONE = Text("Inget beslut är registrerat.", "No beslut is recorded.")
ASSUMED = Text(
    "* beslutsdagen eller beslutsfattaren är antagen.", "* the day or the decider of the beslut is assumed."
)


def days(given: Sequence[date]) -> Text:
    """One day, or the first and last of several.

    >>> days((date(2012, 1, 1), date(2012, 10, 1))).sv
    '2012-01-01 – 2012-10-01'
    """
    if not given:
        return NOTHING
    return same(" – ".join(map(str, dict.fromkeys((given[0], given[-1])))))


# Opening

DRIVER_MISSING = Text(
    sv="en logg i PostgreSQL kräver en drivrutin: pip install 'orgmodell[postgres]'",
    en="a PostgreSQL log needs a driver: pip install 'orgmodell[postgres]'",
)
GO_BACK = Text(
    sv=". Gå tillbaka till en kopia av filen från före skadan",
    en=". Go back to a copy of the file from before the damage",
)


def database(name: object, host: object) -> Text:
    return Text(
        sv=f"PostgreSQL-databasen '{name}' på '{host}'", en=f"PostgreSQL database '{name}' at '{host}'"
    )


def no_log_in_it(name: Text) -> Text:
    return Text(sv=f"{name:sv} har ingen logg i sig", en=f"{name:en} has no log in it")


def not_usable(name: Text, problem: object) -> Text:
    why = foreign(problem)
    return Text(sv=f"{name:sv} kan inte användas: {why:sv}", en=f"{name:en} cannot be used: {why:en}")


def is_a_folder(path: object) -> Text:
    return Text(
        sv=f"{path} är en mapp, ingen logg; ange en fil i den",
        en=f"{path} is a folder, not a log; give a file in it",
    )


def no_folder(path: object, folder: object) -> Text:
    return Text(
        sv=f"{path} kan inte öppnas: det finns ingen mapp {folder}",
        en=f"{path} cannot be opened: there is no folder {folder}",
    )


def no_log(path: object) -> Text:
    return Text(sv=f"det finns ingen logg {path}", en=f"there is no log {path}")


def written_beside(path: object, beside: Iterable[object]) -> Text:
    files = [str(each) for each in beside]
    return Text(
        sv=f"{path} kan inte läsas där den är: det som registrerades sist finns i {' och '.join(files)}, och "
        "mappen får inte skrivas i; kopiera båda till en egen mapp och läs dem där",
        en=f"{path} cannot be read where it is: what was recorded last is in {' and '.join(files)}, and "
        "its folder may not be written; copy both to a folder of yours and read them there",
    )


def cannot_be_opened(name: str, problem: object) -> Text:
    why = foreign(problem)
    return Text(sv=f"{name} kan inte öppnas: {why:sv}", en=f"{name} cannot be opened: {why:en}")


def not_opened_as_a_log(name: str, problem: object) -> Text:
    why = foreign(problem)
    return Text(
        sv=f"{name} kan inte öppnas som en logg: {why:sv}", en=f"{name} cannot be opened as a log: {why:en}"
    )


def is_empty(name: str) -> Text:
    return Text(sv=f"{name} är tom; det finns ingen logg i den", en=f"{name} is empty; there is no log in it")


def something_else(name: str) -> Text:
    return Text(
        sv=f"{name} är en SQLite-fil, men med något annat än en logg i sig",
        en=f"{name} is an SQLite file, but with something else than a log in it",
    )


# Using

CLOSED = Text(
    sv="registret är stängt; fråga medan det är öppet, i dess with-block",
    en="the register is closed; ask while it is open, in its with block",
)


def only_read(path: object) -> Text:
    return Text(
        sv=f"{path} kan läsas här, men inte skrivas: ingenting registrerades",
        en=f"{path} can be read here, but not written: nothing was recorded",
    )


def file_is_damaged(problem: object) -> Text:
    why = foreign(problem)
    return Text(
        sv=f"själva databasfilen är skadad: {why:sv}{GO_BACK:sv}",
        en=f"the database file itself is damaged: {why:en}{GO_BACK:en}",
    )


def not_just_now(problem: object) -> Text:
    why = foreign(problem)
    return Text(
        sv=f"loggen kan inte användas just nu: {why:sv}", en=f"the log cannot be used just now: {why:en}"
    )


def not_the_next(organisation: str, position: int, last: int) -> Text:
    return Text(
        sv=f"{organisation}: position {position} är inte den nästa, loggen slutar med {last}; {READ_ON:sv}",
        en=f"{organisation}: position {position} is not the next one, the log ends with {last}; {READ_ON:en}",
    )


def taken(organisation: str, position: int) -> Text:
    return Text(
        sv=f"{organisation}: någon annan har registrerat på position {position}; {READ_ON:sv}",
        en=f"{organisation}: another writer has recorded at position {position}; {READ_ON:en}",
    )


READ_ON = Text(
    sv="läs det som är nytt, pröva igen och registrera efter det",
    en="read what is new, judge again and record after it",
)

# Damage

ENDS_BEFORE = Text(
    sv="posten saknas; loggen slutar före den", en="the record is missing; the log ends before it"
)
NO_RECORD = Text(sv="det är ingen post", en="it is no record")
OTHER_BYTES = Text(
    sv="dess byte är inte de som dess sha256 togs av",
    en="its bytes are not those that its sha256 was taken of",
)
DOES_NOT_FOLLOW = Text(
    sv="den följer inte på posten före: en av de två har skrivits om",
    en="it does not follow the record before it: one of the two has been rewritten",
)


def damaged(organisation: str, position: int, beslut: str | None, wrong: Text) -> Text:
    where = f"{organisation}, position {position}" + (f", beslut '{beslut}'" if beslut is not None else "")
    return joined([where, wrong], ": ")


def missing(position: int) -> Text:
    return Text(
        sv=f"posten saknas; nästa som finns är {position}",
        en=f"the record is missing; what comes next is {position}",
    )


def moved(position: int) -> Text:
    return Text(
        sv=f"den har flyttats till position {position}", en=f"it has been moved to position {position}"
    )


def stored_as(topic: str, right: str) -> Text:
    return Text(
        sv=f"den är lagrad som '{topic}', inte som '{right}'; om en nyare version av orgmodell skrev den, "
        "installera den versionen",
        en=f"it is stored as '{topic}', not as '{right}'; if a newer version of orgmodell wrote it, "
        "install that version",
    )


def says_it_is(organisation: str, position: int) -> Text:
    return Text(
        sv=f"den säger att den är {organisation}, position {position}",
        en=f"it says that it is {organisation}, position {position}",
    )


def no_such_head(organisation: str, head: str | None, position: int) -> Text:
    return Text(
        sv=f"{organisation}: ingen post har sha256 {head}; loggen, som slutar med position {position}, "
        "har kortats eller skrivits om sedan det noterades",
        en=f"{organisation}: no record has the sha256 {head}; the log, which ends "
        f"with position {position}, has been cut off or rewritten since that was noted",
    )


# Checkpoints

IN_NO_FILE = Text(
    sv="en checkpoint skrivs bredvid en logg i en SQLite-fil; den här loggen är inte i någon fil",
    en="a checkpoint is written beside a log in a SQLite file; this log is in none",
)


def nothing_to_keep(organisation: str) -> Text:
    return Text(
        sv=f"inget beslut är registrerat i '{organisation}': det finns inget att skriva i en checkpoint",
        en=f"no beslut is recorded in '{organisation}': there is nothing to write in a checkpoint",
    )


def not_written(file: object, problem: object) -> Text:
    why = foreign(problem)
    return Text(sv=f"{file} kan inte skrivas: {why:sv}", en=f"{file} cannot be written: {why:en}")
