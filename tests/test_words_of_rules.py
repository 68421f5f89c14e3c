"""What is said of a rule, and of what breaks it, is said in Swedish and in English."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from breaking import BREACHES, EVERY_RULE, Breach
from orgmodell import Rule, rules
from orgmodell.rules import RuleOfBeslut
from orgmodell.words import Text
from test_words_of_errors import ENGLISH, QUOTED

MODULES = sorted(Path(rules.__file__).parent.glob("*.py"))


def is_said_well(text: Text) -> None:
    """The one is no copy of the other, and no English stands in the Swedish; law is Swedish in both."""
    assert text.sv != text.en
    assert not ENGLISH.search(QUOTED.sub("", text.sv)), text.sv


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: f"{breach.rule} {breach.says}")
def test_what_breaks_a_rule_is_said_in_both_languages(breach: Breach) -> None:
    """The log breaks the rule in the way that it is there for, and all that is told of it is said well."""
    violations = breach.violations
    assert any(v.rule == breach.rule and breach.says in v.message for v in violations)
    for violation in violations:
        is_said_well(violation.text)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: f"{rule.id} {rule.judge.__name__}")
def test_a_rule_is_one_sentence_in_each_language(rule: Rule) -> None:
    is_said_well(rule.sentence)
    assert all(each.endswith(".") for each in (rule.sentence.sv, rule.sentence.en))


def test_the_logs_break_every_rule_of_beslut() -> None:
    """Those of things are counted where it is proved what they read."""
    broken = {breach.rule for breach in BREACHES}
    assert [rule.id for rule in EVERY_RULE if isinstance(rule, RuleOfBeslut) and rule.id not in broken] == []


def findings(module: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "Finding":
            yield node


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_finding_of_the_house_is_given_a_text_of_one_language(module: Path) -> None:
    """A kommun's own rule may give one `str` for both; the house gives a `Text`."""
    given = [call.args[2] for call in findings(ast.parse(module.read_text(encoding="utf-8")))]
    assert [ast.unparse(each) for each in given if isinstance(each, ast.Constant | ast.JoinedStr)] == []
