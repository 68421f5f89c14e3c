"""Whatever is shown is run: the README, the pages in docs/ and the docstrings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
from sybil import Sybil
from sybil.parsers.doctest import DocTestParser

import orgmodell
from orgmodell import testing
from orgmodell.changes import (
    CHANGES,
    AtgardState,
    Form,
    ForslagOutcome,
    ForumRole,
    LedamotRole,
    Mark,
    OrganKind,
    Regim,
    RelationKind,
    Roll,
    UtforareKind,
)
from orgmodell.ledger.schema import described
from orgmodell.projections.line import Mode
from orgmodell.projections.status import Status
from orgmodell.violations import Severity
from shown import OPTIONS, ROOT, Page

pytestmark = pytest.mark.long

PAGES = [page for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))) if page.exists()]
MODULES = [
    module for module in sorted((ROOT / "src").rglob("*.py")) if ">>> " in module.read_text(encoding="utf-8")
]

WORDS: list[Any] = [
    *(Form, LedamotRole, Mark, Mode, OrganKind, Severity, Status),
    *(Roll, RelationKind, UtforareKind, Regim, ForumRole, AtgardState, ForslagOutcome),
]


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_a_page_shows_what_happens(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its files, commands and Python, run in order in an empty folder, print what the page says."""
    monkeypatch.chdir(tmp_path)
    for example in Page(page, tmp_path).examples():
        example.evaluate()


@pytest.mark.parametrize("module", MODULES, ids=[str(m.relative_to(ROOT / "src")) for m in MODULES])
def test_a_docstring_shows_what_happens(module: Path) -> None:
    document = Sybil([DocTestParser(OPTIONS)]).parse(module)
    for example in document.examples():
        example.evaluate()


def test_the_generated_pages_say_what_the_code_says() -> None:
    """What is generated in docs/ is what `docs/generate.py` would write today."""
    generator = [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"]
    done = subprocess.run(generator, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_glossary_explains_every_word_that_is_stored_or_answered() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    words = [word for each in WORDS for word in get_args(each)]
    assert [word for word in words if f"`{word}`" not in glossary] == []


def test_the_glossary_explains_every_public_name() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert [name for name in orgmodell.__all__ if f"`{name}`" not in glossary] == []


def test_the_page_on_testing_explains_every_name_of_the_kit() -> None:
    page = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    assert [name for name in testing.__all__ if f"`{name}`" not in page] == []


def test_the_reference_describes_every_change() -> None:
    reference = (ROOT / "docs" / "beslutsfiler.md").read_text(encoding="utf-8")
    assert [change.verb for change in CHANGES if f"#### {change.verb}\n" not in reference] == []
    assert [change.__name__ for change in CHANGES if f"`{change.__name__}`" not in reference] == []


def test_every_parameter_of_every_change_is_explained() -> None:
    """What each field is stands in the docstrings, and so in the reference and the schema."""
    for change in CHANGES:
        told = described(change)
        assert [field.name for field in attrs.fields(change) if field.name not in told] == []
