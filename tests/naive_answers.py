"""What is answered of a day, naively: each question put to the naive model, in plain tuples and dicts.

Slow and obvious on purpose, as the naive model itself. Each function says by its first line what the answer
holds; where the words leave a case open, the docstring says what was decided. Ids, literals, numbers and
days; no sentences.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from naive import ONE_DAY, Day, NaiveAccount, NaiveOrganisation, Said
from orgmodell.changes import (
    AtgardPlanned,
    BefattningCreated,
    BeslutAnnulled,
    Change,
    ChangeAnnulled,
    DelegationRevoked,
    DelegationsordningAdopted,
    DelegationWithheld,
    EnhetDissolved,
    EnheterMerged,
    EnhetSplit,
    ForslagMade,
    ForumMemberAdded,
    ForumSeatFilled,
    ForumSeatsAdded,
    HolderAppointed,
    LeadershipAssigned,
    LedamotElected,
    Rad,
    ReglementeAdopted,
    VacancyDeclared,
    VidaredelegationGranted,
    things_named_by,
)

T = TypeVar("T")
Plain = Any  # tuples, dicts, sets, ids, literals, numbers and days
Row = tuple[str, str]  # delegationsordning, row
NEW_ACT = date(2018, 1, 1)  # kommunallagen (2017:725) in force, instead of (1991:900)
ACTING = ("tf", "tjf", "vikarie")


@dataclass(frozen=True)
class Asked:
    """The naive model, asked about a day: as known by a day, and as recorded by a position."""

    naive: NaiveOrganisation
    day: date
    known: date | None = None
    recorded: int | None = None

    @cached_property
    def account(self) -> NaiveAccount:
        return self.naive.account(self.known, self.recorded)

    @cached_property
    def today(self) -> Day:
        return self.account.on(self.day)

    @cached_property
    def types(self) -> dict[str, str]:
        """What each thing is that ever lives, as far as is known."""
        return self.account.on(date.max).types

    @cached_property
    def leaderships(self) -> list[tuple[str, str]]:
        """Who was ever said to lead which enhet, in that order."""
        return self.first_said(leaderships_in)

    @cached_property
    def appointments(self) -> list[tuple[str, str, str]]:
        """Who was ever said to hold which befattning in which form, in that order."""
        return self.first_said(
            lambda c: [(c.befattning, c.person, c.form)] if isinstance(c, HolderAppointed) else []
        )

    @cached_property
    def tree(self) -> list[str]:
        """The enheter in tree order."""
        return self.account.in_tree_order(self.today)

    @cached_property
    def nearest(self) -> dict[str, str | None]:
        """The nearest chef of each chef."""
        return {chef: nearest_chef(self, chef) for chef in chefer(self)}

    def on(self, day: date) -> Asked:
        return Asked(self.naive, day, self.known, self.recorded)

    def ordered(self, things: Iterable[str]) -> list[str]:
        return self.account.in_recorded_order(things)

    def called(self, thing: str) -> str:
        """The last name that a thing has had by the day, or else its id."""
        return self.today.names.get(thing, thing)

    def said_by_now(self) -> list[Said]:
        """What counts and is of no later day, in order of day and of recording."""
        return sorted((s for s in self.account.said if s.day <= self.day), key=lambda s: s.order)

    def latest(self, says: Callable[[Change], bool]) -> Said | None:
        """What says so last; on the same day what is recorded last decides."""
        return next((s for s in reversed(self.said_by_now()) if says(s.change)), None)

    def first(self, thing: str) -> Said:
        """By what a thing began."""
        begun = [s for s in self.account.said if s.created == thing]
        return min(begun, key=lambda s: s.order)

    def first_said(self, of: Callable[[Change], Iterable[T]]) -> list[T]:
        """What changes say, each in the place where it was said first, counting or not."""
        return list(dict.fromkeys(one for s in self.naive.everything_said() for one in of(s.change)))


def number(nummer: str) -> list[tuple[int, int, str]]:
    """The number of a row as something to sort by: 1.2 before 1.10, and digits before letters."""
    parts = re.findall(r"[0-9]+|[A-Za-zÅÄÖåäö]+", nummer)
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts]


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))


# Who leads, holds and sits


def leaderships_in(change: Change) -> list[tuple[str, str]]:
    match change:
        case BefattningCreated(befattning=post, leads=leads):
            return [(enhet, post) for enhet in leads]
        case LeadershipAssigned(befattning=post, enhet=enhet):
            return [(enhet, post)]
    return []


def leaders(asked: Asked, enhet: str) -> list[str]:
    """Who leads an enhet, in the order in which they were said to."""
    its = asked.today.leaders(enhet)
    return [post for led, post in asked.leaderships if led == enhet and post in its]


def led_by(asked: Asked, post: str) -> list[str]:
    """What a befattning leads, in the order in which it was said to."""
    its = asked.today.leads(post)
    return [led for led, leader in asked.leaderships if leader == post and led in its]


def holders(asked: Asked, post: str) -> list[tuple[str, str]]:
    """Who holds a befattning: those acting first, each as first said."""
    held = [(p, f) for its, p, f in asked.appointments if its == post and (its, p, f) in asked.today.held]
    return [one for one in held if one[1] != "ordinarie"] + [one for one in held if one[1] == "ordinarie"]


def persons(asked: Asked, post: str) -> list[str]:
    return [person for person, _ in holders(asked, post)]


def ledamoter(asked: Asked, organ: str) -> list[tuple[str, str]]:
    """Who sits in an organ, in the order in which they were first elected."""
    said = asked.first_said(lambda c: [(c.organ, c.person)] if isinstance(c, LedamotElected) else [])
    seats = asked.today.seats
    return [(person, seats[its, person]) for its, person in said if its == organ and (its, person) in seats]


def chefer(asked: Asked) -> list[str]:
    """The befattningar that are chef of some enhet, in tree order of what they lead."""
    every = [post for enhet in asked.tree for post in leaders(asked, enhet)]
    return [post for post in dict.fromkeys(every) if asked.today.is_chef(post)]


def posts(asked: Asked) -> list[str]:
    return asked.ordered(asked.today.living("befattning"))


def placed_in(asked: Asked, enhet: str) -> list[str]:
    return [post for post in posts(asked) if asked.today.placements[post] == enhet]


def under(asked: Asked, enhet: str) -> list[str]:
    """All enheter under one."""
    return [each for each in asked.tree if each != enhet and enhet in asked.today.path(each)]


# The line


@dataclass(frozen=True)
class Link:
    """A befattning in a line: the enhet it is chef of there, who holds it, and whether it adds a step."""

    post: str
    enhet: str | None
    persons: frozenset[str]
    vacant: bool
    adds_step: bool


@dataclass
class Line:
    """The way up from a befattning: by decision where one says so, or else from enhet to enhet.

    A befattning that was passed before adds nothing. Of several who share in leading, it goes by the first
    that is held, or else the first that is not known to be vacant (faktisk), or by the first (struktur).
    The line of one who leads several branches starts over the topmost, of equally high ones over that which
    it was first said to lead.
    """

    asked: Asked
    mode: str = "faktisk"
    passed: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def up_from(self, post: str) -> list[Link]:
        self.passed.append(post)
        self._over(post, self._start(post))
        below = frozenset(persons(self.asked, post))
        for number, link in enumerate(self.links):
            self.links[number] = Link(
                link.post, link.enhet, link.persons, link.vacant, not below & link.persons
            )
            below = link.persons
        return self.links

    def _over(self, post: str, enhet: str | None) -> None:
        to = self.asked.today.reports_to.get(post)
        if self.asked.today.life.get(to or "") == "befattning":
            assert to is not None
            self._at(to, None, self._start(to))
        else:
            self._up(enhet)

    def _up(self, enhet: str | None) -> None:
        if enhet is None:
            return
        at, above = self._chef_of(enhet), self.asked.today.parent(enhet)
        if at is None:
            self._up(above)
        else:
            self._at(at, enhet, above)

    def _chef_of(self, enhet: str) -> str | None:
        chefer = [post for post in leaders(self.asked, enhet) if self.asked.today.is_chef(post)]
        if self.mode == "faktisk":
            held = [chef for chef in chefer if self.asked.today.holders(chef)]
            unknown = [chef for chef in chefer if not self.asked.today.is_vacant(chef)]
            chefer = held or unknown or chefer
        return chefer[0] if chefer else None

    def _at(self, post: str, enhet: str | None, onwards: str | None) -> None:
        if post in self.passed:
            self._up(onwards)
            return
        self.passed.append(post)
        vacant = self.asked.today.is_vacant(post)
        if self.mode == "struktur" or not vacant:
            self.links.append(Link(post, enhet, frozenset(persons(self.asked, post)), vacant, adds_step=True))
        self._over(post, onwards)

    def _start(self, post: str) -> str | None:
        today = self.asked.today
        if not today.is_chef(post):
            placed = today.placements[post]
            return placed if today.is_enhet(placed) else None
        return today.parent(min(led_by(self.asked, post), key=lambda enhet: len(today.path(enhet))))


def line(asked: Asked, post: str, mode: str = "faktisk") -> list[Link]:
    """The befattningar above one, nearest first."""
    return Line(asked, mode).up_from(post)


def nearest_chef(asked: Asked, post: str) -> str | None:
    links = line(asked, post)
    return links[0].post if links else None


def reporting_line(asked: Asked, post: str, mode: str) -> Plain:
    return [
        (each.post, each.enhet, each.persons, each.vacant, each.adds_step) for each in line(asked, post, mode)
    ]


def chefsled(asked: Asked, post: str, up_to: str | None, mode: str) -> Plain:
    """How many chefsled, to whom, past whom; None where ``up_to`` is not above it. To itself it is none."""
    links = line(asked, post, mode)
    ids = [each.post for each in links]
    if up_to == post:
        links = []
    elif up_to is not None and up_to not in ids:
        return None
    elif up_to is not None:
        links = links[: ids.index(up_to) + 1]
    steps = sum(each.adds_step for each in links)
    return steps, links[-1].post if links else post, [each.post for each in links], max(0, steps - 1)


# Kontrollspann


def direct_chefer(asked: Asked, post: str) -> set[str]:
    """The chefer, not known to be missing, whose nearest chef it is."""
    return {chef for chef in asked.nearest if asked.nearest[chef] == post and not asked.today.is_vacant(chef)}


def kontrollspann(asked: Asked, post: str, riktmarke: float = 30) -> dict[str, Plain]:
    """How many a chef leads; of heads, what is stated of the topmost enheter that it leads.

    The first line is itself where no chef is in what it leads, and nobody where it leads nothing. What one
    of the topmost enheter does not have stated is not known of them all; "ca" of one of them is "ca".
    """
    today = asked.today
    led = led_by(asked, post)
    topmost = [enhet for enhet in led if not set(today.path(enhet)[:-1]) & set(led)]
    inside = [each for enhet in topmost for each in under(asked, enhet)]
    acting = [c for e in (*topmost, *inside) for c in leaders(asked, e) if today.is_chef(c)]
    acting = [chef for chef in dict.fromkeys(acting) if not today.is_vacant(chef)]
    first_line = {chef for chef in acting if not direct_chefer(asked, chef)} if acting else {post}
    unled = {enhet for enhet in inside if not today.leaders(enhet)}
    stated = [today.headcounts[enhet] for enhet in topmost if enhet in today.headcounts]
    known = stated if len(stated) == len(topmost) else []
    heads = _all_added(count.medarbetare for count in known)
    full_time = _all_added(count.arsarbetare for count in known)
    on_commission = _all_added(count.uppdragstagare for count in known)
    together = None if None in (heads, on_commission) else (heads or 0) + (on_commission or 0)
    first_line = first_line if led else set()
    per = [None if each is None or unled or not first_line else each / len(first_line)
           for each in (heads, full_time, together)]  # fmt: skip
    return {
        "enheter": led,
        "direct chefer": direct_chefer(asked, post),
        "first line": first_line,
        "unled": unled,
        "stated": (heads, full_time, on_commission, any(count.approximate for count in stated)),
        "per chef": tuple(per),
        "over": None if per[0] is None else per[0] > riktmarke,
    }


def _all_added(numbers: Iterable[float | None]) -> float | None:
    given = list(numbers)
    return None if not given or None in given else sum(each for each in given if each is not None)


def every_kontrollspann(asked: Asked, riktmarke: float = 30) -> list[tuple[str, dict[str, Plain]]]:
    """That of each chef who is not known to be missing, in tree order."""
    acting = (chef for chef in chefer(asked) if not asked.today.is_vacant(chef))
    return [(chef, kontrollspann(asked, chef, riktmarke)) for chef in acting]


# Delegationsordning


def ordning_of(asked: Asked, organ: str) -> str | None:
    """The delegationsordning of an organ in force; of several, by mistake, the one recorded first."""
    its = asked.ordered(asked.today.ordningar_of(organ))
    return its[0] if its else None


def rows_of(asked: Asked, ordning: str) -> list[Rad]:
    """The rows of a delegationsordning, in force or not, in order of number and then as recorded."""
    its = [
        asked.today.rows[key] for key in asked.account.rows if key[0] == ordning and key in asked.today.rows
    ]
    return sorted(its, key=lambda row: number(row.nummer))


def saying(asked: Asked, row: Rad) -> Said:
    """What says that a row reads as it does."""
    said = asked.latest(lambda c: isinstance(c, Rad) and (c.ordning, c.rad) == (row.ordning, row.rad))
    assert said is not None
    return said


def passed_on(asked: Asked, row: Rad) -> list[VidaredelegationGranted]:
    """What is passed on of a row: it names the number, which a row about the same matter had then.

    A row that is not to be passed on is not, whatever has been said.
    """
    if not row.far_vidaredelegeras:
        return []
    return [
        given
        for given in given_under(asked, row.ordning)
        if given.nummer == row.nummer and row.arende in meant_by(asked, given)
    ]


def given_under(asked: Asked, ordning: str) -> list[VidaredelegationGranted]:
    """The vidaredelegationer under a delegationsordning that are not taken back, in order of number."""
    its = [asked.today.passed_on[each] for each in asked.ordered(asked.today.living("vidaredelegation"))]
    return sorted((each for each in its if each.ordning == ordning), key=lambda each: number(each.nummer))


def meant_by(asked: Asked, given: VidaredelegationGranted) -> set[str]:
    """The matters of the rows that had the number when it was passed on."""
    then = asked.on(asked.first(given.vidaredelegation).day)
    return {row.arende for row in rows_of(then, given.ordning) if row.nummer == given.nummer}


def dangles(asked: Asked, given: VidaredelegationGranted) -> str | None:
    """Why a vidaredelegation says nothing any more; None when it stands."""
    today = asked.today
    rows = [row for row in rows_of(asked, given.ordning) if row.nummer == given.nummer]
    meant = [row for row in rows if row.arende in meant_by(asked, given)]
    if today.life.get(given.ordning) != "delegationsordning":
        return "ordning"
    if not rows:
        return "nummer"
    if not meant:
        return "arende"
    if not any(row.far_vidaredelegeras for row in meant):
        return "vidare"
    gone = [each for each in (given.to, given.enhet) if each is not None and each not in today.life]
    return "borta" if gone else None


def delegat(asked: Asked, organ: str, who: str) -> Plain:
    """Whom a row names, and who that is on the day: kind, name, holders, whether there, whether vacant.

    What it is, it is whenever it lives; a person is there who sits in the nämnd.
    """
    today = asked.today
    match asked.types.get(who):
        case None:
            return who, "person", who, [], (organ, who) in today.seats, False
        case "befattning" if who in today.life:
            return who, "befattning", asked.called(who), holders(asked, who), True, today.is_vacant(who)
        case "befattning":
            return who, "befattning", asked.called(who), [], False, False
    return who, "organ", asked.called(who), [], who in today.life, False


def title(called: str) -> Plain:
    return called, "titel", called, [], True, False


def reads(row: Rad) -> Plain:
    """What a row says, but for where it stands."""
    whom = row.delegat, row.delegat_typ, row.automatiserad, row.ersattare
    limits = row.belopp, row.samrad, row.villkor, row.enhet, row.bradskande
    return row.arende, whom, limits, row.far_vidaredelegeras, row.anmalan, row.lagrum


def beside(row: Rad, before: Rad | None) -> str | None:
    if before is None:
        return "ny"
    if reads(row) != reads(before):
        return "ändrad"
    return "omnumrerad" if row.nummer != before.nummer else None


def matter(row: Rad) -> Plain:
    return row.arende, row.belopp, row.enhet, row.bradskande


def version_before(asked: Asked, ordning: str) -> list[Rad] | None:
    """The rows of the version that it replaces, if any; of those of one matter, the last in print."""
    replaces = asked.today.ordningar[ordning].replaces
    if replaces is None:
        return None
    return list({matter(row): row for row in rows_of(asked, replaces)}.values())


def instead_of(row: Rad, before: list[Rad]) -> Rad | None:
    """What a row is instead of: that of the same matter, or else the only one but for the amount."""
    same = [each for each in before if matter(each) == matter(row)]
    alike = [
        each
        for each in before
        if (each.arende, each.enhet, each.bradskande) == (row.arende, row.enhet, row.bradskande)
    ]
    return same[0] if same else alike[0] if len(alike) == 1 else None


def changed(asked: Asked, row: Rad) -> str | None:
    """What a row is beside before: since its ordning was adopted, or else beside the version before."""
    said = saying(asked, row)
    if said.day != _adoption(asked, row.ordning).day:
        before = asked.on(said.day - ONE_DAY).today.rows.get((row.ordning, row.rad))
        if (within := beside(row, before)) is not None:
            return within
    earlier = version_before(asked, row.ordning)
    return None if earlier is None else beside(row, instead_of(row, earlier))


def _adoption(asked: Asked, ordning: str) -> Said:
    adoption = asked.latest(lambda c: isinstance(c, DelegationsordningAdopted) and c.ordning == ordning)
    assert adoption is not None
    return adoption


def gone_rows(asked: Asked, ordning: str) -> list[tuple[str, str]]:
    """The rows that are no more, in order of number: those before that no row is instead of, those revoked.

    Of a row that was revoked each number and matter that it has had is told.
    """
    earlier, rows = version_before(asked, ordning) or [], rows_of(asked, ordning)
    replaced = [instead_of(row, earlier) for row in rows]
    gone = {(row.nummer, row.arende) for row in earlier if not any(row is each for each in replaced)}
    for day, state in asked.account.days.items():
        for key, row in state.rows.items():
            if day <= asked.day and key[0] == ordning and key not in asked.today.rows:
                gone.add((row.nummer, row.arende))
    return sorted(gone, key=lambda each: (number(each[0]), each[1]))


def versions(asked: Asked, ordning: str) -> list[Plain]:
    """The beslut that adopted it and changed its rows by the day, in recorded order: and how many rows.

    Of changes of one beslut on several days, the first that is said tells from when.
    """
    found: dict[str, list[Said]] = {}
    for s in asked.account.said:
        match s.change:
            case DelegationsordningAdopted(ordning=its) | DelegationWithheld(ordning=its):
                pass
            case DelegationRevoked(ordning=its) | Rad(ordning=its):
                pass
            case _:
                continue
        if its == ordning and s.day <= asked.day:
            found.setdefault(s.beslut.id, []).append(s)
    return [
        (beslut, said[0].beslut.decided, said[0].day, said[0].beslut.title, len(list(_of_rows(said))))
        for beslut, said in found.items()
    ]


def _of_rows(said: Iterable[Said]) -> Iterator[Said]:
    return (s for s in said if isinstance(s.change, Rad | DelegationRevoked))


def reserved(asked: Asked, organ: str) -> list[Plain]:
    """The matters that an organ may not delegate, in its områden or in none; and the paragraph."""
    today, omraden = asked.today, asked.today.omraden.get(organ)
    arenden = [today.arenden[each] for each in asked.ordered(today.living("arende"))]
    kept = [each for each in arenden if each.forbehallet is not None]
    its = [each for each in kept if each.omrade is None or omraden is None or each.omrade in omraden]
    return [
        (each.arende, each.name, each.forbehallet, paragraph(asked, each.forbehallet or "")) for each in its
    ]


def paragraph(asked: Asked, what: str) -> str:
    """Where the kommunallag of the day says something."""
    old, new = {
        "mal": ("6 kap. 34 § 1", "6 kap. 38 § 1"),
        "fullmaktige": ("3 kap. 9 §", "5 kap. 1 §"),
        "anmalan": ("6 kap. 35 §", "6 kap. 40 §, 7 kap. 8 §"),
        "vidaredelegation": ("6 kap. 37 §", "7 kap. 6 §"),
        "bradskande": ("6 kap. 36 §", "6 kap. 39 §"),
        "jav": ("6 kap. 24–27 §§", "6 kap. 28–32 §§, 7 kap. 4 §"),
        "anstalld": ("6 kap. 33 §", "7 kap. 5 §"),
    }[what]
    return new if asked.day >= NEW_ACT else old


def cited(asked: Asked, what: str) -> str:
    act = "kommunallagen (2017:725)" if asked.day >= NEW_ACT else "kommunallagen (1991:900)"
    return f"{paragraph(asked, what)} {act}"


def is_there(asked: Asked, enhet: str | None) -> bool | None:
    """Whether the enhet that something is limited to exists; None when it is limited to none."""
    return None if enhet is None else enhet in asked.today.life


def delegationsordning(asked: Asked, organ: str) -> Plain:
    """The delegationsordning of an organ in force, as printed; None when it has none."""
    ordning = ordning_of(asked, organ)
    if ordning is None:
        return None
    adoption, adopted = _adoption(asked, ordning), asked.today.ordningar[ordning]
    of_both = [each for each in (adopted.replaces, ordning) if each is not None]
    return {
        "adopted": (ordning, adoption.beslut.id, adoption.beslut.decided, adoption.day),
        "rows": [_printed(asked, organ, row) for row in rows_of(asked, ordning)],
        "revoked": gone_rows(asked, ordning),
        "versions": versions(asked, ordning),
        "dangling": [
            given.vidaredelegation
            for each in of_both
            for given in given_under(asked, each)
            if dangles(asked, given) is not None
        ],
        "reserved": reserved(asked, organ),
    }


def _printed(asked: Asked, organ: str, row: Rad) -> dict[str, Plain]:
    said = saying(asked, row)
    whom = [title(row.delegat_typ)] if row.delegat_typ else [delegat(asked, organ, d) for d in row.delegat]
    return {
        "row": (row.rad, row.nummer, row.arende, reads(row)),
        "ärende": asked.called(row.arende) if row.arende in asked.today.life else row.arende,
        "delegat": whom,
        "ersättare": [delegat(asked, organ, each) for each in row.ersattare],
        "enhet there": is_there(asked, row.enhet),
        "anmälan": row.anmalan or asked.today.ordningar[row.ordning].anmalan,
        "passed on": [_passed(asked, organ, given) for given in passed_on(asked, row)],
        "said": (said.beslut.id, said.beslut.decided, said.day),
        "changed": changed(asked, row),
    }


def _passed(asked: Asked, organ: str, given: VidaredelegationGranted) -> Plain:
    began = asked.first(given.vidaredelegation).beslut
    to = delegat(asked, organ, given.to) if given.to else title(given.to_typ or "")
    return given.vidaredelegation, is_there(asked, given.enhet), to, began.id, began.decided


# What is left without a home


def homeless(asked: Asked) -> list[tuple[str, str, str]]:
    """What is recorded to be in, of or with what is not there, in recorded order; of the two, the first.

    Of an instrument that is no longer in force nobody asks. An åtgärd is, if it is open, and nobody of those
    who are to do it is there.
    """
    today = asked.today
    found: list[tuple[str, str, str]] = []
    for thing in asked.ordered(today.life):
        kind = today.life[thing]
        homes: list[str | None] = []
        match kind:
            case "enhet":
                homes = [today.parents.get(thing)]
            case "befattning":
                homes = [today.placements.get(thing)]
            case "uppdrag":
                homes = [today.ansvarig.get(thing)]
            case "forum":
                homes = [today.forum_of.get(thing)]
            case "avtal" | "overenskommelse" if today.in_force(thing):
                homes = [today.bestallare.get(thing), today.utforare.get(thing)]
            case "atgard" if thing not in today.outcomes:
                whose = today.ansvariga[thing]
                if whose and not any(each in today.life for each in whose):
                    found.append((thing, kind, ", ".join(whose)))
        gone = [home for home in homes if home is not None and home not in today.life]
        found += [(thing, kind, home) for home in gone[:1]]
    return found


# Alternatives side by side


Broken = tuple[str, str, date, tuple[str, ...], str]  # rule, severity, first day, things, in what words


def groups(asked: Asked) -> list[str]:
    """The befattningar that lead nothing: each stands for those who have it."""
    return [post for post in posts(asked) if not asked.today.leads(post)]


def alternative(
    asked: Asked, every_group: Iterable[str], up_to: str | None, mode: str, broken: list[Broken]
) -> dict[str, Plain]:
    """What the organisation is on the day in one alternative; a group of any is told of in each."""
    today = asked.today
    tree = asked.tree
    there = [group for group in every_group if today.life.get(group) == "befattning"]
    steps: dict[str, Plain] = {
        group: chefsled(asked, group, up_to, mode) if group in there else None for group in every_group
    }
    stated = {group: today.headcounts.get(group) for group in there}
    heads = {group: count.medarbetare if count else None for group, count in stated.items()}
    acting = [chef for chef in chefer(asked) if mode == "struktur" or not today.is_vacant(chef)]
    level_of = Counter(sum(each.adds_step for each in line(asked, chef, mode)) for chef in acting)
    levels = [level_of[level] for level in range(1 + max(level_of, default=-1))]
    counted = [(heads[g] or 0, steps[g][0]) for g in there if heads[g] and steps[g] is not None]
    weight = sum(count for count, _ in counted)
    return {
        "enheter": len(tree),
        "kinds": dict(Counter(today.kinds[enhet] for enhet in tree)),
        "chefer": len(acting),
        "levels": levels,
        "mellanchefer": sum(levels[1:-1]),
        "groups": {
            group: (*((steps[group][0], steps[group][2]) if steps[group] else (None, None)), heads.get(group))
            for group in every_group
        },
        "medel": sum(count * each for count, each in counted) / weight if weight else None,
        "spans": every_kontrollspann(asked),
        "nämnder": {
            organ: [enhet for enhet in tree if organ in today.own_namnder(enhet)]
            for organ in {organ for enhet in tree for organ in today.own_namnder(enhet)}
        },
        "broken": sorted(dict.fromkeys(broken), key=lambda each: (each[1] != "error", each[2])),
        "homeless": homeless(asked),
    }


def comparison(
    columns: Mapping[str, tuple[Asked, list[Broken]]], up_to: str | None, mode: str
) -> dict[str, Plain]:
    """Alternatives side by side: each, what it breaks and mends beside the first, and how groups differ."""
    every = list(dict.fromkeys(group for asked, _ in columns.values() for group in groups(asked)))
    found = {
        name: alternative(asked, every, up_to, mode, broken) for name, (asked, broken) in columns.items()
    }
    first = next(iter(found.values()))
    for each in found.values():
        already = {(rule, things) for rule, _, _, things, _ in first["broken"]}
        still = {(rule, things) for rule, _, _, things, _ in each["broken"]}
        each["added"] = [one for one in each["broken"] if (one[0], one[3]) not in already]
        each["mended"] = [one for one in first["broken"] if (one[0], one[3]) not in still]
        each["changed"] = {}
        for group in every:
            was, now = first["groups"][group][0], each["groups"][group][0]
            each["changed"][group] = None if was is None or now is None else now - was
    alike: dict[tuple[Plain, ...], list[str]] = {}
    for group in every:
        alike.setdefault(tuple(each["groups"][group][0] for each in found.values()), []).append(group)
    return {"alternatives": found, "alike": [(names, steps) for steps, names in alike.items()]}


# The plan


def plan(asked: Asked) -> dict[str, Plain]:
    """The åtgärder: none before what it waits for, else by first deadline and as recorded; what is late.

    Where some wait for each other, which only half knowledge or a refused draft says, no order is kept but
    that of deadlines.
    """
    today = asked.today
    atgarder = _in_order(asked)
    still_open = [each for each in atgarder if each not in today.outcomes]
    deadlines = []
    for each in atgarder:
        state = today.outcomes[each].state if each in today.outcomes else "planerad"
        for day in sorted(today.deadlines[each]):
            met = state == "avslutad" or (each, day) in today.met
            if state != "installd":
                deadlines.append((day, each, met, not met and day < asked.day))
    deadlines.sort(key=lambda deadline: deadline[0])
    carried = {
        actor: [each for each in still_open if actor in today.ansvariga[each]]
        for actor in dict.fromkeys(actor for each in still_open for actor in today.ansvariga[each])
    }
    waits = {each: [o for o in still_open if each in _waits_for(asked, o, still_open)] for each in still_open}
    return {
        "åtgärder": atgarder,
        "deadlines": deadlines,
        "overdue": [deadline for deadline in deadlines if deadline[3]],
        "undated": [each for each in still_open if not today.deadlines[each]],
        "open": still_open,
        "waits": [(each, not today.deadlines[each], held) for each, held in waits.items() if held],
        "loads": sorted(
            (_load(asked, actor, its) for actor, its in carried.items()), key=lambda load: -len(load[1])
        ),
    }


def _in_order(asked: Asked) -> list[str]:
    today = asked.today
    recorded = asked.ordered(today.living("atgard"))

    def place(atgard: str) -> tuple[date, int]:
        return min(today.deadlines[atgard], default=date.max), recorded.index(atgard)

    done: list[str] = []
    while len(done) < len(recorded):
        waiting = [each for each in recorded if each not in done]
        ready = [each for each in waiting if not set(today.depends_on[each]) & set(waiting)]
        if not ready:
            return sorted(recorded, key=place)
        done.append(min(ready, key=place))
    return done


def _waits_for(asked: Asked, atgard: str, among: list[str]) -> set[str]:
    """What an åtgärd waits for, of some, directly or through others of them; not itself."""
    found: list[str] = [atgard]
    for each in found:
        found += [o for o in asked.today.depends_on[each] if o in among and o not in found]
    return set(found[1:])


def _load(asked: Asked, actor: str, atgarder: list[str]) -> Plain:
    today = asked.today
    is_post = today.life.get(actor) == "befattning"
    shared = sum(len(today.ansvariga[each]) > 1 for each in atgarder)
    held = holders(asked, actor) if is_post else None
    there = actor in today.life
    return actor, atgarder, shared, there, held, is_post and today.is_vacant(actor)


# What differs


Difference = tuple[str, str, str, str, str | None, Plain, Plain]  # what, thing, type, name, aspect, the sides


def differences(before: Asked, after: Asked) -> list[Difference]:
    """What is created, ended or changed, with both sides; in recorded order of things, each type's by aspect.

    What is of another type than before has ended, and something is created.
    """
    found: list[Difference] = []
    for thing in dict.fromkeys([*before.naive.things(), *after.naive.things()]):
        was, now = before.today.life.get(thing), after.today.life.get(thing)
        if was and was == now:
            earlier, later = aspects(before, thing), aspects(after, thing)
            found += [
                ("changed", thing, now, after.called(thing), aspect, earlier[aspect], later[aspect])
                for aspect in earlier
                if earlier[aspect] != later[aspect]
            ]
            continue
        if was:
            found.append(("ended", thing, was, before.called(thing), None, aspects(before, thing), None))
        if now:
            found.append(("created", thing, now, after.called(thing), None, None, aspects(after, thing)))
    return found


def aspects(asked: Asked, thing: str) -> dict[str, Plain]:
    """What is compared of a thing, by the names a diff has for it; of what is several, which they are."""
    today = asked.today
    match today.life[thing]:
        case "enhet":
            return {
                "name": today.names[thing],
                "kind": today.kinds[thing],
                "parent": today.parent(thing),
                "leaders": today.leaders(thing),
                "nämnder": today.namnder(thing),
                "aliases": {alias for aliased, alias in today.aliases if aliased == thing},
                "planned end": today.planned_ends.get(thing),
                "headcount": _count(today, thing),
                "roller": {roll for has, roll in today.roller if has == thing},
            }
        case "befattning":
            chef, placed = today.reports_to.get(thing), today.placements[thing]
            return {
                "title": today.names[thing],
                "enhet": placed,
                "holders": set(holders(asked, thing)),
                "vacant": today.is_vacant(thing),
                "headcount": _count(today, thing),
                "reports to": chef if today.life.get(chef or "") == "befattning" else None,
                "personalansvar": today.personalansvar.get(thing),
                "budgetansvar": today.budgetansvar.get(thing),
                "deputy": today.there(today.deputies.get(thing)),
            }
        case "organ":
            return {
                "name": today.names[thing],
                "part of": today.part_of.get(thing),
                "ledamöter": set(ledamoter(asked, thing)),
                "roller": {roll for has, roll in today.roller if has == thing},
                "reglemente": today.omraden.get(thing),
            }
        case "uppdrag":
            return {"name": today.names[thing], "ansvarig": today.there(today.ansvarig[thing])}
        case "utforare":
            return {"name": today.names[thing]}
        case "avtal" | "overenskommelse":
            return {
                "name": today.names[thing],
                "beställare": today.there(today.bestallare[thing]),
                "utförare": today.there(today.utforare[thing]),
                "until": today.until.get(thing),
                "in force": today.until.get(thing) is None or asked.day < today.until[thing],  # type: ignore[operator]
            }
        case "forum":
            return {
                "name": today.names[thing],
                "forum of": today.there(today.forum_of.get(thing)),
                "members": set(members(asked, thing)),
                "seats": set(seats(asked, thing)),
                "planned end": today.planned_ends.get(thing),
            }
    return _aspects_of_plans_and_rights(asked, thing)


def _aspects_of_plans_and_rights(asked: Asked, thing: str) -> dict[str, Plain]:
    today = asked.today
    match today.life[thing]:
        case "atgard":
            deadlines = tuple(sorted(today.deadlines[thing]))
            return {
                "name": today.names[thing],
                "deadlines": deadlines,
                "ansvariga": today.ansvariga[thing],
                "state": today.outcomes[thing].state if thing in today.outcomes else "planerad",
                "met": tuple(day for day in deadlines if (thing, day) in today.met),
            }
        case "forslag":
            state = today.outcomes[thing].state if thing in today.outcomes else "foreslaget"
            return {"name": today.names[thing], "state": state}
        case "arende":
            said = today.arenden[thing]
            return {
                "name": today.names[thing],
                "område": said.omrade,
                "förbehållet": said.forbehallet,
                "lagrum": said.lagrum,
            }
        case "delegationsordning":
            return {
                "name": today.names[thing],
                "nämnd": today.ordningar[thing].namnd,
                "rows": tuple(_in_brief(row) for row in rows_of(asked, thing)),
            }
    given = today.passed_on[thing]
    to = given.to or given.to_typ
    return {"name": thing, "ordning": given.ordning, "row": given.nummer, "passed on to": to}


def _in_brief(row: Rad) -> Plain:
    whom = row.delegat or ((row.delegat_typ,) if row.delegat_typ else ())
    return row.rad, row.nummer, row.arende, whom, row.belopp, row.enhet


def _count(today: Day, thing: str) -> Plain:
    count = today.headcounts.get(thing)
    return count and (count.medarbetare, count.arsarbetare, count.uppdragstagare, count.approximate)


def members(asked: Asked, forum: str) -> list[tuple[str, str]]:
    """What is a member of a forum and there, as first said."""
    said = asked.first_said(lambda c: [(c.forum, c.member)] if isinstance(c, ForumMemberAdded) else [])
    today = asked.today
    return [
        (m, today.members[f, m])
        for f, m in said
        if f == forum and (f, m) in today.members and m in today.life
    ]


def seats(asked: Asked, forum: str) -> list[tuple[str, str, str | None]]:
    """The seats of a forum, as first added, and who fills them."""
    said = asked.first_said(
        lambda c: [(c.forum, each) for each in c.seats] if isinstance(c, ForumSeatsAdded) else []
    )
    today = asked.today
    its = [key for key in said if key[0] == forum and key in today.forum_seats]
    return [(key[1], today.forum_seats[key], today.seated.get(key)) for key in its]


def created_by(before: Asked, after: Asked, thing: str) -> set[int]:
    """The facts that make a thing be created: those naming it that hold on one side, and what annuls them.

    What holds on the later side and is of a later day than the earlier holds on one side only.
    """
    sides = {s.seq: s for each in (before, after) for s in each.account.said}
    naming = {seq for seq, s in sides.items() if thing in things_named_by(s.change)}
    held = [{s.seq for s in each.account.said if s.day <= each.day} for each in (before, after)]
    found = naming & (held[0] ^ held[1])
    counting = [{s.seq for s in each.account.said} for each in (before, after)]
    only = counting[0] ^ counting[1]
    annulling = {seq for seq in only if annulled_by(after.naive, sides[seq].change) & found}
    return found | annulling


def annulled_by(naive: NaiveOrganisation, change: Change) -> set[int]:
    """The numbers of what a change sets aside."""
    match change:
        case ChangeAnnulled(beslut=beslut, number=number):
            return {s.seq for s in naive.everything_said() if (s.beslut.id, s.number) == (beslut, number)}
        case BeslutAnnulled(beslut=beslut):
            return {s.seq for s in naive.everything_said() if s.beslut.id == beslut}
    return set()


# Who has which rights


Right = tuple[str, str, str, str | None]  # delegationsordning, row, by what right, vidaredelegation


def in_line_with(asked: Asked, called: str, enhet: str) -> list[str]:
    """Those with a title who lead an enhet, or are placed in it and lead none, or else in the next above."""
    for each in reversed(asked.today.path(enhet)):
        placed = [post for post in placed_in(asked, each) if not asked.today.leads(post)]
        found = [p for p in dict.fromkeys((*leaders(asked, each), *placed)) if has_title(asked, p, called)]
        if found:
            return found
    return []


def has_title(asked: Asked, post: str, called: str) -> bool:
    """Whether a title is that of a befattning, in whatever letters; not one whose enheter have all ended.

    A budgetansvarig chef is any chef with budgetansvar.
    """
    if called == "budgetansvarig chef":
        return asked.today.is_chef(post) and bool(asked.today.budgetansvar.get(post))
    return asked.called(post).lower() == called.lower() and not leads_nothing(asked, post)


def leads_nothing(asked: Asked, post: str) -> bool:
    """Whether a befattning is recorded to lead enheter that have all ended."""
    led = [enhet for enhet, leader in asked.today.leaderships if leader == post]
    return bool(led) and not any(enhet in asked.today.life for enhet in led)


def meant_by_title(asked: Asked, organ: str, called: str, *limits: str | None) -> set[str]:
    """Whom a title means in a matter of any enhet that answers to the organ and is within the limits."""
    enheter = [enhet for enhet in asked.tree if organ in asked.today.namnder(enhet)]
    within = [e for e in enheter if {each for each in limits if each} <= set(asked.today.path(e))]
    return {post for enhet in within for post in in_line_with(asked, called, enhet)}


def delegations(asked: Asked, post: str) -> list[Right]:
    """The rights of a befattning: of each nämnd in turn, row by row.

    A delegate is not an ersättare too; whoever a row is passed on to may be both. The nämnder come as the
    delegationsordningar that they ever adopted are recorded.
    """
    return [right for right, who in every_right(asked) if who == post]


def every_right(asked: Asked) -> list[tuple[Right, str]]:
    """Every right, and each befattning there that has it."""
    known = asked.today.ordningar
    organs = dict.fromkeys(known[each].namnd for each in asked.ordered(known))
    found: list[tuple[Right, str]] = []
    for organ in organs:
        for row in rows_of(asked, ordning_of(asked, organ) or ""):
            delegates = set(row.delegat)
            if row.delegat_typ is not None:
                delegates |= meant_by_title(asked, organ, row.delegat_typ, row.enhet)
            found += [((row.ordning, row.rad, "delegat", None), post) for post in delegates]
            others = set(row.ersattare) - delegates
            found += [((row.ordning, row.rad, "ersättare", None), post) for post in others]
            for given in passed_on(asked, row):
                to = {given.to} if given.to else set()
                if given.to_typ is not None:
                    to = meant_by_title(asked, organ, given.to_typ, row.enhet, given.enhet)
                right = row.ordning, row.rad, "vidaredelegat", given.vidaredelegation
                found += [(right, post) for post in to if post is not None]
    return [each for each in found if asked.today.life.get(each[1]) == "befattning"]


def posts_under(asked: Asked, organ: str) -> set[str]:
    enheter = [enhet for enhet in asked.tree if organ in asked.today.namnder(enhet)]
    return {post for enhet in enheter for post in (*leaders(asked, enhet), *placed_in(asked, enhet))}


def with_rights(asked: Asked) -> set[str]:
    """The befattningar with a right, and the chefer that could have one: under a nämnd that delegates."""
    delegating = [organ for organ in asked.today.living("organ") if ordning_of(asked, organ)]
    could = {post for organ in delegating for post in posts_under(asked, organ)}
    return {post for _, post in every_right(asked)} | {post for post in could if asked.today.is_chef(post)}


def rights(asked: Asked) -> dict[str, Plain]:
    """Of each befattning with rights, or a chef that could have, who holds it and which they are."""
    every = every_right(asked)
    return {
        post: (holders(asked, post), [right for right, who in every if who == post])
        for post in with_rights(asked)
    }


def posts_of(asked: Asked, person: str) -> set[str]:
    return {post for post in posts(asked) if person in persons(asked, post)}


def shifts(before: Asked, after: Asked) -> dict[str, tuple[set[Plain], set[Plain]]]:
    """By person, the rights that are lost and gained: in a matter with its limits, and by what right.

    What number a row has makes no difference, nor by which befattning a person has the right. A konsult has
    none.
    """
    then, now = by_person(before), by_person(after)
    found = {}
    for person in then.keys() | now.keys():
        had, has = then.get(person, {}), now.get(person, {})
        lost, gained = had.keys() - has.keys(), has.keys() - had.keys()
        if lost or gained:
            found[person] = (
                {(right, frozenset(had[right])) for right in lost},
                {(right, frozenset(has[right])) for right in gained},
            )
    return found


def by_person(asked: Asked) -> dict[str, dict[Plain, set[str]]]:
    """By person the rights they have, and by which befattningar they have each."""
    found: dict[str, dict[Plain, set[str]]] = {}
    for (ordning, rad, by, _), post in every_right(asked):
        right = matter(asked.today.rows[ordning, rad]), by
        for person, form in holders(asked, post):
            if form != "konsult":
                found.setdefault(person, {}).setdefault(right, set()).add(post)
    return found


# Who decides


@dataclass(frozen=True)
class Case:
    """A matter as it comes up."""

    arende: str
    enhet: str | None = None
    belopp: float | None = None
    absent: tuple[str, ...] = ()
    jav: tuple[str, ...] = ()
    bradskande: bool = False


@dataclass(frozen=True)
class Candidate:
    """Somebody whom the question comes to: by what right, who would decide, and why it may not."""

    who: str
    right: str
    nummer: str | None = None
    person: str | None = None
    form: str | None = None
    why: str | None = None
    lagrum: str | None = None
    belopp: float | None = None
    enhet: str | None = None
    until: date | None = None
    titled: bool = False


@dataclass
class Decision:
    """The way to whoever decides, as it is met."""

    asked: Asked
    case: Case
    tried: list[Candidate] = field(default_factory=list)
    chain: list[Plain] = field(default_factory=list)  # kind, thing, beslut, and what it is about
    lacking: list[Plain] = field(default_factory=list)
    decider: Candidate | None = None
    also: list[Candidate] = field(default_factory=list)
    namnd: str | None = None
    ordning: str | None = None
    rad: Rad | None = None
    given: VidaredelegationGranted | None = None

    def find(self) -> Decision:
        """From the matter to the person: law, nämnd, ordning, row, vidaredelegation, fallbacks, nämnden."""
        reserved_as = self.asked.today.arenden[self.case.arende].forbehallet
        if reserved_as == "fullmaktige":
            self._by_law("fullmaktige", "fullmaktige")
            organs = self.asked.ordered(self.asked.today.organs_of("fullmaktige"))
            self.namnd = organs[0] if organs else None
            self._decides(Candidate(organs[0], "fullmaktige") if organs else None, lacks="fullmaktige")
            return self
        self._find_namnd()
        if self.namnd is None:
            return self
        if reserved_as is not None:
            self._by_law("forbehallet", reserved_as)
            self._decides(Candidate(self.namnd, "forbehallet"))
            return self
        if ordning_of(self.asked, self.namnd) is None:
            self.lacking.append(("ordning", {self.namnd}, None))
            return self
        self.ordning = ordning_of(self.asked, self.namnd)
        self._by_ordning()
        if any(each.why == "ingen enhet" for each in self.tried):
            self.lacking.append(("enhet", set(), None))
        return self

    def _by_law(self, kind: str, what: str) -> None:
        self.chain.append((kind, None, None, cited(self.asked, what)))

    def _find_namnd(self) -> None:
        """The nämnd of the enhet whose reglemente has the område or, where none says so, whose is unknown.

        Of several, the one whose delegationsordning has rows about the matter, or withholds it.
        """
        asked, today, case = self.asked, self.asked.today, self.case
        omrade = today.arenden[case.arende].omrade
        if case.enhet is not None:
            over = today.namnder(case.enhet)
        else:
            over = {o for o in today.living("organ") if ordning_of(asked, o) or o in today.omraden}
        having = {organ for organ in over if omrade in today.omraden.get(organ, ())}
        found = over if omrade is None else having or {organ for organ in over if organ not in today.omraden}
        chosen = found if len(found) == 1 else {organ for organ in found if self._is_about(organ)}
        if len(chosen) != 1:
            if found:
                self.lacking.append(("en namnd", found, None))
            elif over:
                self.lacking.append(("namnd med omradet", over, omrade or ""))
            else:
                self.lacking.append(("enhetens namnd" if case.enhet else "namnd med ordning", set(), None))
            return
        (self.namnd,) = chosen
        if omrade is not None and self.namnd in having:
            said = asked.latest(lambda c: isinstance(c, ReglementeAdopted) and c.namnd == self.namnd)
            assert said is not None
            self.chain.append(("reglemente", self.namnd, said.beslut.id, omrade))
        elif omrade is not None:
            self.lacking.append(("reglemente", {self.namnd}, None))
        self.chain.append(("namnd", self.namnd, None, None))

    def _is_about(self, organ: str) -> bool:
        ordning = ordning_of(self.asked, organ)
        about = [row for row in rows_of(self.asked, ordning or "") if row.arende == self.case.arende]
        withheld = [each for each in self.asked.today.withheld if each[:2] == (ordning, self.case.arende)]
        return bool(about or withheld)

    def _by_ordning(self) -> None:
        asked, ordning = self.asked, self.ordning or ""
        adopted, adoption = asked.today.ordningar[ordning], _adoption(asked, ordning)
        began = asked.first(ordning).day
        self.chain.append(("delegationsordning", ordning, adoption.beslut.id, (adopted.dnr, began)))
        for its, arende, called in asked.first_said(_withheld_in):
            if (its, arende) == (ordning, self.case.arende) and (its, arende, called) in asked.today.withheld:
                self.tried.append(Candidate(called, "delegat", why="inte given", titled=True))
        rows = self._fitting([row for row in rows_of(asked, ordning) if row.arende == self.case.arende])
        for row in rows:
            if self._by_row(row):
                return
        if adopted.ofullstandig and not rows:
            self.lacking.append(("alla rader", set(), None))
        elif not any(each.why == "ingen enhet" for each in self.tried):
            self._namndens_own("ingen delegat" if rows else "ingen rad")

    def _fitting(self, given: list[Any]) -> list[Any]:
        """The rows, or what is passed on, about the case; of the others is told why they are not.

        For urgent matters first, then from the lowest amount, and the narrowest enhet.
        """
        fits = []
        for each in given:
            why = self._not_about(each)
            if why is None:
                fits.append(each)
            else:
                reason, belopp, enhet = why
                self.tried.append(_named(each, reason, belopp, enhet))
        return sorted(fits, key=self._place)

    def _place(self, given: Any) -> tuple[bool, float, int]:
        depth = len(self.asked.today.path(given.enhet)) if self.asked.today.is_enhet(given.enhet) else 0
        urgent = isinstance(given, Rad) and given.bradskande
        return not urgent, float("inf") if given.belopp is None else given.belopp, -depth

    def _not_about(self, given: Any) -> tuple[str, float | None, str | None] | None:
        case = self.case
        if isinstance(given, Rad) and given.bradskande and not case.bradskande:
            return "bradskande", None, None
        if given.belopp is not None and case.belopp is not None and case.belopp > given.belopp:
            return "belopp", given.belopp, None
        if given.enhet is not None and case.enhet is None:
            return "ingen enhet", None, None
        if given.enhet is not None and given.enhet not in self.asked.today.path(case.enhet or ""):
            return "enhet", None, given.enhet
        return None

    def _by_row(self, row: Rad) -> bool:
        """Whether anybody decides by a row: whom it is passed on to, its delegate, or who is instead."""
        delegates = self._delegates(row)
        for given in self._fitting(passed_on(self.asked, row)):
            if given.to is not None:
                to = self._holders(given.to, "vidaredelegat")
            else:
                to = self._by_title(given.to_typ or "", "vidaredelegat")
            if (found := self._first_of(to)) is not None:
                keeps = [each for each in delegates if each.why is None]
                self._decides_by(found, row, keeps, given)
                return True
        found = self._first_of(delegates)
        if found is None:
            named = [d.who for d in delegates if not d.titled and self.asked.types.get(d.who) == "befattning"]
            found = self._first_of(self._instead_of(named, row))
        if found is not None:
            self._decides_by(found, row, [])
        return found is not None

    def _decides_by(
        self, found: Candidate, row: Rad, keeps: list[Candidate], given: VidaredelegationGranted | None = None
    ) -> None:
        asked = self.asked
        self.rad, self.given = row, given
        self.chain.append(("rad", row.rad, saying(asked, row).beslut.id, row.nummer))
        if given is not None:
            began = asked.first(given.vidaredelegation).beslut.id
            self.chain.append(("vidaredelegation", given.vidaredelegation, began, given.nummer))
        over: list[Candidate] = []
        if asked.today.ordningar[row.ordning].overordnad_har_ratt and self._is_post(found):
            chefer = [link.post for link in line(asked, found.who)]
            over = [each for chef in chefer for each in self._holders(chef, "overordnad har ratt")]
        for each in (*keeps, *over):
            told = {found.who, *(one.who for one in self.also)}
            if each.why is None and each.who not in told:
                self.also.append(each)
        self._decides(found)

    def _is_post(self, candidate: Candidate) -> bool:
        return not candidate.titled and self.asked.types.get(candidate.who) == "befattning"

    def _delegates(self, row: Rad) -> list[Candidate]:
        if row.automatiserad:
            return [Candidate("automatiserad beslutsfunktion", "delegat", titled=True)]
        if row.delegat_typ is not None:
            return self._by_title(row.delegat_typ, "delegat")
        return [each for delegat in row.delegat for each in self._named(delegat, "delegat")]

    def _named(self, who: str, right: str) -> list[Candidate]:
        """A befattning, an utskott or presidium of the nämnd or of none, or a person who sits there."""
        today = self.asked.today
        match self.asked.types.get(who):
            case "befattning":
                return self._holders(who, right)
            case None if (self.namnd, who) in today.seats:
                return [self._seated(who, right)]
            case "organ" if who in today.life and today.kinds[who] in ("utskott", "presidium"):
                if today.part_of.get(who) in (None, self.namnd):
                    return [Candidate(who, right)]
        return [Candidate(who, right, why="borta")]

    def _seated(self, person: str, right: str) -> Candidate:
        hindered, lagrum = self._hindered(person, person)
        return Candidate(person, right, person=person, why=hindered, lagrum=lagrum)

    def _by_title(self, called: str, right: str) -> list[Candidate]:
        if self.case.enhet is None:
            return [Candidate(called, right, why="ingen enhet", titled=True)]
        its = in_line_with(self.asked, called, self.case.enhet)
        if not its:
            return [Candidate(called, right, why="ingen har titeln", titled=True)]
        return [each for post in its for each in self._holders(post, right)]

    def _holders(self, post: str, right: str) -> list[Candidate]:
        """Whoever holds a befattning, those acting first; or that nobody does, or nobody knows."""
        if post not in self.asked.today.life:
            return [Candidate(post, right, why="borta")]
        held = holders(self.asked, post)
        if not held:
            absent = "franvarande" if post in self.case.absent else None
            return [Candidate(post, right, why="vakant" if self.asked.today.is_vacant(post) else absent)]
        return [self._holder(post, right, *one) for one in held]

    def _holder(self, post: str, right: str, person: str, form: str) -> Candidate:
        adopted = self.asked.today.ordningar[self.ordning or ""]
        why, lagrum = self._hindered(post, person)
        until = None
        acting = {other for _, other in holders(self.asked, post)} & set(ACTING)
        free_from = months_later(self._held_since(post, person), adopted.karenstid)
        if why is None and form == "konsult":
            why, lagrum = "konsult", cited(self.asked, "anstalld")
        elif why is None and form == "ordinarie" and acting:
            why = "ersatt"
        elif why is None and form in ACTING and not adopted.tf_arver:
            why = "tf arver inte"
        elif why is None and free_from > self.asked.day:
            why, until = "karenstid", free_from
        return Candidate(post, right, person=person, form=form, why=why, lagrum=lagrum, until=until)

    def _held_since(self, post: str, person: str) -> date:
        """From which day on, without a break and in whatever forms, a person has held a befattning."""
        since = self.asked.day
        for day, state in sorted(self.asked.account.days.items(), reverse=True):
            if day <= self.asked.day:
                if person not in {one for one, _ in state.holders(post)}:
                    break
                since = day
        return since

    def _hindered(self, who: str, person: str) -> tuple[str | None, str | None]:
        if {who, person} & set(self.case.jav):
            return "javig", cited(self.asked, "jav")
        return ("franvarande", None) if {who, person} & set(self.case.absent) else (None, None)

    def _instead_of(self, named: list[str], row: Rad) -> Iterator[Candidate]:
        """In the order that the ordning has; above a befattning that is gone there is nobody."""
        today = self.asked.today
        there = [post for post in dict.fromkeys(named) if post in today.life]
        for way in today.ordningar[row.ordning].ersattarordning:
            if way == "ersattare":
                yield from (each for who in row.ersattare for each in self._named(who, "ersattare"))
            if way == "utsedd":
                deputies = [today.there(today.deputies.get(post)) for post in there]
                for deputy in dict.fromkeys(deputies):
                    yield from self._holders(deputy, "utsedd") if deputy else ()
            if way == "overordnad":
                for chef in dict.fromkeys(each.post for post in there for each in line(self.asked, post)):
                    yield from self._holders(chef, "overordnad")

    def _first_of(self, candidates: Iterable[Candidate]) -> Candidate | None:
        """The first who may; those up to there have been tried, each once."""
        for each in candidates:
            if each not in self.tried:
                self.tried.append(each)
            if each.why is None:
                return each
        return None

    def _namndens_own(self, right: str) -> None:
        """Its own or, of what cannot wait, its ordförande's."""
        chairs = [p for p, role in ledamoter(self.asked, self.namnd or "") if role == "ordforande"]
        found = (
            self._first_of(self._seated(each, "ordforande") for each in chairs)
            if self.case.bradskande
            else None
        )
        if found is not None:
            self._by_law("bradskande", "bradskande")
        self._decides(found or Candidate(self.namnd or "", right))

    def _decides(self, decider: Candidate | None, lacks: str = "") -> None:
        self.decider = decider
        if decider is None:
            self.lacking.append((lacks, set(), None))
            return
        if decider not in self.tried:
            self.tried.append(decider)
        who, person, asked = decider.who, decider.person, self.asked
        if not self._is_post(decider):
            self.chain.append(("beslutande", who, None, decider.right))
            if person is not None:
                seat = asked.latest(
                    lambda c: isinstance(c, LedamotElected) and (c.organ, c.person) == (self.namnd, person)
                )
                role = asked.today.seats.get((self.namnd or "", person))
                self.chain.append(("person", person, seat and seat.beslut.id, role))
            return
        self.chain.append(("befattning", who, asked.first(who).beslut.id, decider.right))
        if person is None:
            self.lacking.append(("innehavare", {who}, None))
            return
        held = asked.latest(
            lambda c: (
                isinstance(c, HolderAppointed)
                and (c.befattning, c.person, c.form) == (who, person, decider.form)
            )
        )
        self.chain.append(("person", person, held and held.beslut.id, decider.form))

    def report(self) -> Plain:
        """How the decision is reported: as the law says or, from 2018 on, as the row or the ordning does.

        What is nämndens or fullmäktiges own is reported to nobody.
        """
        asked = self.asked
        if self.decider is None or self.decider.who == self.namnd:
            return None
        if self.case.bradskande and (self.rad is None or self.rad.bradskande):
            return "nasta sammantrade", cited(asked, "bradskande")
        if asked.day < NEW_ACT and self.given is not None:
            return "forvaltningschefen", cited(asked, "vidaredelegation")
        if asked.day < NEW_ACT:
            return "alla", cited(asked, "anmalan")
        of_row = self.rad.anmalan if self.rad is not None else None
        return of_row or asked.today.ordningar[self.ordning or ""].anmalan, cited(asked, "anmalan")


def _withheld_in(change: Change) -> list[tuple[str, str, str]]:
    match change:
        case DelegationWithheld(ordning=ordning, arende=arende, delegat_typ=called):
            return [(ordning, arende, called)]
    return []


def _named(given: Any, why: str, belopp: float | None, enhet: str | None) -> Candidate:
    """Whom a row, or what is passed on, names, and why it is not about the case."""
    if isinstance(given, Rad):
        who = given.delegat[0] if given.delegat else given.delegat_typ or "automatiserad beslutsfunktion"
        right, titled = "delegat", not given.delegat
    else:
        who, right, titled = given.to or given.to_typ or "", "vidaredelegat", given.to is None
    return Candidate(who, right, given.nummer, why=why, belopp=belopp, enhet=enhet, titled=titled)


def who_decides(asked: Asked, case: Case) -> Decision:
    return Decision(asked, case).find()


# Vacancies


def vacant_from(asked: Asked, post: str) -> Plain:
    """Since when a befattning is vacant, whether it may be longer, and whether it is declared; None when not.

    Since the last day on which somebody left it, be it on the day of the appointment; where nobody has, since
    it was declared. It is declared vacant until somebody is appointed.
    """
    if not asked.today.is_vacant(post):
        return None
    left = [day for held in asked.appointments if held[0] == post for day in _left(asked, held)]
    said = asked.latest(lambda c: isinstance(c, VacancyDeclared | HolderAppointed) and c.befattning == post)
    declared = said is not None and isinstance(said.change, VacancyDeclared)
    since = max(left) if left else said.day if said is not None else asked.day
    return since, not left, declared


def _left(asked: Asked, held: tuple[str, str, str]) -> list[date]:
    """The days on which an appointment ceases to hold; those on which it was said, when it never did."""
    days = [day for day in asked.account.days if day <= asked.day]
    left = []
    for day in days:
        if held in asked.on(day - ONE_DAY).today.held and held not in asked.on(day).today.held:
            left.append(day)
    if any(held in asked.on(day).today.held for day in days):
        return left
    return [
        s.day
        for s in asked.said_by_now()
        if isinstance(s.change, HolderAppointed)
        and (s.change.befattning, s.change.person, s.change.form) == held
    ]


def vacancies(asked: Asked) -> list[Plain]:
    """The vacant befattningar as recorded: where, since when, how long, what they lead, to whom it falls."""
    today = asked.today
    return [
        (
            post,
            today.names[post],
            today.placements[post],
            began,
            (asked.day - began[0]).days,
            led_by(asked, post),
            nearest_chef(asked, post),
        )
        for post in posts(asked)
        if (began := vacant_from(asked, post)) is not None
    ]


def unfilled_seats(asked: Asked) -> list[Plain]:
    """The seats that nobody fills, since they were left or, where nobody was said to fill them, added."""
    found = []
    for forum in asked.ordered(asked.today.living("forum")):
        for seat, role, person in seats(asked, forum):
            filled = asked.latest(_fills(forum, seat))
            added = asked.latest(_adds(forum, seat))
            said = filled or added
            if person is None and said is not None:
                found.append((forum, seat, role, said.day, said.change.stated))
    return found


def _fills(forum: str, seat: str) -> Callable[[Change], bool]:
    return lambda c: isinstance(c, ForumSeatFilled) and (c.forum, c.seat) == (forum, seat)


def _adds(forum: str, seat: str) -> Callable[[Change], bool]:
    return lambda c: isinstance(c, ForumSeatsAdded) and c.forum == forum and seat in c.seats


# The chart


def chart(asked: Asked) -> list[dict[str, Plain]]:
    """The enheter in tree order: who leads each and is its chef, and whom else there is to show.

    Of several who lead it, it is the first that is held, or else the first. Besides those who share in
    leading it, there are those placed in it that lead nothing and are vacant, or held by somebody who is not
    ordinarie, or whose enheter have all ended.
    """
    return [_node(asked, enhet) for enhet in asked.tree]


def _node(asked: Asked, enhet: str) -> dict[str, Plain]:
    today, its = asked.today, leaders(asked, enhet)
    held = [post for post in its if holders(asked, post)]
    leader = next(iter(held or its), None)
    chef = (leader, *holders(asked, leader)[0]) if leader is not None and held else None
    over = today.parents.get(enhet)
    loose = None
    if over is not None and today.parent(enhet) is None:
        loose = asked.called(over), "under itself" if today.is_enhet(over) else "not there"
    beside = [post for post in placed_in(asked, enhet) if not today.leads(post) and _is_shown(asked, post)]
    shown = [post for post in its if post != leader] + beside
    return {
        "enhet": (
            enhet,
            today.names[enhet],
            today.kinds[enhet],
            today.parent(enhet),
            today.planned_ends.get(enhet),
        ),
        "aliases": {alias for aliased, alias in today.aliases if aliased == enhet},
        "depth": len(today.path(enhet)) - 1,
        "leader": (leader, None if leader is None else today.names[leader]),
        "chef": chef,
        "vacant": vacant_from(asked, leader) if leader is not None and chef is None else None,
        "nämnder": today.own_namnder(enhet),
        "loose": loose,
        "posts": [
            (
                post,
                today.names[post],
                holders(asked, post),
                vacant_from(asked, post),
                leads_nothing(asked, post),
            )
            for post in shown
        ],
    }


def _is_shown(asked: Asked, post: str) -> bool:
    held = holders(asked, post)
    acting = any(form != "ordinarie" for _, form in held)
    return acting or asked.today.is_vacant(post) or leads_nothing(asked, post)


# What enheter answer to, and what runs out


def answerable(asked: Asked) -> list[tuple[str, set[str], str | None]]:
    """The nämnder of each enhet, in tree order, and the nearest enhet upwards that is placed under them."""
    found = []
    for enhet in asked.tree:
        through = [e for e in reversed(asked.today.path(enhet)) if asked.today.own_namnder(e)]
        found.append((enhet, asked.today.namnder(enhet), through[0] if through else None))
    return found


def expiring(asked: Asked, months: int) -> list[Plain]:
    """What has an end within so many months, or that has passed; in order of day.

    An instrument's last day is the one before it is no longer in force; of another thing it is the planned.
    """
    today, found = asked.today, []
    for thing, kind in today.life.items():
        until, planned = today.until.get(thing), today.planned_ends.get(thing)
        instrument = kind in ("avtal", "overenskommelse")
        last = until - ONE_DAY if instrument and until is not None else planned
        if last is None or last > months_later(asked.day, months):
            continue
        parties = (
            [today.there(each[thing]) for each in (today.bestallare, today.utforare)] if instrument else []
        )
        there = tuple(party for party in parties if party is not None)
        found.append(
            (last, thing, kind, today.names[thing], (last - asked.day).days, last < asked.day, there)
        )
    return sorted(found)


# Forums, instruments and lineage


def meetings(asked: Asked) -> list[Plain]:
    """Every forum as recorded: its members, its seats, and those that nobody fills."""
    return [
        (
            forum,
            asked.today.names[forum],
            asked.today.there(asked.today.forum_of.get(forum)),
            members(asked, forum),
            seats(asked, forum),
            [seat for seat, _, person in seats(asked, forum) if person is None],
        )
        for forum in asked.ordered(asked.today.living("forum"))
    ]


def instruments(asked: Asked) -> list[Plain]:
    """The instruments as recorded: between whom, and which kind is possible: an avtal with another alone."""
    today, found = asked.today, []
    for each in asked.ordered(today.instruments()):
        parties = [today.there(had[each]) for had in (today.bestallare, today.utforare)]
        outside = asked.types.get(parties[1] or "") == "utforare"
        in_force = today.until.get(each) is None or asked.day < (today.until[each] or date.max)
        found.append((each, *parties, in_force, "avtal" if outside else "overenskommelse"))
    return found


# What has happened


def history(asked: Asked, thing: str, first_draft: int, alternative: str) -> list[Plain]:
    """Every change that names a thing, as far as is known: what annuls it, and what it is on the day.

    What is annulled is that, whatever else it is.
    """
    counting = {s.seq for s in asked.account.said}
    found = []
    for s in sorted(asked.naive.everything_said(), key=lambda s: s.order):
        if thing not in things_named_by(s.change) or not _is_known(asked, s):
            continue
        by = [
            o.beslut.id
            for o in asked.account.said
            if s.seq in annulled_by(asked.naive, o.change) and o is not s
        ]
        state = status(asked, s, first_draft, alternative) if s.seq in counting else "annullerat"
        found.append((s.seq, s.day, by[0] if by else None, state))
    return found


def _is_known(asked: Asked, s: Said) -> bool:
    on_the_log = {b.id for b in asked.naive.records[: asked.recorded]}
    return s.beslut.id in on_the_log and (asked.known is None or s.beslut.decided <= asked.known)


def status(asked: Asked, s: Said, first_draft: int, alternative: str) -> str:
    """What a fact that counts is on a day: of a draft, whether what is proposed is turned down altogether."""
    today = asked.today
    if s.seq >= first_draft:
        its = [f for f in today.living("forslag") if today.alternatives.get(f) == alternative]
        turned_down = its and all(_became(today, f, "antaget", "föreslaget") == "förkastat" for f in its)
        return "förkastat" if turned_down else "föreslaget"
    if s.beslut.decided > asked.day:
        return "ännu inte beslutat"
    match s.change:
        case AtgardPlanned(atgard=atgard):
            return _became(today, atgard, "avslutad", "planerat")
        case ForslagMade(forslag=forslag):
            return _became(today, forslag, "antaget", "föreslaget")
    return "inträffat" if s.day <= asked.day else "beslutat"


def _became(today: Day, thing: str, good: str, still_open: str) -> str:
    if thing not in today.outcomes:
        return still_open
    return "inträffat" if today.outcomes[thing].state == good else "förkastat"


def lineage(asked: Asked) -> set[Plain]:
    """Which enheter went over into which, on which day and by which beslut."""
    found: dict[tuple[str, str, date], tuple[str, str]] = {}
    for s in asked.account.said:
        match s.change:
            case EnheterMerged(enheter=enheter, into=into):
                pairs = [(enhet, into) for enhet in enheter]
            case EnhetSplit(enhet=enhet, into=parts):
                pairs = [(enhet, part) for part in parts]
            case EnhetDissolved(enhet=enhet, successors=successors):
                pairs = [(enhet, successor) for successor in successors]
            case _:
                continue
        for one, other in pairs:
            if asked.types.get(one) == asked.types.get(other) == "enhet":
                found[one, other, s.day] = (s.change.verb, s.beslut.id)
    return {(*key, *said) for key, said in found.items()}


# The two sides


SIDES = {"bestallare": "bestallare", "myndighet": "bestallare", "utforare": "utforare"}


def sides_of(asked: Asked, thing: str) -> dict[str, set[str]]:
    """On which sides a thing is, and by what: by roles, its own or those of what it is in; and by members.

    A befattning is on those of all that is in what it leads or, when it leads nothing, of where it is
    placed; a forum on those of members, of forums in it too, that are on one side only.
    """
    today, met = asked.today, []
    match today.life.get(thing):
        case "utforare":
            met = [(thing, "utforare")]
        case "organ":
            met = [(thing, roll) for roll in _roller_of_organ(today, thing)]
        case "enhet":
            met = [(thing, roll) for roll in _roller_through(today, thing)]
        case "forum":
            for member in _all_members(asked, thing):
                on = sides_of(asked, member)
                met += [(member, side) for side in on if len(on) == 1]
        case "befattning":
            placed = today.placements[thing]
            for top in today.leads(thing):
                met += [(top, roll) for roll in _roller_through(today, top)]
                met += [(e, roll) for e in under(asked, top) for each, roll in today.roller if each == e]
            if not today.leads(thing) and today.is_enhet(placed):
                met = [(placed, roll) for roll in _roller_through(today, placed)]
    found: dict[str, set[str]] = {}
    for by, roll in met:
        if roll in SIDES:
            found.setdefault(SIDES[roll], set()).add(by)
    return found


def _roller_through(today: Day, enhet: str) -> set[str]:
    above = [{roll for has, roll in today.roller if has == each} for each in reversed(today.path(enhet))]
    return next((roller for roller in above if roller), set())


def _roller_of_organ(today: Day, organ: str) -> set[str]:
    passed = [organ]
    for each in passed:
        if own := {roll for has, roll in today.roller if has == each}:
            return own
        whole = today.part_of.get(each)
        passed += [whole] if whole in today.life and whole is not None and whole not in passed else []
    return set()


def _all_members(asked: Asked, forum: str) -> set[str]:
    forums, found = [forum], set()
    for each in forums:
        for member, _ in members(asked, each):
            if asked.today.life[member] != "forum":
                found.add(member)
            elif member not in forums:
                forums.append(member)
    return found


def roles(asked: Asked) -> Plain:
    """What has roles of its own, with its sides; what is on both; and what things there do for each other."""
    today = asked.today
    having = {thing for thing, _ in today.roller if thing in today.life}
    leading = {post for enhet in asked.tree for post in leaders(asked, enhet)}
    candidates = having | leading | set(today.living("forum"))
    standings = {
        thing: ({roll for has, roll in today.roller if has == thing}, sides_of(asked, thing))
        for thing in having
    }
    mixed = {thing for thing in candidates if len(sides_of(asked, thing)) > 1}
    related = {(one, kind, to) for one, kind, to in today.relations if {one, to} <= today.life.keys()}
    return standings, mixed, related


# Who answers for uppdrag


def tenures(asked: Asked, uppdrag: str) -> list[tuple[str, date]]:
    """Everyone who ever answers for an uppdrag while it is there, and from when; in order of day."""
    found: list[tuple[str, date]] = []
    for day, state in asked.account.days.items():
        its = state.ansvarig.get(uppdrag) if state.life.get(uppdrag) == "uppdrag" else None
        if its is not None and (not found or found[-1][0] != its):
            found.append((its, day))
    return found


# What begins and ceases


Effect = tuple[date, bool, int]  # the day, whether it is an end, the number of what said so


def effects(asked: Asked) -> list[Effect]:
    """All that begins or ceases to hold, by day: each change on its day, and each end that really ends.

    An end does when what it ends held the day before, and nothing else has the last word on the day; an
    instrument runs out that has the end then, and was there the day before. An annulment is of no day.
    """
    account = asked.account
    annulling = (BeslutAnnulled, ChangeAnnulled)
    found = {(s.day, False, s.seq) for s in account.said if not isinstance(s.change, annulling)}
    for s in account.said:
        match s.change:
            case HolderAppointed(befattning=thing, person=person, form=form, until=date() as until):
                slot: tuple[str, object] = ("held", (thing, person, form))
            case LedamotElected(organ=thing, person=person, until=date() as until):
                slot = ("seats", (thing, person))
            case _:
                continue
        before = account.last_saying(*slot, until - ONE_DAY)
        last = account.last_saying(*slot, until)
        held = before is not None and before.value is not None
        lived = thing in account.on(until - ONE_DAY).life
        if held and lived and last is not None and last.said is s and last.value is None:
            found.add((until, True, s.seq))
    for day, state in account.days.items():
        for instrument, lapses in state.until.items():
            said = account.last_saying("until", instrument, day)
            if lapses == day and instrument in account.on(day - ONE_DAY).life and said is not None:
                found.add((day, day != said.said.day, said.said.seq))
    return sorted(found, key=lambda each: (each[0], each[2]))


def days_that_differ(asked: Asked) -> set[date]:
    """The days on which anything at all is other than on the day before.

    Who holds or sits in what is not there, or not known to be, is not anything: nobody can ask.
    """
    days, found, before = asked.account.days, set(), Day()
    for day, state in days.items():
        if any(_held(state, each) != _held(before, each) for each in vars(state).keys() - OF_THE_DAY):
            found.add(day)
        before = state
    return found


def _held(state: Day, each: str) -> object:
    if each == "held":
        return {key for key in state.held if key[0] in state.life}
    if each == "seats":
        return {key: role for key, role in state.seats.items() if key[0] in state.life}
    return getattr(state, each)


OF_THE_DAY = {"day", "merging", "placing"}  # which say what is said on it, not what holds


# All there is to say of one thing


def happenings(asked: Asked, thing: str) -> int:
    """How many changes name a thing, annulled or not."""
    return sum(
        thing in things_named_by(s.change) and _is_known(asked, s) for s in asked.naive.everything_said()
    )


def contradictions(asked: Asked, thing: str) -> set[str]:
    return {says for about, says in asked.today.contradictions if about == thing}


def held_in_full(asked: Asked, post: str, person: str, form: str) -> Plain:
    """A holding: in what form, since when without a break and in what words, and until when."""
    account, key = asked.account, (post, person, form)
    run = [asked.day]
    for day, state in sorted(account.days.items(), reverse=True):
        if day <= asked.day:
            if key not in state.held:
                break
            run.append(day)
    ends = [day for day, state in account.days.items() if day > asked.day and key not in state.held]
    said = account.last_saying("held", key, run[-1])
    assert said is not None
    return post, person, form, run[-1], said.said.change.stated, min(ends, default=None)


def post_in_full(asked: Asked, post: str) -> dict[str, Plain]:
    """A befattning, and who holds it."""
    today = asked.today
    return {
        "post": (post, today.names[post], today.placements[post], led_by(asked, post)),
        "ansvar": (today.personalansvar.get(post), today.budgetansvar.get(post)),
        "holdings": [held_in_full(asked, post, *held) for held in holders(asked, post)],
        "vacant": vacant_from(asked, post),
        "chef": (today.is_chef(post), nearest_chef(asked, post)),
        "headcount": _count(today, post),
        "happenings": happenings(asked, post),
    }


def member_of(asked: Asked, thing: str) -> set[tuple[str, str]]:
    """The forums that are there of which something is a member."""
    its = asked.today.members.items()
    return {(forum, role) for (forum, member), role in its if member == thing and forum in asked.today.life}


def rows_naming(asked: Asked, thing: str) -> set[Plain]:
    """The rows in force that name something, each with whether the enhet it is limited to is there."""
    return {
        (*key, is_there(asked, row.enhet))
        for key, row in asked.today.rows_in_force().items()
        if thing in (row.arende, row.enhet, *row.delegat, *row.ersattare)
    }


def with_limits(asked: Asked, rows: Iterable[Rad]) -> list[Plain]:
    return [(row.ordning, row.rad, is_there(asked, row.enhet)) for row in rows]


def portrait(asked: Asked, thing: str) -> dict[str, Plain]:
    """All there is to say of a thing that is there, by its sort; of what has no order, which they are."""
    today = asked.today
    match today.life[thing]:
        case "enhet":
            return _portrait_of_enhet(asked, thing)
        case "befattning":
            return {
                **post_in_full(asked, thing),
                "member of": member_of(asked, thing),
                "to do": {
                    each
                    for each in today.living("atgard")
                    if thing in today.ansvariga[each] and each not in today.outcomes
                },
                "rows": rows_naming(asked, thing),
                "passed on": {v for v in today.living("vidaredelegation") if today.passed_on[v].to == thing},
                "deputy": today.there(today.deputies.get(thing)),
            }
        case "organ":
            return {
                "organ": (today.names[thing], today.kinds[thing], today.part_of.get(thing)),
                "ledamöter": ledamoter(asked, thing),
                "enheter": {enhet for enhet in asked.tree if thing in today.own_namnder(enhet)},
                "roller": {roll for has, roll in today.roller if has == thing},
                **_answers_for_and_meets(asked, thing),
                "reglemente": today.omraden.get(thing),
                "ordning": ordning_of(asked, thing),
            }
        case "uppdrag":
            return {
                "uppdrag": (
                    today.names[thing],
                    today.there(today.ansvarig[thing]),
                    thing in today.myndighet,
                ),
                "tenures": tenures_in_full(asked, thing),
                "split from": {
                    whole
                    for whole, part in today.takes_over
                    if part == thing and asked.types.get(whole) == "uppdrag"
                },
                "instruments": {
                    each for each, about in today.about if about == thing and each in today.instruments()
                },
            }
        case "utforare":
            its = {each for each in today.instruments() if today.utforare[each] == thing}
            return {
                "utförare": (today.names[thing], today.kinds[thing]),
                "instruments": its,
                "member of": member_of(asked, thing),
            }
        case "avtal" | "overenskommelse":
            return {
                "instrument": (today.life[thing], today.names[thing], today.until.get(thing)),
                "parties": (today.there(today.bestallare[thing]), today.there(today.utforare[thing])),
                "law": (today.regim.get(thing), today.lagstod.get(thing)),
                "about": {about for each, about in today.about if each == thing and about in today.life},
                "in force": today.until.get(thing) is None or asked.day < (today.until[thing] or date.max),
            }
        case "forum":
            return {
                "forum": (today.names[thing], today.kinds[thing], today.there(today.forum_of.get(thing))),
                "meets": (today.frequency.get(thing), today.planned_ends.get(thing)),
                "members": members(asked, thing),
                "seats": seats(asked, thing),
                "mixed": len(sides_of(asked, thing)) > 1,
            }
    return _portrait_of_plans_and_rights(asked, thing)


def _portrait_of_enhet(asked: Asked, enhet: str) -> dict[str, Plain]:
    today, over = asked.today, asked.today.parents.get(enhet)
    having = [e for e in reversed(today.path(enhet)) if any(has == e for has, _ in today.roller)]
    through = having[0] if having else None
    return {
        "enhet": (today.names[enhet], today.kinds[enhet], today.parent(enhet), today.planned_ends.get(enhet)),
        "loose from": over if today.parent(enhet) is None else None,
        "aliases": {alias for aliased, alias in today.aliases if aliased == enhet},
        "leaders": [post_in_full(asked, post) for post in leaders(asked, enhet)],
        "children": asked.ordered(today.children(enhet)),
        "befattningar": placed_in(asked, enhet),
        "nämnder": today.namnder(enhet),
        "headcount": _count(today, enhet),
        "roller": (through, {roll for has, roll in today.roller if has == through}),
        **_answers_for_and_meets(asked, enhet),
    }


def _answers_for_and_meets(asked: Asked, thing: str) -> dict[str, Plain]:
    today = asked.today
    return {
        "uppdrag": {each for each in today.living("uppdrag") if today.ansvarig[each] == thing},
        "forums": {each for each in today.living("forum") if today.forum_of.get(each) == thing},
        "member of": member_of(asked, thing),
    }


def _portrait_of_plans_and_rights(asked: Asked, thing: str) -> dict[str, Plain]:
    today = asked.today
    outcome = today.outcomes.get(thing)
    absent = [each for each in today.mentions.get(thing, ()) if each not in today.life]
    match today.life[thing]:
        case "atgard":
            waits_for, deadlines = today.depends_on[thing], tuple(sorted(today.deadlines[thing]))
            return {
                "åtgärd": (today.names[thing], deadlines, today.ansvariga[thing]),
                "says": (today.beslutande[thing], waits_for, today.mentions[thing]),
                "state": (outcome.state, outcome.says) if outcome else ("planerad", None),
                "met": [day for day in deadlines if (thing, day) in today.met],
                "waits for": [each for each in waits_for if today.life.get(each) == "atgard"],
                "holds up": {each for each in today.living("atgard") if thing in today.depends_on[each]},
                "absent": absent,
            }
        case "forslag":
            return {
                "förslag": (today.names[thing], today.made_by.get(thing), today.alternatives.get(thing)),
                "concerns": today.mentions[thing],
                "state": (outcome.state, outcome.says) if outcome else ("foreslaget", None),
                "absent": absent,
            }
        case "arende":
            said = today.arenden[thing]
            kept = said.forbehallet
            return {
                "ärende": (said.name, said.omrade, kept, said.lagrum),
                "reserved": None if kept is None else paragraph(asked, kept),
                "rows": rows_naming(asked, thing),
            }
        case "delegationsordning":
            adopted = today.ordningar[thing]
            return {
                "ordning": (adopted.namnd, adopted.name, adopted.dnr, adopted.replaces),
                "since": asked.first(thing).day,
                "rows": with_limits(asked, rows_of(asked, thing)),
                "passed on": [each.vidaredelegation for each in given_under(asked, thing)],
            }
    given, then = today.passed_on[thing], asked.on(asked.first(thing).day)
    there = today.life.get(given.ordning) == "delegationsordning"
    numbered = [row for row in rows_of(asked, given.ordning) if there and row.nummer == given.nummer]
    return {
        "given": (given, is_there(asked, given.enhet)),
        "rows": with_limits(asked, numbered),
        "meant": [row for row in rows_of(then, given.ordning) if row.nummer == given.nummer],
        "dangles": dangles(asked, given) is not None,
    }


def tenures_in_full(asked: Asked, uppdrag: str) -> list[Plain]:
    """Who answers for an uppdrag, since when and until when, in what words and by which beslut.

    Anew each time it is said, and when a merger carries it over: that is then what says so.
    """
    account = asked.account
    found: list[list[Plain]] = []
    before: str | None = None
    for day, state in account.days.items():
        its = state.ansvarig.get(uppdrag) if state.life.get(uppdrag) == "uppdrag" else None
        last = account.last_saying("ansvarig", uppdrag, day)
        again = last is not None and last.day == day
        if found and before is not None and (its != before or again):
            found[-1][2] = day
        if its is not None and last is not None and (its != before or again):
            said = last
            while said.value != its:
                merger = account.last_saying("merged", said.value, day)
                assert merger is not None
                said = merger
            found.append([its, day, None, said.said.change.stated, said.said.beslut.id])
        before = its
    return [tuple(each) for each in found]


def person_in_full(asked: Asked, person: str) -> dict[str, Plain]:
    """What a person has and does: nothing, when the person is nowhere."""
    today = asked.today
    return {
        "holdings": {
            held_in_full(asked, post, person, form)
            for post, one, form in today.held
            if one == person and today.life.get(post) == "befattning"
        },
        "seats": {
            (organ, role)
            for (organ, one), role in today.seats.items()
            if one == person and organ in today.life
        },
        "member of": {
            (forum, today.forum_seats[forum, seat])
            for (forum, seat), one in today.seated.items()
            if one == person and forum in today.life and (forum, seat) in today.forum_seats
        },
        "förslag": {each for each in today.living("forslag") if today.made_by.get(each) == person},
    }
