"""The command line speaks one language at a time: Swedish, or English where that is asked for."""

from __future__ import annotations

import re

import click
import pytest
from click.testing import CliRunner

from orgmodell.cli import commands
from orgmodell.words import LANGS, Lang
from orgmodell.words import cli as words

ENGLISH = re.compile(r"\b(the|is|was|which|not|there|been|and|or|with|what|who|how|after|before)\b", re.I)
SWEDISH = re.compile(r"\b(och|eller|som|inte|är|vad|vem|den|det|hur|efter|före|med|utan)\b", re.I)
FOREIGN = {"sv": ENGLISH, "en": SWEDISH}
NAMED = re.compile(r"--with|who-decides|taking-effect|'[^']*'|\b[A-Z]{2,}\b")  # called so in any language


def spoken(*arguments: str, lang: Lang | None = None, variable: str = "") -> str:
    env = {"ORGMODELL_LANG": variable}
    result = CliRunner(env=env).invoke(
        commands, [*arguments, *(("--lang", lang) if lang else ())], prog_name="orgmodell"
    )
    return NAMED.sub("", result.stdout + result.stderr)


def options() -> set[str]:
    return {
        name if f"{command} {name}" not in words.OPTIONS else f"{command} {name}"
        for command, each in commands.commands.items()
        for parameter in each.params
        if isinstance(parameter, click.Option) and (name := parameter.name or "")
    }


def test_every_command_and_option_has_its_words_and_no_words_are_left_over() -> None:
    assert set(words.COMMANDS) == set(commands.commands)
    assert options() | {"help", "version"} == set(words.OPTIONS)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("command", ["", *commands.commands])
def test_help_is_in_one_language(command: str, lang: Lang) -> None:
    shown = spoken(*([command] if command else []), "--help", variable=lang)
    assert len(shown) > 100
    assert not FOREIGN[lang].findall(shown), shown


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "wrong",
    [
        ["chart"],
        ["chart", "x", "--on", "2013"],
        ["chart", "x", "--on", "2013-02-30"],
        ["chart", "nowhere", "--on", "2013-01-01"],
        ["charter"],
        ["chart", "x", "y", "--on", "2013-01-01"],
        ["line", "x", "y", "--on"],
        ["line", "x", "y", "--on", "2013-01-01", "--mode", "both"],
        ["line", "x", "y", "--on", "2013-01-01", "--format", "pdf"],
        ["line", "x", "y", "--on", "2013-01-01", "--formt", "csv"],
        ["line", "x", "y", "--on", "2013-01-01", "-o", "svar.pdf"],
        ["kontrollspann", "x", "--on", "2013-01-01", "--riktmarke", "-1"],
        ["kontrollspann", "x", "--on", "2013-01-01", "--riktmarke", "many"],
        ["taking-effect", "x", "2013-01-01", "2012-01-01"],
        ["chart", "x", "--on", "2013-01-01", "--as-recorded", "yesterday"],
    ],
    ids=lambda wrong: " ".join(wrong),
)
def test_a_wrong_call_is_told_in_one_language(wrong: list[str], lang: Lang) -> None:
    shown = spoken(*wrong, variable=lang)
    assert shown.strip()
    assert not FOREIGN[lang].findall(shown), shown


def test_the_option_goes_before_the_variable_and_swedish_is_the_default() -> None:
    assert spoken("charter").startswith("Användning: ")
    assert spoken("charter", variable="en").startswith("Usage: ")
    assert spoken("charter", variable="de").startswith("Användning: ")
    assert spoken("--lang", "sv", "charter", variable="en").startswith("Användning: ")
    assert spoken("--lang", "en", "charter", variable="sv").startswith("Usage: ")
    assert spoken("--lang=en", "charter", variable="sv").startswith("Usage: ")
    assert spoken("--lang", "sv", "--lang", "en", "charter").startswith("Usage: ")
    assert spoken("chart", lang="en").startswith("Usage: ")
