"""The Swedish words for what is shown: changes and their parameters, marks, forms, numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

MISSING = "underlag saknas"
NOTHING = "–"

VERBS = {
    "create_enhet": "enhet inrättad",
    "rename_enhet": "enhet får nytt namn",
    "reclassify_enhet": "enhet får ny benämning",
    "move_enhet": "enhet flyttad",
    "merge_enheter": "enheter sammanslagna",
    "split_enhet": "enhet delad",
    "dissolve_enhet": "enhet upplöst",
    "add_alias": "annat namn på enhet",
    "place_under_namnd": "enhet lagd under nämnd",
    "remove_from_namnd": "enhet inte längre under nämnd",
    "state_headcount": "antal angivet",
    "create_organ": "organ inrättat",
    "rename_organ": "organ får nytt namn",
    "dissolve_organ": "organ upplöst",
    "elect_ledamot": "ledamot vald",
    "release_ledamot": "ledamot avgår",
    "create_befattning": "befattning inrättad",
    "retitle_befattning": "befattning får ny titel",
    "move_befattning": "befattning flyttad",
    "withdraw_befattning": "befattning indragen",
    "assign_leadership": "befattning leder enhet",
    "end_leadership": "befattning leder inte längre enhet",
    "change_reporting": "rapporteringsväg ändrad",
    "appoint": "innehavare tillträder",
    "release": "innehavare lämnar",
    "declare_vacancy": "befattning vakant",
    "annul_beslut": "beslut upphävt",
    "annul_change": "uppgift i beslut upphävd",
}

PARAMETERS = {
    "enhet": "enhet",
    "enheter": "enheter",
    "name": "namn",
    "kind": "slag",
    "parent": "under",
    "planned_end": "planerad sista dag",
    "into": "till",
    "successors": "efterföljare",
    "alias": "annat namn",
    "namnd": "nämnd",
    "thing": "avser",
    "medarbetare": "medarbetare",
    "arsarbetare": "årsarbetare",
    "uppdragstagare": "uppdragstagare",
    "approximate": "ungefärligt",
    "organ": "organ",
    "part_of": "del av",
    "person": "person",
    "role": "roll",
    "until": "upphör",
    "befattning": "befattning",
    "title": "titel",
    "leads": "leder",
    "personalansvar": "personalansvar",
    "budgetansvar": "budgetansvar",
    "samledarskap": "samledarskap",
    "to": "till",
    "form": "form",
    "share": "andel",
    "beslut": "beslut",
    "number": "uppgift nr",
}

MARKS: dict[str | None, str] = {
    "stated": "angiven i källan",
    "derived": "härledd",
    "assumed": "antagen",
    "external": "ur annan källa",
    None: "utan märkning",
}

MARKS_IN_PLURAL: dict[str | None, str] = {
    "stated": "angivna i källan",
    "derived": "härledda",
    "assumed": "antagna",
    "external": "ur annan källa",
    None: "utan märkning",
}

WORDS = {
    "ordinarie": "ordinarie",
    "tf": "t.f.",
    "tjf": "tjf.",
    "vikarie": "vikarie",
    "konsult": "konsult",
    "ordforande": "ordförande",
    "vice ordforande": "vice ordförande",
    "ersattare": "ersättare",
    "fullmaktige": "fullmäktige",
    "namnd": "nämnd",
    "forbundsmote": "förbundsmöte",
    "rad": "råd",
    "error": "fel",
    "warning": "varning",
}

ASPECTS = {
    "name": "namn",
    "title": "titel",
    "kind": "slag",
    "parent": "under",
    "leaders": "leds av",
    "nämnder": "nämnder",
    "aliases": "andra namn",
    "planned end": "planerad sista dag",
    "headcount": "antal",
    "enhet": "enhet",
    "holders": "innehavare",
    "vacant": "vakant",
    "reports to": "rapporterar till",
    "personalansvar": "personalansvar",
    "budgetansvar": "budgetansvar",
    "part of": "del av",
    "ledamöter": "ledamöter",
}


def word(text: str) -> str:
    """A stored word as it is written: ``tf`` as t.f."""
    return WORDS.get(text, text)


def number(value: float | None) -> str:
    """A stated number, with decimal comma; None: underlag saknas.

    >>> number(245.0), number(22.5), number(None)
    ('245', '22,5', 'underlag saknas')
    """
    return MISSING if value is None else f"{value:.12g}".replace(".", ",")


def average(value: float | None) -> str:
    """A computed number, to one decimal; None: underlag saknas.

    >>> average(280 / 11)
    '25,5'
    """
    return MISSING if value is None else f"{value:.1f}".replace(".", ",")


def counted(count: int, one: str, several: str) -> str:
    """A number of things.

    >>> counted(1, "antagen uppgift", "antagna uppgifter")
    '1 antagen uppgift'
    """
    return f"{count} {one if count == 1 else several}"


def day(when: date, stated: str | None = None) -> str:
    """A day, with the source's own words when the day represents them."""
    return f"{when} («{stated}»)" if stated else str(when)


def value(given: Any, thing: Callable[[str], str] = str) -> str:
    """Any value of a change or an answer, in words; ``thing`` says how an id is written."""
    match given:
        case None | () | []:
            return NOTHING
        case bool():
            return "ja" if given else "nej"
        case int() | float():
            return number(given)
        case str():
            return thing(given)
        case tuple() | list():
            return ", ".join(value(each, thing) for each in given)
        case _:
            return str(given)


def parameters(given: Mapping[str, Any], thing: Callable[[str], str] = word) -> str:
    """The parameters of a change on one line, as ``under: stab, slag: enhet``."""
    return ", ".join(f"{PARAMETERS[name]}: {value(each, thing)}" for name, each in given.items())
