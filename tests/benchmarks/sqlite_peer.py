"""The peer for questions: the same organisation in SQLite tables with valid time, indexed as well as we know.

Every table is clustered on (id, valid_from), days are integers and no period is open, so a point question
is one search in one B-tree. The relations have an index the other way that covers the query. The tables
are not analysed: with statistics, SQLite builds Bloom filters for every reporting line, and takes 60 times
as long. It knows valid time only: nothing of what was known or recorded when, and it does not check that a
thing exists.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from orgmodell import Organisation
from orgmodell.changes.attributes import (
    HOLDS,
    KIND,
    LEADS,
    NAME,
    PARENT,
    PERSONALANSVAR,
    PLACEMENT,
    VACANT,
)
from orgmodell.chronicle import Account
from orgmodell.timeline import Attribute, OfTwo, P

FOR_EVER = date.max.toordinal()

TABLES = """
CREATE TABLE enhet (id TEXT, valid_from INT, valid_until INT, name TEXT, kind TEXT, parent TEXT,
    PRIMARY KEY (id, valid_from)) WITHOUT ROWID;
CREATE TABLE befattning (id TEXT, valid_from INT, valid_until INT, title TEXT, enhet TEXT,
    personalansvar INT, vacant INT, PRIMARY KEY (id, valid_from)) WITHOUT ROWID;
CREATE TABLE leads (enhet TEXT, valid_from INT, valid_until INT, befattning TEXT,
    PRIMARY KEY (enhet, valid_from, befattning)) WITHOUT ROWID;
CREATE INDEX led_by ON leads (befattning, valid_from, valid_until, enhet);
CREATE TABLE holds (befattning TEXT, valid_from INT, valid_until INT, person TEXT, form TEXT,
    PRIMARY KEY (befattning, valid_from, person, form)) WITHOUT ROWID;
"""

PARENT_OF = """
SELECT parent FROM enhet WHERE id = :id AND valid_from <= :day AND valid_until > :day
ORDER BY valid_from DESC LIMIT 1
"""

CHEF_OF = """
SELECT l.befattning, h.person, h.form FROM leads l
CROSS JOIN holds h ON h.befattning = l.befattning AND h.valid_from <= :day AND h.valid_until > :day
WHERE l.enhet = :id AND l.valid_from <= :day AND l.valid_until > :day
ORDER BY h.form = 'ordinarie' LIMIT 1
"""

# CROSS JOIN tells SQLite to join in the order written, which is the fastest; it finds a slower one.
# A chef reports from over what it leads, everybody else from where they are placed. A chefsbefattning
# that somebody has held, or that is declared vacant, is passed by on days when nobody holds it.
LINE_OF = """
WITH RECURSIVE up (enhet, step) AS (
    SELECT COALESCE(
        (SELECT e.id FROM leads l JOIN enhet e
             ON e.id = l.enhet AND e.valid_from <= :day AND e.valid_until > :day
         WHERE l.befattning = :id AND l.valid_from <= :day AND l.valid_until > :day),
        (SELECT enhet FROM befattning WHERE id = :id AND valid_from <= :day AND valid_until > :day)), 0
    UNION ALL
    SELECT e.parent, step + 1 FROM up CROSS JOIN enhet e
        ON e.id = up.enhet AND e.valid_from <= :day AND e.valid_until > :day
    WHERE e.parent IS NOT NULL
)
SELECT b.id, b.title, up.enhet, h.person FROM up
CROSS JOIN leads l ON l.enhet = up.enhet AND l.valid_from <= :day AND l.valid_until > :day
CROSS JOIN befattning b ON b.id = l.befattning AND b.valid_from <= :day AND b.valid_until > :day
LEFT JOIN holds h ON h.befattning = b.id AND h.valid_from <= :day AND h.valid_until > :day
WHERE b.id <> :id AND b.personalansvar IS NOT 0 AND (h.person IS NOT NULL OR NOT (
    b.vacant OR EXISTS (SELECT 1 FROM holds p WHERE p.befattning = b.id AND p.valid_from <= :day)))
ORDER BY step
"""

HOLDERS_OF = "SELECT person FROM holds WHERE befattning = :id AND valid_from <= :day AND valid_until > :day"

CHART = """
SELECT e.id, e.name, e.kind, e.parent, l.befattning, b.title, h.person, h.form FROM enhet e
LEFT JOIN leads l ON l.enhet = e.id AND l.valid_from <= :day AND l.valid_until > :day
LEFT JOIN befattning b ON b.id = l.befattning AND b.valid_from <= :day AND b.valid_until > :day
LEFT JOIN holds h ON h.befattning = b.id AND h.valid_from <= :day AND h.valid_until > :day
WHERE e.valid_from <= :day AND e.valid_until > :day
"""


class Node(NamedTuple):
    """An enhet in the peer's chart."""

    enhet: str
    name: str
    kind: str
    parent: str | None
    leader: str | None
    title: str | None
    person: str | None
    form: str | None


class SqlitePeer:
    """The organisation as everything recorded in it has made it, in SQLite in memory."""

    def __init__(self, organisation: Organisation) -> None:
        self._connection = sqlite3.connect(":memory:")
        self._connection.executescript(TABLES)
        account = organisation.on(date.max).account
        for table, rows in _tables(account).items():
            places = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
        self._ask = self._connection.execute  # it keeps the statements prepared

    def parent(self, day: int, enhet: str) -> str | None:
        (parent,) = self._ask(PARENT_OF, {"id": enhet, "day": day}).fetchone()
        assert parent is None or isinstance(parent, str)
        return parent

    def chef(self, day: int, enhet: str) -> tuple[str, str, str] | None:
        found: tuple[str, str, str] | None = self._ask(CHEF_OF, {"id": enhet, "day": day}).fetchone()
        return found

    def reporting_line(self, day: int, befattning: str) -> list[tuple[str, str, str, str | None]]:
        """(befattning, title, enhet it leads, person) of each above it."""
        return self._ask(LINE_OF, {"id": befattning, "day": day}).fetchall()

    def chefsled(self, day: int, befattning: str) -> int:
        """The chefer above it; one who is the same person as the one before adds none."""
        below = self._ask(HOLDERS_OF, {"id": befattning, "day": day}).fetchone()
        person, steps = below and below[0], 0
        for _, _, _, over in self.reporting_line(day, befattning):
            steps += over is None or over != person
            person = over
        return steps

    def chart(self, day: int) -> list[tuple[int, Node]]:
        """(depth, enhet) in tree order."""
        children: dict[str | None, list[Node]] = {}
        for node in map(Node._make, self._ask(CHART, {"day": day})):
            children.setdefault(node.parent, []).append(node)
        ordered: list[tuple[int, Node]] = []
        waiting = [(0, node) for node in children.get(None, ())]
        while waiting:
            depth, node = waiting.pop()
            ordered.append((depth, node))
            waiting.extend((depth + 1, child) for child in children.get(node.enhet, ()))
        return ordered


def _tables(account: Account) -> dict[str, list[tuple[Any, ...]]]:
    things = list(account.chronicle.things())
    enheter = [thing for thing in things if account.type_of(thing) == "enhet"]
    posts = [thing for thing in things if account.type_of(thing) == "befattning"]
    leads = [led for enhet in enheter for led in account.keys_from(LEADS, enhet)]
    holds = [held for post in posts for held in account.appointments_ever(post)]
    return {
        "enhet": [row for enhet in enheter for row in _versions(account, enhet, NAME, KIND, PARENT)],
        "befattning": [
            row for post in posts for row in _versions(account, post, NAME, PLACEMENT, PERSONALANSVAR, VACANT)
        ],
        "leads": [
            (led.enhet, *period, led.befattning)
            for led in leads
            for period in _periods(account, LEADS, led, led.enhet, led.befattning)
        ],
        "holds": [
            (held.befattning, *period, held.person, held.form)
            for held in holds
            for period in _periods(account, HOLDS, held, held.befattning)
        ],
    }


def _versions(account: Account, thing: str, *attributes: Attribute[str, Any]) -> Iterator[tuple[Any, ...]]:
    """A row for each period of a thing's life in which none of its attributes changes."""
    for life in account.life(thing):
        steps = [step for attribute in attributes for step in _steps(account, attribute, thing)]
        days = sorted({life.start, *(step.start for step in steps if step.start in life.period)})
        for start, until in zip(days, [*days[1:], life.until], strict=True):
            values = (_value(account, attribute, thing, start) for attribute in attributes)
            yield (thing, start.toordinal(), _until(until), *values)


def _steps(account: Account, attribute: Attribute[str, Any], thing: str) -> Iterable[Any]:
    through_mergers = attribute in (PARENT, PLACEMENT)
    return account.enhet_steps(attribute, thing) if through_mergers else account.steps(attribute, thing)


def _value(account: Account, attribute: Attribute[str, Any], thing: str, day: date) -> object:
    if attribute in (PARENT, PLACEMENT):
        return account.enhet_of(attribute, thing, day)
    return account.value(attribute, thing, day)


def _periods(account: Account, relation: OfTwo[P, Any], key: P, *things: str) -> Iterator[tuple[int, int]]:
    """When a relation holds, and the things in it live."""
    for step in account.held(relation, key):
        for period in account.while_both_live(step, *things):
            assert period.start is not None
            yield period.start.toordinal(), _until(period.until)


def _until(day: date | None) -> int:
    return FOR_EVER if day is None else day.toordinal()
