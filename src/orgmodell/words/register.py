"""What is said of a source that is none, and of a beslut in a beslutsfil that is refused."""

from __future__ import annotations

from collections.abc import Collection

from orgmodell.words import meant
from orgmodell.words.text import Text, same

NO_SOURCE = Text(
    sv="'' är ingen källa: ange en mapp eller fil med beslutsfiler, eller en databas",
    en="'' is no source: name a folder or file of beslutsfiler, or a database",
)


def refused(beslut: str, why: Text) -> Text:
    return Text(sv=f"beslut '{beslut}' vägras: {why:sv}", en=f"beslut '{beslut}' is refused: {why:en}")


def refused_in(alternative: str, beslut: str, why: Text) -> Text:
    return Text(
        sv=f"beslut '{beslut}' i alternativ '{alternative}' vägras: {why:sv}",
        en=f"beslut '{beslut}' of alternative '{alternative}' is refused: {why:en}",
    )


def names_no_alternative(name: str, source: str, known: Collection[str]) -> Text:
    there = _there(source, known)
    return Text(
        sv=f"'{name}' är inte namnet på något alternativ{there:sv}",
        en=f"'{name}' names no alternative{there:en}",
    )


def no_alternative(name: str, source: str, known: Collection[str], near: Text) -> Text:
    there = _there(source, known, near)
    return Text(
        sv=f"det finns inget alternativ '{name}'{there:sv}", en=f"there is no alternative '{name}'{there:en}"
    )


def _there(source: str, known: Collection[str], near: Text = meant.NOTHING) -> Text:
    """What there is to choose from: the end of an error message."""
    has = _listed(known, Text(sv="inga alternativ", en="no alternatives"))
    return Text(
        sv=f": '{source}' har {has:sv}{near:sv}; ange ett, eller en mapp eller fil",
        en=f": '{source}' has {has:en}{near:en}; name one, or a folder or file",
    )


def of_one_organisation(source: str) -> Text:
    return Text(
        sv=f"'{source}' innehåller beslutsfiler för en organisation; utelämna --org",
        en=f"'{source}' holds beslutsfiler of one organisation; leave out --org",
    )


def no_beslutsfil(source: str, wrong: Text) -> Text:
    return Text(
        sv=f"'{source}' är ingen beslutsfil: {wrong:sv}", en=f"'{source}' is no beslutsfil: {wrong:en}"
    )


def no_organisation_id(name: str, near: str) -> Text:
    would_do = Text(sv=f"; '{near}' går bra", en=f"; '{near}' would do") if near else meant.NOTHING
    return Text(
        sv=f"'{name}' kan inte vara id för en organisation: använd a–z, 0–9 och -{would_do:sv}",
        en=f"'{name}' cannot be the id of an organisation: use a–z, 0–9 and -{would_do:en}",
    )


def say_which(source: str, there: Collection[str]) -> Text:
    found = _listed(there, Text(sv="ännu ingen organisation", en="no organisation yet"))
    return Text(
        sv=f"'{source}' innehåller {found:sv}; ange vilken med --org",
        en=f"'{source}' holds {found:en}; say which with --org",
    )


def no_organisation(source: str, wanted: str, there: Collection[str], near: Text) -> Text:
    found = _listed(there, Text(sv="ingen", en="none"))
    return Text(
        sv=f"'{source}' har ingen organisation '{wanted}' (där finns {found:sv}){near:sv}",
        en=f"'{source}' has no organisation '{wanted}' (it holds {found:en}){near:en}",
    )


def _listed(names: Collection[str], none: Text) -> Text:
    return same(", ".join(names)) if names else none
