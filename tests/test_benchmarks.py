"""The benchmarks keep running; how fast is not tested here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parent / "benchmarks"
TINY = ("--enheter=40", "--changes=800", "--repetitions=1", "--questions=50", "--days=5", "--judge=5")


def test_the_benchmarks_give_the_answers_of_their_peers() -> None:
    """A tiny kommun is valid, both sides answer alike, and every target is measured."""
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS), *TINY], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    measured = (
        "aggregate replay",
        "read and decode",
        "memory",
        "with a checkpoint",
        "reporting_line",
        "whole chart",
        "judge and record",
        "compose alone",
        "orgmodell --help",
    )
    for name in measured:
        assert name in done.stdout
