"""What the kinds of things are called, with the little words that follow a noun."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from orgmodell.words.text import Text


@attrs.frozen
class Noun:
    """What a kind of thing is called in Swedish: åtgärd, åtgärden. English has the word as it is stored."""

    word: str
    definite: str

    @property
    def neuter(self) -> bool:
        """Whether it is *ett*: then the definite form ends in t."""
        return self.definite.endswith("t")


KINDS: Mapping[str, Noun] = {
    "enhet": Noun("enhet", "enheten"),
    "organ": Noun("organ", "organet"),
    "befattning": Noun("befattning", "befattningen"),
    "uppdrag": Noun("uppdrag", "uppdraget"),
    "utforare": Noun("utförare", "utföraren"),
    "avtal": Noun("avtal", "avtalet"),
    "overenskommelse": Noun("överenskommelse", "överenskommelsen"),
    "forum": Noun("forum", "forumet"),
    "atgard": Noun("åtgärd", "åtgärden"),
    "forslag": Noun("förslag", "förslaget"),
    "arende": Noun("ärende", "ärendet"),
    "delegationsordning": Noun("delegationsordning", "delegationsordningen"),
    "vidaredelegation": Noun("vidaredelegation", "vidaredelegationen"),
}


def a(kind: str) -> Text:
    """The kind with its article.

    >>> a("atgard"), a("organ").sv
    (Text(sv='en åtgärd', en='an atgard'), 'ett organ')
    """
    noun = KINDS[kind]
    article = "an" if kind[0] in "aeiou" else "a"
    return Text(sv=f"{'ett' if noun.neuter else 'en'} {noun.word}", en=f"{article} {kind}")


def no(kind: str) -> Text:
    """None of the kind.

    >>> no("arende"), no("enhet").sv
    (Text(sv='inget ärende', en='no arende'), 'ingen enhet')
    """
    noun = KINDS[kind]
    return Text(sv=f"{'inget' if noun.neuter else 'ingen'} {noun.word}", en=f"no {kind}")


def the(kind: str) -> Text:
    """A thing of the kind that is then named.

    >>> the("utforare")
    Text(sv='utföraren', en='utforare')
    """
    return Text(sv=KINDS[kind].definite, en=kind)


def it(kind: str) -> Text:
    """A thing of the kind that was just named.

    >>> it("avtal").sv, it("enhet").sv
    ('det', 'den')
    """
    return Text(sv="det" if KINDS[kind].neuter else "den", en="it")
