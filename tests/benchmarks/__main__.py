"""The ratios that the library is built for, measured side by side on a synthetic kommun.

    python tests/benchmarks [--enheter 5000] [--changes 100000] [--repetitions 7] [--questions 2000]
        [--days 365] [--judge 200]

The times are the machine's; the ratios are what is promised. Only the first beslut of the kommun are
judged: the rest are valid by construction and go straight to the log.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import click
from aggregate_peer import AggregatePeer
from measure import Ratio, in_words
from ratios import (
    NAME,
    Asked,
    charts,
    check_answers,
    checkpoint,
    judging,
    memory,
    opening,
    point_questions,
    reading,
    starting,
    write_log,
)
from sqlite_peer import SqlitePeer
from synthetic import beslut_of, up_to
from tabulate import tabulate

from orgmodell import open_register


@click.command(help="Measure orgmodell against its peers on a synthetic kommun.")
@click.option("--enheter", default=5000, help="How many enheter the kommun has.", show_default=True)
@click.option("--changes", default=100_000, help="How many changes its log holds.", show_default=True)
@click.option("--repetitions", default=7, help="Of which the median is shown.", show_default=True)
@click.option("--questions", default=2000, help="How many of each kind are asked.", show_default=True)
@click.option("--days", default=365, help="Of how many days in a row charts are drawn.", show_default=True)
@click.option(
    "--judge", "judged", default=200, help="How many of the first beslut are judged.", show_default=True
)
@click.option("--seed", default=1, help="Another seed, another kommun.", show_default=True)
def main(
    enheter: int, changes: int, repetitions: int, questions: int, days: int, judged: int, seed: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = list(_measured(Path(folder), enheter, changes, repetitions, questions, days, judged, seed))
    rows = [(r.what, in_words(r.ours), in_words(r.peer), r.ratio, r.target, r.verdict) for r in found]
    columns = ("measured", "ours", "peer", "ratio", "target", "")
    click.echo(tabulate(rows, columns, floatfmt=".3g", colalign=("left", "right", "right", "right")))


def _measured(
    folder: Path,
    enheter: int,
    changes: int,
    repetitions: int,
    questions: int,
    days: int,
    judged: int,
    seed: int,
) -> Iterator[Ratio]:
    beslut = up_to(changes, beslut_of(enheter, seed))
    number = sum(len(each.changes) for each in beslut)
    path = folder / "kommunen.db"
    taken = write_log(path, beslut, judged)
    click.echo(
        f"{number:,} changes in {len(beslut):,} beslut, {path.stat().st_size / number:.0f} bytes a change;"
    )
    click.echo(f"the first {judged:,} judged as they were recorded, at {in_words(taken)} each.\n")

    aggregate = AggregatePeer(folder / "aggregate.db", beslut)
    yield from opening(path, aggregate, repetitions)
    aggregate.close()
    yield memory(path, number)
    yield from checkpoint(path, repetitions)

    with open_register(path) as register:
        organisation = register.organisation(NAME)
        peer, asked = SqlitePeer(organisation), Asked.of(organisation, questions, days, seed)
        check_answers(organisation, peer, asked)
        yield from point_questions(organisation, peer, asked, repetitions)
        yield from charts(organisation, peer, asked, repetitions)
    yield from judging(folder, [changes // 100, changes // 10, changes], repetitions, seed)
    yield reading(beslut, repetitions)
    yield from starting(repetitions)


if __name__ == "__main__":
    main()
