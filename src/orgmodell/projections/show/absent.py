"""What has never existed, but is planned or proposed."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from orgmodell.changes import AtgardPlanned, ForslagMade
from orgmodell.changes.attributes import MENTIONS, OUTCOME
from orgmodell.projections.status import Status, status
from orgmodell.view import View


@attrs.frozen
class Mention:
    """An åtgärd or a förslag that is about something.

    Attributes:
        thing: the åtgärd or förslag.
        type: which of them: "atgard" or "forslag".
        name: what is planned or proposed.
        status: what that is on the day: planerat, föreslaget, förkastat …
        outcome: how it was closed: avslutad, antaget, besvarat …; None while it is open.
        says: the source's own words for what came of it.
    """

    thing: str
    type: str
    name: str
    status: Status
    outcome: str | None
    says: str | None


@attrs.frozen(kw_only=True)
class AbsentPortrait:
    """What has never existed, though it is spoken of.

    Attributes:
        mentions: the åtgärder and förslag that are about it, in recorded order.
    """

    mentions: tuple[Mention, ...]


def mentions(view: View, thing: str) -> Iterator[Mention]:
    """The åtgärder and förslag that are about a thing, in recorded order."""
    account = view.account
    for each in dict.fromkeys(_that_may_mention(view, thing)):
        for step in account.held(MENTIONS, each):
            if thing in step.value:
                outcome = account.value(OUTCOME, each, view.day)
                yield Mention(
                    thing=each,
                    type=account.type_of(each) or "",
                    name=account.last_name(each),
                    status=status(account, account.fact(step.seq), view.day),
                    outcome=outcome.state if outcome else None,
                    says=outcome.says if outcome else None,
                )


def _that_may_mention(view: View, thing: str) -> Iterator[str]:
    for seq in view.account.chronicle.mentions(thing):
        match view.account.fact(seq).change:
            case AtgardPlanned(atgard=each) | ForslagMade(forslag=each):
                yield each
