"""Whatever is on a log, it can be read: what breaks rules is told by check and shown for what it is."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from orgmodell import BeslutRefused, Organisation, OrgmodellError
from orgmodell.changes import (
    ArendeDefined,
    BefattningCreated,
    Beslut,
    Change,
    DelegationGranted,
    DelegationsordningAdopted,
    EnhetCreated,
    EnhetDissolved,
    EnheterMerged,
    EnhetMoved,
    EnhetPlacedUnderNamnd,
    HolderAppointed,
    HolderReleased,
    OrganCreated,
    Recorded,
    ReportingChanged,
    UppdragCreated,
)
from orgmodell.organisation import MemoryLog, OrganisationView
from orgmodell.projections.homeless import homeless
from orgmodell.projections.kontrollspann import every_kontrollspann
from orgmodell.testing.foundations import foundations
from orgmodell.testing.given import given as recorded
from orgmodell.testing.strategies import drafts

DAY, LATER = date(2013, 1, 8), date(2020, 1, 1)


def unjudged(*beslut: Beslut) -> Organisation:
    """An organisation with what another program recorded, and nobody judged."""
    time = datetime(2024, 1, 1, tzinfo=UTC)
    records = [Recorded(position=n, recorded=time, beslut=each) for n, each in enumerate(beslut, 1)]
    return Organisation("kommunen", MemoryLog(records))


def says(*changes: Change) -> Organisation:
    return unjudged(Beslut(id="KF § 1", decided=DAY, changes=changes))


def test_a_befattning_held_for_no_day_is_vacant() -> None:
    """Its holder was released on the very day of the appointment; one that nobody held is not known to be."""
    kommun = says(
        EnhetCreated("e", name="E"),
        *(BefattningCreated(post, title=post, enhet="e") for post in ("a", "b")),
        HolderAppointed("a", person="p"),
        HolderReleased("a", person="p"),
    )
    assert [kommun.on(DAY).is_vacant(post) for post in ("a", "b")] == [True, False]


def ask_everything(view: OrganisationView) -> None:
    """Put every question about a day; each may say that something is not there, and none may fail."""
    view.chart().to_text()
    view.violations()
    view.vacancies()
    view.roles()
    view.ties()
    view.plan()
    view.expiring()
    homeless(view)
    view.answerable()
    every_kontrollspann(view)
    view.rights()
    for post in view.befattningar():
        for mode in ("faktisk", "struktur"):
            view.chefsled(post, mode=mode)
    for organ in view.organs():
        with suppress(OrgmodellError):
            view.delegationsordning(organ)
    for arende in view.arenden():
        for enhet in (None, *view.enheter()):
            with suppress(OrgmodellError):
                view.who_decides(arende, enhet)
    for thing in view.account.chronicle.named():
        with suppress(OrgmodellError):
            view.show(thing)


BROKEN: dict[str, tuple[Change, ...]] = {
    "R08 of a parent that never was": (EnhetCreated("a", name="A", parent="finnsinte"),),
    "R05 of two enheter": (
        EnhetCreated("a", name="A"),
        EnhetCreated("b", name="B", parent="a"),
        EnhetMoved("a", parent="b"),
    ),
    "R08 of a merger into itself by way of another": (
        EnhetCreated("a", name="A"),
        EnhetCreated("b", name="B"),
        EnheterMerged(["a"], into="b"),
        EnheterMerged(["b"], into="a"),
    ),
    "R07 of what is under an enhet": (
        EnhetCreated("a", name="A", effective=date(2012, 1, 1)),
        EnhetCreated("b", name="B", parent="a", effective=date(2012, 1, 1)),
        BefattningCreated("chef", title="Chef", enhet="a", leads=["b"], effective=date(2012, 1, 1)),
        UppdragCreated("u", name="U", ansvarig="a", effective=date(2012, 1, 1)),
        EnhetDissolved("a"),
    ),
    "R08 of a nämnd and a person's post": (
        EnhetCreated("a", name="A"),
        EnhetPlacedUnderNamnd("a", namnd="son"),
        HolderAppointed("chef", person="p-1"),
    ),
    "R08 of a befattning under a nämnd": (
        EnhetCreated("a", name="A"),
        OrganCreated("son", name="SON", kind="namnd"),
        BefattningCreated("b", title="B", enhet="a"),
        EnhetPlacedUnderNamnd("b", namnd="son"),
        ArendeDefined("m", name="M"),
        DelegationsordningAdopted("do", namnd="son", name="DO"),
        DelegationGranted("do", rad="r", nummer="1", arende="m", delegat_typ="Ingen"),
    ),
    "R05 of posts": (
        EnhetCreated("a", name="A"),
        BefattningCreated("b", title="B", enhet="a"),
        ReportingChanged("b", to="b"),
    ),
    "ID of an enhet and a befattning": (
        EnhetCreated("a", name="A"),
        BefattningCreated("a", title="A", enhet="a", leads=["a"]),
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_log_that_breaks_rules_is_read_and_told_of(broken: str) -> None:
    """Every question is answered, on that day and later, and `check` names the rule, on any day too."""
    organisation = says(*BROKEN[broken])
    rule = broken.split()[0]
    for day in (DAY, LATER):
        ask_everything(organisation.on(day))
    ever = organisation.violations_ever()
    assert rule in {violation.rule for violation in ever}
    assert rule in {violation.rule for violation in organisation.on(LATER).violations()}


def test_what_is_broken_already_does_not_spread() -> None:
    """A beslut is refused for what it breaks itself, and not for what the log holds."""
    organisation = says(EnhetCreated("a", name="A", parent="finnsinte"), EnhetCreated("b", name="B"))
    with organisation.beslut("KF § 2", decided=LATER) as beslut:
        beslut.rename_enhet("a", name="Aa")
        beslut.move_enhet("b", parent="a")
    assert organisation.on(LATER).enhet("a").loose_from == "finnsinte"


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
@given(st.data())
def test_random_beslut_that_nobody_judged_can_be_read(data: st.DataObject) -> None:
    """No question fails on them, on any day on which something changes; nor does judging the next one."""
    said = [data.draw(foundations(), label="foundation")]
    judged = recorded(said).organisation
    for _ in range(8):
        said.append(data.draw(drafts(judged), label="draft"))
        with suppress(BeslutRefused):
            judged.record(said[-1])
    organisation = unjudged(*said)
    for day in _some(sorted({beslut.day_of(c) for beslut in said for c in beslut.changes})):
        ask_everything(organisation.on(day))
    organisation.violations_ever()
    organisation.violations(Beslut(id="nästa", decided=LATER, changes=(EnhetCreated("sist", name="Sist"),)))


def _some(days: list[date]) -> Iterable[date]:
    return dict.fromkeys([*days[:1], *days[len(days) // 2 :][:1], *days[-1:]])
