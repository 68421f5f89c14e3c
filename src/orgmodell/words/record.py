"""What became of beslut that were to be recorded."""

from __future__ import annotations

from orgmodell.words.text import Text, same

QUESTION = Text("Registrering", "Recording")
REHEARSAL = Text("Provregistrering, ingenting är registrerat", "Dry run, nothing is recorded")
JUDGING, RECORDING = Text("Bedömer", "Judging"), Text("Registrerar", "Recording")
NUMBER, OUTCOME, BESLUT = Text("Nr", "No."), Text("Utfall", "Outcome"), same("Beslut")
RECORDED, WOULD_BE = Text("registrerat", "recorded"), Text("skulle registreras", "would be recorded")
ALREADY = Text("fanns redan", "there already")
NONE = Text("Inget beslut.", "No beslut.")
WARNINGS, WARNED = Text("Varningar", "Warnings"), Text("Varningar:", "Warnings:")
FILE, LINE = Text("Fil", "File"), Text("Rad", "Line")


def how_many(new: int, already: int, dry_run: bool) -> Text:
    """How many beslut are recorded, and how many were there before.

    >>> how_many(1, 2, dry_run=False).sv
    '1 beslut registrerat, 2 fanns redan.'
    """
    done = Text("registrerat" if new == 1 else "registrerade", "recorded")
    there = Text(f", {already} fanns redan", f", {already} there already") if already else same("")
    return f"{new} beslut " + (WOULD_BE if dry_run else done) + there + "."


def on_line(line: int) -> Text:
    return Text(f"rad {line}", f"line {line}")
