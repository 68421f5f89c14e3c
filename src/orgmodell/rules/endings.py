"""Rules of endings: what ends leaves nothing behind, and only what holds can end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from orgmodell.changes import (
    LIVING,
    Change,
    EnhetRemovedFromNamnd,
    EnhetSplit,
    ForumMemberRemoved,
    HolderReleased,
    LeadershipEnded,
    LedamotReleased,
    RelationEnded,
    RollEnded,
    Thing,
)
from orgmodell.changes.attributes import (
    FORUM_OF,
    HOLDS,
    KIND,
    LEADS,
    LEDAMOT,
    LIFE,
    MEMBER,
    MERGED_INTO,
    NAMND,
    PARENT,
    PART_OF,
    PLACEMENT,
    RELATED,
    REPORTS_TO,
    RESPONSIBLE,
    ROLL,
    Appointment,
    Belonging,
    ForumMember,
    Leadership,
    OrganSeat,
    Related,
    RollOf,
)
from orgmodell.chronicle import Account
from orgmodell.periods import ONE_DAY, Period, common
from orgmodell.rules.base import Finding, Rule, Subjects, Watches, first, rule
from orgmodell.timeline import Attribute, OfTwo, P, Step
from orgmodell.words import Text, terms


class Where(NamedTuple):
    """What is said of a thing that is left in what ends, and the way out."""

    still: Text
    way_out: Text


UNDER_IT = Where(
    Text(sv="ligger fortfarande under den", en="is still under it"),
    Text(sv="Flytta eller upplös den", en="Move or dissolve it"),
)
PLACED_IN_IT = Where(
    Text(sv="är fortfarande placerad i den", en="is still placed in it"),
    Text(sv="Flytta eller dra in den", en="Move or withdraw it"),
)
PART_OF_IT = Where(
    Text(sv="är fortfarande del av det", en="is still part of it"), Text(sv="Upplös det", en="Dissolve it")
)
PLACED_UNDER_IT = Where(
    Text(sv="är fortfarande lagd under det", en="is still placed under it"),
    Text(sv="Ta bort enheten därifrån", en="Remove it from it"),
)
UPPDRAG_OF_IT = Where(
    Text(sv="ligger fortfarande kvar där", en="is still left with it"),
    Text(sv="Överför eller avsluta det", en="Transfer or end it"),
)
FORUM_OF_IT = Where(
    Text(sv="hör fortfarande dit", en="is still left with it"), Text(sv="Upplös det", en="Dissolve it")
)
DISSOLVED = Text(sv="upplösas", en="dissolved")


def _and_what_it_was_in(*attributes: Attribute[str, str]) -> Subjects:
    def subjects(account: Account, key: str) -> Iterator[str]:
        yield key
        for attribute in attributes:
            for _, _, value in account.timeline.entries(attribute, key):
                if value is not None:
                    yield from account.receivers_ever(value)

    return subjects


def _and_organ_over(account: Account, key: str) -> Iterator[str]:
    yield from _and_what_it_was_in(PART_OF, RESPONSIBLE, FORUM_OF)(account, key)
    yield from account.namnder_ever(key)


def _namnder_passed_on(account: Account, key: str) -> list[str]:
    return account.namnder_ever(key)


def _and_those_it_may_give_way_to(account: Account, key: Belonging) -> Iterator[str]:
    """An organ, and those that an enhet may be placed under by a merger where nothing else is said of it."""
    yield key.organ
    yield from account.namnder_ever(key.enhet)


def _receivers(account: Account, key: str) -> list[str]:
    return account.receivers_ever(key)


def _receivers_of_first(account: Account, key: Belonging) -> list[str]:
    return account.receivers_ever(key.enhet)


def _placed_under(account: Account, key: str) -> list[str]:
    return account.placed_under_ever(key)


@rule(
    "R07",
    of="enhet",
    watches={
        LIFE: _and_what_it_was_in(PARENT, PLACEMENT, RESPONSIBLE, FORUM_OF),
        PARENT: _and_what_it_was_in(PARENT),
        PLACEMENT: _and_what_it_was_in(PLACEMENT),
        RESPONSIBLE: _and_what_it_was_in(RESPONSIBLE),
        FORUM_OF: _and_what_it_was_in(FORUM_OF),
        MERGED_INTO: _receivers,
    },
    reads=(KIND,),
    sv="En enhet upplöses bara när allt den har har en mottagare: enheter, befattningar, uppdrag och forum.",
)
def dissolved_enhet_is_empty(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """An enhet is dissolved only when all it has has a receiver: enheter, befattningar, uppdrag, forums.

    What a merged enhet holds is received by the enhet it is merged into.
    """
    for end in account.gone(enhet, window):
        split = isinstance(account.fact(end.seq).change, EnhetSplit)
        done = _cannot(enhet, Text(sv="delas", en="split") if split else DISSOLVED, end)
        for child in account.children_ever(enhet):
            if left := _remains(account, PARENT, child, enhet, end, window):
                what = account.value(KIND, child, left.start) or "enhet"
                yield _left(done, what, child, UNDER_IT, enhet, end, left)
        for post in account.placed_ever(enhet):
            if left := _remains(account, PLACEMENT, post, enhet, end, window):
                yield _left(done, "befattning", post, PLACED_IN_IT, enhet, end, left)
        yield from _uppdrag_and_forums(account, enhet, done, end, window)


@rule(
    "R07",
    of="organ",
    watches={
        LIFE: _and_organ_over,
        PART_OF: _and_what_it_was_in(PART_OF),
        NAMND: _and_those_it_may_give_way_to,
        MERGED_INTO: _namnder_passed_on,
        RESPONSIBLE: _and_what_it_was_in(RESPONSIBLE),
        FORUM_OF: _and_what_it_was_in(FORUM_OF),
    },
    sv="Ett organ upplöses bara när det inte har någon enhet, något organ, något uppdrag eller forum kvar.",
)
def dissolved_organ_has_nothing_under_it(account: Account, organ: str, window: Period) -> Iterator[Finding]:
    """An organ is dissolved only when no enhet, organ, uppdrag or forum is left to it."""
    for end in account.gone(organ, window):
        done = _cannot(organ, DISSOLVED, end)
        for part in account.keys_having(PART_OF, organ):
            if left := _remains(account, PART_OF, part, organ, end, window):
                yield _left(done, "organ", part, PART_OF_IT, organ, end, left)
        for enhet in account.placed_under_ever(organ):
            placed = account.namnd_steps(enhet, organ, end.period)
            if left := _while_it_lives(account, placed, enhet, end, window):
                yield _left(done, "enhet", enhet, PLACED_UNDER_IT, organ, end, left)
        yield from _uppdrag_and_forums(account, organ, done, end, window)


def _uppdrag_and_forums(
    account: Account, ended: str, done: Text, end: Step[object], window: Period
) -> Iterator[Finding]:
    for uppdrag in account.in_enhet_ever(RESPONSIBLE, ended):
        if left := _remains(account, RESPONSIBLE, uppdrag, ended, end, window):
            yield _left(done, "uppdrag", uppdrag, UPPDRAG_OF_IT, ended, end, left)
    for forum in account.in_enhet_ever(FORUM_OF, ended):
        if left := _remains(account, FORUM_OF, forum, ended, end, window):
            yield _left(done, "forum", forum, FORUM_OF_IT, ended, end, left)


@rule(
    "R07",
    of="befattning",
    watches={
        LIFE: _and_what_it_was_in(REPORTS_TO),
        REPORTS_TO: _and_what_it_was_in(REPORTS_TO),
        HOLDS: first,
    },
    reads=(MERGED_INTO,),
    sv="En befattning dras in bara när ingen innehar den och ingen annan rapporterar till den genom beslut.",
)
def withdrawn_befattning_is_empty(account: Account, befattning: str, window: Period) -> Iterator[Finding]:
    """A befattning is withdrawn only when nobody holds it and no other reports to it by decision."""
    for end in account.gone(befattning, window):
        done = _cannot(befattning, Text(sv="dras in", en="withdrawn"), end)
        for each in account.appointments_ever(befattning):
            held = account.held(HOLDS, each, end.period)
            if still := next(_that_go_on(held, end, window), None):
                message = Text(
                    sv=f"{done:sv}: {each.person} innehar den fortfarande. "
                    f"Entlediga {each.person} i samma beslut.",
                    en=f"{done:en}: {each.person} still holds it. Release {each.person} in the same beslut.",
                )
                yield Finding(still.start, (befattning, each.person), message, (end.seq, still.seq))
        for other in account.keys_having(REPORTS_TO, befattning):
            if left := _remains(account, REPORTS_TO, other, befattning, end, window):
                message = Text(
                    sv=f"{done:sv}: {other} rapporterar fortfarande till den. Ändra det i samma beslut.",
                    en=f"{done:en}: {other} still reports to it. Change that in the same beslut.",
                )
                yield Finding(left.start, (befattning, other), message, (end.seq, left.seq))


def _remains(
    account: Account,
    attribute: Attribute[str, str],
    thing: str,
    ended: str,
    end: Step[object],
    window: Period,
) -> Step[object] | None:
    """The step that keeps a living thing in what has ended, from its first such day in the window."""
    steps = account.enhet_steps(attribute, thing, end.period)
    return _while_it_lives(account, (step for step in steps if step.value == ended), thing, end, window)


def _while_it_lives(
    account: Account, steps: Iterable[Step[object]], thing: str, end: Step[object], window: Period
) -> Step[object] | None:
    for step in _that_go_on(steps, end, window):
        for living in account.while_both_live(step, thing):
            if living.start is not None:
                return step._replace(start=living.start)
    return None


def _that_go_on(steps: Iterable[Step[object]], end: Step[object], window: Period) -> Iterator[Step[object]]:
    """What began before the end and goes on after it, on the days in the window; the rest R08 judges."""
    for step in steps:
        shared = common(step.period, end.period, window)
        if step.start < end.start and shared is not None and shared.start is not None:
            yield step._replace(start=shared.start, until=shared.until)


def _cannot(ended: str, done: Text, end: Step[object]) -> Text:
    return Text(
        sv=f"{ended} kan inte {done:sv} den {end.start}", en=f"{ended} cannot be {done:en} on {end.start}"
    )


def _left(
    done: Text, what: str, thing: str, where: Where, ended: str, end: Step[object], left: Step[object]
) -> Finding:
    message = Text(
        sv=f"{done:sv}: {what} {thing} {where.still:sv}. {where.way_out:sv} i samma beslut.",
        en=f"{done:en}: {what} {thing} {where.still:en}. {where.way_out:en} in the same beslut.",
    )
    return Finding(left.start, (ended, thing), message, (end.seq, left.seq))


def _held(account: Account, relation: OfTwo[P, object], key: P, before: date) -> bool:
    return account.value(relation, key, before) is not None


def _was_placed(account: Account, relation: object, key: Belonging, before: date) -> bool:
    """Whether the enhet was placed under the organ, or what is merged into it on the very day was."""
    enhet, organ = key
    merged = account.merged_on(enhet, before + ONE_DAY)
    return any(organ in account.placed_under(each, before) for each in (enhet, *merged))


class _Refused(NamedTuple):
    """What cannot end on a day: what that would be, why not, and what may be wrong beside the day."""

    ends: Text
    why: Text
    correct: Text

    def on(self, day: date) -> Text:
        """That it cannot, since it does not hold the day before."""
        ends, why, correct = self
        return Text(
            sv=f"{ends:sv} den {day}: {why:sv} dagen före. Rätta {correct:sv} eller dagen.",
            en=f"{ends:en} on {day}: {why:en} the day before. Correct {correct:en} or the day.",
        )


def _is_no_holder(key: Appointment) -> _Refused:
    befattning, person, _ = key
    return _Refused(
        Text(
            sv=f"{person} kan inte entledigas från {befattning}",
            en=f"{person} cannot be released from {befattning}",
        ),
        Text(sv=f"{person} innehar den inte", en=f"{person} does not hold it"),
        Text("personen, befattningen", "the person, the befattning"),
    )


def _leads_not(key: Leadership) -> _Refused:
    enhet, befattning = key
    return _Refused(
        Text(sv=f"{befattning} kan inte sluta leda {enhet}", en=f"{befattning} cannot cease to lead {enhet}"),
        Text("den leder inte enheten", "it does not lead it"),
        Text("befattningen, enheten", "the befattning, the enhet"),
    )


def _is_not_placed(key: Belonging) -> _Refused:
    enhet, organ = key
    return _Refused(
        Text(sv=f"{enhet} kan inte tas bort från {organ}", en=f"{enhet} cannot be removed from {organ}"),
        Text("enheten är inte lagd under nämnden", "it is not placed under it"),
        Text("enheten, nämnden", "the enhet, the nämnd"),
    )


def _sits_not(key: OrganSeat) -> _Refused:
    organ, person = key
    return _Refused(
        Text(sv=f"{person} kan inte entledigas från {organ}", en=f"{person} cannot be released from {organ}"),
        Text(sv=f"{person} sitter inte i organet", en=f"{person} does not sit in it"),
        Text("personen, organet", "the person, the organ"),
    )


def _has_no_roll(key: RollOf) -> _Refused:
    thing, roll = key
    called = terms.word(roll).sv
    return _Refused(
        Text(sv=f"{thing} kan inte upphöra att vara {called}", en=f"{thing} cannot cease to be {roll}"),
        Text(sv="rollen gäller inte", en=f"it is not {roll}"),
        Text("enheten eller organet, rollen", "the thing, the roll"),
    )


def _is_not_related(key: Related) -> _Refused:
    thing, to, kind = key
    called = terms.word(kind).sv
    return _Refused(
        Text(
            sv=f"relationen {thing} – {called} – {to} kan inte upphöra",
            en=f"the relation {thing} – {kind} – {to} cannot end",
        ),
        Text("den gäller inte", "it does not hold"),
        Text("vad den är mellan, slaget", "the things, the kind"),
    )


def _is_no_member(key: ForumMember) -> _Refused:
    forum, member = key
    return _Refused(
        Text(sv=f"{member} kan inte lämna {forum}", en=f"{member} cannot leave {forum}"),
        Text(sv=f"{member} är inte medlem", en="it is no member"),
        Text("medlemmen, forumet", "the member, the forum"),
    )


def _only_what_holds_ends(
    of: Thing | tuple[Thing, ...],
    relation: OfTwo[P, object],
    ending: type[Change],
    says: Callable[[P], _Refused],
    held: Callable[[Account, OfTwo[P, object], P, date], bool] = _held,
    watches: Watches | None = None,
) -> Rule:
    def judge(account: Account, thing: str, window: Period) -> Iterator[Finding]:
        """Only what holds can end: nobody is released from what they do not hold (logic)."""
        for seq in account.chronicle.mentions(thing):
            fact = account.fact(seq)
            if isinstance(fact.change, ending) and fact.day in window and account.counts(seq):
                keys = [key for _, key, _, _ in fact.change.assigns(fact.day)]
                before = fact.day - ONE_DAY
                if not any(held(account, relation, key, before) for key in keys):
                    yield Finding(fact.day, keys[0][:1], says(keys[0]).on(fact.day), (seq,))

    sv = "Bara det som gäller kan upphöra: ingen entledigas från det den inte innehar (logik)."
    return rule("R08", of=of, watches=watches or {relation: first}, sv=sv)(judge)


only_what_holds_ends = (
    _only_what_holds_ends("befattning", HOLDS, HolderReleased, _is_no_holder),
    _only_what_holds_ends("enhet", LEADS, LeadershipEnded, _leads_not),
    _only_what_holds_ends(
        "enhet",
        NAMND,
        EnhetRemovedFromNamnd,
        _is_not_placed,
        _was_placed,
        {NAMND: _receivers_of_first, MERGED_INTO: _receivers, LIFE: _placed_under},
    ),
    _only_what_holds_ends("organ", LEDAMOT, LedamotReleased, _sits_not),
    _only_what_holds_ends(("enhet", "organ"), ROLL, RollEnded, _has_no_roll),
    _only_what_holds_ends(LIVING, RELATED, RelationEnded, _is_not_related),
    _only_what_holds_ends("forum", MEMBER, ForumMemberRemoved, _is_no_member),
)
