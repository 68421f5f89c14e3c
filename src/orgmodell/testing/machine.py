"""An organisation that Hypothesis runs: beslut of every kind, recorded and asked for by all three clocks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from hypothesis import event, note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from orgmodell.changes import Beslut
from orgmodell.errors import BeslutRefused
from orgmodell.organisation import OrganisationView
from orgmodell.rules import STANDARD, Rule
from orgmodell.testing.drafting import drawn_beslut
from orgmodell.testing.drawing import SUBJECTS, Subject, hands_of
from orgmodell.testing.foundations import foundations
from orgmodell.testing.histories import DrawnBeslut, DrawnOrganisation, beslutsfil_of
from orgmodell.testing.invariants import Invariant
from orgmodell.testing.strategies import views_of
from orgmodell.violations import refusing


class OrganisationMachine(RuleBasedStateMachine):
    """Records random beslut in an organisation, one after the other, and looks at it from any day.

    Subclass it to add rules (``@rule``) and invariants (``@invariant``) of your own, which ask
    `organisation`, and override `recorded`, `refused` and `seen` to follow what happens. Run it with
    ``hypothesis.stateful.run_state_machine_as_test``, or as the class attribute ``TestCase`` of it.
    What fails is shown as a beslutsfil.

    Attributes:
        organisation: the organisation; in memory.
        subjects: what the beslut are about.
        rules_in_force: the rules that beslut are judged by.
    """

    subjects: ClassVar[Collection[Subject]] = SUBJECTS
    rules_in_force: ClassVar[Sequence[Rule]] = STANDARD

    def __init_subclass__(cls) -> None:
        """Refuse what Hypothesis would never run.

        Raises:
            TypeError: an `Invariant` of this kit stands where one of Hypothesis is meant.
        """
        super().__init_subclass__()
        for name, value in vars(cls).items():
            if isinstance(value, Invariant):
                raise TypeError(
                    f"{cls.__name__}.{name} would never be run: in a machine, an invariant is that of "
                    "hypothesis.stateful, @invariant()"
                )

    def __init__(self) -> None:
        super().__init__()
        self.organisation = DrawnOrganisation(self.rules_in_force)
        self._remembered: dict[OrganisationView, str] = {}

    def teardown(self) -> None:
        """Shows what is recorded, of what fails."""
        note(beslutsfil_of(self.organisation))

    def first(self) -> st.SearchStrategy[Beslut]:
        """Draws the first beslut; override it to begin with one of your own (``st.just(…)``)."""
        return foundations(self.subjects)

    def recorded(self, beslut: Beslut) -> None:
        """A beslut has been recorded."""

    def refused(self, beslut: Beslut, refusal: BeslutRefused) -> None:
        """A beslut has been refused, and nothing has been recorded."""

    def seen(self, view: OrganisationView) -> None:
        """A day is looked at, by what is known on some day and was recorded at some time."""

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        """Record the first beslut; what refuses it is raised, for without it there is nothing to run."""
        beslut = data.draw(self.first().map(DrawnBeslut), label="first beslut").beslut
        self.organisation.record(beslut)
        self._recorded(beslut)

    @rule(data=st.data())
    def decide(self, data: st.DataObject) -> None:
        """Try to record another beslut."""
        self._try(data.draw(self._drafts(), label="beslut").beslut)

    def _drafts(self) -> st.SearchStrategy[DrawnBeslut]:
        return drawn_beslut(self.organisation, hands_of(self.subjects)).map(DrawnBeslut)

    def _try(self, beslut: Beslut) -> None:
        before = self.organisation.beslut_log()
        try:
            self.organisation.record(beslut)
        except BeslutRefused as refusal:
            assert self.organisation.beslut_log() == before, "a beslut that is refused leaves no trace"
            for each in _rules_of(refusal):
                event(f"broken: {each}")
            self.refused(beslut, refusal)
        else:
            self._recorded(beslut)

    @rule(data=st.data())
    def consider(self, data: st.DataObject) -> None:
        """Try a beslut in an alternative, which is judged as if it were recorded, and recorded nowhere."""
        draft = data.draw(self._drafts(), label="alternative").beslut
        before, judged = self.organisation.beslut_log(), self.organisation.violations(draft)
        alternative = self.organisation.scenario("ett alternativ")
        alternative.propose(draft)
        assert refusing(alternative.broken()) == refusing(judged), "a draft is judged as if it were recorded"
        assert self.organisation.beslut_log() == before, "an alternative leaves no trace"

    @rule(data=st.data())
    def look(self, data: st.DataObject) -> None:
        """Look at a day, by what is known on some day and was recorded at some time."""
        view = data.draw(views_of(self.organisation), label="view")
        earlier = view.account.horizon < self.organisation.account().horizon
        clocks = ["day", *(["known"] if view.known else []), *(["recorded"] if earlier else [])]
        event(f"clocks: {', '.join(clocks)}")
        self._remembered[view] = view.chart().to_text()
        self.seen(view)

    def _recorded(self, beslut: Beslut) -> None:
        for change in beslut.changes:
            event(f"recorded: {change.verb}")
        self._stands()
        self.recorded(beslut)

    def _stands(self) -> None:
        """No day breaks a rule that refuses, and no view answers otherwise than it did."""
        broken = refusing(self.organisation.violations_ever())
        assert not broken, "\n".join(map(str, broken))
        for view, chart in self._remembered.items():
            again = OrganisationView(view.account, view.day, self.organisation.rules)
            assert again.chart().to_text() == chart, "a view answers as it did, whatever is recorded since"


def _rules_of(refusal: BeslutRefused) -> list[str]:
    return sorted({each.rule for each in refusing(refusal.violations)})
