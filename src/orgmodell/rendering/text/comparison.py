"""Alternatives side by side, as text that can be pasted into a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from textwrap import TextWrapper

from tabulate import tabulate

from orgmodell import swedish
from orgmodell.projections.alternatives import Fit
from orgmodell.projections.basis import Basis, said
from orgmodell.projections.comparison import Alternative, Comparison
from orgmodell.projections.kontrollspann import Kontrollspann
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.grounds import marks
from orgmodell.rendering.text.table import rule, table, text
from orgmodell.violations import Violation
from orgmodell.writers.csv import separated

Row = tuple[str, ...]
FEW = 6  # this many things are named; of more, the first ones and how many others
MEASURE, FIGURE = 44, 26  # characters in the first column, and in the others
WITHIN = "· "  # before a row that is part of the one above

KONTROLLSPANN = (
    "Direkta chefer är de chefer vars närmaste chef befattningen är, vakanta oräknade; chefer med färre än "
    "två visas inte. "
    "Medarbetare och årsarbetare per chef är de angivna, delade med första linjens chefer; är de inte "
    "angivna saknas underlag."
)


def comparison(asked: Asked, answer: Comparison) -> str:
    """The figures as a table; below it what is broken and left, how it is counted and what it rests on."""
    figures = tabulate(_wrapped(_rows(answer)), _heads(answer), "simple", disable_numparse=True)
    return text(_heading(asked, answer), [figures, *_notes(answer)])


def comparison_markdown(asked: Asked, answer: Comparison) -> str:
    """The same as a Markdown table with its notes."""
    figures = tabulate(list(_rows(answer)), _heads(answer), "github", disable_numparse=True)
    return text(f"# {_heading(asked, answer)}", [figures, *_notes(answer)])


def comparison_csv(asked: Asked, answer: Comparison) -> str:
    """The figures alone, as comma-separated values."""
    return separated([_heads(answer), *_rows(answer)])


def alternatives(asked: Asked, answer: Sequence[Fit], titles: Mapping[str, str]) -> str:
    """Which alternatives there are, which stand by themselves, and how they go together."""
    rows = [
        (
            fit.name,
            titles[fit.name],
            "nej" if fit.errors else "ja",
            ", ".join(fit.needs) or swedish.NOTHING,
            ", ".join(fit.excludes) or swedish.NOTHING,
        )
        for fit in answer
    ]
    heads = ("Alternativ", "Vad", "Står för sig", "Står med", "Går inte ihop med")
    refused = [line for fit in answer if fit.errors for line in _refused(fit)]
    listed = table(heads, rows, "Inga alternativ finns bredvid källan.")
    return text(asked.heading("Alternativ"), [listed, *refused])


def _refused(fit: Fit) -> list[str]:
    return ["", f"{fit.name} vägras för sig:", *(f"  - {e.rule}: {e.message}" for e in fit.errors)]


def _heading(asked: Asked, answer: Comparison) -> str:
    names = ", ".join(each.name for each in answer.alternatives)
    return asked.heading(f"Jämförelse av {names},")


def _heads(answer: Comparison) -> Row:
    return ("Mått", *(each.name for each in answer.alternatives))


def _wrapped(rows: Iterable[Row]) -> list[list[str]]:
    """The cells in lines that break between words."""
    first, other = (
        TextWrapper(width, break_on_hyphens=False, break_long_words=False) for width in (MEASURE, FIGURE)
    )
    return [[first.fill(row[0]), *map(other.fill, row[1:])] for row in rows]


def _rows(answer: Comparison) -> Iterator[Row]:
    columns, called = answer.alternatives, _Names(answer)

    def row(what: str, figure: Callable[[Alternative], object]) -> Row:
        return (what, *(str(figure(each)) for each in columns))

    yield row("Enheter", lambda each: each.enheter)
    for kind in dict.fromkeys(kind for each in columns for kind in each.kinds):
        yield row(f"{WITHIN}{kind}", lambda each, kind=kind: each.kinds.get(kind, 0))  # type: ignore[misc]
    yield row("Chefer", lambda each: each.chefer)
    yield row(f"{WITHIN}per nivå, uppifrån", lambda each: " + ".join(map(str, each.levels)) or 0)
    yield row(f"{WITHIN}mellan översta och nedersta nivån", lambda each: each.mellanchefer)
    top = f"till {called(answer.up_to)}" if answer.up_to else "till linjens topp"
    yield row(f"Chefsled {top}", lambda each: "")
    for groups, steps in answer.groups:
        shown = (swedish.NOTHING if step is None else str(step) for step in steps)
        yield (WITHIN + _listed([called.group(group) for group in groups]), *shown)
    yield row(f"{WITHIN}i medel, viktat med medarbetare", lambda each: _mean(each.medel))
    yield from _spans(columns, called)
    yield row("Nämnder med enheter under sig", lambda each: len(each.namnder))
    for organ in dict.fromkeys(organ for each in columns for organ in each.namnder):
        under = ([called(enhet) for enhet in each.namnder.get(organ, ())] for each in columns)
        yield (f"{WITHIN}{called(organ)}", *map(_listed, under))
    yield row("Regler som bryts så att det vägras", lambda each: len(each.errors))
    yield row("Regler som varnar", lambda each: len(each.warnings))
    yield row(f"{WITHIN}brutna regler som tillkommer", lambda each: _beside(answer, each, answer.added))
    yield row(f"{WITHIN}brutna regler som upphör", lambda each: _beside(answer, each, answer.mended))
    yield row("Utan hemvist", lambda each: _listed(list(_homeless(each, called))))


def _beside(
    answer: Comparison, each: Alternative, broken: Callable[[Alternative], Sequence[Violation]]
) -> object:
    return swedish.NOTHING if each is answer.alternatives[0] else len(broken(each))


def _spans(columns: Sequence[Alternative], called: _Names) -> Iterator[Row]:
    chefer = dict.fromkeys(chef for each in columns for chef in each.spans)

    def rows(what: str, figure: Callable[[Kontrollspann], str | None]) -> Iterator[Row]:
        found = {c: [figure(e.spans[c]) if c in e.spans else None for e in columns] for c in chefer}
        known = {chef: figures for chef, figures in found.items() if any(figures)}
        missing = swedish.NOTHING if known else swedish.MISSING
        yield (what, *(("" if known else missing) for _ in columns))
        for chef, figures in known.items():
            yield (WITHIN + called(chef), *(shown or missing for shown in figures))

    yield from rows(
        "Direkta chefer", lambda s: str(len(s.direct_chefer)) if len(s.direct_chefer) > 1 else None
    )
    yield from rows("Medarbetare per chef", lambda span: _known(span.medarbetare_per_chef))
    yield from rows("Årsarbetare per chef", lambda span: _known(span.arsarbetare_per_chef))
    yield from rows("Med uppdragstagare per chef", lambda span: _known(span.med_uppdragstagare_per_chef))


def _known(figure: float | None) -> str | None:
    return None if figure is None else swedish.average(figure)


def _mean(figure: float | None) -> str:
    return swedish.MISSING if figure is None else f"{figure:.2f}".replace(".", ",")


def _homeless(each: Alternative, called: _Names) -> Iterator[str]:
    """What is left without a home, by name; åtgärder without ansvarig are counted."""
    yield from (called(left.thing) for left in each.homeless if left.type != "atgard")
    if count := sum(left.type == "atgard" for left in each.homeless):
        yield swedish.counted(count, "åtgärd utan ansvarig", "åtgärder utan ansvarig")


def _notes(answer: Comparison) -> Iterator[str]:
    first, *others = answer.alternatives
    yield from _broken(f"{first.name} bryter mot:", first.broken)
    for each in others:
        yield from _broken(f"{each.name} bryter dessutom mot:", answer.added(each))
        yield from _broken(f"{each.name} bryter inte längre mot:", answer.mended(each))
    yield from rule(answer.counting_rule)
    yield from rule(KONTROLLSPANN)
    yield from _grounds(answer)


def _broken(heading: str, broken: Sequence[Violation]) -> list[str]:
    lines = [f"{swedish.word(v.severity)} {v.rule}, {v.day}: {v.message}" for v in broken]
    return ["", *_if_any(heading, lines)] if lines else []


def _grounds(answer: Comparison) -> Iterator[str]:
    """What each rests on; what is assumed in all of them once, and then what is so in each."""
    bases = {each.name: each.basis for each in answer.alternatives}
    yield ""
    for name, basis in bases.items():
        drafts = sum(fact.record.alternative is not None for fact in basis)
        proposed = f", varav {swedish.counted(drafts, 'föreslagen', 'föreslagna')}" if drafts else ""
        count = swedish.counted(len(basis.facts), "uppgift", "uppgifter")
        yield f"{name} vilar på {count}{proposed}: {marks(basis)}."
    assumed = {name: list(map(said, basis.assumed)) for name, basis in bases.items()}
    common = [each for each in next(iter(assumed.values())) if all(each in own for own in assumed.values())]
    yield from _if_any("Antaget i alla:", common)
    for name, own in assumed.items():
        yield from _if_any(f"Antaget i {name}:", [each for each in own if each not in common])
    vague = dict.fromkeys(d for basis in bases.values() for d in _vague(basis))
    yield from _if_any("Dagar som står för källans egna ord:", sorted(vague))


def _vague(basis: Basis) -> Iterator[str]:
    return (swedish.day(fact.day, fact.change.stated) for fact in basis.vague)


def _if_any(heading: str, items: Sequence[str]) -> list[str]:
    return [heading, *(f"  - {item}" for item in items)] if items else []


class _Names:
    """What things are called in the first alternative that has them; with the id where two share a name."""

    def __init__(self, answer: Comparison) -> None:
        self._answer = answer
        things = {t for each in answer.alternatives for t in (*each.chefsled, *each.spans, *each.namnder)}
        self._shared = Counter(map(self._name, things))

    def __call__(self, thing: str) -> str:
        name = self._name(thing)
        return f"{name} ({thing})" if self._shared[name] > 1 else name

    def group(self, group: str) -> str:
        """A group, with how many they are where that is stated."""
        heads = next((h for each in self._answer.alternatives if (h := each.heads.get(group))), None)
        return f"{self(group)}, {heads}" if heads else self(group)

    def _name(self, thing: str) -> str:
        has = (each.view for each in self._answer.alternatives if each.view.exists(thing))
        return next((view.account.name(thing, view.day) for view in has), thing)


def _listed(names: Sequence[str]) -> str:
    more = f" och {len(names) - FEW} till" if len(names) > FEW else ""
    return "; ".join(names[:FEW]) + more if names else swedish.NOTHING
