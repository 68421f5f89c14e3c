"""What is stored can be read back, exactly, by this version and every later one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from orgmodell import changes as c
from orgmodell import codec
from orgmodell.changes import CHANGES, Beslut, Change, Recorded, Source
from orgmodell.errors import InvalidChange, LogDamaged, UnreadableRecord

GOLDEN = Path(__file__).parent / "golden"
EVERYWHERE: Mapping[str, Any] = {
    "effective": date(2014, 1, 1),
    "stated": "hösten 2013",
    "source": Source(document="SN 2013/17", quote="från och med årsskiftet", place="s. 4"),
    "mark": "derived",
}


def golden(of: type[Change], *args: Any, **fields: Any) -> Change:
    return of(*args, **fields, **EVERYWHERE)


EXPECTED: Mapping[str, Change] = {
    change.stored: change
    for change in (
        golden(
            c.EnhetCreated,
            "pbk",
            name="Planerings- och beställarkontor",
            kind="kontor",
            parent="socialforvaltningen",
            planned_end=date(2016, 12, 31),
        ),
        golden(c.EnhetRenamed, "pbk", name="Kundvalskontoret"),
        golden(c.EnhetReclassified, "pbk", kind="avdelning"),
        golden(c.EnhetMoved, "socialpsykiatrin", parent="funktionshinder"),
        golden(c.EnheterMerged, ["fh-bistand", "ao-bistand"], into="bistand"),
        golden(c.EnhetSplit, "bistandsavdelningen", into=["fh-bistand", "ao-bistand"]),
        golden(c.EnhetDissolved, "bistandsavdelningen", successors=["fh-bistand", "ao-bistand"]),
        golden(c.EnhetAliasAdded, "pbk", alias="PBK"),
        golden(c.EnhetPlacedUnderNamnd, "pbk", namnd="socialnamnden"),
        golden(c.EnhetRemovedFromNamnd, "pbk", namnd="socialnamnden"),
        golden(
            c.HeadcountStated,
            "egen-regi",
            medarbetare=420,
            arsarbetare=371.5,
            uppdragstagare=60,
            approximate=True,
        ),
        golden(c.OrganCreated, "sn-au", name="Arbetsutskottet", kind="utskott", part_of="socialnamnden"),
        golden(c.OrganRenamed, "socialnamnden", name="Vård- och omsorgsnämnden"),
        golden(c.OrganDissolved, "socialnamnden"),
        golden(
            c.LedamotElected,
            "socialnamnden",
            person="p-3",
            role="vice ordforande",
            until=date(2015, 1, 1),
        ),
        golden(c.LedamotReleased, "socialnamnden", person="p-3"),
        golden(
            c.BefattningCreated,
            "verksamhetschef-fh",
            title="Verksamhetschef",
            enhet="funktionshinder",
            leads=["funktionshinder", "socialpsykiatrin"],
            personalansvar=True,
            budgetansvar=False,
        ),
        golden(c.BefattningRetitled, "verksamhetschef-fh", title="Områdeschef"),
        golden(c.BefattningMoved, "verksamhetschef-fh", enhet="pbk"),
        golden(c.BefattningWithdrawn, "verksamhetschef-fh"),
        golden(c.LeadershipAssigned, "verksamhetschef-fh", enhet="pbk", samledarskap="ekonomi och avtal"),
        golden(c.LeadershipEnded, "verksamhetschef-fh", enhet="pbk"),
        golden(c.ReportingChanged, "controller", to="kommundirektor"),
        golden(
            c.HolderAppointed,
            "verksamhetschef-fh",
            person="p-17",
            form="tf",
            until=date(2014, 9, 1),
            share=80.0,
        ),
        golden(c.HolderReleased, "verksamhetschef-fh", person="p-17"),
        golden(c.VacancyDeclared, "verksamhetschef-fh"),
        golden(
            c.UppdragCreated,
            "avtalsforvaltning",
            name="Aktiv avtalsförvaltning",
            ansvarig="stab",
            myndighetsutovning=True,
        ),
        golden(c.UppdragTransferred, "avtalsforvaltning", to="pbk"),
        golden(c.UppdragSplit, "avtalsforvaltning", into=["avtalsuppfoljning", "upphandling"]),
        golden(c.UppdragEnded, "avtalsforvaltning"),
        golden(c.RollAssigned, "socialnamnden", roll="bestallare"),
        golden(c.RollEnded, "socialnamnden", roll="utforare"),
        golden(c.RelationEstablished, "stod-och-process", kind="ger stod till", to="kundvalskontoret"),
        golden(c.RelationEnded, "stod-och-process", kind="ger stod till", to="kundvalskontoret"),
        golden(c.UtforareRegistered, "hemtjanst-ab", name="Hemtjänst AB", kind="bolag"),
        golden(c.UtforareRemoved, "hemtjanst-ab"),
        golden(
            c.AvtalConcluded,
            "hemtjanst-2012",
            name="Hemtjänst enligt LOU",
            bestallare="socialnamnden",
            utforare="hemtjanst-ab",
            regim="LOU",
            until=date(2014, 4, 1),
            uppdrag=["hemtjanst"],
            lagstod="SoL 2 kap. 5 §",
        ),
        golden(c.AvtalEnded, "hemtjanst-2012"),
        golden(
            c.OverenskommelseMade,
            "fh-2014",
            name="Överenskommelse om boendestöd",
            bestallare="pbk",
            utforare="egen-regi",
            until=date(2016, 1, 1),
            uppdrag=["boendestod"],
        ),
        golden(c.OverenskommelseEnded, "fh-2014"),
        golden(c.InstrumentRenewed, "fh-2014", until=date(2018, 1, 1)),
        golden(c.InstrumentTransferred, "fh-2014", bestallare="pbk", utforare="funktionshinder"),
        golden(
            c.ForumCreated,
            "dialogmotet",
            name="Dialogmöte",
            kind="dialogmöte",
            part_of="kommunstyrelsen",
            frequency="två gånger per år",
            planned_end=date(2016, 12, 31),
        ),
        golden(c.ForumDissolved, "dialogmotet"),
        golden(c.ForumMemberAdded, "ledningsgruppen", member="controller", role="adjungerad"),
        golden(c.ForumMemberRemoved, "ledningsgruppen", member="controller"),
        golden(c.ForumSeatsAdded, "arbetsgruppen", seats=["plats-1", "plats-2"], role="ordforande"),
        golden(c.ForumSeatFilled, "arbetsgruppen", seat="plats-1", person="p-3"),
        golden(c.PlannedEndChanged, "bemanningsenheten", planned_end=date(2015, 9, 30)),
        golden(
            c.AtgardPlanned,
            "atgard-1",
            name="Delegering",
            deadlines=[date(2018, 2, 28), date(2018, 4, 30)],
            ansvariga=["kommundirektor"],
            beslutande=["kommunstyrelsen"],
            depends_on=["organisationsoversyn"],
            concerns=["sektorn"],
            deadline_stated="februari och april 2018",
        ),
        golden(
            c.AtgardRescheduled,
            "atgard-1",
            deadlines=[date(2018, 6, 30)],
            deadline_stated="före halvårsskiftet",
        ),
        golden(c.AtgardReassigned, "atgard-1", ansvariga=["sektorchef"]),
        golden(c.AtgardCompleted, "atgard-1", deadline=date(2018, 2, 28), outcome="beslutat av KS"),
        golden(c.AtgardCancelled, "atgard-1", reason="ingår i den kommunövergripande översynen"),
        golden(
            c.ForslagMade,
            "motion-5-2015",
            name="Regelbundna presidieträffar",
            made_by="p-motionar",
            concerns=["presidietraffar"],
            alternative="presidietraffar",
        ),
        golden(c.ForslagDecided, "motion-5-2015", outcome="besvarat", says="Motionen anses besvarad"),
        golden(c.ContradictionNoted, "avtalsforvaltning", says="Staben har huvudansvaret (s. 6)"),
        golden(
            c.ArendeDefined,
            "organisationsforandring",
            name="Organisationsförändring inom eget resultatansvar",
            omrade="personal",
            forbehallet="principiell",
            lagrum="KL 6 kap. 38 §",
        ),
        golden(c.ReglementeAdopted, "socialnamnden", omraden=["socialtjänst", "personal"]),
        golden(
            c.DelegationsordningAdopted,
            "sn-2015",
            namnd="socialnamnden",
            name="Socialnämndens delegationsordning",
            dnr="SN 2015/4",
            replaces="sn-2011",
            ersattarordning=["ersattare", "utsedd", "overordnad"],
            overordnad_har_ratt=True,
            tf_arver=False,
            karenstid=3,
            anmalan="forvaltningschefen",
            forkortningar=["AC: avdelningschef"],
            ofullstandig=True,
        ),
        golden(c.DelegationsordningRepealed, "sn-2015"),
        *(
            golden(
                of,
                "sn-2015",
                rad="organisation",
                nummer="1.2",
                arende="organisationsforandring",
                delegat=["verksamhetschef-fh"],
                delegat_typ="avdelningschef",
                automatiserad=True,
                ersattare=["socialchef"],
                belopp=50000.0,
                samrad="personalchefen",
                villkor="inom beslutad budget",
                enhet="egen-regi",
                far_vidaredelegeras=True,
                anmalan="nej",
                lagrum=["KL 7 kap. 5 §"],
                bradskande=True,
            )
            for of in (c.DelegationGranted, c.DelegationChanged)
        ),
        golden(c.DelegationRevoked, "sn-2015", rad="organisation"),
        golden(
            c.DelegationWithheld, "sn-2015", arende="organisationsforandring", delegat_typ="avdelningschef"
        ),
        golden(
            c.VidaredelegationGranted,
            "vd-2015-1",
            ordning="sn-2015",
            nummer="1.2",
            to="verksamhetschef-fh",
            to_typ="enhetschef",
            belopp=10000.0,
            villkor="samråd med controller",
            enhet="egen-regi",
        ),
        golden(c.VidaredelegationRevoked, "vd-2015-1"),
        golden(c.DeputyDesignated, "socialchef", deputy="verksamhetschef-fh"),
        golden(c.BeslutAnnulled, "SN 2013/17 § 5"),
        golden(c.ChangeAnnulled, "SN 2013/17 § 5", number=2),
    )
}


def record_of(*changes: Change, position: int = 1) -> Recorded:
    return Recorded(
        position=position,
        recorded=datetime(2024, 5, 2, 9, 0, 0, 250, tzinfo=UTC),
        beslut=Beslut(id="KF 2013/17 § 5", decided=date(2013, 1, 8), changes=changes),
    )


# --- golden records -------------------------------------------------------------------------------


def test_every_kind_of_change_has_a_golden_record() -> None:
    """What a kind of change looks like on the log is written down once, and stays."""
    missing = {kind.stored for kind in CHANGES} - {path.stem for path in GOLDEN.glob("*.json")}
    assert not missing


@pytest.mark.parametrize("kind", CHANGES, ids=lambda kind: str(kind.stored))
def test_a_golden_record_is_read_and_written_as_ever(kind: type[Change]) -> None:
    """The committed bytes mean the same change, and the change gives the same bytes."""
    stored = (GOLDEN / f"{kind.stored}.json").read_bytes()
    expected = record_of(EXPECTED[kind.stored])
    assert codec.decode(stored, "tyreso", 1).recorded == expected
    assert codec.encode("tyreso", expected, None) == stored


@pytest.mark.parametrize("kind", CHANGES, ids=lambda kind: str(kind.stored))
def test_a_golden_record_holds_every_field(kind: type[Change]) -> None:
    """A field left at its default would not be stored, and so not be shown in the golden record."""
    change = EXPECTED[kind.stored]
    assert not [f.name for f in attrs.fields(kind) if getattr(change, f.name) == f.default]


GOLDEN_BESLUT = Beslut(
    id="SN 2013/17 § 5",
    decided=date(2013, 1, 8),
    effective=date(2014, 1, 1),
    decided_by="socialnamnden",
    title="Ny organisation för äldre och funktionshindrade",
    decided_stated="i början av januari",
    source=Source(document="SN 2013/17"),
    mark="stated",
    changes=(c.EnhetDissolved("kundvalskontoret"), c.EnhetCreated("pbk", name="PBK")),
)


@pytest.mark.parametrize(
    ("name", "beslut"),
    [
        ("beslut", GOLDEN_BESLUT),
        (
            "beslut-prepared",
            attrs.evolve(GOLDEN_BESLUT, forhandlad=date(2012, 12, 3), riskbedomd=date(2012, 12, 4)),
        ),
    ],
)
def test_the_golden_beslut(name: str, beslut: Beslut) -> None:
    """A whole beslut, after another record, with all that a beslut could hold then and can now."""
    stored = (GOLDEN / f"{name}.json").read_bytes()
    recorded = Recorded(position=7, recorded=datetime(2024, 5, 2, 9, tzinfo=UTC), beslut=beslut)
    assert codec.decode(stored, "tyreso", 7).recorded == recorded
    assert codec.encode("tyreso", recorded, "0123456789abcdef" * 4) == stored


def test_a_golden_beslut_holds_every_field() -> None:
    """The latest of them; a field left at its default would not be shown in it."""
    beslut = attrs.evolve(GOLDEN_BESLUT, forhandlad=date(2012, 12, 3), riskbedomd=date(2012, 12, 4))
    assert not [f.name for f in attrs.fields(Beslut) if getattr(beslut, f.name) == f.default]


# --- round trip -----------------------------------------------------------------------------------

PLAIN: Mapping[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=20),
    bool: st.booleans(),
    date: st.dates(),
    int: st.integers(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    type(None): st.none(),
}


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value that a field of this type can hold."""
    if hint is Change:
        return st.one_of([values_of(kind) for kind in CHANGES])
    if attrs.has(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{f.name: values_of(hints[f.name]) for f in attrs.fields(hint)})
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if isinstance(hint, UnionType) or get_origin(hint) is not tuple:
        return PLAIN[hint] if hint in PLAIN else st.one_of([values_of(each) for each in get_args(hint)])
    return st.lists(values_of(get_args(hint)[0]), max_size=4).map(tuple)


@pytest.mark.parametrize("kind", CHANGES, ids=lambda kind: str(kind.stored))
def test_a_change_is_read_back_exactly(kind: type[Change]) -> None:
    """decode(encode(change)) is the change, and encoding it again gives the same bytes."""

    @settings(derandomize=True, max_examples=60)
    @given(values_of(kind))
    def law(change: Change) -> None:
        event(f"source: {change.source is not None}")
        stored = codec.encode("tyreso", record_of(change), None)
        back = codec.decode(stored, "tyreso", 1).recorded
        assert back == record_of(change)
        assert codec.encode("tyreso", back, None) == stored

    law()


@settings(derandomize=True, max_examples=200)
@given(
    values_of(Beslut),
    st.datetimes(timezones=st.just(UTC)),
    st.none() | st.text("0123456789abcdef", min_size=64, max_size=64),
)
def test_a_beslut_is_read_back_exactly(beslut: Beslut, recorded: datetime, previous: str | None) -> None:
    """The beslut, its time, and the record that it follows."""
    event(f"changes: {min(len(beslut.changes), 2)}")
    record = Recorded(position=1, recorded=recorded, beslut=beslut)
    stored = codec.encode("tyreso", record, previous)
    entry = codec.decode(stored, "tyreso", 1)
    assert entry == codec.Entry("tyreso", previous, codec.sealed(stored), record)


def test_stored_names_are_unique() -> None:
    """Two kinds of change cannot share a name on the log."""
    assert len({kind.stored for kind in CHANGES}) == len(CHANGES)


# --- the form of a record -------------------------------------------------------------------------


def test_a_record_is_readable_json_text() -> None:
    """It can be read in fifty years without this library: JSON, Swedish letters, no empty fields."""
    change = c.EnhetCreated("aldre", name="Äldreomsorg på Söder")
    stored = codec.encode("tyreso", record_of(change), None)
    assert '"name":"Äldreomsorg på Söder"' in stored.decode("utf-8")
    assert json.loads(stored)["record"] == {
        "organisation": "tyreso",
        "position": 1,
        "recorded": "2024-05-02T09:00:00.000250Z",
        "previous": None,
        "beslut": {
            "id": "KF 2013/17 § 5",
            "decided": "2013-01-08",
            "changes": [{"enhet-created": {"enhet": "aldre", "name": "Äldreomsorg på Söder"}}],
        },
    }


def test_the_seal_is_the_sha256_of_the_bytes_of_the_record() -> None:
    """Anyone can check it with sha256sum."""
    stored = codec.encode("tyreso", record_of(c.OrganDissolved("kf")), None)
    record = stored[stored.index(b'"record":') + len(b'"record":') : -1]
    assert json.loads(stored)["sha256"] == hashlib.sha256(record).hexdigest()
    assert codec.is_intact(stored)


def test_no_byte_of_a_record_can_be_changed_unseen() -> None:
    """Neither in what it records nor in its seal nor between them."""
    stored = codec.encode("tyreso", record_of(c.OrganDissolved("kf")), None)
    for at, byte in enumerate(stored):
        edited = stored[:at] + bytes([byte ^ 1]) + stored[at + 1 :]
        assert not codec.is_intact(edited), edited


def test_a_given_default_is_stored_as_one_left_out() -> None:
    """The bytes depend on the values, not on how they were given."""
    given_it = c.EnhetCreated("pbk", name="PBK", kind="".join(["en", "het"]), parent=None)
    left_out = c.EnhetCreated("pbk", name="PBK")
    encoded = [codec.encode("tyreso", record_of(each), None) for each in (given_it, left_out)]
    assert encoded[0] == encoded[1]


# --- what cannot be read or written ---------------------------------------------------------------


def edited(stored: bytes, old: bytes, new: bytes) -> bytes:
    assert stored.count(old) == 1
    return stored.replace(old, new)


UNKNOWN = {
    "a change's name": (b'"organ-dissolved"', b'"organ-sold"'),
    "a field of a change": (b'{"organ":"kf"', b'{"price":1,"organ":"kf"'),
    "a field of a source": (b'"quote"', b'"citation"'),
    "a field of a beslut": (b'"decided":', b'"weather":"fair","decided":'),
    "a field of a record": (b'"position":', b'"witness":"p-1","position":'),
    "a value's type": (b'"organ":"kf"', b'"organ":3'),
    "a change's form": (b'[{"organ-dissolved":', b'[{"organ-created":{},"organ-dissolved":'),
    "the form of a record": (b'"beslut":', b'"beslut"='),
}


@pytest.mark.parametrize(("old", "new"), UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_not_known_is_refused_and_not_dropped(old: bytes, new: bytes) -> None:
    """A newer version's record is never half read; the error names the record and the way out."""
    change = c.OrganDissolved("kf", source=Source(quote="upplöses"))
    stored = codec.encode("tyreso", record_of(change, position=3), None)
    with pytest.raises(UnreadableRecord, match=r"tyreso, position 3: .*newer version") as refused:
        codec.decode(edited(stored, old, new), "tyreso", 3)
    if b"sold" in new:
        assert "does not know the change 'organ-sold'" in str(refused.value)


@pytest.mark.parametrize("rubbish", [b"", b"{}", b"\xff" * 200, b'{"sha256":'])
def test_rubbish_is_unreadable(rubbish: bytes) -> None:
    """Whatever the bytes are, the answer is one of our errors."""
    with pytest.raises(UnreadableRecord):
        codec.decode(rubbish, "tyreso", 1)
    assert codec.label(rubbish) is None
    assert not codec.is_intact(rubbish)


@pytest.mark.parametrize(("organisation", "position"), [("nacka", 1), ("tyreso", 2)])
def test_a_record_says_where_it_stands(organisation: str, position: int) -> None:
    """One that is read anywhere else has been moved."""
    stored = codec.encode("tyreso", record_of(c.OrganDissolved("kf")), None)
    with pytest.raises(LogDamaged, match="says that it is tyreso, position 1"):
        codec.decode(stored, organisation, position)


@attrs.frozen
class OrganSold(c.OrganDissolved):
    stored = "organ-sold"


UNSTORABLE: Mapping[str, Any] = {
    "no number": c.HeadcountStated("pbk", arsarbetare=float("nan")),
    "infinite": c.HeadcountStated("pbk", arsarbetare=float("inf")),
    "half a letter": c.EnhetRenamed("pbk", name="\ud83d"),
    "a time as a day": c.OrganDissolved("kf", effective=datetime(2014, 1, 1, 12)),
    "a number as an id": c.OrganDissolved(7),  # type: ignore[arg-type]
    "an object": c.OrganDissolved(object()),  # type: ignore[arg-type]
    "a kind that is not listed": OrganSold("kf"),
}


@pytest.mark.parametrize("change", UNSTORABLE.values(), ids=UNSTORABLE)
def test_what_could_not_be_read_back_is_not_written(change: Change) -> None:
    """A record that would be lost or changed by storing it is refused while there is time."""
    with pytest.raises(InvalidChange, match="'KF 2013/17 § 5' cannot be stored"):
        codec.encode("tyreso", record_of(change), None)


def test_a_time_without_zone_is_not_written() -> None:
    """When the log learnt of something is a moment, not a clock on some wall."""
    naive = attrs.evolve(record_of(), recorded=datetime(2024, 5, 2, 9))
    with pytest.raises(InvalidChange, match="time without zone"):
        codec.encode("tyreso", naive, None)


# --- upcasting ------------------------------------------------------------------------------------


def test_a_retired_name_is_read_as_what_it_is_called_today() -> None:
    """What was once written can always be read, also through several renamings."""
    stored = codec.encode("tyreso", record_of(c.EnhetRenamed("pbk", name="PBK")), None)
    retired = edited(
        stored, b'{"enhet-renamed":{"enhet":"pbk","name":"PBK"}}', b'{"kontor-renamed":{"id":"pbk"}}'
    )
    upcasts: Mapping[str, codec.Upcast] = {
        "kontor-renamed": lambda old: ("enhet-called", {"enhet": old["id"], "namn": "PBK"}),
        "enhet-called": lambda old: ("enhet-renamed", {"enhet": old["enhet"], "name": old["namn"]}),
    }
    with pytest.raises(UnreadableRecord, match="'kontor-renamed'"):
        codec.decode(retired, "tyreso", 1)
    read = codec.decode(retired, "tyreso", 1, upcasts).recorded
    assert read.beslut.changes == (c.EnhetRenamed("pbk", name="PBK"),)


def test_no_name_in_use_is_retired() -> None:
    """A retired name is never given to another kind of change."""
    assert not set(codec.UPCASTS) & {kind.stored for kind in CHANGES}
