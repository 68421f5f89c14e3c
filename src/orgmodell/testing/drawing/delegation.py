"""Changes of delegationsordningar, as drawn."""

from __future__ import annotations

from orgmodell.changes import (
    ArendeDefined,
    Change,
    DelegationChanged,
    DelegationGranted,
    DelegationRevoked,
    DelegationsordningAdopted,
    DelegationsordningRepealed,
    DelegationWithheld,
    DeputyDesignated,
    Fallback,
    Rad,
    ReglementeAdopted,
    VidaredelegationGranted,
    VidaredelegationRevoked,
)
from orgmodell.law import Reserved
from orgmodell.testing.pick import Maker, Pick
from orgmodell.testing.pools import ARENDEN, LAW, NUMMER, OMRADEN, ORGANS, PERSONS, RADER, TITLAR


def define_arende(pick: Pick) -> list[Change]:
    reserved: Reserved | None = "mal" if pick.often() else None
    arende, omrade = pick.new("arende"), pick.any((None, *OMRADEN, "trafik"))
    lagrum = pick.any((None, LAW))
    return [ArendeDefined(arende, name=arende.title(), omrade=omrade, forbehallet=reserved, lagrum=lagrum)]


def adopt_reglemente(pick: Pick) -> list[Change]:
    """Every other time that of a nämnd with a delegationsordning; now and then it leaves a row outside."""
    with_one = [pick.today.namnd_of(each) for each in pick.today.living("delegationsordning")]
    namnd = pick.organ() if pick.any((True, False)) else pick.fitting(with_one, ORGANS)
    omraden: tuple[str, ...] = pick.any((OMRADEN, OMRADEN, OMRADEN[:1], ("miljö",)))
    return [ReglementeAdopted(namnd, omraden=omraden)]


def adopt_ordning(pick: Pick) -> list[Change]:
    """Instead of the one that the nämnd has; now and then beside it, or instead of another."""
    ordning, namnd = pick.new("delegationsordning"), pick.organ()
    fallbacks: tuple[Fallback, ...] = pick.any(((), ("vikarie", "utsedd")))
    replaced: str | None = next(iter(pick.today.ordningar_of(namnd)), None)
    if pick.now_and_then() or replaced == ordning:
        replaced = pick.any((None, pick.another("delegationsordning", but=ordning)))
    adopt = DelegationsordningAdopted(
        ordning,
        namnd=namnd,
        name=ordning.title(),
        dnr=pick.any((None, "KS 2013/1")),
        replaces=replaced,
        ersattarordning=fallbacks,
        karenstid=pick.any((0, 6)),
        anmalan=pick.any(("namnden", "nej")),
    )
    return [adopt]


def repeal_ordning(pick: Pick) -> list[Change]:
    return [DelegationsordningRepealed(pick.living("delegationsordning"))]


def _row(pick: Pick, kind: type[Rad], ordning: str, rad: str) -> Rad:
    """A row that the law allows; now and then one that it does not, or that is outside the reglemente."""
    in_force = pick.today.life.get(ordning) == "delegationsordning"
    namnd = pick.today.namnd_of(ordning) if in_force else "ks"
    within = _within(pick, namnd)
    arende = pick.any(_outside(pick, within)) if pick.now_and_then() else pick.fitting(within, ARENDEN)
    urgent = pick.now_and_then()
    delegat = (pick.any(_seated(pick, namnd, urgent)),) if urgent else _delegat(pick, namnd)
    if pick.now_and_then():
        delegat = (*delegat, pick.post()) if pick.any((False, True)) else ()
    automatic = not delegat and pick.any((False, True))
    return kind(
        ordning,
        rad=rad,
        nummer=pick.any(NUMMER),
        arende=arende,
        delegat=delegat,
        delegat_typ=None if delegat or automatic else pick.any(TITLAR),
        automatiserad=automatic,
        ersattare=pick.some("befattning"),
        belopp=pick.any((None, 50_000)),
        enhet=pick.any((None, None, pick.enhet())),
        far_vidaredelegeras=pick.any((True, True, False)),
        anmalan=pick.any((None, "nej")),
        bradskande=urgent or pick.now_and_then(),
    )


def _within(pick: Pick, namnd: str) -> list[str]:
    """The ärenden that a nämnd may delegate."""
    is_there = pick.today.life.get(namnd) == "organ"
    omraden = (pick.view.reglemente(namnd) if is_there else None) or OMRADEN
    defined = {each: pick.view.arende(each) for each in pick.today.living("arende")}
    return [each for each, it in defined.items() if it.forbehallet is None and it.omrade in (None, *omraden)]


def _outside(pick: Pick, within: list[str]) -> list[str]:
    """The ärenden that a nämnd may not delegate, where there are any."""
    defined = sorted(pick.today.living("arende"))
    return [each for each in defined if each not in within] or defined or list(ARENDEN)


def _seated(pick: Pick, namnd: str, urgent: bool) -> list[str]:
    """The persons who sit in a nämnd and may decide; now and then others."""
    seats = pick.today.seats(namnd)
    fits = sorted(person for person, role in seats.items() if not urgent or role != "ersattare")
    return list(PERSONS) if pick.now_and_then() or not fits else fits


def _delegat(pick: Pick, namnd: str) -> tuple[str, ...]:
    """Mostly a befattning, and often the förvaltningschef; else an organ, or a person."""
    chefer = [post for post in pick.today.living("befattning") if pick.today.heads_what_is_under(post, namnd)]
    match pick.any(("chef", "chef", "post", "organ", "person")):
        case "chef" if chefer:
            return (pick.any(chefer),)
        case "organ":
            organs = [organ for kind in ("utskott", "presidium") for organ in pick.today.organs_of(kind)]
            its = [organ for organ in organs if pick.view.organ(organ).part_of in (None, namnd)]
            return (pick.organ() if pick.now_and_then() or not its else pick.any(its),)
        case "person":
            return (pick.any(_seated(pick, namnd, urgent=False)),)
    return (pick.post(),)


def grant(pick: Pick) -> list[Change]:
    ordning = pick.living("delegationsordning")
    taken = {row.rad for row in pick.today.rows if row.ordning == ordning}
    rad = pick.fitting((rad for rad in RADER if rad not in taken), RADER)
    return [_row(pick, DelegationGranted, ordning, rad)]


def _a_row(pick: Pick) -> tuple[str, str]:
    """A row that was there the day before, of a delegationsordning that is in force."""
    there = [(row.ordning, row.rad) for row in pick.yesterday.rows if row.ordning in pick.today.life]
    return pick.fitting(there, [(pick.living("delegationsordning"), pick.any(RADER))])


def change_row(pick: Pick) -> list[Change]:
    return [_row(pick, DelegationChanged, *_a_row(pick))]


def revoke_row(pick: Pick) -> list[Change]:
    ordning, rad = _a_row(pick)
    return [DelegationRevoked(ordning, rad=rad)]


def withhold(pick: Pick) -> list[Change]:
    ordning, arende = pick.living("delegationsordning"), pick.living("arende")
    return [DelegationWithheld(ordning, arende=arende, delegat_typ=pick.any(TITLAR))]


def pass_on(pick: Pick) -> list[Change]:
    """Mostly a row that comes to a förvaltningschef and may be passed on."""
    numbers = {
        (row.ordning, row.nummer)
        for row in pick.today.rows
        if row.far_vidaredelegeras
        and any(
            pick.today.heads_what_is_under(post, pick.today.namnd_of(row.ordning)) for post in row.delegat
        )
    }
    any_row = pick.living("delegationsordning"), pick.any(NUMMER)
    ordning, nummer = any_row if pick.now_and_then() else pick.fitting(numbers, [any_row])
    to = pick.any((None, pick.post()))
    give = VidaredelegationGranted(
        pick.new("vidaredelegation"),
        ordning=ordning,
        nummer=nummer,
        to=to,
        to_typ=None if to else pick.any(TITLAR),
        enhet=pick.any((None, None, pick.enhet())),
    )
    return [give]


def revoke_what_is_passed_on(pick: Pick) -> list[Change]:
    return [VidaredelegationRevoked(pick.living("vidaredelegation"))]


def designate_deputy(pick: Pick) -> list[Change]:
    post = pick.post()
    deputies = (pick.another("befattning", but=post) for _ in range(3))
    return [DeputyDesignated(post, deputy=pick.any((None, *deputies)))]


MAKERS: tuple[Maker, ...] = (
    *(define_arende,) * 4,
    *(adopt_reglemente,) * 2,
    *(adopt_ordning,) * 3,
    *(repeal_ordning,) * 2,
    *(grant,) * 6,
    *(change_row,) * 4,
    *(revoke_row,) * 4,
    *(withhold,) * 2,
    *(pass_on,) * 4,
    *(revoke_what_is_passed_on,) * 3,
    *(designate_deputy,) * 2,
)
ENDING: tuple[Maker, ...] = (repeal_ordning, revoke_what_is_passed_on)
