"""Deliberate faults in the library, one at a time, and whether a test notices.

    python tests/faults [--first] [--jobs 2] [--limit 600] [--json FILE] [NAME …]

A NAME is that of a fault, or a module or folder below src/orgmodell, as rules/line.py or rules. The exit
status is 1 when fewer than 90 % are noticed.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from tabulate import tabulate

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a folder, this is no package

from faults import FAULTS, Fault
from faults.running import TestsFail, Verdict, require_that_they_pass, verdicts

AT_LEAST = 0.9
NOT_TRIED = 2


@click.command(help="See whether the tests notice deliberate faults in the library.")
@click.argument("names", nargs=-1)
@click.option("--first", "only_named", is_flag=True, help="Run only the tests that are named for each.")
@click.option("--jobs", default=os.cpu_count() or 1, help="How many faults at once.", show_default=True)
@click.option("--limit", default=600.0, help="Seconds until a fault has made tests hang.", show_default=True)
@click.option("--json", "path", type=click.Path(path_type=Path), help="Write the verdicts there too.")
def main(names: tuple[str, ...], only_named: bool, jobs: int, limit: float, path: Path | None) -> None:
    faults = _chosen(names)
    click.echo(f"{len(faults)} faults; first the tests named for them, without any")
    try:
        require_that_they_pass(faults, limit=10 * limit)
    except TestsFail as problem:
        click.echo(problem)
        sys.exit(NOT_TRIED)
    found = []
    for number, each in enumerate(verdicts(faults, jobs, only_named, limit), 1):
        click.echo(f"{number}/{len(faults)}  {each.fault.name}: {_told(each)}  ({each.seconds:.0f} s)")
        found.append(each)
    if path is not None:
        path.write_text(json.dumps([_plain(each) for each in found], indent=1), encoding="utf-8")
    sys.exit(_conclude(found))


def _chosen(names: Sequence[str]) -> list[Fault]:
    chosen = [each for each in FAULTS if not names or any(_is_meant(each, name) for name in names)]
    if not chosen:
        raise click.BadParameter(f"no fault is called {' or '.join(names)}, or is in a module of that name")
    return chosen


def _is_meant(fault: Fault, name: str) -> bool:
    return name in (fault.name, fault.file) or fault.file.startswith(name.rstrip("/") + "/")


def _told(verdict: Verdict) -> str:
    if verdict.by == "nobody":
        return "NOT NOTICED"
    return "noticed, for the tests hang" if verdict.by == "time" else f"noticed by {verdict.test}"


def _plain(verdict: Verdict) -> dict[str, object]:
    fault = verdict.fault
    told = {"name": fault.name, "file": fault.file, "by": verdict.by, "test": verdict.test}
    return {**told, "seconds": round(verdict.seconds)}


def _conclude(found: Sequence[Verdict]) -> int:
    """Tell the score and what was noticed by nobody; the exit status."""
    noticed = sum(each.noticed for each in found)
    hanging = sum(each.by == "time" for each in found)
    click.echo(f"\n{noticed} of {len(found)} noticed, {noticed / len(found):.0%}; {hanging} by hanging")
    survivors = [(each.fault.name, each.fault.file, each.fault.says) for each in found if not each.noticed]
    if survivors:
        click.echo(tabulate(survivors, ("not noticed", "in", "what is wrong then")))
    return 0 if noticed >= AT_LEAST * len(found) else 1


if __name__ == "__main__":
    main()
