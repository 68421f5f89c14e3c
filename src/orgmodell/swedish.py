"""The Swedish words for what is shown: changes and their parameters, marks, states, types, forms, numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
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
    "create_uppdrag": "uppdrag inrättat",
    "transfer_uppdrag": "uppdrag överfört",
    "split_uppdrag": "uppdrag delat",
    "end_uppdrag": "uppdrag upphör",
    "assign_roll": "roll tilldelad",
    "end_roll": "roll upphör",
    "relate": "relation inrättad",
    "end_relation": "relation upphör",
    "register_utforare": "utförare registrerad",
    "remove_utforare": "utförare avregistrerad",
    "conclude_avtal": "avtal tecknat",
    "end_avtal": "avtal upphör",
    "make_overenskommelse": "överenskommelse ingången",
    "end_overenskommelse": "överenskommelse upphör",
    "renew_instrument": "avtal eller överenskommelse förlängd",
    "transfer_instrument": "avtal eller överenskommelse överförd",
    "create_forum": "forum inrättat",
    "dissolve_forum": "forum upplöst",
    "add_forum_member": "medlem i forum tillkommer",
    "remove_forum_member": "medlem i forum utgår",
    "add_forum_seats": "platser i forum inrättade",
    "fill_forum_seat": "plats i forum besatt",
    "change_planned_end": "planerad sista dag ändrad",
    "plan_atgard": "åtgärd planerad",
    "reschedule_atgard": "åtgärd får nya sluttider",
    "reassign_atgard": "åtgärd får ny ansvarig",
    "complete_atgard": "åtgärd avslutad",
    "cancel_atgard": "åtgärd inställd",
    "make_forslag": "förslag lagt",
    "decide_forslag": "förslag avgjort",
    "note_contradiction": "källan säger också annat",
    "define_arende": "ärende namngivet",
    "adopt_reglemente": "reglemente antaget",
    "adopt_delegationsordning": "delegationsordning antagen",
    "repeal_delegationsordning": "delegationsordning upphävd",
    "grant_delegation": "delegation beslutad",
    "change_delegation": "delegation ändrad",
    "revoke_delegation": "delegation återkallad",
    "withhold_delegation": "delegation inte given",
    "grant_vidaredelegation": "vidaredelegation beslutad",
    "revoke_vidaredelegation": "vidaredelegation återkallad",
    "designate_deputy": "ställföreträdare utsedd",
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
    "until": "t.o.m.",
    "befattning": "befattning",
    "title": "titel",
    "leads": "leder",
    "personalansvar": "personalansvar",
    "budgetansvar": "budgetansvar",
    "samledarskap": "samledarskap",
    "to": "till",
    "form": "form",
    "share": "andel",
    "uppdrag": "uppdrag",
    "ansvarig": "ansvarig",
    "myndighetsutovning": "myndighetsutövning",
    "roll": "roll",
    "utforare": "utförare",
    "avtal": "avtal",
    "overenskommelse": "överenskommelse",
    "instrument": "avtal eller överenskommelse",
    "bestallare": "beställare",
    "regim": "enligt",
    "lagstod": "lagstöd",
    "forum": "forum",
    "frequency": "hur ofta",
    "member": "medlem",
    "seats": "platser",
    "seat": "plats",
    "atgard": "åtgärd",
    "deadlines": "avslutas",
    "deadline": "sluttid",
    "deadline_stated": "sluttid enligt källan",
    "ansvariga": "ansvariga",
    "beslutande": "beslutande",
    "depends_on": "beroende av",
    "concerns": "rör",
    "outcome": "utfall",
    "reason": "skäl",
    "forslag": "förslag",
    "made_by": "lagt av",
    "alternative": "alternativ",
    "says": "innebär",
    "arende": "ärende",
    "omrade": "verksamhetsområde",
    "omraden": "verksamhetsområden",
    "forbehallet": "förbehållet",
    "lagrum": "lagrum",
    "ordning": "delegationsordning",
    "dnr": "dnr",
    "replaces": "ersätter",
    "ersattarordning": "ersättarordning",
    "overordnad_har_ratt": "överordnad har rätten",
    "tf_arver": "t.f. ärver",
    "karenstid": "karenstid i månader",
    "anmalan": "anmälan",
    "forkortningar": "förkortningar",
    "ofullstandig": "ofullständig",
    "rad": "rad",
    "nummer": "nr",
    "delegat": "delegat",
    "delegat_typ": "delegat",
    "automatiserad": "automatiserad",
    "ersattare": "ersättare",
    "belopp": "belopp",
    "samrad": "samråd",
    "villkor": "villkor",
    "far_vidaredelegeras": "får vidaredelegeras",
    "bradskande": "brådskande",
    "vidaredelegation": "vidaredelegation",
    "to_typ": "till",
    "deputy": "ställföreträdare",
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

STATUSES = {
    "inträffat": ("inträffad", "inträffade"),
    "beslutat": ("beslutad men ännu inte i kraft", "beslutade men ännu inte i kraft"),
    "ännu inte beslutat": ("ännu inte beslutad", "ännu inte beslutade"),
    "planerat": ("planerad", "planerade"),
    "föreslaget": ("föreslagen", "föreslagna"),
    "förkastat": ("förkastad", "förkastade"),
    "annullerat": ("annullerad", "annullerade"),
}

TYPES = {
    "enhet": "enhet",
    "organ": "organ",
    "befattning": "befattning",
    "uppdrag": "uppdrag",
    "utforare": "utförare",
    "avtal": "avtal",
    "overenskommelse": "överenskommelse",
    "forum": "forum",
    "atgard": "åtgärd",
    "forslag": "förslag",
    "arende": "ärende",
    "delegationsordning": "delegationsordning",
    "vidaredelegation": "vidaredelegation",
}
ROLES = {
    "ordforande": ("ordförande", "ordförande"),
    "ledamot": ("ledamot", "ledamöter"),
    "adjungerad": ("adjungerad", "adjungerade"),
    "processledare": ("processledare", "processledare"),
}
FALLBACKS = {
    "ersattare": "ersättare enligt raden",
    "vikarie": "den som vikarierar på befattningen",
    "utsedd": "utsedd ställföreträdare",
    "overordnad": "närmast överordnad chef",
}
NEUTER = frozenset({"organ", "uppdrag", "avtal", "forum", "forslag", "arende"})

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
    "bestallare": "beställare",
    "utforare": "utförare",
    "stod": "stöd",
    "bestaller av": "beställer av",
    "foljer upp": "följer upp",
    "ger stod till": "ger stöd till",
    "faststaller ersattning for": "fastställer ersättning för",
    "lyfter arenden till": "lyfter ärenden till",
    "bemannas fran": "bemannas från",
    "foretrader": "företräder",
    "forening": "förening",
    "annan": "annan grund",
    "planerad": "planerad",
    "avslutad": "avslutad",
    "installd": "inställd",
    "foreslaget": "föreslaget",
    "antaget": "antaget",
    "avslaget": "avslaget",
    "besvarat": "besvarat",
    "overordnad": "överordnad",
    "utsedd": "utsedd",
    "namnden": "nämnden",
    "forvaltningschefen": "förvaltningschefen",
    "mal": "mål",
    "medborgarforslag": "medborgarförslag",
    "sarskild": "särskild",
    "anstalld": "anställd",
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
    "roller": "roller",
    "ansvarig": "ansvarig",
    "beställare": "beställare",
    "utförare": "utförare",
    "until": "gäller t.o.m.",
    "in force": "i kraft",
    "forum of": "hör till",
    "members": "medlemmar",
    "seats": "platser",
    "deadlines": "sluttider",
    "ansvariga": "ansvariga",
    "state": "läge",
    "met": "klara sluttider",
    "reglemente": "verksamhetsområden",
    "deputy": "ställföreträdare",
    "område": "verksamhetsområde",
    "förbehållet": "förbehållet",
    "lagrum": "lagrum",
    "nämnd": "nämnd",
    "rows": "rader",
    "ordning": "delegationsordning",
    "row": "rad",
    "passed on to": "till",
}


def word(text: str) -> str:
    """A stored word as it is written: ``tf`` as t.f."""
    return WORDS.get(text, text)


def kind_of(type: str) -> str:
    """What sort of thing something is: ``atgard`` as åtgärd."""
    return TYPES.get(type, type)


def status(of: str, count: int) -> str:
    """How many facts are in a state.

    >>> status("föreslaget", 1), status("föreslaget", 5)
    ('1 föreslagen', '5 föreslagna')
    """
    return counted(count, *STATUSES[of])


def in_role(count: int, role: str) -> str:
    """How many meet in a forum in a role.

    >>> in_role(1, "ledamot"), in_role(8, "ledamot")
    ('1 ledamot', '8 ledamöter')
    """
    return counted(count, *ROLES[role])


def kronor(belopp: float) -> str:
    """An amount as it is written.

    >>> kronor(200000.0)
    '200 000 kr'
    """
    return f"{belopp:,.0f} kr".replace(",", " ")


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


def last_day(until: date | None) -> str:
    """The last day of what ends before ``until``; without end, that it goes on.

    >>> last_day(date(2024, 7, 1)), last_day(None)
    ('2024-06-30', 'tills vidare')
    """
    return "tills vidare" if until is None else str(until - timedelta(days=1))


def parameters(given: Mapping[str, Any], thing: Callable[[str], str] = word) -> str:
    """The parameters of a change on one line, as ``under: stab, slag: enhet``; of a period, its last day."""
    said = {name: last_day(each) if name == "until" else value(each, thing) for name, each in given.items()}
    return ", ".join(f"{PARAMETERS[name]}: {each}" for name, each in said.items())
