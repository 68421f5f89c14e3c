"""What is said is said in Swedish and in English, and whoever shows it chooses."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs
import pytest

from orgmodell import BeslutRefused, OrgmodellError, SourceError
from orgmodell.changes import CHANGES, AtgardState, Change, ForumRole, Mark
from orgmodell.changes.base import LIVING
from orgmodell.law import DelegateKind
from orgmodell.projections.diff import ASPECTS
from orgmodell.projections.status import Status
from orgmodell.violations import Severity, Violation
from orgmodell.words import Text, counted, joined, same, terms, values
from orgmodell.words.changes import PARAMETERS, parameters

ENHET = Text(sv="enhet", en="unit")


def test_a_text_in_another_says_in_which_language() -> None:
    """Otherwise English would slip into Swedish unseen."""
    assert Text(sv=f"en {ENHET:sv}", en=f"a {ENHET:en}") == Text("en enhet", "a unit")
    with pytest.raises(ValueError, match="which language"):
        f"{ENHET}"


def test_texts_are_put_together_in_both_languages() -> None:
    assert Text("R05 enhet: enhet", "R05 unit: unit") == "R05 " + ENHET + ": " + ENHET
    assert joined([ENHET, "buk", same("kof")]) == Text("enhet, buk, kof", "unit, buk, kof")
    enheter = Text("enheter", "units")
    assert [counted(n, ENHET, enheter).sv for n in (0, 1, 2)] == ["0 enheter", "1 enhet", "2 enheter"]


def test_an_error_is_english_unless_asked_and_hides_passwords_in_both() -> None:
    error = SourceError(
        Text(sv="ingen kontakt: postgresql://u:hemligt@h/d", en="no contact: postgresql://u:hemligt@h/d")
    )
    assert str(error).startswith("no contact")
    assert "ingen kontakt" in error.text.sv
    assert "hemligt" not in str(error) + error.text.sv


def test_a_refusal_tells_every_violation_in_both_languages() -> None:
    broken = Violation(
        "R05", "error", date(2014, 1, 1), ("a",), Text("a ligger under sig själv", "a is under itself")
    )
    refused = BeslutRefused("KF § 1", [broken])
    assert refused.text.sv == (
        "beslut 'KF § 1' vägras, 1 brott mot en regel; ingenting är registrerat:\n"
        "  R05 fel, 2014-01-01: a ligger under sig själv"
    )
    assert str(refused) == (
        "beslut 'KF § 1' is refused, 1 violation; nothing was recorded:\n"
        "  R05 error, 2014-01-01: a is under itself"
    )
    assert broken.message == "a is under itself"


def test_errors_of_one_language_stay_as_they_are() -> None:
    assert OrgmodellError("Permission denied").text == same("Permission denied")
    assert pickle.loads(pickle.dumps(ENHET)) == ENHET


# --- words that are shown -------------------------------------------------------------------------


def fields_of_their_own() -> Iterator[tuple[type[Change], str]]:
    """Every field of every change, without what all changes have."""
    common = {field.name for field in attrs.fields(Change)}
    for change in CHANGES:
        yield from ((change, f.name) for f in attrs.fields(change) if f.name not in common)


def choices(hint: Any) -> set[str]:
    """The values a field may have, where they are few and known."""
    if get_origin(hint) is Literal:
        return set(get_args(hint))
    return {each for arm in get_args(hint) for each in choices(arm)}


def every_text() -> Iterator[Text]:
    """All words that are shown of changes, things and values."""
    for table in (PARAMETERS, terms.MARKS, terms.MARKS_IN_PLURAL, terms.WORDS, terms.TYPES, terms.ASPECTS):
        yield from table.values()
    yield from terms.FALLBACKS.values()
    yield from (text for pair in (*terms.STATUSES.values(), *terms.ROLES.values()) for text in pair)
    yield from (change.said for change in CHANGES)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: str(change.stored))
def test_a_change_says_itself_what_it_is_called(change: type[Change]) -> None:
    """In both languages, and not by what a change it builds on is called."""
    assert "said" in vars(change)
    assert change.said.sv != change.said.en


def test_every_parameter_has_a_word() -> None:
    assert PARAMETERS.keys() == {name for _, name in fields_of_their_own()}


def test_every_value_that_may_be_chosen_has_a_word() -> None:
    """One that is written in Swedish as it is stored has one too: it is not so written in English."""
    hints = [get_type_hints(change)[name] for change, name in fields_of_their_own()]
    chosen = {value for hint in (*hints, AtgardState, DelegateKind, Severity) for value in choices(hint)}
    assert chosen | {"planerad", "foreslaget"} == terms.WORDS.keys()


def test_every_mark_state_type_and_role_has_a_word() -> None:
    """One for each, and no two states look the same."""
    assert terms.MARKS.keys() == terms.MARKS_IN_PLURAL.keys() == {*get_args(Mark), None}
    assert terms.STATUSES.keys() == {*get_args(Status)}
    assert len({*terms.STATUSES.values()}) == len(terms.STATUSES)
    assert terms.TYPES.keys() == {*LIVING}
    assert terms.ROLES.keys() == {*get_args(ForumRole)}


def test_every_aspect_has_a_word() -> None:
    """What a difference compares."""
    assert terms.ASPECTS.keys() == {aspect for of in ASPECTS.values() for aspect in of}


INFLECTED = {
    "adjungerade": "adjungerad",
    "förvaltningschefen": "förvaltningschef",
    "ledamöter": "ledamot",
    "nämnden": "nämnd",
    "nämnder": "nämnd",
}


@pytest.mark.parametrize("text", {text.en: text for text in every_text()}.values(), ids=str)
def test_a_swedish_word_in_english_is_in_the_glossary(text: Text) -> None:
    """The rest is English: what is not translated has no faithful English name, and is explained."""
    glossary = (Path(__file__).parent.parent / "docs" / "glossary.md").read_text(encoding="utf-8")
    kept = {text.sv} if text.sv == text.en else set(re.findall(r"\w*[åäö]\w*", text.en))
    assert not [word for word in kept if INFLECTED.get(word, word) not in glossary]


def test_numbers_are_swedish_or_english_and_nought_is_not_missing() -> None:
    """Decimal comma or point; None is underlag saknas, 0 is 0."""
    assert [values.average(n).sv for n in (280 / 11, 0, None)] == ["25,5", "0,0", "underlag saknas"]
    assert [values.average(n).en for n in (280 / 11, 0, None)] == ["25.5", "0.0", "not stated"]
    assert [values.number(n).sv for n in (245.0, 0.5, 0, 1234567)] == ["245", "0,5", "0", "1234567"]
    assert values.kronor(1234567.4) == Text("1 234 567 kr", "SEK 1,234,567")


def test_a_period_in_a_change_is_told_by_its_last_day() -> None:
    """Whatever the language, the day after is never shown as the last."""
    said = parameters({"until": date(2015, 1, 1), "share": 0.5, "approximate": True, "leads": ()})
    assert said.sv == "t.o.m.: 2014-12-31, andel: 0,5, ungefärligt: ja, leder: –"
    assert said.en == "up to and including: 2014-12-31, share: 0.5, approximate: yes, leads: –"
    assert parameters({"until": None}).sv == "t.o.m.: tills vidare"
