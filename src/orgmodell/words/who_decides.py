"""Who may decide in a matter, and why: every right, every reason against, and each link of the chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from orgmodell.words.terms import FALLBACKS
from orgmodell.words.text import Text, joined, same
from orgmodell.words.values import kronor

RIGHTS: Mapping[str, Text] = {
    "delegat": Text("delegat", "delegate"),
    "vidaredelegat": same("vidaredelegat"),
    "ersattare": FALLBACKS["ersattare"],
    "utsedd": FALLBACKS["utsedd"],
    "overordnad": FALLBACKS["overordnad"],
    "overordnad har ratt": Text(
        "överordnad chef, som alltid har rätten", "chef above, who always has the right"
    ),
    "ordforande": Text(
        "ordföranden, när nämnden inte kan avvaktas", "the ordförande, when the nämnd cannot be awaited"
    ),
    "fullmaktige": same("fullmäktige"),
    "forbehallet": Text(
        "nämnden, som inte får delegera ärendet", "the nämnd, which may not delegate the matter"
    ),
    "ingen delegat": Text("nämnden själv: ingen delegat kan", "the nämnd itself: no delegate can"),
    "ingen rad": Text("nämnden själv: ingen rad ger rätten", "the nämnd itself: no row gives the right"),
}

REASONS: Mapping[str, Text] = {
    "borta": Text("finns inte längre: raden hänger i luften", "no longer exists: the row dangles"),
    "ingen enhet": Text("enheten är inte angiven", "the enhet is not given"),
    "ingen har titeln": Text(
        "ingen har titeln i enhetens linje den dagen",
        "nobody has the title in the line of the enhet that day",
    ),
    "vakant": Text("är vakant", "is vacant"),
    "franvarande": Text("är frånvarande", "is away"),
    "javig": Text("är jävig", "has a conflict of interest (jäv)"),
    "konsult": Text(
        "är konsult och inte anställd hos kommunen", "is a consultant, and not employed by the kommun"
    ),
    "ersatt": Text(
        "är ersatt av en tillförordnad eller vikarie den dagen",
        "is replaced by somebody acting in the befattning that day",
    ),
    "tf arver inte": Text(
        "är tillförordnad, och ärver inte delegationen enligt delegationsordningen",
        "is acting, and does not inherit the delegation by the delegationsordning",
    ),
    "inte given": Text(
        "får inte besluta enligt delegationsordningen", "may not decide, by the delegationsordning"
    ),
    "bradskande": Text("raden gäller bara brådskande ärenden", "the row is for urgent matters only"),
}

LINKS: Mapping[str, Text] = {
    "reglemente": same("reglemente"),
    "namnd": same("nämnd"),
    "forbehallet": Text("förbehållet nämnden", "kept for the nämnd"),
    "fullmaktige": Text("förbehållet fullmäktige", "kept for fullmäktige"),
    "delegationsordning": same("delegationsordning"),
    "rad": Text("rad", "row"),
    "vidaredelegation": same("vidaredelegation"),
    "bradskande": Text("brådskande", "urgent"),
    "befattning": same("befattning"),
    "beslutande": Text("beslutande", "decides"),
    "person": same("person"),
}

REPORTED: Mapping[str, Text] = {
    "nasta sammantrade": Text(
        "anmäls vid nämndens nästa sammanträde", "is reported at the next meeting of the nämnd"
    ),
    "alla": Text(
        "anmäls till nämnden, som alla beslut på delegation",
        "is reported to the nämnd, as all decisions on delegation are",
    ),
    "namnden": Text("anmäls till nämnden", "is reported to the nämnd"),
    "forvaltningschefen": Text("anmäls till förvaltningschefen", "is reported to the förvaltningschef"),
    "nej": Text(
        "anmäls inte; protokollförs särskilt om det får överklagas",
        "is not reported; it is recorded separately if it may be appealed against",
    ),
}

WHICH_ENHET = Text("vilken enhet ärendet rör", "which enhet the matter is about")
WHICH_NAMND = Text("vilken nämnd som ansvarar", "which nämnd is responsible")
NAMND_OF_THE_ENHET = Text("vilken nämnd enheten lyder under", "which nämnd the enhet answers to")
NO_NAMND = WHICH_NAMND + Text(
    ": ingen har reglemente eller delegationsordning", ": none has a reglemente or a delegationsordning"
)
NO_FULLMAKTIGE = Text("fullmäktige är inte registrerat", "fullmäktige is not on record")
ONLY_PARTS = Text(
    "bara delar av delegationsordningen är kända, och ingen rad om ärendet",
    "only parts of the delegationsordning are known, and no row about the matter",
)

NOT_CLEAR = Text("Framgår inte vem som beslutar.", "It does not appear who decides.")
MISSING = Text("Saknas:", "Missing:")
ALSO = Text("Får också besluta:", "May decide too:")
WAY = Text("Vägen dit:", "The way there:")
VILLKOR = Text("Villkor:", "Conditions:")
REJECTED = Text("Prövade och avvisade:", "Tried and rejected:")
TRIED = Text("Prövade", "Tried")
WHO, HOLDER, FORM = Text("Vem", "Who"), Text("Innehavare", "Holder"), Text("Form", "Form")
RIGHT, OUTCOME, LAGRUM = Text("Rätt", "Right"), Text("Utfall", "Outcome"), Text("Lagrum", "Section")
DECIDES, NOBODY_TRIED = Text("beslutar", "decides"), Text("Ingen har prövats.", "Nobody has been tried.")


def by(right: str, nummer: str | None = None) -> Text:
    """A right; of a row that is not about the case, with its number."""
    row = Text("", "") if nummer is None else Text(sv=f" enligt rad {nummer}", en=f" by row {nummer}")
    return RIGHTS[right] + row


# Why somebody may not decide


def new_until(free: date) -> Text:
    return Text(
        sv=f"är ny på befattningen: karenstid till {free}",
        en=f"is new in the befattning: karenstid until {free}",
    )


def over(limit: float, passed_on: bool) -> Text:
    """That an amount is over the limit of a row, or of what is ``passed_on``."""
    whose = Text("vidaredelegationens", "the vidaredelegation") if passed_on else Text("radens", "the row")
    most = kronor(limit)
    return Text(
        sv=f"beloppet är över {whose:sv} gräns, {most:sv}",
        en=f"the amount is over the limit of {whose:en}, {most:en}",
    )


def only_for(enhet: str, passed_on: bool) -> Text:
    """That a row, or what is ``passed_on``, is for one enhet."""
    it = Text("den", "it") if passed_on else Text("raden", "the row")
    return Text(sv=f"{it:sv} gäller bara {enhet}", en=f"{it:en} is for {enhet} only")


# The links of the chain


def omrade_of(omrade: str, namnd: str) -> Text:
    return Text(sv=f"området {omrade} hör till {namnd}", en=f"the område {omrade} belongs to {namnd}")


def ordning(called: str, dnr: str | None, since: date | None) -> Text:
    number = f", dnr {dnr}" if dnr else ""
    from_day = Text(sv=f", gäller från {since}", en=f", in force from {since}") if since else Text("", "")
    return called + number + from_day


def passed_on(nummer: str, to: str) -> Text:
    return Text(sv=f"rad {nummer} till {to}", en=f"row {nummer} to {to}")


def provision(says: Text, cited: str) -> Text:
    return says + f" ({cited})"


def reported(how: str, cited: str) -> Text:
    return REPORTED[how] + f" ({cited})"


# What is missing


def no_ordning(namnd: str) -> Text:
    return Text(
        sv=f"ingen delegationsordning för {namnd} är registrerad",
        en=f"no delegationsordning of {namnd} is on record",
    )


def no_reglemente(namnd: str) -> Text:
    return Text(
        sv=f"reglementet för {namnd} är inte registrerat", en=f"the reglemente of {namnd} is not on record"
    )


def nobody_has(omrade: str, namnder: list[str]) -> Text:
    named = ", ".join(namnder)
    none = (
        Text(sv=f"ingen av {named} har", en=f"none of {named} has")
        if len(namnder) > 1
        else Text(sv=f"{named} har inte", en=f"{named} has not")
    )
    return WHICH_NAMND + ": " + none + Text(sv=f" området {omrade}", en=f" the område {omrade}")


def one_of(namnder: Iterable[str]) -> Text:
    return WHICH_NAMND + ": " + ", ".join(namnder)


def holder_of(befattning: str) -> Text:
    return Text(sv=f"vem som har befattningen {befattning}", en=f"who holds the befattning {befattning}")


# What was asked, and the answer


def question(arende: str, enhet: str | None, limits: Iterable[Text]) -> Text:
    about = Text("", "") if enhet is None else Text(sv=f" som rör {enhet}", en=f" about {enhet}")
    asked = Text(sv=f"Vem beslutar i ärendet {arende}", en=f"Who decides in the matter {arende}") + about
    found = list(limits)
    return asked + " (" + joined(found, "; ") + ")" if found else asked


def amount(belopp: float) -> Text:
    return Text("belopp ", "amount ") + kronor(belopp)


URGENT = Text("brådskande", "urgent")


def away(who: str) -> Text:
    return Text(sv=f"frånvarande: {who}", en=f"away: {who}")


def javiga(who: str) -> Text:
    return Text(sv=f"jäviga: {who}", en=f"with a conflict of interest (jäv): {who}")


def decides(who: Text, as_far_as_known: bool) -> Text:
    begins = (
        Text("Beslutar, så långt underlaget räcker: ", "Decides, as far as is known: ")
        if as_far_as_known
        else Text("Beslutar: ", "Decides: ")
    )
    return begins + who + "."


def is_reported(anmalan: Text) -> Text:
    return Text(sv=f"Anmälan: beslutet {anmalan:sv}.", en=f"Report: the decision {anmalan:en}.")


def law(called: Text) -> Text:
    return Text(sv=f"Lag: {called:sv}.", en=f"Law: {called:en}.")


def link(what: Text, says: Text, beslut: str | None) -> Text:
    where = Text("", "") if beslut is None else Text(sv=f", beslut ”{beslut}”", en=f", beslut “{beslut}”")
    return what + ": " + says + where
