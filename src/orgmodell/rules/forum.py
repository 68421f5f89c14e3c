"""The rule of forums: a seat is filled where there is one."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell.changes import ForumSeatFilled
from orgmodell.changes.attributes import SEAT, SEATED, ForumSeat
from orgmodell.chronicle import Account
from orgmodell.identity import did_you_mean
from orgmodell.periods import Period
from orgmodell.rules.base import Finding, first, rule, while_it_holds


@rule("R08", of="forum", watches={SEAT: first, SEATED: first})
def what_is_filled_is_a_seat(account: Account, forum: str, window: Period) -> Iterator[Finding]:
    """A person fills a seat that the forum has (logic)."""
    for seq in account.chronicle.mentions(forum):
        fact = account.fact(seq)
        match fact.change:
            case ForumSeatFilled(seat=seat) if account.counts(seq):
                day = while_it_holds(account, seq, window)
                if day is not None and not account.value(SEAT, ForumSeat(forum, seat), fact.day):
                    near = did_you_mean(seat, (each.seat for each in account.keys_from(SEAT, forum)))
                    message = (
                        f"{forum} has no seat '{seat}' on {fact.day}{near or '.'} "
                        "Add it with add_forum_seats, or correct the seat."
                    )
                    yield Finding(day, (forum,), message, (seq,))
