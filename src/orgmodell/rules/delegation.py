"""Rules of delegation: who can be given a decision right, by whom, in what, and what dangles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from orgmodell.changes import (
    DelegationWithheld,
    LedamotRole,
    Matter,
    Rad,
    VidaredelegationGranted,
)
from orgmodell.changes.attributes import (
    BUDGETANSVAR,
    HOLDS,
    KIND,
    LEADS,
    LEDAMOT,
    LIFE,
    MERGED_INTO,
    NAME,
    NAMND,
    ORDNING_OF,
    PARENT,
    PART_OF,
    PERSONALANSVAR,
    PLACEMENT,
    REGLEMENTE,
    Leadership,
    OrganSeat,
    RowOf,
)
from orgmodell.changes.delegation import ARENDE, ORDNING, RAD
from orgmodell.chronicle import Account
from orgmodell.identity import closing
from orgmodell.law import DelegateKind, Law, law_on
from orgmodell.periods import ALWAYS, Period
from orgmodell.rules.base import (
    Finding,
    first,
    first_day,
    itself,
    rule,
    second,
    subject,
    together,
)
from orgmodell.timeline import Step
from orgmodell.view import View, first_answer
from orgmodell.words import Text, joined, same, terms, with_and

SEATED: tuple[LedamotRole, ...] = ("ordforande", "vice ordforande", "ledamot")
AUTOMATISERAD = Text(sv="en automatiserad beslutsfunktion", en="an automatiserad beslutsfunktion")
LEADS_WHAT_ENDED = Text(
    sv=": den som har den leder bara det som har upphört.", en=": who has it leads only what has ended."
)


def rows_ever(account: Account, ordning: str, window: Period) -> Iterator[Step[Rad]]:
    """The rows of a delegationsordning, each for the days on which both it and the ordning hold."""
    for each in account.rader_ever(ordning):
        for step in account.held(RAD, each, window):
            for period in account.while_both_live(step, ordning):
                if (shared := period.overlap(window)) and shared.start is not None:
                    yield step._replace(start=shared.start, until=shared.until)


def rows_from_their_beginning(
    account: Account, ordning: str, window: Period
) -> Iterator[tuple[date, Step[Rad]]]:
    """The same, whole, each with its first day in the window: what is judged by the day it begins."""
    for step in rows_ever(account, ordning, ALWAYS):
        if day := first_day(step.period, window):
            yield day, step


def called(row: Rad) -> Text:
    """A row by number, id and ordning."""
    return Text(
        sv=f"rad {row.nummer} ({row.rad}) i {row.ordning}",
        en=f"row {row.nummer} ({row.rad}) of {row.ordning}",
    )


def namnd_of(account: Account, ordning: str) -> str | None:
    """The nämnd whose delegationsordning it is."""
    return next((step.value for step in account.steps(ORDNING_OF, ordning)), None)


def delegate_kind(account: Account, delegat: str, namnd: str | None, day: date) -> DelegateKind | None:
    """What a delegate is in law, on a day; None when it can be none."""
    match account.type_of(delegat):
        case "befattning":
            return "anstalld"
        case "organ":
            kind = account.organ_kind(delegat)
            belongs = account.value(PART_OF, delegat, day) in (namnd, None)
            return kind if belongs and kind in ("utskott", "presidium") else None  # type: ignore[return-value]
        case None:
            role = _role(account, namnd, delegat, day)
            return None if role is None else "ersattare" if role == "ersattare" else "ledamot"
    return None


def _role(account: Account, namnd: str | None, person: str, day: date) -> LedamotRole | None:
    """What a person is in a nämnd on a day; None when nothing."""
    return None if namnd is None else account.value(LEDAMOT, OrganSeat(namnd, person), day)


def _ordningar_naming(account: Account, key: str | tuple[str, ...]) -> Iterator[str]:
    """The delegationsordningar with rows that name the thing."""
    for thing in subject(account, key):
        for seq in account.chronicle.mentions(thing):
            change = account.fact(seq).change
            if isinstance(change, Rad | DelegationWithheld | VidaredelegationGranted):
                yield change.ordning


def _ordningar_of(account: Account, key: str | tuple[str, ...]) -> Iterator[str]:
    """The delegationsordningar of a nämnd."""
    for namnd in subject(account, key):
        yield from account.keys_having(ORDNING_OF, namnd)


@rule(
    "R09",
    of="delegationsordning",
    watches={RAD: first, LIFE: _ordningar_naming, LEDAMOT: _ordningar_of},
    reads=(KIND, ORDNING_OF, PART_OF),
    sv="En nämnd delegerar till dem som den dagens kommunallag tillåter (KL 6:33 / 6:37, 7:5).",
)
def delegate_is_one_that_the_law_allows(account: Account, ordning: str, window: Period) -> Iterator[Finding]:
    """A nämnd delegates to those that the kommunallag of the day allows (KL 6:33 / 6:37, 7:5)."""
    namnd = namnd_of(account, ordning)
    for day, step in rows_from_their_beginning(account, ordning, window):
        row, law = step.value, law_on(step.start)
        if row.automatiserad and "automatiserad" not in law.delegates:
            yield _not_allowed(step, AUTOMATISERAD, law)._replace(day=day)
        for delegat in row.delegat:
            kind = delegate_kind(account, delegat, namnd, step.start)
            if kind is None:
                yield _no_delegate(account, step, delegat, namnd, law)._replace(day=day)
            elif kind not in law.delegates:
                who = Text(sv=f"{delegat} ({terms.word(kind):sv})", en=f"{delegat} ({kind})")
                yield _not_allowed(step, who, law)._replace(day=day)


def _not_allowed(step: Step[Rad], delegat: Text, law: Law) -> Finding:
    row, it = step.value, called(step.value)
    allowed = joined(provision.says for provision in law.delegates.values())
    message = Text(
        sv=f"{it:sv} kan inte låta {delegat:sv} besluta den {step.start}: {law} "
        f"tillåter {allowed:sv}. Välj någon av dem, eller en senare dag.",
        en=f"{it:en} cannot let {delegat:en} decide on {step.start}: {law} "
        f"allows {allowed:en}. Choose one of them, or a later day.",
    )
    return Finding(step.start, (row.ordning, row.rad), message, (step.seq,))


def _no_delegate(account: Account, step: Step[Rad], delegat: str, namnd: str | None, law: Law) -> Finding:
    row, it, see = step.value, called(step.value), law.cite(law.delegates["anstalld"])
    known = (t for t in account.chronicle.things() if account.type_of(t) in ("befattning", "organ"))
    near = closing(delegat, known if account.type_of(delegat) is None else ())
    message = Text(
        sv=f"{it:sv} kan inte låta '{delegat}' besluta den {step.start}: det är "
        f"ingen befattning, inget utskott eller presidium i {namnd}, och ingen ledamot eller ersättare "
        f"där{near:sv} Se {see}.",
        en=f"{it:en} cannot let '{delegat}' decide on {step.start}: it is "
        f"no befattning, no utskott or presidium of {namnd}, and no ledamot or ersättare in it{near:en} "
        f"See {see}.",
    )
    return Finding(step.start, (row.ordning, row.rad), message, (step.seq,))


def _delegates(account: Account, key: RowOf) -> Iterator[str]:
    """The befattningar that a row has named as delegate."""
    for row in rows_said(account, key):
        yield from (each for each in row.delegat if account.type_of(each) == "befattning")


def rows_said(account: Account, key: RowOf) -> Iterator[Rad]:
    """What a row has been said to be, ever."""
    yield from (row for _, _, row in account.timeline.entries(RAD, key) if row is not None)


def _who_may_be_one(account: Account, key: str) -> Iterator[str]:
    """A befattning itself, those that lead the enhet, or the delegates of the delegationsordning."""
    yield key
    yield from account.leaders_ever(key)
    for place in account.rader_ever(key):
        yield from _delegates(account, place)


@rule(
    "R10",
    of="befattning",
    watches={HOLDS: first, LEADS: second, RAD: _delegates, LIFE: _who_may_be_one},
    severity="warning",
    sv="En chef eller delegat är anställd av kommunen, och ingen konsult (KL 6:33 / 7:5, JO 2816-2003).",
)
def who_decides_on_delegation_is_employed(
    account: Account, befattning: str, window: Period
) -> Iterator[Finding]:
    """A chef or a delegate is employed by the kommun, and no consultant (KL 6:33 / 7:5, JO 2816-2003)."""
    for held in account.appointments_ever(befattning):
        if held.form != "konsult":
            continue
        told: dict[date, set[int]] = {}
        for enhet in account.led_ever(befattning):
            pair = (
                account.steps(HOLDS, held, window),
                account.steps(LEADS, Leadership(enhet, befattning), window),
            )
            for day, facts in together(account, window, *pair, living=(befattning, enhet)):
                told.setdefault(day, set()).update(facts)
        rows: dict[date, list[Rad]] = {}
        for row in _rows_naming(account, befattning, window):
            for day, facts in together(account, window, [row], account.steps(HOLDS, held, window)):
                told.setdefault(day, set()).update(facts)
                rows.setdefault(day, []).append(row.value)
        for day, seqs in sorted(told.items()):
            law, which = law_on(day), joined(map(called, rows.get(day, ())))
            named = Text(sv=f"; den är delegat i {which:sv}", en=f"; it is the delegate of {which:en}")
            also, see = named if day in rows else same(""), law.cite(law.delegates["anstalld"])
            message = Text(
                sv=f"{befattning} innehas av {held.person} som konsult den {day}{also:sv}. En konsult är "
                f"inte anställd av kommunen och kan inte vara delegat ({see}): låt någon annan besluta, "
                "eller dokumentera anställningen.",
                en=f"{befattning} is held by {held.person} as konsult on {day}{also:en}. A consultant is not "
                f"employed by the kommun and can be no delegate ({see})"
                f": let another decide, or document the employment.",
            )
            yield Finding(day, (befattning, held.person), message, tuple(sorted(seqs)))


def _rows_naming(account: Account, befattning: str, window: Period) -> Iterator[Step[Rad]]:
    """The rows that name a befattning as delegate, while they hold."""
    for ordning in dict.fromkeys(_ordningar_naming(account, befattning)):
        for step in rows_ever(account, ordning, window):
            if befattning in step.value.delegat:
                yield step


@rule(
    "R11",
    of="delegationsordning",
    watches={RAD: first, ARENDE: _ordningar_naming, LIFE: itself},
    sv="Det som lagen förbehåller nämnden eller fullmäktige kan inte delegeras (KL 6:34 / 6:38, 3:9 / 5:1).",
)
def what_is_reserved_is_not_delegated(account: Account, ordning: str, window: Period) -> Iterator[Finding]:
    """What the law keeps for nämnden or fullmäktige cannot be delegated (KL 6:34 / 6:38, 3:9 / 5:1)."""
    for step in rows_ever(account, ordning, window):
        row = step.value
        for defined in account.steps(ARENDE, row.arende, step.period):
            day = first_day(defined.period, step.period)
            if day is not None and defined.value is not None and defined.value.forbehallet is not None:
                law = law_on(day)
                it, reserved = called(row), law.reserved[defined.value.forbehallet]
                message = Text(
                    sv=f"{it:sv} kan inte delegera {row.arende} den {day}: "
                    f"{reserved.says:sv} ({law.cite(reserved)}). Utelämna raden.",
                    en=f"{it:en} cannot delegate {row.arende} on {day}: "
                    f"{reserved.says:en} ({law.cite(reserved)}). Leave the row out.",
                )
                yield Finding(day, (ordning, row.arende), message, (step.seq,))
                break


@rule(
    "R12",
    of="delegationsordning",
    watches={RAD: first, ARENDE: _ordningar_naming, REGLEMENTE: _ordningar_of, LIFE: itself},
    reads=(ORDNING_OF,),
    sv="En nämnd delegerar bara det som finns i dess reglemente, om ett är registrerat (KL 5:2, 6:3, 6:44).",
)
def namnd_delegates_within_its_reglemente(
    account: Account, ordning: str, window: Period
) -> Iterator[Finding]:
    """A nämnd delegates only what is in its reglemente, where one is recorded (KL 5:2, 6:3, 6:44)."""
    namnd = namnd_of(account, ordning)
    if namnd is None:
        return
    for step in rows_ever(account, ordning, window):
        row = step.value
        for reglemente in account.steps(REGLEMENTE, namnd, step.period):
            day = max(step.start, reglemente.start)
            arende = account.value(ARENDE, row.arende, day)
            omrade = arende.omrade if arende else None
            if omrade is not None and reglemente.value and omrade not in reglemente.value and day in window:
                it, near = called(row), closing(omrade, reglemente.value)
                message = Text(
                    sv=f"{it:sv} kan inte delegera {row.arende} den {day}: dess område '{omrade}' finns "
                    f"inte i reglementet för {namnd}{near:sv} Rätta området, eller låt fullmäktige ändra "
                    "reglementet.",
                    en=f"{it:en} cannot delegate {row.arende} on {day}: its område '{omrade}' is not in "
                    f"the reglemente of {namnd}{near:en} "
                    "Correct the område, or let fullmäktige change the reglemente.",
                )
                yield Finding(day, (ordning, row.arende), message, (step.seq, reglemente.seq))


@rule(
    "R14",
    of="delegationsordning",
    watches={RAD: first, LIFE: itself},
    sv='En rätt ges till en delegat, inte till flera tillsammans (praxis; KL 7:5 "en anställd").',
)
def nobody_decides_together(account: Account, ordning: str, window: Period) -> Iterator[Finding]:
    """A right is given to one delegate, not to several together (practice; KL 7:5 "en anställd")."""
    for step in rows_ever(account, ordning, window):
        if len(step.value.delegat) > 1:
            row, both = called(step.value), with_and(step.value.delegat)
            message = Text(
                sv=f"{row:sv} kan inte låta {both:sv} besluta tillsammans den {step.start}. "
                "Ge var och en en rad, uppdelade efter område, belopp eller enhet.",
                en=f"{row:en} cannot let {both:en} decide "
                f"together on {step.start}. Give each a row, divided by område, belopp or enhet.",
            )
            yield Finding(step.start, (ordning, step.value.rad), message, (step.seq,))


@rule(
    "R15",
    of="delegationsordning",
    watches={RAD: first, LIFE: itself},
    severity="warning",
    sv="Flera rader om samma ärende delas upp efter belopp, enhet eller brådska, eller rangordnas (praxis).",
)
def rows_of_one_matter_are_divided(account: Account, ordning: str, window: Period) -> Iterator[Finding]:
    """Several rows of one matter are divided by belopp, enhet or urgency, or are ranked (practice)."""
    alike: dict[Matter, list[Step[Rad]]] = {}
    for step in rows_ever(account, ordning, window):
        row = step.value
        alike.setdefault(row.matter, []).append(step)
    for one, other in (pair for steps in alike.values() for pair in combinations(steps, 2)):
        a, b = one.value, other.value
        shared = one.period.overlap(other.period)
        if a.rad != b.rad and shared is not None and shared.start is not None:
            message = Text(
                sv=f"raderna {a.nummer} och {b.nummer} i {ordning} delegerar båda {a.arende} den "
                f"{shared.start}, och inget säger vilken som går före. Dela upp dem efter belopp eller "
                "enhet, eller gör den ena delegaten till ersättare.",
                en=f"rows {a.nummer} and {b.nummer} of {ordning} both delegate {a.arende} on {shared.start}, "
                "and nothing says which goes before. Divide them by belopp or enhet, or make one ersättare.",
            )
            yield Finding(shared.start, (ordning, a.rad, b.rad), message, (one.seq, other.seq))


@rule(
    "R16",
    of="delegationsordning",
    watches={RAD: first, LEDAMOT: _ordningar_of, LIFE: itself},
    reads=(ORDNING_OF,),
    sv="Brådskande ärenden avgörs av ordföranden eller en ledamot som nämnden har valt (KL 6:36 / 6:39).",
)
def what_cannot_wait_is_for_a_ledamot(account: Account, ordning: str, window: Period) -> Iterator[Finding]:
    """Urgent matters are decided by the ordförande or a ledamot whom nämnden chose (KL 6:36 / 6:39)."""
    namnd = namnd_of(account, ordning)
    for day, step in rows_from_their_beginning(account, ordning, window):
        row = step.value
        roles = [_role(account, namnd, delegat, step.start) for delegat in row.delegat]
        if row.bradskande and not (roles and all(role in SEATED for role in roles)):
            it, law = called(row), law_on(step.start)
            message = Text(
                sv=f"{it:sv} gäller brådskande ärenden, och dess delegat den "
                f"{step.start} är inte ordförande eller ledamot i {namnd} ({law.cite(law.bradskande)}). "
                "Ange en person som är det.",
                en=f"{it:en} is for urgent matters, and its delegate on "
                f"{step.start} is not ordförande or ledamot of {namnd} ({law.cite(law.bradskande)}). "
                "Name the person who is.",
            )
            yield Finding(day, (ordning, row.rad), message, (step.seq,))


@rule(
    "R17",
    of="delegationsordning",
    watches={RAD: first, ORDNING: itself, LIFE: itself},
    severity="warning",
    sv="Enligt 1991 års lag anmäls alla beslut på delegation till nämnden (KL 6:35).",
)
def decisions_are_reported_as_the_law_says(
    account: Account, ordning: str, window: Period
) -> Iterator[Finding]:
    """Under the act of 1991 all decisions on delegation are reported to nämnden (KL 6:35)."""
    for step in rows_ever(account, ordning, window):
        law = law_on(step.start)
        adopted = account.value(ORDNING, ordning, step.start)
        anmalan = step.value.anmalan or (adopted.anmalan if adopted else "namnden")
        if law.reporting == "alla" and anmalan == "nej":
            row = called(step.value)
            message = Text(
                sv=f"{row:sv} säger den {step.start} att besluten inte anmäls; "
                f"{law.act} {law.anmalan.lagrum} kräver att alla anmäls.",
                en=f"{row:en} says on {step.start} that decisions are not reported; "
                f"{law.act} {law.anmalan.lagrum} requires that all are.",
            )
            yield Finding(step.start, (ordning, step.value.rad), message, (step.seq,))


def _ordningar_meaning(account: Account, key: str) -> Iterator[str]:
    """The delegationsordningar that name a thing, or a title that somebody in it may have."""
    yield from _ordningar_naming(account, key)
    yield from _ordningar_of(account, key)
    if account.type_of(key) in ("befattning", "enhet"):
        yield from account.chronicle.keys(ORDNING_OF)


def _every_ordning(account: Account, key: object) -> Iterable[str]:
    return account.chronicle.keys(ORDNING_OF)


@rule(
    "R22",
    of="delegationsordning",
    watches={
        RAD: first,
        LIFE: _ordningar_meaning,
        NAME: _ordningar_meaning,
        PARENT: _every_ordning,
        MERGED_INTO: _every_ordning,
        PLACEMENT: _every_ordning,
        LEADS: _every_ordning,
        NAMND: _every_ordning,
        LEDAMOT: _ordningar_of,
    },
    reads=(ORDNING_OF, PERSONALANSVAR, BUDGETANSVAR),
    severity="warning",
    sv="De som en rad namnger, och den enhet som den gäller för, finns (praxis): det påpekas, och flyttas "
    "inte.",
)
def no_row_dangles(account: Account, ordning: str, window: Period) -> Iterator[Finding]:
    """Whoever a row names, and the enhet it is limited to, exist (practice): it is told, and not moved."""
    namnd = namnd_of(account, ordning)
    posts = _posts_ever(account, namnd) if namnd is not None else ()
    for step in rows_ever(account, ordning, window):
        row = step.value
        if row.delegat_typ is not None and namnd is not None:
            yield from _title_of_nobody(account, row, step, namnd, posts)
        named = [*row.delegat, *row.ersattare, *([row.enhet] if row.enhet else [])]
        for thing in named:
            for gone in _gone(account, thing, namnd):
                if day := first_day(gone.period, step.period):
                    it = called(row)
                    message = Text(
                        sv=f"{it:sv} anger {thing}, som inte finns kvar den {gone.start}. "
                        "Ändra eller återkalla raden.",
                        en=f"{it:en} names {thing}, who or which is gone by {gone.start}. "
                        "Change or revoke the row.",
                    )
                    yield Finding(day, (ordning, row.rad, thing), message, (step.seq, gone.seq))


def _title_of_nobody(
    account: Account, row: Rad, step: Step[Rad], namnd: str, posts: Iterable[str]
) -> Iterator[Finding]:
    """The first day on which a row holds and nobody in a line under the nämnd has the title it names."""
    title = row.delegat_typ

    def is_lacking(view: View) -> bool:
        its = filter(view.is_befattning, posts)
        return not any(view.is_meant(post, title, namnd, row.enhet) for post in its)

    if found := first_answer(account, step.period, is_lacking):
        view = View(account, found.start)
        titles = [view.title(post) for post in view.posts_under(namnd)]
        has_it = any(each.casefold() == (title or "").casefold() for each in titles)
        it, near = called(row), LEADS_WHAT_ENDED if has_it else closing(title or "", titles)
        message = Text(
            sv=f"{it:sv} låter {title} besluta, och ingen under {namnd} har den titeln "
            f"den {found.start}{near:sv} Ändra raden, eller inrätta befattningen.",
            en=f"{it:en} lets {title} decide, and nobody under {namnd} has that title "
            f"on {found.start}{near:en} Change the row, or create the befattning.",
        )
        yield Finding(found.start, (row.ordning, row.rad), message, (step.seq,))


def _posts_ever(account: Account, namnd: str) -> dict[str, None]:
    """The befattningar that may be in a line under a nämnd, or over it, on some day."""
    placed = account.placed_under_ever(namnd)
    over = (each for enhet in placed for each in account.over_ever(enhet))
    enheter = dict.fromkeys([*account.under_ever(placed), *over])
    return dict.fromkeys(
        post for each in enheter for post in (*account.leaders_ever(each), *account.placed_ever(each))
    )


def _gone(account: Account, thing: str, namnd: str | None) -> Iterator[Step[object]]:
    """When a thing no longer exists, or a person no longer sits in the nämnd."""
    if account.type_of(thing) is not None:
        return account.ended(thing)
    seats = () if namnd is None else account.steps(LEDAMOT, OrganSeat(namnd, thing))
    return (step for step in seats if step.value is None)
