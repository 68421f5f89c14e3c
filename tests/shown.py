"""What a page shows, run in order in one folder, and what is printed compared with what is shown.

- A block whose first line is a comment with a file name (``# beslut/01.yaml``) is written as that file.
- A ``python`` block is executed; where it has ``>>>`` what is printed is compared.
- A ``console`` block holds ``$ command`` lines, each followed by what it prints. ``...`` stands for anything.
- Blocks in ``sh``, ``json`` and ``text`` are not run. There are no other languages.

``python tests/shown.py PAGE...`` writes what is printed now into the pages instead. Read the diff.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from sybil import Document, Example, Region
from sybil.evaluators.doctest import DocTestEvaluator, OutputChecker
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.markdown.lexers import FencedCodeBlockLexer

ROOT = Path(__file__).parent.parent
OPTIONS = doctest.ELLIPSIS
LANGUAGES = ("python", "console", "yaml", "sh", "json", "text")
COMMAND = re.compile(r"^\$ (?P<command>.*\n)(?P<printed>(?:(?!\$ ).*\n)*)", re.MULTILINE)
FILE = re.compile(r"# (?P<name>[\w./-]+\.\w+)\n")
SEAL, TIME = re.compile(r"\b[0-9a-f]{64}\b"), re.compile(r"\b20\d\d-\d\d-\d\d \d\d:\d\d\b")
TOOK = re.compile(r"^(=+ )?(.* in )\d+\.\d\ds( =+)?$", re.MULTILINE)  # how long tests took
TRACE = re.compile(r"(?<=^Traceback \(most recent call last\):\n)(?: .*\n)+")
_OTHERS = "-p no:random_order -p no:hypothesispytest"  # plugins that would show in what is printed
TIMEOUT = 60  # seconds for one command


class Page:
    """A markdown page, parsed, with the folder and the environment in which it is run."""

    def __init__(self, page: Path, folder: Path) -> None:
        self._folder = folder
        self._status = 0
        self._environment = {
            **os.environ,
            "PATH": os.pathsep.join([_doors(folder), str(Path(sys.executable).parent), os.environ["PATH"]]),
            "PYTHONUNBUFFERED": "1",
            "COLUMNS": "100",
        }
        shutil.copytree(ROOT / "examples", folder / "examples")
        self._python = _Python()
        self.document = Document.parse(str(page), self._files, self._consoles, self._pythons)

    def examples(self) -> Iterable[Example]:
        return self.document.examples()

    def _files(self, document: Document) -> Iterator[Region]:
        for block in FencedCodeBlockLexer(language=r"\w*")(document):
            if block.lexemes["language"] not in LANGUAGES:
                raise ValueError(f"{document.path}: is a '{block.lexemes['language']}' block to be run?")
            if named := FILE.match(block.lexemes["source"]):
                block.parsed = (named["name"], block.lexemes["source"])
                block.evaluator = self._write
                yield block

    def _pythons(self, document: Document) -> Iterator[Region]:
        files = {region.start for _, region in document.regions}
        blocks = PythonCodeBlockParser(doctest_optionflags=OPTIONS)(document)
        for region in blocks:
            if region.start not in files:
                if isinstance(region.parsed, doctest.Example):
                    region.evaluator = self._python
                yield region

    def _consoles(self, document: Document) -> Iterator[Region]:
        for block in CodeBlockParser("console", self._run)(document):
            if COMMAND.sub("", block.parsed):
                raise ValueError(f"{document.path}: a console block begins with '$ '")
            first = block.start + block.parsed.offset
            for shown in COMMAND.finditer(block.parsed):
                yield Region(first + shown.start(), first + shown.end(), shown, self._run)

    def _write(self, example: Example) -> None:
        name, text = example.parsed
        file = self._folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def _run(self, example: Example) -> str | None:
        shown = example.parsed
        command = f"(exit {self._status}); {shown['command']}"
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=TIMEOUT,
            check=False,
        )
        self._status = done.returncode
        printed = done.stdout and done.stdout.removesuffix("\n") + "\n"
        expected = shown["printed"]
        example.namespace["printed"] = _lasting(printed)
        if any(_same(expected, each) for each in (printed, _lasting(printed))):
            return None
        return f"$ {shown['command']}-- shown\n{expected}-- printed\n{printed}"


class _Python(DocTestEvaluator):
    """Runs ``>>>``, and keeps what is printed when it is not what is shown."""

    def __init__(self) -> None:
        super().__init__(OPTIONS)
        runner: Any = self.runner
        report_failure, report_exception = runner.report_failure, runner.report_unexpected_exception

        def failure(out: Any, test: Any, example: Any, got: str) -> None:
            test.globs["printed"] = TRACE.sub("", got)
            report_failure(out, test, example, got)

        def exception(out: Any, test: Any, example: Any, raised: Any) -> None:
            told = "".join(traceback.format_exception_only(*raised[:2]))
            test.globs["printed"] = f"Traceback (most recent call last):\n{told}"
            report_exception(out, test, example, raised)

        runner.report_failure, runner.report_unexpected_exception = failure, exception


def _doors(folder: Path) -> str:
    """A folder with an ``orgmodell`` and a ``pytest`` to type, also where orgmodell is not installed."""
    doors = folder / ".bin"
    doors.mkdir()
    plugin = "" if _is_installed() else "-p orgmodell_pytest "
    for name, options in {"orgmodell": "", "pytest": f"-p no:cacheprovider {plugin}{_OTHERS}"}.items():
        door = doors / name
        door.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {name} {options} "$@"\n', encoding="utf-8")
        door.chmod(door.stat().st_mode | stat.S_IXUSR)
    return str(doors)


def _is_installed() -> bool:
    """Whether pytest finds the plugin by itself."""
    return bool(entry_points(group="pytest11", name="orgmodell"))


def _same(expected: str, printed: str) -> bool:
    return OutputChecker().check_output(expected, printed, OPTIONS)


def _lasting(printed: str) -> str:
    """What a command printed, with ``...`` for what is another each time, and no spaces at line ends."""
    printed = SEAL.sub("...", TIME.sub(lambda time: "...".ljust(len(time[0])), printed))
    printed = TOOK.sub(lambda took: f"=== {took[2]}... ===" if took[1] else f"{took[2]}...", printed)
    return re.sub(r" +$", "", printed, flags=re.MULTILINE)


def rewrite(page: Path) -> None:
    """Run a page and write what is printed now in place of what it shows."""
    text = page.read_text(encoding="utf-8")
    changed: list[tuple[int, int, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            for example in Page(page, Path(folder)).examples():
                example.namespace.pop("printed", None)
                try:
                    example.evaluate()
                except AssertionError:
                    start, end = _printed(example)
                    changed.append((start, end, example.namespace["printed"]))
        finally:
            os.chdir(ROOT)
    for start, end, printed in reversed(changed):
        text = text[:start] + printed + text[end:]
    page.write_text(text, encoding="utf-8")


def _printed(example: Example) -> tuple[int, int]:
    """Where a page shows what an example prints."""
    if isinstance(example.parsed, doctest.Example):
        source, shown = example.parsed.source, example.parsed.want
    else:
        source, shown = example.parsed["command"], example.parsed["printed"]
    start = example.start
    for _ in range(source.count("\n")):
        start = example.document.text.index("\n", start) + 1
    end = start
    for _ in range(shown.count("\n")):
        end = example.document.text.index("\n", end) + 1
    return start, end


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        rewrite(Path(argument).resolve())
