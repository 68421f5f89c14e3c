"""Questions about the way up: over which enhet it begins, and which chefer are next on it."""

from __future__ import annotations

from orgmodell.view.befattningar import AskingBefattningar
from orgmodell.view.enheter import AskingEnheter


class AskingLine(AskingBefattningar, AskingEnheter):
    """What a view answers about the way up from a befattning, whoever holds what."""

    def topmost_led(self, befattning: str) -> tuple[str, ...]:
        """The enheter nearest the top of those that a chef leads, as recorded; none of one who is no chef."""
        if not self.is_chef(befattning):
            return ()
        depths = {enhet: len(self.path(enhet)) for enhet in self.leads(befattning)}
        return tuple(enhet for enhet, depth in depths.items() if depth == min(depths.values()))

    def starts_under(self, befattning: str) -> str | None:
        """Where to look for the chef above: where it is placed or, for a chef, over what it leads.

        That is the topmost enhet it leads; of several equally high, the one that was recorded first.
        """
        topmost = self.topmost_led(befattning)
        return self.parent(topmost[0]) if topmost else self.placement(befattning)

    def next_over(self, befattning: str) -> tuple[str, ...]:
        """The befattningar right over one, vacant or not: by decision, or else the nearest in the line.

        Those who share in leading are all there, and so is whoever is over each of several topmost enheter.
        """
        if (to := self.reports_to(befattning)) is not None:
            return (to,)
        topmost = self.topmost_led(befattning)
        starts = [self.parent(enhet) for enhet in topmost] if topmost else [self.placement(befattning)]
        return tuple(
            dict.fromkeys(chef for enhet in starts for chef in self._nearest_chefer(enhet, befattning))
        )

    def _nearest_chefer(self, enhet: str | None, but: str) -> tuple[str, ...]:
        """The chefer of an enhet, or else of the nearest over it that has any besides one."""
        while enhet is not None:
            if found := tuple(
                leader for leader in self.leaders(enhet) if leader != but and self.is_chef(leader)
            ):
                return found
            enhet = self.parent(enhet)
        return ()
