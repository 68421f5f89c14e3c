"""What was asked or done, and how to call the things in the answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import attrs

from orgmodell.changes import Recorded
from orgmodell.view import View


@attrs.frozen(kw_only=True)
class Asked:
    """What was asked: the beginning of every answer.

    Attributes:
        organisation: the organisation's id.
        day: the day asked about, when it is about one.
        known: what was decided by this day counts; None: everything.
        recorded: how many beslut count, or those recorded by a time; None: all.
        alternative: the alternatives that are asked as if they were adopted; None: what is recorded.
        names: person id → name.
        view: the organisation on the day, for the names of the things in the answer.
    """

    organisation: str
    day: date | None = None
    known: date | None = None
    recorded: int | datetime | None = None
    alternative: str | None = None
    names: Mapping[str, str] = attrs.field(factory=dict)
    view: View | None = attrs.field(default=None, repr=False)

    def heading(self, question: str) -> str:
        """The first line of a text: organisation, question, day, and what counts."""
        proposed = f" med alternativ {self.alternative} (föreslaget)" if self.alternative else ""
        parts = [f"{self.organisation}{proposed}: {question}"]
        if self.day is not None:
            parts.append(f" den {self.day}")
        if self.known is not None:
            parts.append(f", enligt beslut fattade senast {self.known}")
        if isinstance(self.recorded, datetime):
            parts.append(f", så som registrerat {self.recorded:%Y-%m-%d %H:%M:%S %Z}")
        elif self.recorded == 1:
            parts.append(", enligt det första registrerade beslutet")
        elif self.recorded is not None:
            parts.append(f", enligt de {self.recorded} första registrerade besluten")
        return "".join(parts)

    def called(self, thing: str) -> str:
        """A thing's name and id; a person's name."""
        name = self.name(thing)
        return name if name == thing or thing in self.names else f"{name} ({thing})"

    def name(self, thing: str) -> str:
        """A thing's name or title on the day, or what it is called later; a person's name; or else the id."""
        if thing in self.names:
            return self.names[thing]
        if self.view is None:
            return thing
        account = self.view.account
        found = account.name(thing, self.view.day)
        return account.last_name(thing) if found == thing else found


@attrs.frozen
class Recording:
    """What became of beslut that were to be recorded.

    Attributes:
        done: each with its record, and whether it is new.
        warnings: what they give rise to, each with file and line.
        dry_run: whether they were only judged.
    """

    done: tuple[tuple[Recorded, bool], ...]
    warnings: tuple[str, ...]
    dry_run: bool
