"""Measuring: several repetitions, the peers in turn, so that what else the machine does hits both alike."""

from __future__ import annotations

import gc
import resource
import tracemalloc
from collections.abc import Callable
from statistics import median
from time import perf_counter

import attrs


@attrs.frozen
class Ratio:
    """What was measured against its peer.

    Attributes:
        what: the measurement, and which way the ratio is counted.
        ours: seconds, or an amount in words.
        peer: the same of what it is measured against.
        ratio: the two, one by the other.
        at_least: the target, where more is better.
        at_most: the target, where less is better.
    """

    what: str
    ours: float | str
    peer: float | str
    ratio: float
    at_least: float | None = None
    at_most: float | None = None

    @property
    def target(self) -> str:
        """The target in words."""
        if self.at_least is not None:
            return f"≥ {self.at_least:g}"
        return "" if self.at_most is None else f"≤ {self.at_most:g}"

    @property
    def verdict(self) -> str:
        """Whether the target is reached."""
        if not self.target:
            return ""
        missed = (self.at_least is not None and self.ratio < self.at_least) or (
            self.at_most is not None and self.ratio > self.at_most
        )
        return "missed" if missed else "met"


def medians(
    repetitions: int, *calls: Callable[[], object], clock: Callable[[], float] = perf_counter
) -> list[float]:
    """The median seconds of each call; what it returns is thrown away outside the measured time."""
    taken: list[list[float]] = [[] for _ in calls]
    for _ in range(repetitions):
        for times, call in zip(taken, calls, strict=True):
            gc.collect()
            start = clock()
            kept = call()
            times.append(clock() - start)
            del kept
    return [median(times) for times in taken]


def of_children() -> float:
    """Seconds of CPU that the processes started, and ended, have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory_of(make: Callable[[], object]) -> int:
    """How many bytes what is made keeps."""
    gc.collect()
    tracemalloc.start()
    made = make()
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del made
    return kept


def in_words(measured: float | str) -> str:
    """Seconds as people read them."""
    if isinstance(measured, str):
        return measured
    for size, unit in ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if measured >= size:
            return f"{measured / size:.3g} {unit}"
    return f"{measured * 1e9:.0f} ns"
