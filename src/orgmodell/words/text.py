"""A text in Swedish and English. Which of them is shown is chosen when it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, get_args

import attrs

Lang = Literal["sv", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)


@attrs.frozen
class Text:
    """What is said, in both languages.

    In a longer text it is written ``f"… {text:sv} …"`` or ``f"… {text:en} …"``, as the case is; without
    saying which, it is refused. `str` gives the English, which exceptions show in Python.

    >>> one = Text(sv="enhet upplöst", en="enhet dissolved")
    >>> Text(sv=f"{one:sv} den 1 maj", en=f"{one:en} on 1 May").sv
    'enhet upplöst den 1 maj'
    """

    sv: str
    en: str

    def said(self, lang: Lang) -> str:
        """The text in a language."""
        return self.sv if lang == "sv" else self.en

    def __str__(self) -> str:
        return self.en

    def __format__(self, spec: str) -> str:
        if spec == "sv":
            return self.sv
        if spec == "en":
            return self.en
        raise ValueError("say which language: {text:sv} or {text:en}")

    def __add__(self, other: Text | str) -> Text:
        return in_both(lambda lang: self.said(lang) + said(other, lang))

    def __radd__(self, other: str) -> Text:
        return in_both(lambda lang: other + self.said(lang))


def same(text: str) -> Text:
    """What is the same in both languages: a name, a number, a Swedish term that has no English name."""
    return Text(text, text)


def either(text: Text | str) -> Text:
    """The text, or what is the same in both languages."""
    return text if isinstance(text, Text) else same(text)


def said(text: Text | str, lang: Lang) -> str:
    """A text in a language; what is the same in both as it is."""
    return text.said(lang) if isinstance(text, Text) else text


def foreign(said: object) -> Text:
    """What another program says, in its own words; in Swedish they are quoted.

    >>> foreign("Permission denied").sv
    '«Permission denied»'
    """
    return Text(sv=f"«{said}»", en=str(said))


def in_both(say: Callable[[Lang], str]) -> Text:
    """What a function says in each language.

    >>> in_both(lambda lang: {"sv": "ja", "en": "yes"}[lang])
    Text(sv='ja', en='yes')
    """
    return Text(say("sv"), say("en"))


def joined(texts: Iterable[Text | str], separator: str = ", ") -> Text:
    """Several texts as one.

    >>> joined([Text("enhet", "unit"), "buk"], ": ").en
    'unit: buk'
    """
    parts = list(texts)
    return in_both(lambda lang: separator.join(said(each, lang) for each in parts))


def with_and(texts: Iterable[Text | str]) -> Text:
    """Several texts as one, all of which are meant.

    >>> with_and(["soc", "buk"]).sv
    'soc och buk'
    """
    parts = list(texts)
    return Text(sv=joined(parts, " och ").sv, en=joined(parts, " and ").en)


def with_or(texts: Iterable[Text | str]) -> Text:
    """Several texts as one, any of which is meant.

    >>> with_or([Text("enhet", "unit"), "organ"]).en
    'unit or organ'
    """
    parts = list(texts)
    return Text(sv=joined(parts, " eller ").sv, en=joined(parts, " or ").en)


def counted(count: int, one: Text | str, several: Text | str) -> Text:
    """How many there are of something.

    >>> counted(2, Text("uppgift", "fact"), Text("uppgifter", "facts")).sv
    '2 uppgifter'
    """
    return in_both(lambda lang: f"{count} {said(one if count == 1 else several, lang)}")
