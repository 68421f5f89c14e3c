"""How alternatives are shown side by side: what differs first, and then what is the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.check import says
from orgmodell.presentations.grounds import marks, said
from orgmodell.presentations.parts import (
    Alert,
    Cell,
    Column,
    Items,
    Number,
    Paragraph,
    Part,
    Presentation,
    Row,
    Table,
)
from orgmodell.projections.check import Breach
from orgmodell.projections.compare import Alternative, Comparison
from orgmodell.projections.kontrollspann import Kontrollspann
from orgmodell.words import Text, same
from orgmodell.words import compare as words
from orgmodell.words.forms import counted_by
from orgmodell.words.grounds import VAGUE
from orgmodell.words.log import days
from orgmodell.words.values import MISSING, day

FEW = 6  # this many things are named; of more, the first ones and how many others


def compare(asked: Asked, answer: Comparison) -> Presentation:
    """Alternatives side by side; then what each breaks, how it is counted and what it rests on."""
    names = ", ".join(each.name for each in answer.alternatives)
    columns = (Column(words.MEASURE), *(Column(same(each.name)) for each in answer.alternatives))
    rows = list(_rows(answer))
    differing = tuple(row for row in rows if _differs(row))
    alike = tuple(row for row in rows if not _differs(row))
    return Presentation(
        asked.heading(words.of(names)),
        (
            Table(columns, differing, words.NOTHING_DIFFERS, words.DIFFERS),
            Table(columns, alike, words.NOTHING_ALIKE, words.ALIKE),
            *_broken(asked, answer),
            Paragraph(counted_by(answer.counting_rule)),
            Paragraph(counted_by(words.KONTROLLSPANN)),
        ),
        grounds=tuple(_grounds(asked, answer)),
    )


def _differs(row: Row) -> bool:
    first, *others = row.cells[1:]
    return any(each != first for each in others)


def _rows(answer: Comparison) -> Iterator[Row]:
    columns, called = answer.alternatives, _Names(answer)

    def row(what: Text, figure: Callable[[Alternative], Cell]) -> Row:
        return Row((what, *map(figure, columns)))

    yield row(words.ENHETER, lambda each: each.enheter)
    for kind in dict.fromkeys(kind for each in columns for kind in each.kinds):
        yield Row((words.kind(kind), *(each.kinds.get(kind, 0) for each in columns)))
    yield row(words.CHEFER, lambda each: each.chefer)
    yield row(words.PER_LEVEL, lambda each: _levels(each.levels))
    yield row(words.BETWEEN, lambda each: each.mellanchefer)
    top = called(answer.up_to) if answer.up_to else None
    for groups, steps in answer.groups:
        shown = words.first_ones([called.group(group) for group in groups], FEW)
        yield Row((words.chefsled(shown, top), *steps))
    yield row(words.MEAN, lambda each: Number(each.medel, decimals=2))
    yield from _spans(columns, called)
    yield row(words.NAMNDER, lambda each: len(each.namnder))
    for organ in dict.fromkeys(organ for each in columns for organ in each.namnder):
        under = ([called(enhet) for enhet in each.namnder.get(organ, ())] for each in columns)
        yield Row((words.under(words.NAMNDER, called(organ)), *map(_listed, under)))
    yield row(words.ERRORS, lambda each: Alert(len(each.errors)) if each.errors else 0)
    yield row(words.WARNINGS, lambda each: len(each.warnings))
    if len(columns) > 1:
        first = columns[0]
        yield row(words.ADDED, lambda each: None if each is first else len(each.added))
        yield row(words.MENDED, lambda each: None if each is first else len(each.mended))
    yield row(words.HOMELESS, lambda each: _homeless(each, called))


def _spans(columns: Sequence[Alternative], called: _Names) -> Iterator[Row]:
    chefer = dict.fromkeys(chef for each in columns for chef in each.spans)

    def rows(what: Text, figure: Callable[[Kontrollspann], Cell]) -> Iterator[Row]:
        found = {c: [figure(e.spans[c]) if c in e.spans else None for e in columns] for c in chefer}
        known = {chef: figures for chef, figures in found.items() if any(f is not None for f in figures)}
        if not known:
            yield Row((what, *(MISSING for _ in columns)))
        for chef, figures in known.items():
            yield Row((words.under(what, called(chef)), *figures))

    yield from rows(words.DIRECT, lambda s: len(s.direct_chefer) if len(s.direct_chefer) > 1 else None)
    yield from rows(words.MEDARBETARE, lambda span: _average(span.medarbetare_per_chef))
    yield from rows(words.ARSARBETARE, lambda span: _average(span.arsarbetare_per_chef))
    yield from rows(words.MED_UPPDRAGSTAGARE, lambda span: _average(span.med_uppdragstagare_per_chef))


def _levels(chefer: Sequence[int]) -> Cell:
    return " + ".join(map(str, chefer)) if len(chefer) > 1 else sum(chefer)


def _average(figure: float | None) -> Number | None:
    return None if figure is None else Number(figure, decimals=1)


def _listed(names: list[str]) -> Text | None:
    return words.first_ones(names, FEW) if names else None


def _homeless(each: Alternative, called: _Names) -> Text | None:
    """What is left without a home, by name; åtgärder without ansvarig are counted."""
    names = [called(left.thing) for left in each.homeless if left.type != "atgard"]
    count = sum(left.type == "atgard" for left in each.homeless)
    shown = _listed(names)
    if not count:
        return shown
    without = words.atgarder_without_ansvarig(count)
    return without if shown is None else shown + "; " + without


def _broken(asked: Asked, answer: Comparison) -> Iterator[Part]:
    first, *others = answer.alternatives
    yield Items(words.breaks(first.name), _told_once(asked, first.breaches))
    for each in others:
        yield Items(words.breaks_too(each.name), _told_once(asked, each.breaches_added))
        yield Items(words.no_longer_breaks(each.name), _told_once(asked, each.breaches_mended))


def _told_once(asked: Asked, breaches: Sequence[Breach]) -> tuple[Text, ...]:
    """What is broken, those in one way told once with their things."""
    return tuple(
        words.finding(each.severity, each.rule, days(each.days), says(asked, each)) for each in breaches
    )


def _grounds(asked: Asked, answer: Comparison) -> Iterator[Part]:
    """What each rests on; in full, what is assumed in all of them once, and then what is so in each."""
    bases = {each.name: each.basis for each in answer.alternatives}
    for name, basis in bases.items():
        drafts = sum(fact.record.alternative is not None for fact in basis)
        yield Paragraph(words.rests_on(name, len(basis.facts), drafts, marks(basis)))
    if not asked.in_full:
        return
    assumed = {name: list(map(said, basis.assumed)) for name, basis in bases.items()}
    common = [each for each in next(iter(assumed.values())) if all(each in own for own in assumed.values())]
    yield Items(words.ASSUMED_IN_ALL, tuple(common))
    for name, own in assumed.items():
        yield Items(words.assumed_in(name), tuple(each for each in own if each not in common))
    vague = dict.fromkeys((f.day, f.change.stated) for basis in bases.values() for f in basis.vague)
    yield Items(VAGUE, tuple(day(when, stated) for when, stated in sorted(vague)))


class _Names:
    """What things are called, with the id where two share a name."""

    def __init__(self, answer: Comparison) -> None:
        self._answer = answer
        self._shared = Counter(answer.names.values())

    def __call__(self, thing: str) -> str:
        name = self._answer.names.get(thing, thing)
        return f"{name} ({thing})" if self._shared[name] > 1 else name

    def group(self, group: str) -> str:
        """A group, with how many they are where that is stated."""
        heads = next((h for each in self._answer.alternatives if (h := each.heads.get(group))), None)
        return f"{self(group)}, {heads}" if heads else self(group)
