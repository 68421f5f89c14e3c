"""The rule of forums: a seat is filled where there is one."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell.changes import ForumSeatFilled
from orgmodell.changes.attributes import SEAT, SEATED, ForumSeat
from orgmodell.chronicle import Account
from orgmodell.identity import closing
from orgmodell.periods import Period
from orgmodell.rules.base import Finding, first, rule, while_it_holds
from orgmodell.words import Text


@rule(
    "R08",
    of="forum",
    watches={SEAT: first, SEATED: first},
    sv="En person besätter en plats som finns i forumet (logik).",
)
def what_is_filled_is_a_seat(account: Account, forum: str, window: Period) -> Iterator[Finding]:
    """A person fills a seat that the forum has (logic)."""
    for seq in account.chronicle.mentions(forum):
        fact = account.fact(seq)
        match fact.change:
            case ForumSeatFilled(seat=seat) if account.counts(seq):
                day = while_it_holds(account, seq, window)
                if day is not None and not account.value(SEAT, ForumSeat(forum, seat), fact.day):
                    near = closing(seat, (each.seat for each in account.keys_from(SEAT, forum)))
                    message = Text(
                        sv=f"{forum} har ingen plats '{seat}' den {fact.day}{near:sv} "
                        "Lägg till den med add_forum_seats, eller rätta platsen.",
                        en=f"{forum} has no seat '{seat}' on {fact.day}{near:en} "
                        "Add it with add_forum_seats, or correct the seat.",
                    )
                    yield Finding(day, (forum,), message, (seq,))
