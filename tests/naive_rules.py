"""The rules, naively: what is broken on a day, by the words of each in docs/rules.md.

Each rule is a plain function of an account and a day that gives the things that break it, the main one
first. It asks the day as replayed (`naive.Day`) or, where a change did something wrongly, whether what that
said still holds; it knows no windows, no touched attributes and nothing of the library's rules. Where the
words of a rule leave a case open, its docstring says what was decided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from naive import (
    AUTOMATISERAD,
    ONE_DAY,
    PRESIDIUM,
    Day,
    NaiveAccount,
    NaiveOrganisation,
    Said,
    taken_over,
)
from orgmodell.changes import (
    AtgardCancelled,
    AtgardCompleted,
    AtgardPlanned,
    AtgardReassigned,
    AtgardRescheduled,
    Beslut,
    BeslutAnnulled,
    Change,
    ChangeAnnulled,
    DelegationChanged,
    DelegationGranted,
    DelegationRevoked,
    EnheterMerged,
    EnhetRemovedFromNamnd,
    ForslagDecided,
    ForumMemberRemoved,
    ForumSeatFilled,
    HolderReleased,
    InstrumentRenewed,
    LeadershipEnded,
    LedamotReleased,
    Rad,
    Ref,
    RelationEnded,
    RollEnded,
    VidaredelegationGranted,
    named_by,
)

NEW_ACT = date(2018, 1, 1)  # kommunallagen (2017:725), after that of 1991
KOMMUNER = date(1863, 1, 1)
A_YEAR, THIRTY_YEARS = timedelta(days=366), timedelta(days=30 * 366)
SINGLE = ("fullmaktige", "styrelse")
SEATED = ("ordforande", "vice ordforande", "ledamot")
SIDES = {"bestallare": "bestallare", "myndighet": "bestallare", "utforare": "utforare"}
PARTS = ("person", "plats", "rad")  # what is named, and neither begins nor ends by beslut

Things = tuple[str, ...]
Judge = Callable[[NaiveAccount, date], Iterable[Things]]


class Broken(NamedTuple):
    """What is broken: the rule, how gravely, and by which things, the main one first and then by name."""

    rule: str
    severity: str
    things: Things


class NaiveRule(NamedTuple):
    """A rule: its id, its severity and its function."""

    id: str
    severity: str
    judge: Judge


# What is named, given and annulled


def what_is_named_is_there(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R08: a change takes effect only on things that exist on its day.

    Of two changes that end a thing on one day the last ends it; the other one names what is not there.
    """
    for s, wrong in _named_amiss(account):
        if account.holds(s, day):
            yield from ((thing,) for thing in wrong)


@lru_cache(maxsize=64)
def _named_amiss(account: NaiveAccount) -> list[tuple[Said, set[str]]]:
    """The changes that name what is not as they take it to be, each with that."""
    found = [
        (s, {thing for _, ref, thing in named_by(s.change) if _is_amiss(account, s, ref, thing)})
        for s in account.said
    ]
    return [(s, wrong) for s, wrong in found if wrong]


def _is_amiss(account: NaiveAccount, s: Said, ref: Ref, thing: str) -> bool:
    """Whether a thing is not as a change takes it to be. A person may have the id of no other thing."""
    its_type = account.types.get(thing)
    if ref.must in ("be named", "be new") or set(ref.thing) <= set(PARTS):
        return False
    if "person" in ref.thing and its_type is None:
        return False
    if its_type not in ref.thing:
        return True
    today, yesterday = account.on(s.day).life, account.on(s.day - ONE_DAY).life
    match ref.must:
        case "end":
            last = account.last_saying("life", thing, s.day)
            return thing not in yesterday or thing in today or last is None or last.said is not s
        case "have lived":
            return thing not in today and thing not in yesterday
    return thing not in today


def an_id_is_given_once(account: NaiveAccount, day: date) -> Iterator[Things]:
    """ID, of things: an id is given once. Of two changes that give it, that recorded later is wrong."""
    given: set[str] = set()
    for s in account.said:
        if s.created is not None and s.created in given and account.holds(s, day):
            yield (s.created,)
        given |= {s.created} if s.created else set()


def the_id_of_a_beslut_is_given_once(account: NaiveAccount, day: date) -> Iterator[Things]:
    """ID, of beslut: told of that which stands later on the log."""
    for at, beslut in account.records:
        if account.organisation.position_of(beslut.id) < at and beslut.decided == day:
            yield (beslut.id,)


def what_is_annulled_counts(account: NaiveAccount, day: date) -> Iterator[Things]:
    """ANNUL: what is annulled stands on the log before, and counts until then. Broken on its day.

    What is annulled itself annuls nothing, and says nothing wrong.
    """
    for s in account.said:
        if isinstance(s.change, BeslutAnnulled | ChangeAnnulled) and s.day == day:
            before = account.organisation.account(recorded=s.position - 1)
            counting = {(o.position, o.number) for o in before.said}
            if not account.organisation.annulled_by(s.change) & counting:
                yield (s.change.beslut,)


# Beslut themselves


def who_took_it_is_on_record(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R27: whoever is said to have taken a beslut is an organ or befattning, where there is a fullmäktige.

    On whatever day these are or were: a beslut may be taken by what is created later on.
    """
    kinds = {kind for state in account.days.values() for kind in state.organs_of("fullmaktige")}
    for _, beslut in account.records:
        took = beslut.decided_by
        known = account.types.get(took or "") in ("organ", "befattning")
        if kinds and took is not None and not known and beslut.decided == day:
            yield (took,)


def what_prepares_it_comes_first(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R29: a beslut is negotiated, and its risks are assessed, before it is taken: at the latest that day."""
    for _, beslut in account.records:
        prepared = [each for each in (beslut.forhandlad, beslut.riskbedomd) if each is not None]
        if beslut.decided == day and any(each > beslut.decided for each in prepared):
            yield (beslut.id,)


def days_are_not_far_away(account: NaiveAccount, day: date) -> Iterator[Things]:
    """DAG: taken before 1863 or more than a year after it was recorded; in effect before 1863 or in 30 years.

    A year is at most 366 days. A change that takes effect on the day it is decided says nothing besides.
    """
    recorded = account.organisation.recorded_on
    for _, beslut in account.records:
        taken = beslut.decided
        effective = {beslut.day_of(change) for change in beslut.changes} - {taken}
        late = recorded is not None and taken - recorded > A_YEAR
        far = [each for each in effective if each < KOMMUNER or each - taken > THIRTY_YEARS]
        if taken == day and (taken < KOMMUNER or late or far):
            yield (beslut.id,)


# Only what holds can end


def only_what_holds_ends(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R08: only what holds can end. It holds the day before, and the breach is on that day.

    Of a thing that is not there at all, or of another type, nothing holds; that is another breach of R08.
    What is merged into an enhet on the very day hands on its placement under a nämnd, which may be ended.
    """
    before, today = account.on(day - ONE_DAY), account.on(day)
    for s in account.said:
        if s.day == day and (ends := _ending(s.change)) is not None:
            thing, types, field, keys = ends
            held: Iterable[object] = getattr(before, field)
            if isinstance(s.change, EnhetRemovedFromNamnd):
                merged = [each for each, into in today.merging.items() if into == thing]
                keys = {(each, s.change.namnd) for each in (thing, *merged)}
            fits = account.types.get(thing) in types if types else _any_is_typed(account, s.change)
            if fits and not any(key in held for key in keys):
                yield (thing,)


def _ending(change: Change) -> tuple[str, tuple[str, ...], str, set[tuple[str, ...]]] | None:
    """(thing, its types, the field of a day, keys of it) of a change that ends some relation; () is any."""
    match change:
        case HolderReleased(befattning=post, person=person):
            forms = ("ordinarie", "tf", "vikarie", "tjf", "konsult")
            return post, ("befattning",), "held", {(post, person, form) for form in forms}
        case LeadershipEnded(befattning=post, enhet=enhet):
            return enhet, ("enhet",), "leaderships", {(enhet, post)}
        case EnhetRemovedFromNamnd(enhet=enhet, namnd=organ):
            return enhet, ("enhet",), "under_namnd", {(enhet, organ)}
        case LedamotReleased(organ=organ, person=person):
            return organ, ("organ",), "seats", {(organ, person)}
        case RollEnded(thing=thing, roll=roll):
            return thing, ("enhet", "organ"), "roller", {(thing, roll)}
        case RelationEnded(thing=thing, kind=kind, to=to):
            return thing, (), "relations", {(thing, kind, to)}
        case ForumMemberRemoved(forum=forum, member=member):
            return forum, ("forum",), "members", {(forum, member)}
    return None


def _any_is_typed(account: NaiveAccount, change: Change) -> bool:
    return any(thing in account.types for _, _, thing in named_by(change))


# The line


def no_enhet_is_under_itself(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R05: the line is a tree."""
    today = account.on(day)
    return ((enhet,) for enhet in today.living("enhet") if today.under_itself(enhet))


def nobody_reports_to_themselves(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R05: no befattning reports to itself, by decision, by way of others or of the line."""
    today = account.on(day)
    return ((post,) for post in today.living("befattning") if post in today.reports_over(post))


def organ_is_not_part_of_itself(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R05: no organ is part of itself, through others either; whether or not these are dissolved."""
    today = account.on(day)
    for organ in today.part_of:
        whole, passed = today.part_of.get(organ), {organ}
        while whole is not None and whole not in passed:
            passed.add(whole)
            whole = today.part_of.get(whole)
        if whole == organ and account.types.get(organ) == "organ":
            yield (organ,)


# Endings


def dissolved_enhet_is_empty(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R07: when an enhet ends, all it has has a receiver.

    While what it had lives and is left there. What is said to be in it from the day it ended, or later,
    breaks R08 instead.
    """
    today = account.on(day)
    for enhet, end in _ended(account, "enhet", day):
        for fields in ("parents", "placements", "ansvarig", "forum_of"):
            yield from _left_in(account, fields, enhet, end, today)


def dissolved_organ_has_nothing_under_it(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R07: when an organ ends, no enhet, organ, uppdrag or forum is left to it."""
    today = account.on(day)
    for organ, end in _ended(account, "organ", day):
        for fields in ("part_of", "ansvarig", "forum_of"):
            yield from _left_in(account, fields, organ, end, today)
        for enhet, under in today.under_namnd:
            placed = account.last_saying("under_namnd", (enhet, organ), today.day)
            anew = placed is not None and placed.day >= end
            was = (enhet, organ) in account.on(end - ONE_DAY).under_namnd
            if under == organ and enhet in today.life and was and not anew:
                yield organ, enhet


def dissolved_namnd_leaves_no_ordning(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R07: a nämnd ends only when its delegationsordning is repealed; one adopted later is left as well."""
    today = account.on(day)
    for organ, _ in _ended(account, "organ", day):
        yield from ((organ, ordning) for ordning in today.ordningar_of(organ))


def withdrawn_befattning_is_empty(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R07: a befattning is withdrawn only when nobody holds it and no other reports to it by decision."""
    today = account.on(day)
    for post, end in _ended(account, "befattning", day):
        yield from _left_in(account, "reports_to", post, end, today)
        for held in today.held:
            given = account.last_saying("held", held, day)
            if held[0] == post and given is not None and given.day < end:
                yield post, held[1]


def _ended(account: NaiveAccount, type_: str, day: date) -> Iterator[tuple[str, date]]:
    """The things of a type that have ceased to exist, each with the day."""
    for thing, its_type in account.types.items():
        if its_type == type_ and (end := account.ended(thing, day)) is not None:
            yield thing, end


def _left_in(account: NaiveAccount, field: str, ended: str, end: date, today: Day) -> Iterator[Things]:
    """What lives and is still in what has ended, and was said to be before it did."""
    for thing, where in getattr(today, field).items():
        said = account.last_saying(field, thing, today.day)
        if where == ended and thing in today.life and said is not None and said.day < end:
            came = {other: into for other, into in today.merged.items() if into == ended}
            by_merger = said.value != ended and all(
                account.on(end - ONE_DAY).merged.get(each) != ended for each in came
            )
            if not by_merger:
                yield ended, thing


def instrument_in_force_has_its_parties(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R07: while an instrument is in force its beställare and its utförare exist.

    Of what was not there when it was named, R08 tells.
    """
    today = account.on(day)
    for instrument in filter(today.in_force, today.instruments()):
        for field in ("bestallare", "utforare"):
            named = account.last_saying(field, instrument, day)
            assert named is not None
            party = getattr(today, field)[instrument]
            if named.value in account.on(named.day).life and party not in today.life:
                yield party, instrument


# Leadership


def enhet_has_one_leading_befattning(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R03: an enhet is led by at most one befattning, unless all who lead it share it: told of each pair."""
    today = account.on(day)
    for enhet in today.living("enhet"):
        for pair in combinations(sorted(today.leaders(enhet)), 2):
            if any(today.leaderships[enhet, post] is True for post in pair):
                yield enhet, *pair


def befattning_has_one_holder(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R03: at most one ordinarie and one acting holder at a time; told of each pair of appointments."""
    today = account.on(day)
    for post in today.living("befattning"):
        for (one, form), (other, another) in combinations(sorted(today.holders(post)), 2):
            if (form == "ordinarie") == (another == "ordinarie"):
                yield post, *sorted((one, other))


def appointment_runs_its_course(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R03: an appointment is cut short only by a release, not by the end of another.

    From the day the other one ends until the befattning is held so again, or that is said to end again.
    """
    for (field, key), _ in account.sayings.items():
        if field == "held" and _is_cut_short(account, field, key, HolderReleased, day):
            assert isinstance(key, tuple)
            if account.types.get(key[0]) == "befattning":
                yield key[0], key[1]


def ledamot_serves_the_term(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R03: a ledamot leaves only by a release or at the end of the term, not by the end of another term."""
    for (field, key), _ in account.sayings.items():
        if field == "seats" and _is_cut_short(account, field, key, LedamotReleased, day):
            assert isinstance(key, tuple)
            if account.types.get(key[0]) == "organ":
                yield key[0], key[1]


def _is_cut_short(account: NaiveAccount, field: str, key: object, release: type[Change], day: date) -> bool:
    """Whether nothing holds since a day on which one that ended took with it one that had not."""
    last = account.last_saying(field, key, day)
    if last is None or last.value is not None:
        return False
    running: list[Said] = []
    for each in account.sayings[field, key]:
        if each.day < last.day or (each.day == last.day and each.said.seq <= last.said.seq):
            if each.value is not None:
                running.append(each.said)
            elif isinstance(each.said.change, release):
                running = []
            else:
                running = [other for other in running if other is not each.said]
            if each.day < last.day and not _holds_after(account, field, key, each.day):
                running = []  # these were cut short before
    return bool(running)


def _holds_after(account: NaiveAccount, field: str, key: object, day: date) -> bool:
    last = account.last_saying(field, key, day)
    return last is not None and last.value is not None


def vacant_chef_is_declared(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R04: an enhet whose leading befattning nobody holds has a vakans, declared since the last holder."""
    today = account.on(day)
    for enhet in today.living("enhet"):
        for post in today.leaders(enhet):
            if not today.holders(post) and post not in today.declared:
                yield enhet, post


def what_takes_over_has_a_chef(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R04: an enhet that takes over from one that was led is led by some befattning, until it first is.

    That it was led counts the day before. An enhet that was there the day before and led by nobody may take
    over what is split or dissolved into it.
    """
    today = account.on(day)
    for (ended, heir), since in today.takes_over.items():
        before = account.on(since - ONE_DAY)
        led_it = before.leaders(ended)
        if led_it and today.is_enhet(heir) and _is_to_be_led(account, ended, heir, since, before):
            led = [each.leaders(heir) for at, each in account.days.items() if since <= at <= day]
            if not any(led):
                yield heir, *sorted(led_it)


def _is_to_be_led(account: NaiveAccount, ended: str, heir: str, since: date, before: Day) -> bool:
    said = account.last_saying("takes_over", (ended, heir), since)
    assert said is not None
    merger = isinstance(said.said.change, EnheterMerged)
    return merger or _began(account, heir) == since or bool(before.leaders(heir))


def _began(account: NaiveAccount, thing: str) -> date | None:
    days = [s.day for s in account.said if s.created == thing]
    return min(days, default=None)


def chef_leads_what_exists(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R04: a befattning whose enheter have all ended leads another, or ceases to lead."""
    today = account.on(day)
    return ((post,) for post in today.living("befattning") if _leads_nothing(today, post))


def _leads_nothing(today: Day, post: str) -> bool:
    led = [enhet for enhet, leader in today.leaderships if leader == post]
    return bool(led) and not any(enhet in today.life for enhet in led)


def skolenhet_has_one_rektor(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R24: a skolenhet is led in no samledarskap, of one either; told of each who leads it so."""
    today = account.on(day)
    for enhet in today.living("enhet"):
        for post in today.leaders(enhet):
            if today.kinds[enhet] == "skolenhet" and today.leaderships[enhet, post] is not True:
                yield enhet, post


# The politicians


def two_of_what_there_is_one_of(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R01: there is at most one fullmäktige and one styrelse; told of each pair, by name."""
    for kind in SINGLE:
        yield from combinations(sorted(account.on(day).organs_of(kind)), 2)


def none_of_what_there_is_one_of(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R01: there is one from the day there is one; told of that which ended, until another is there."""
    for organ, end in _ended(account, "organ", day):
        kind = account.on(day).kinds.get(organ)  # none of what is another thing too
        since = [state for at, state in account.days.items() if end <= at <= day]
        if kind in SINGLE and not any(state.organs_of(kind) for state in since):
            yield (organ,)


def namnd_is_decided_by_fullmaktige(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R02: a nämnd (or styrelse) is created, renamed and dissolved only by fullmäktige.

    Judged where the beslut says who took it and there was a fullmäktige that day; for as long as nobody
    else says anew what it is called, or whether it is there.
    """
    kinds = account.on(day).kinds
    for organ, its_type in account.types.items():
        if its_type == "organ" and kinds.get(organ) in ("styrelse", "namnd"):
            for field in ("life", "names"):
                said = account.last_saying(field, organ, day)
                if said is not None and _took_without_fullmaktige(account, said.said.beslut):
                    yield (organ,)


def _fullmaktige(account: NaiveAccount, beslut: Beslut) -> list[str]:
    return account.on(beslut.decided).organs_of("fullmaktige")


def _took_without_fullmaktige(account: NaiveAccount, beslut: Beslut) -> bool:
    fullmaktige = _fullmaktige(account, beslut)
    return bool(fullmaktige) and beslut.decided_by not in (None, *fullmaktige)


def who_answered_to_a_namnd_answers_to_one(account: NaiveAccount, day: date) -> Iterator[Things]:
    """NAMND: an enhet that has answered to a nämnd, or takes over from one that has, answers to some.

    Told of the topmost that has lost its nämnd. That which it took over from answered the day before.
    """
    today = account.on(day)
    lost = {enhet for enhet in today.living("enhet") if _has_lost_its_namnd(account, enhet, day)}
    return ((enhet,) for enhet in lost if today.parents.get(enhet) not in lost)


def _has_lost_its_namnd(account: NaiveAccount, enhet: str, day: date) -> bool:
    today = account.on(day)
    if today.namnder(enhet):
        return False
    answered = _answering(account)
    if any(enhet in answered[at] for at in account.days if at < day):
        return True
    for s in account.said:
        for ended, heir in taken_over(s.change) if s.day <= day else ():
            earlier = [at for at in account.days if at < s.day]
            if heir == enhet and earlier and ended in answered[earlier[-1]]:
                return True
    return False


@lru_cache(maxsize=64)
def _answering(account: NaiveAccount) -> dict[date, set[str]]:
    """The enheter that answer to some nämnd, by day."""
    return {
        day: {enhet for enhet in state.living("enhet") if state.namnder(enhet)}
        for day, state in account.days.items()
    }


def chef_is_not_in_the_namnd(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R23: whoever holds a befattning that leads an enhet placed under a nämnd does not sit in that."""
    today = account.on(day)
    for post in today.living("befattning"):
        for organ in {organ for enhet in today.leads(post) for organ in today.own_namnder(enhet)}:
            for person, _ in today.holders(post):
                if (organ, person) in today.seats:
                    yield post, *sorted((person, organ))


def what_fullmaktige_decided_stands(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R28: what fullmäktige decided is changed by others only if it delegated that.

    Judged of the existence and the place of an enhet, of the existence of an uppdrag and who answers for it;
    by what holds on the last day on which anything else was said of that.
    """
    for thing, its_type in account.types.items():
        for field in ("life", "parents", "ansvarig") if its_type in ("enhet", "uppdrag") else ():
            last = account.last_saying(field, thing, day)
            before = last and account.last_saying(field, thing, last.day - ONE_DAY)
            if last is not None and before is not None:
                fullmaktige = _fullmaktige(account, before.said.beslut)
                now = [None, *fullmaktige, *_fullmaktige(account, last.said.beslut)]
                took, changed = before.said.beslut.decided_by, last.said.beslut.decided_by
                if took in fullmaktige and changed not in now:
                    yield (thing,)


# Beställare and utförare


def avtal_is_with_another_legal_person(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R25: an avtal is with an utförare that is another legal person, an överenskommelse with no such one.

    Told of whom it names, also when that is merged; of what is neither enhet, organ nor utförare R08 tells.
    """
    today = account.on(day)
    for instrument in today.instruments():
        named = account.last_saying("utforare", instrument, day)
        assert named is not None
        party = str(named.value)
        its_type = account.types.get(party)
        of_egen_regi = its_type in ("enhet", "organ")
        if of_egen_regi if today.life[instrument] == "avtal" else its_type == "utforare":
            yield instrument, party


def myndighetsutovning_is_handed_over_by_law_only(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R26: an avtal is about myndighetsutövning only with support in law; also when it has ended."""
    today = account.on(day)
    for avtal, uppdrag in today.about:
        is_avtal = account.types.get(avtal) == "avtal"
        if is_avtal and uppdrag in today.myndighet and avtal not in today.lagstod:
            yield avtal, uppdrag


def what_is_renewed_is_in_force(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R08: an instrument is renewed while it is in force: the day before, or from its first day."""
    for s in account.said:
        if isinstance(s.change, InstrumentRenewed) and account.holds(s, day):
            instrument, before = s.change.instrument, account.on(s.day - ONE_DAY)
            is_one = account.types.get(instrument) in ("avtal", "overenskommelse")
            until = before.until.get(instrument)
            in_force = instrument in before.life and (until is None or s.day - ONE_DAY < until)
            if is_one and _began(account, instrument) != s.day and not in_force:
                yield (instrument,)


def what_is_filled_is_a_seat(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R08: a person fills a seat that the forum has on that day."""
    for s in account.said:
        if isinstance(s.change, ForumSeatFilled) and account.holds(s, day):
            forum, seats = s.change.forum, account.on(s.day).forum_seats
            if account.types.get(forum) == "forum" and (forum, s.change.seat) not in seats:
                yield (forum,)


# Plans


def what_is_closed_stays_closed(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R08: an åtgärd is closed once, each of its deadlines is met once, and then it is not changed.

    In order of day, and then as recorded. A deadline is met once, rightly or not.
    """
    for s, atgard in _done_wrongly(account):
        if account.types.get(atgard) == "atgard" and account.holds(s, day):
            yield (atgard,)


def _done_wrongly(account: NaiveAccount) -> Iterator[tuple[Said, str]]:
    deadlines: dict[str, tuple[date, ...]] = {}
    met: set[tuple[str, date]] = set()
    closed: set[str] = set()
    for s in sorted(account.said, key=lambda s: s.order):
        match s.change:
            case AtgardPlanned(atgard=atgard, deadlines=now_set):
                deadlines[atgard] = now_set
            case AtgardRescheduled(atgard=atgard, deadlines=now_set):
                deadlines[atgard] = now_set
                if atgard in closed:
                    yield s, atgard
            case AtgardReassigned(atgard=atgard) if atgard in closed:
                yield s, atgard
            case AtgardCompleted(atgard=atgard, deadline=date() as deadline):
                among = deadline in deadlines.get(atgard, ())
                if atgard in closed or not among or (atgard, deadline) in met:
                    yield s, atgard
                met.add((atgard, deadline))
            case AtgardCompleted(atgard=atgard) | AtgardCancelled(atgard=atgard):
                if atgard in closed:
                    yield s, atgard
                closed.add(atgard)


def a_forslag_is_decided_once(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R08: a förslag is decided once; in order of day, and then as recorded."""
    decided: set[str] = set()
    for s in sorted(account.said, key=lambda s: s.order):
        if isinstance(s.change, ForslagDecided):
            forslag = s.change.forslag
            if forslag in decided and account.types.get(forslag) == "forslag" and account.holds(s, day):
                yield (forslag,)
            decided.add(forslag)


def no_atgard_waits_for_itself(account: NaiveAccount, day: date) -> Iterator[Things]:
    """PLAN: no åtgärd waits for itself, not through others either."""
    today = account.on(day)
    return ((atgard,) for atgard in today.living("atgard") if atgard in today.waits_for(atgard))


def who_is_to_do_it_is_there(account: NaiveAccount, day: date) -> Iterator[Things]:
    """PLAN: whoever is to do an åtgärd that is open exists; what is merged has ended."""
    today = account.on(day)
    for atgard, ansvariga in today.ansvariga.items():
        for actor in ansvariga if account.types.get(atgard) == "atgard" else ():
            if atgard not in today.outcomes and account.ended(actor, day) is not None:
                yield atgard, actor


# Delegation


def a_row_is_granted_once_and_then_changed(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R08: a row is granted when the ordning does not have it, changed and revoked when it does.

    The day before; of two that grant it on one day, that recorded later is wrong.
    """
    granted: set[tuple[date, str, str]] = set()
    for s in account.said:
        match s.change:
            case DelegationGranted(ordning=ordning, rad=rad):
                again = (s.day, ordning, rad) in granted
                wrong = again or (ordning, rad) in account.on(s.day - ONE_DAY).rows
                granted.add((s.day, ordning, rad))
            case DelegationChanged(ordning=ordning, rad=rad) | DelegationRevoked(ordning=ordning, rad=rad):
                wrong = (ordning, rad) not in account.on(s.day - ONE_DAY).rows
            case _:
                continue
        if wrong and account.types.get(ordning) == "delegationsordning" and account.holds(s, day):
            yield ordning, rad


def a_namnd_has_one_ordning(account: NaiveAccount, day: date) -> Iterator[Things]:
    """DELEGATION: a nämnd has one delegationsordning in force at a time; told of each pair."""
    today = account.on(day)
    for organ, its_type in account.types.items():
        for pair in combinations(sorted(today.ordningar_of(organ)), 2) if its_type == "organ" else ():
            yield organ, *pair


def chef_has_something_to_decide(account: NaiveAccount, day: date) -> Iterator[Things]:
    """DELEGAT: a chef under a nämnd with a delegationsordning has a right by some row of it.

    Told of whoever leads an enhet, in the ordningar of the nämnder it answers to, if none of these gives it
    a right. It may have one that is not on record where an ordning is ofullständig, and those of the chefer
    below where the ordning says so and an enhet right under it is led.
    """
    today = account.on(day)
    for enhet in today.living("enhet"):
        ordningar = _ordningar(account, today, today.namnder(enhet))
        for post in today.leaders(enhet) if ordningar else ():
            adopted = [today.ordningar[ordning] for ordning in ordningar]
            unknown = any(each.ofullstandig for each in adopted)
            below = any(each.overordnad_har_ratt for each in adopted) and _has_chefer_under(today, enhet)
            if not unknown and not below and not any(_decides(account, today, post, o) for o in ordningar):
                yield post, *sorted(ordningar)


def _ordningar(account: NaiveAccount, today: Day, namnder: Iterable[str]) -> set[str]:
    """The delegationsordningar in force of some nämnder: of each the first recorded."""
    each = (account.in_recorded_order(today.ordningar_of(namnd))[:1] for namnd in namnder)
    return {ordning for found in each for ordning in found}


def _has_chefer_under(today: Day, enhet: str) -> bool:
    return any(today.parents.get(child) == enhet and today.leaders(child) for child in today.living("enhet"))


def _decides(account: NaiveAccount, today: Day, post: str, ordning: str) -> bool:
    """Whether a befattning has a right by some row, as delegate, as ersättare or because it is passed on."""
    namnd = today.ordningar[ordning].namnd
    for (its, _), row in today.rows.items():
        if its != ordning:
            continue
        if post in (*row.delegat, *row.ersattare):
            return True
        if post in _called(today, row.delegat_typ, namnd, row.enhet):
            return True
        for given in _passed_on(account, today, row):
            if post == given.to or post in _called(today, given.to_typ, namnd, row.enhet, given.enhet):
                return True
    return False


def _called(today: Day, title: str | None, namnd: str, *within: str | None) -> set[str]:
    """Whom a title means: in the line of some enhet that answers to the nämnd and is within the limits."""
    found: set[str] = set()
    for enhet in today.living("enhet") if title is not None else ():
        over = today.path(enhet)
        if namnd in today.namnder(enhet) and all(limit is None or limit in over for limit in within):
            found |= _in_line(today, str(title), over)
    return found


def _in_line(today: Day, title: str, path: list[str]) -> set[str]:
    """Those with a title who lead an enhet, or are placed in it and lead none; or else in the next above."""
    for enhet in reversed(path):
        placed = [post for post in today.living("befattning") if today.placements[post] == enhet]
        posts = today.leaders(enhet) | {post for post in placed if not today.leads(post)}
        if called := {post for post in posts if _has_title(today, post, title)}:
            return called
    return set()


def _has_title(today: Day, post: str, title: str) -> bool:
    if title == "budgetansvarig chef":
        return today.is_chef(post) and bool(today.budgetansvar.get(post))
    return today.names[post].casefold() == title.casefold() and not _leads_nothing(today, post)


def _passed_on(account: NaiveAccount, today: Day, row: Rad) -> list[VidaredelegationGranted]:
    """What is passed on of a row: what names its number, which meant the same matter then."""
    given = [today.passed_on[each] for each in today.living("vidaredelegation")]
    numbered = [each for each in given if (each.ordning, each.nummer) == (row.ordning, row.nummer)]
    return [each for each in numbered if row.far_vidaredelegeras and _meant(account, each, row.arende)]


def _meant(account: NaiveAccount, given: VidaredelegationGranted, arende: str) -> bool:
    """Whether the number was that of a row about the matter on the day it was passed on."""
    began = _began(account, given.vidaredelegation)
    assert began is not None
    return any(row.arende == arende for row in _numbered(account.on(began), given))


def _numbered(today: Day, given: VidaredelegationGranted) -> list[Rad]:
    """The rows with the number that is passed on, whether or not the ordning still holds."""
    rows = (row for (ordning, _), row in today.rows.items() if ordning == given.ordning)
    return [row for row in rows if row.nummer == given.nummer]


def _rows(account: NaiveAccount, day: date) -> Iterator[tuple[Rad, str, Day]]:
    """The rows in force, each with its nämnd and the day since when it, as it reads, and its ordning hold."""
    today = account.on(day)
    for (ordning, rad), row in today.rows_in_force().items():
        read = account.last_saying("rows", (ordning, rad), day)
        adopted = account.last_saying("life", ordning, day)
        assert read is not None
        assert adopted is not None
        yield row, today.ordningar[ordning].namnd, account.on(max(read.day, adopted.day))


def delegate_is_one_that_the_law_allows(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R09: a nämnd delegates to those that the kommunallag of the day allows, when the row begins to hold.

    To a befattning; an utskott of the nämnd or of nobody; a person who sits in it; from 2018 its presidium;
    from 2022-07-01 an automatiserad beslutsfunktion.
    """
    for row, namnd, began in _rows(account, day):
        automatic = row.automatiserad and began.day < AUTOMATISERAD
        allowed = (_is_allowed(account, delegat, namnd, began) for delegat in row.delegat)
        if automatic or not all(allowed):
            yield row.ordning, row.rad


def _is_allowed(account: NaiveAccount, delegat: str, namnd: str, began: Day) -> bool:
    match account.types.get(delegat):
        case None:
            return (namnd, delegat) in began.seats
        case "organ":
            kind, belongs = account.on(date.max).kinds[delegat], began.part_of.get(delegat) in (None, namnd)
            its = kind == "utskott" or (kind == "presidium" and began.day >= PRESIDIUM)
            return belongs and its
        case its_type:
            return its_type == "befattning"


def who_decides_on_delegation_is_employed(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R10: a chef or a delegate is no consultant."""
    today = account.on(day)
    named = {delegat for row in today.rows_in_force().values() for delegat in row.delegat}
    for post, person, form in today.held:
        if account.types.get(post) == "befattning" and form == "konsult":
            leads = post in today.life and bool(today.leads(post))
            if leads or post in named:
                yield post, person


def what_is_reserved_is_not_delegated(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R11: what the law keeps for nämnden or fullmäktige cannot be delegated."""
    today = account.on(day)
    for row, _, _ in _rows(account, day):
        arende = today.arenden.get(row.arende)
        if arende is not None and arende.forbehallet is not None:
            yield row.ordning, row.arende


def namnd_delegates_within_its_reglemente(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R12: a nämnd delegates only what is in its reglemente, where one with any område is recorded."""
    today = account.on(day)
    for row, namnd, _ in _rows(account, day):
        arende, omraden = today.arenden.get(row.arende), today.omraden.get(namnd)
        if arende is not None and arende.omrade is not None and omraden and arende.omrade not in omraden:
            yield row.ordning, row.arende


def what_is_passed_on_was_given_to_pass_on(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R13: only the förvaltningschef passes a row on, where nämnden has let that be done.

    Judged on its day; told ever after, for what it said is not unsaid by being revoked. Whoever took the
    beslut is named by each row with the number that may be passed on, and leads an enhet that itself is
    placed under the nämnd.
    """
    for s in account.said:
        match s.change:
            case VidaredelegationGranted(vidaredelegation=thing) if s.day <= day:
                last = account.last_saying("passed_on", thing, day)
                is_last = last is not None and last.said is s
                if is_last and not _may_pass_on(account, s.change, s):
                    yield (thing,)


def _may_pass_on(account: NaiveAccount, given: VidaredelegationGranted, s: Said) -> bool:
    today, took = account.on(s.day), s.beslut.decided_by
    rows = _numbered(today, given)
    let = [row for row in rows if row.far_vidaredelegeras]
    if not let or took is None or not all(took in row.delegat for row in let):
        return False
    adopted = account.on(date.max).ordningar.get(given.ordning)
    namnd = adopted.namnd if adopted else None
    led = [enhet for enhet in today.leads(took) if today.life.get(took) == "befattning"]
    return any((enhet, namnd) in today.under_namnd for enhet in led)


def nobody_decides_together(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R14: a right is given to one delegate, not to several together."""
    return ((row.ordning, row.rad) for row, _, _ in _rows(account, day) if len(row.delegat) > 1)


def rows_of_one_matter_are_divided(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R15: several rows of one matter are divided by belopp, enhet or urgency. Ranked they are one row."""
    rows = sorted((row for row, _, _ in _rows(account, day)), key=lambda row: row.rad)
    for one, other in combinations(rows, 2):
        alike = one.ordning == other.ordning and one.arende == other.arende
        undivided = (one.belopp, one.enhet, one.bradskande) == (other.belopp, other.enhet, other.bradskande)
        if alike and undivided:
            yield one.ordning, one.rad, other.rad


def what_cannot_wait_is_for_a_ledamot(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R16: urgent matters are decided by the ordförande or a ledamot, on the day the row begins to hold."""
    for row, namnd, began in _rows(account, day):
        sits = [began.seats.get((namnd, delegat)) in SEATED for delegat in row.delegat]
        if row.bradskande and not (sits and all(sits)):
            yield row.ordning, row.rad


def decisions_are_reported_as_the_law_says(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R17: under the act of 1991 all decisions are reported, as the row says or else its ordning.

    By the law of the day that is asked about: what is decided from 2018 on is reported as nämnden wants.
    """
    today = account.on(day)
    for row, _, _ in _rows(account, day):
        if day < NEW_ACT and (row.anmalan or today.ordningar[row.ordning].anmalan) == "nej":
            yield row.ordning, row.rad


def no_row_dangles(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R22: whoever a row names, and the enhet it is limited to, exist.

    Told of what has ended, of a person who no longer sits in the nämnd, and of a title that nobody has in
    the line of any enhet that answers to the nämnd.
    """
    today = account.on(day)
    for row, namnd, _ in _rows(account, day):
        if row.delegat_typ is not None and not _called(today, row.delegat_typ, namnd, row.enhet):
            yield row.ordning, row.rad
        for thing in (*row.delegat, *row.ersattare, *([row.enhet] if row.enhet else [])):
            if _is_gone(account, thing, namnd, day):
                yield row.ordning, *sorted((row.rad, thing))


def _is_gone(account: NaiveAccount, thing: str, namnd: str, day: date) -> bool:
    if thing in account.types:
        return account.ended(thing, day) is not None
    seat = account.last_saying("seats", (namnd, thing), day)
    return seat is not None and seat.value is None


def no_vidaredelegation_dangles(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R22: the row that is passed on, and to whom, exist, and its number means the same matter."""
    today = account.on(day)
    for each in today.living("vidaredelegation"):
        given = today.passed_on[each]
        meant = [row for row in _numbered(today, given) if _meant(account, given, row.arende)]
        holds = today.life.get(given.ordning) == "delegationsordning"
        let = any(row.far_vidaredelegeras for row in meant)
        if not holds or not let or any(to and to not in today.life for to in (given.to, given.enhet)):
            yield each, given.ordning


# Policies


def no_chef_has_more_than(limit: int) -> Judge:
    """KONTROLLSPANN: no chef has more medarbetare than the limit in an enhet nobody else leads part of."""

    def judge(account: NaiveAccount, day: date) -> Iterator[Things]:
        today = account.on(day)
        for enhet in today.living("enhet"):
            stated = today.headcounts.get(enhet)
            for post in today.leaders(enhet) if stated and (stated.medarbetare or 0) > limit else ():
                if not _has_chefer_under(today, enhet):
                    yield enhet, post

    return judge


def a_reorganisation_is_prepared(account: NaiveAccount, day: date) -> Iterator[Things]:
    """FORBEREDD: a beslut which creates, moves or ends enheter says how it was prepared; while that holds."""
    for enhet, its_type in account.types.items():
        for field in ("life", "parents") if its_type == "enhet" else ():
            said = account.last_saying(field, enhet, day)
            if said is not None and None in (said.said.beslut.forhandlad, said.said.beslut.riskbedomd):
                yield (enhet,)


def sides_are_kept_apart(account: NaiveAccount, day: date) -> Iterator[Things]:
    """R30: no chef below förvaltningschefen answers for both beställare and utförare.

    A chef is not below who leads an enhet that itself is placed under a nämnd, or a topmost one. It answers
    for the roles of what it leads, own or else of the nearest above that has any, and of all under that.
    """
    today = account.on(day)
    for post in today.living("befattning"):
        led = today.leads(post)
        if not led or any(today.own_namnder(enhet) or today.parent(enhet) is None for enhet in led):
            continue
        roller = {roll for enhet in led for roll in (*_through(today, enhet), *_under(today, enhet))}
        if len({SIDES[roll] for roll in roller if roll in SIDES}) > 1:
            yield (post,)


def _through(today: Day, enhet: str) -> list[str]:
    for each in reversed(today.path(enhet)):
        if own := [roll for thing, roll in today.roller if thing == each]:
            return own
    return []


def _under(today: Day, enhet: str) -> list[str]:
    inside = {each for each in today.living("enhet") if enhet in today.path(each)} - {enhet}
    return [roll for thing, roll in today.roller if thing in inside]


STANDARD: tuple[NaiveRule, ...] = (
    NaiveRule("ID", "error", an_id_is_given_once),
    NaiveRule("ID", "error", the_id_of_a_beslut_is_given_once),
    NaiveRule("R08", "error", what_is_named_is_there),
    NaiveRule("ANNUL", "error", what_is_annulled_counts),
    NaiveRule("R27", "warning", who_took_it_is_on_record),
    NaiveRule("R29", "warning", what_prepares_it_comes_first),
    NaiveRule("DAG", "warning", days_are_not_far_away),
    NaiveRule("R08", "error", only_what_holds_ends),
    NaiveRule("R05", "error", no_enhet_is_under_itself),
    NaiveRule("R05", "error", nobody_reports_to_themselves),
    NaiveRule("R05", "error", organ_is_not_part_of_itself),
    NaiveRule("R07", "error", dissolved_enhet_is_empty),
    NaiveRule("R07", "error", dissolved_organ_has_nothing_under_it),
    NaiveRule("R07", "error", dissolved_namnd_leaves_no_ordning),
    NaiveRule("R07", "error", withdrawn_befattning_is_empty),
    NaiveRule("R07", "error", instrument_in_force_has_its_parties),
    NaiveRule("R03", "error", enhet_has_one_leading_befattning),
    NaiveRule("R03", "error", befattning_has_one_holder),
    NaiveRule("R03", "error", appointment_runs_its_course),
    NaiveRule("R03", "error", ledamot_serves_the_term),
    NaiveRule("R04", "warning", vacant_chef_is_declared),
    NaiveRule("R04", "warning", what_takes_over_has_a_chef),
    NaiveRule("R04", "warning", chef_leads_what_exists),
    NaiveRule("R24", "error", skolenhet_has_one_rektor),
    NaiveRule("R01", "error", two_of_what_there_is_one_of),
    NaiveRule("R01", "error", none_of_what_there_is_one_of),
    NaiveRule("R02", "error", namnd_is_decided_by_fullmaktige),
    NaiveRule("NAMND", "warning", who_answered_to_a_namnd_answers_to_one),
    NaiveRule("R23", "error", chef_is_not_in_the_namnd),
    NaiveRule("R28", "warning", what_fullmaktige_decided_stands),
    NaiveRule("R25", "error", avtal_is_with_another_legal_person),
    NaiveRule("R26", "error", myndighetsutovning_is_handed_over_by_law_only),
    NaiveRule("R08", "error", what_is_renewed_is_in_force),
    NaiveRule("R08", "error", what_is_filled_is_a_seat),
    NaiveRule("R08", "error", what_is_closed_stays_closed),
    NaiveRule("R08", "error", a_forslag_is_decided_once),
    NaiveRule("PLAN", "error", no_atgard_waits_for_itself),
    NaiveRule("PLAN", "warning", who_is_to_do_it_is_there),
    NaiveRule("R08", "error", a_row_is_granted_once_and_then_changed),
    NaiveRule("DELEGATION", "error", a_namnd_has_one_ordning),
    NaiveRule("DELEGAT", "warning", chef_has_something_to_decide),
    NaiveRule("R09", "error", delegate_is_one_that_the_law_allows),
    NaiveRule("R10", "warning", who_decides_on_delegation_is_employed),
    NaiveRule("R11", "error", what_is_reserved_is_not_delegated),
    NaiveRule("R12", "error", namnd_delegates_within_its_reglemente),
    NaiveRule("R13", "error", what_is_passed_on_was_given_to_pass_on),
    NaiveRule("R14", "error", nobody_decides_together),
    NaiveRule("R15", "warning", rows_of_one_matter_are_divided),
    NaiveRule("R16", "error", what_cannot_wait_is_for_a_ledamot),
    NaiveRule("R17", "warning", decisions_are_reported_as_the_law_says),
    NaiveRule("R22", "warning", no_row_dangles),
    NaiveRule("R22", "warning", no_vidaredelegation_dangles),
)

POLICIES: tuple[NaiveRule, ...] = (
    NaiveRule("KONTROLLSPANN", "warning", no_chef_has_more_than(30)),
    NaiveRule("FORBEREDD", "warning", a_reorganisation_is_prepared),
    NaiveRule("R30", "warning", sides_are_kept_apart),
)
EVERY_RULE = (*STANDARD, *POLICIES)


@lru_cache(maxsize=4096)
def broken_on(
    account: NaiveAccount, day: date, rules: tuple[NaiveRule, ...] = EVERY_RULE
) -> frozenset[Broken]:
    """What is broken on a day."""
    return frozenset(
        Broken(each.id, each.severity, in_order(things))
        for each in rules
        for things in each.judge(account, day)
    )


def in_order(things: Things) -> Things:
    """The main thing first, as a rule names it, and the others by name: their order says nothing."""
    return (*things[:1], *sorted(things[1:]))


def days_that_matter(account: NaiveAccount) -> list[date]:
    """Every day on which anything changes or is decided, or the law does."""
    return sorted({*account.days, NEW_ACT, AUTOMATISERAD, *(beslut.decided for _, beslut in account.records)})


def broken_ever(account: NaiveAccount) -> dict[Broken, date]:
    """What is broken on any day, with the first."""
    found: dict[Broken, date] = {}
    for day in days_that_matter(account):
        for each in broken_on(account, day):
            found.setdefault(each, day)
    return found


def broken_by(organisation: NaiveOrganisation, *drafts: Beslut) -> dict[Broken, date]:
    """What is broken on a day on which it was not, if the drafts are recorded; with the first such day."""
    before = organisation.account()
    after = NaiveOrganisation([*organisation.records, *drafts]).account()
    found: dict[Broken, date] = {}
    for day in sorted({*days_that_matter(before), *days_that_matter(after)}):
        for each in broken_on(after, day) - broken_on(before, day):
            found.setdefault(each, day)
    return found
