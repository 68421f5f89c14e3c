"""A change stands in one place: none is forgotten, and each says itself what cannot be meant in it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from inspect import getattr_static
from typing import Any, get_type_hints

import attrs
import msgspec
import pytest

from orgmodell import Beslut, Change, InvalidChange, Source
from orgmodell import changes as c
from orgmodell.changes import CHANGES, VERBS
from orgmodell.changes.validity import wrong_types
from orgmodell.draft import Draft, check_name

HEAD = Beslut(id="KF § 1", decided=date(2014, 1, 1))


def every_change_class() -> Iterator[type[Change]]:
    """The classes that have a name on the log, in whatever module of `changes`."""
    for module in pkgutil.iter_modules(c.__path__, "orgmodell.changes."):
        for found in vars(importlib.import_module(module.name)).values():
            if isinstance(found, type) and issubclass(found, Change) and found.__module__ == module.name:
                yield from [found] if "stored" in vars(found) else []


def test_no_change_is_forgotten() -> None:
    """Whatever has a name on the log has a verb, once, and is found where every change is."""
    assert sorted(CHANGES, key=str) == sorted(every_change_class(), key=str)
    assert all(getattr(c, change.__name__) is change for change in CHANGES)


def test_every_change_can_be_written_by_its_verb() -> None:
    """Python, beslutsfiler and the log have one vocabulary: a verb and a stored name per change."""
    assert [*VERBS] == [change.verb for change in CHANGES]
    assert all(getattr_static(Draft, verb).change is change for verb, change in VERBS.items())
    assert len({change.stored for change in CHANGES}) == len(CHANGES)


def test_types_are_checked_where_a_beslut_is_written() -> None:
    """By mypy and editors too: it is told when a line here is right after all."""
    draft = Draft(HEAD)
    draft.create_enhet("a", name="A", parent=None, effective=date(2015, 1, 1))
    with pytest.raises(InvalidChange):
        draft.create_enhet("b", name=7)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="name"):
        draft.create_enhet("b")  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        draft.create_enheter("b", name="B")  # type: ignore[attr-defined]


# --- what cannot be meant ------------------------------------------------------------------------

EARLY = date(2013, 1, 1)
UNTIL = (
    "until 2013-01-01 är inte efter den dag det börjar, 2014-01-01; "
    "until är den första dag det inte längre gäller"
)

MEANINGLESS: Mapping[type[Change], Sequence[tuple[Change, str]]] = {
    c.EnhetCreated: [
        (
            c.EnhetCreated("a", name="A", planned_end=EARLY),
            "planned_end 2013-01-01 är före den dag det börjar, 2014-01-01",
        )
    ],
    c.EnheterMerged: [
        (c.EnheterMerged([], into="a"), "enheter är tom: ange minst en enhet som ska slås samman"),
        (c.EnheterMerged(["a"], into="a"), "'a' kan inte slås samman med sig själv"),
    ],
    c.EnhetSplit: [
        (
            c.EnhetSplit("a", into=["b"]),
            "into anger färre än två enheter; använd dissolve_enhet med en efterföljare",
        ),
        (
            c.EnhetSplit("a", into=["a", "b"]),
            "'a' upphör när den delas; ge den del som fortsätter ett annat id",
        ),
    ],
    c.HeadcountStated: [
        (c.HeadcountStated("a"), "ange minst ett av medarbetare, arsarbetare och uppdragstagare"),
        (c.HeadcountStated("a", medarbetare=-1), "ett antal personer kan inte vara negativt"),
    ],
    c.LedamotElected: [(c.LedamotElected("a", person="p", until=EARLY), UNTIL)],
    c.HolderAppointed: [(c.HolderAppointed("a", person="p", until=EARLY), UNTIL)],
    c.UppdragSplit: [
        (
            c.UppdragSplit("a", into=["b"]),
            "into anger färre än två uppdrag; använd transfer_uppdrag för att föra över hela",
        ),
        (
            c.UppdragSplit("a", into=["a", "b"]),
            "'a' upphör när det delas; ge den del som blir kvar ett annat id",
        ),
    ],
    c.RelationEstablished: [
        (
            c.RelationEstablished("a", kind="foljer upp", to="a"),
            "'a' har en relation till sig själv; ange något annat i to",
        )
    ],
    c.AvtalConcluded: [
        (c.AvtalConcluded("x", name="X", bestallare="a", utforare="b", until=EARLY), UNTIL),
        (
            c.AvtalConcluded("x", name="X", bestallare="a", utforare="a"),
            "'a' är både bestallare och utforare; ange en annan utforare",
        ),
    ],
    c.OverenskommelseMade: [
        (c.OverenskommelseMade("x", name="X", bestallare="a", utforare="b", until=EARLY), UNTIL),
        (
            c.OverenskommelseMade("x", name="X", bestallare="a", utforare="a"),
            "'a' är både bestallare och utforare; ange en annan utforare",
        ),
    ],
    c.InstrumentRenewed: [(c.InstrumentRenewed("x", until=EARLY), UNTIL)],
    c.InstrumentTransferred: [
        (c.InstrumentTransferred("x"), "ange vem som tar över: bestallare, utforare eller båda")
    ],
    c.ForumCreated: [
        (
            c.ForumCreated("a", name="A", planned_end=EARLY),
            "planned_end 2013-01-01 är före den dag det börjar, 2014-01-01",
        )
    ],
    c.ForumMemberAdded: [(c.ForumMemberAdded("a", member="a"), "'a' kan inte vara medlem i sig själv")],
    c.ForumSeatsAdded: [
        (c.ForumSeatsAdded("a", seats=[]), "seats är tom: ange minst en plats, som [plats-1]")
    ],
    c.AtgardPlanned: [
        (
            c.AtgardPlanned("a", name="A", depends_on=["a"]),
            "'a' kan inte vänta på sig själv; ta bort den ur depends_on",
        )
    ],
    c.ReglementeAdopted: [
        (
            c.ReglementeAdopted("a", omraden=[]),
            "omraden är tom: ange minst ett verksamhetsområde, som [socialtjänst]",
        )
    ],
    c.DelegationsordningAdopted: [
        (
            c.DelegationsordningAdopted("a", namnd="n", name="A", replaces="a"),
            "'a' kan inte ersätta sig själv; ge den nya versionen ett annat id",
        ),
        (
            c.DelegationsordningAdopted("a", namnd="n", name="A", karenstid=-1),
            "karenstid är ett antal månader; det kan inte vara negativt",
        ),
    ],
    **{
        kind: [
            (
                kind("a", rad="r", nummer="1", arende="x"),
                "ange vem som får besluta: delegat, delegat_typ (en titel) eller automatiserad",
            ),
            (
                kind("a", rad="r", nummer="1", arende="x", delegat=["b"], automatiserad=True),
                "ange bara en av delegat, delegat_typ och automatiserad",
            ),
            (
                kind("a", rad="r", nummer="1", arende="x", delegat=["b"], belopp=-1),
                "belopp kan inte vara negativt",
            ),
        ]
        for kind in (c.DelegationGranted, c.DelegationChanged)
    },
    c.VidaredelegationGranted: [
        (
            c.VidaredelegationGranted("v", ordning="a", nummer="1"),
            "ange till vem det vidaredelegeras: to (en befattning) eller to_typ (en titel)",
        ),
        (
            c.VidaredelegationGranted("v", ordning="a", nummer="1", to="b", to_typ="chef"),
            "ange antingen to (en befattning) eller to_typ (en titel), inte båda",
        ),
    ],
    c.DeputyDesignated: [
        (c.DeputyDesignated("a", deputy="a"), "'a' kan inte vara sin egen ställföreträdare")
    ],
    c.BeslutAnnulled: [
        (c.BeslutAnnulled("KF § 1"), "ett beslut kan inte upphäva sig självt; ta bort ändringen")
    ],
    c.ChangeAnnulled: [
        (c.ChangeAnnulled("KF § 1", number=1), "ett beslut kan inte upphäva sig självt; ta bort ändringen")
    ],
}
EACH = [(change, says) for cases in MEANINGLESS.values() for change, says in cases]


def test_every_kind_that_says_what_cannot_be_meant_is_tested() -> None:
    """What it says has been read in Swedish."""
    assert {kind for kind in CHANGES if kind.own_problems is not Change.own_problems} == MEANINGLESS.keys()


@pytest.mark.parametrize(("change", "says"), EACH, ids=[f"{change.verb}: {says}" for change, says in EACH])
def test_a_change_says_what_cannot_be_meant(change: Change, says: str) -> None:
    """In Swedish and English, as the refusal does with its verb before it."""
    (problem,) = HEAD.problems_with(change)
    assert problem.sv == says
    assert problem.sv != problem.en
    with pytest.raises(InvalidChange) as refused:
        Draft(HEAD).add(change)
    assert refused.value.text == f"{change.verb}: " + problem


def test_everything_that_cannot_be_meant_is_told_at_once() -> None:
    """Of a change: ids, texts, its day, and what is of its kind."""
    first = date.min
    change = c.AvtalConcluded(
        "Avtal",
        name="",
        bestallare="a",
        utforare="a",
        until=first,
        effective=first,
        source=Source(place="4\t"),
    )
    told = [problem.en for problem in HEAD.problems_with(change)]
    assert [each.split(":")[0].split(";")[0] for each in told] == [
        "avtal 'Avtal' is not an id",
        "name is empty",
        "source",
        "nothing can take effect on 0001-01-01",
        "until 0001-01-01 is not after the day it begins, 0001-01-01",
        "'a' is both bestallare and utforare",
    ]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            c.EnhetRenamed("Stab 1", name="S"),
            "enhet 'Stab 1' är inte ett id: använd a–z, 0–9 och enkla bindestreck, som 'stab-1'",
        ),
        (
            c.EnhetRenamed("a", name=7),  # type: ignore[arg-type]
            "name: `str` väntas, inte `int`",
        ),
        (
            c.EnhetRenamed("a", name="A", mark="säker"),  # type: ignore[arg-type]
            "mark: ogiltigt värde 'säker'; något av stated, derived, assumed, external",
        ),
        (
            c.EnhetRenamed("a", name="A", effective=date.min),
            "ingenting kan träda i kraft 0001-01-01: kalendern har ingen dag före den; rätta dagen",
        ),
    ],
)
def test_what_cannot_be_meant_in_any_change_is_told_in_swedish(change: Change, says: str) -> None:
    assert [problem.sv for problem in HEAD.problems_with(change)] == [says]


def test_a_beslut_and_a_name_are_told_in_swedish_too() -> None:
    with pytest.raises(InvalidChange) as refused:
        Draft(Beslut(id="KF § 1", decided="i går"))  # type: ignore[arg-type]
    assert refused.value.text.sv == "beslut 'KF § 1': decided: `date` väntas, inte `str`"
    with pytest.raises(InvalidChange) as refused:
        check_name("p-1", "Anna\t")
    assert refused.value.text.sv.startswith("namnet på 'p-1', 'Anna\\t', ")


# --- types ---------------------------------------------------------------------------------------


class Named(str):
    """A text of another class."""


OF_MANY_TYPES: tuple[Any, ...] = (
    *(None, "", "x", Named("x"), b"x", True, False, 0, 1, -1, 10**30, 0.5, float("inf"), float("nan"), 1j),
    *(date(2014, 1, 1), datetime(2014, 1, 1), "2014-01-01", (), [], {}, ("x",), ["x"], ("x", 1), (None,)),
    *((date(2014, 1, 1),), Source(), Source(document=1), (Source(),), HEAD, str),  # type: ignore[arg-type]
    *("stated", "tf", "ordforande", "ersattare", ("ersattare",), ("ersattare", "x"), "namnden", "LOU", "mal"),
)


@pytest.mark.parametrize("cls", [*CHANGES, Beslut, Source], ids=lambda cls: cls.__name__)
def test_what_is_of_its_type_at_a_glance_is_of_it_when_looked_at_closely(cls: type[Any]) -> None:
    """Any field with anything in it: what is told is what msgspec says of it."""
    hints = get_type_hints(cls)
    names = [field.name for field in attrs.fields(cls) if field.name != "changes"]
    for number in range(len(OF_MANY_TYPES)):
        value = object.__new__(cls)
        for at, name in enumerate(names):
            object.__setattr__(value, name, OF_MANY_TYPES[(number + at) % len(OF_MANY_TYPES)])
        told = {problem.en.partition(":")[0] for problem in wrong_types(value)}
        assert told == {name for name in names if not is_of(getattr(value, name), hints[name])}


def is_of(value: object, hint: Any) -> bool:
    try:
        msgspec.convert(value, hint, builtin_types=(date, datetime))
    except msgspec.ValidationError:
        return False
    return True
