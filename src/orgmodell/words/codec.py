"""What is said of a record that cannot be stored, or that this version cannot read."""

from __future__ import annotations

from collections.abc import Collection

from orgmodell.words.text import Text


def cannot_be_stored(beslut: str, why: Text) -> Text:
    return Text(
        sv=f"beslut '{beslut}' kan inte lagras: {why:sv}", en=f"beslut '{beslut}' cannot be stored: {why:en}"
    )


def would_not_read_the_same(beslut: str) -> Text:
    return Text(
        sv=f"beslut '{beslut}' kan inte lagras, eftersom det inte skulle läsas likadant; leta efter ett tal "
        "som inte är något (nan), eller en tid utan tidszon",
        en=f"beslut '{beslut}' cannot be stored, since it would not read the same; "
        "look for a number that is not one (nan), or a time without zone",
    )


def unreadable(organisation: str, position: int, why: Text) -> Text:
    return Text(
        sv=f"{organisation}, position {position}: {why:sv}. Om en nyare version av orgmodell skrev den, "
        "installera den versionen",
        en=f"{organisation}, position {position}: {why:en}. If a newer version of orgmodell wrote "
        "it, install that version",
    )


def of_another_place(organisation: str, position: int, told: str, told_position: int) -> Text:
    return Text(
        sv=f"{organisation}, position {position}: posten som står här säger att den är "
        f"{told}, position {told_position}",
        en=f"{organisation}, position {position}: the record that stands here says that it is "
        f"{told}, position {told_position}",
    )


def not_one_name(names: Collection[str]) -> Text:
    listed = ", ".join(names)
    return Text(
        sv=f"en ändring har exakt ett namn, inte {len(names)}: {listed}",
        en=f"a change has exactly one name, not {len(names)}: {listed}",
    )


def unknown_change(name: str) -> Text:
    return Text(
        sv=f"denna version av orgmodell känner inte ändringen '{name}'",
        en=f"this version of orgmodell does not know the change '{name}'",
    )
