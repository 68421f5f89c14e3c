"""The org chart as the organisation's view gives it: with its text."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from orgmodell import presentations
from orgmodell.presentations.asked import Asked
from orgmodell.projections.chart import Chart
from orgmodell.projections.chart import chart as chart_of
from orgmodell.view import View
from orgmodell.words import Lang


@attrs.frozen(kw_only=True)
class OrgChart(Chart):
    """The organisation on one day, as a tree; a sequence of `ChartNode`."""

    def to_text(self, names: Mapping[str, str] | None = None, lang: Lang = "sv") -> str:
        """The chart as an indented tree, and the assumed facts that it rests on.

        Args:
            names: person id → name; persons without one are called by their ids.
            lang: in which language.
        """
        from orgmodell.writers import text

        asked = Asked(organisation="", day=self.day, known=self.known, names=names or {})
        return text.write_parts(presentations.drawn(asked, self), lang)


def chart(view: View) -> OrgChart:
    """The org chart of a view."""
    found = chart_of(view)
    return OrgChart(**{field.name: getattr(found, field.name) for field in attrs.fields(Chart)})
