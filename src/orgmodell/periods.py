"""Days and half-open periods. A day is the unit; nothing here knows a clock."""

from __future__ import annotations

import re
from datetime import date, timedelta

import attrs

from orgmodell.words import Text
from orgmodell.words import days as words

ONE_DAY = timedelta(days=1)
_AS_IT_IS_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@attrs.frozen
class Period:
    """The days from ``start`` up to but not including ``until``; ``None`` is open.

    >>> date(2014, 12, 31) in Period(date(2014, 1, 1), date(2015, 1, 1))
    True
    >>> date(2015, 1, 1) in Period(date(2014, 1, 1), date(2015, 1, 1))
    False
    """

    start: date | None = None
    until: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.until is None or day < self.until)

    def overlap(self, other: Period) -> Period | None:
        """The days in both periods, or None when they share none."""
        start = _latest(self.start, other.start)
        until = earliest(self.until, other.until)
        if start is not None and until is not None and start >= until:
            return None
        return Period(start, until)


ALWAYS = Period()


class NoDay(ValueError):
    """A text that names no day.

    Attributes:
        text: what is wrong with it, in Swedish and English.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


def day_from(text: str) -> date:
    """The day a text as ``2014-01-01`` names.

    Raises:
        NoDay: it is written otherwise, or there is no such day.
    """
    if not _AS_IT_IS_WRITTEN.fullmatch(text):
        raise NoDay(words.written_otherwise(text, _likely(text) or "2014-01-01"))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NoDay(words.no_such(text)) from None


_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WRITTEN = (  # as people write days in Swedish: 1/2 2015, 1 februari 2015, 2015-2-1, 20150201
    r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/. -]+(?P<year>\d{4})",
    r"(?:den )?(?P<day>\d{1,2}):?[ea]? (?P<word>[a-z]{3})[a-z]*\.? (?P<year>\d{4})",
    r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})(?:[T ].*)?",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
)


def _likely(text: str) -> date | None:
    """The day that a text written otherwise is likely to name."""
    matches = (re.fullmatch(each, text.strip(), re.ASCII | re.IGNORECASE) for each in _WRITTEN)
    for found in filter(None, matches):
        parts = found.groupdict()
        word = (parts.get("word") or "").lower()
        month = _MONTHS.index(word) + 1 if word in _MONTHS else int(parts.get("month") or 0)
        try:
            return date(int(parts["year"]), month, int(parts["day"]))
        except ValueError:
            return None
    return None


def one_day(day: date) -> Period:
    """The period that is just this day; after the last of the calendar there is none, and it is open.

    >>> one_day(date(2014, 12, 31)).until, one_day(date.max).until
    (datetime.date(2015, 1, 1), None)
    """
    return Period(day, None if day == date.max else day + ONE_DAY)


def common(*periods: Period) -> Period | None:
    """The days that are in all the periods, or None when there are none."""
    shared: Period | None = ALWAYS
    for period in periods:
        shared = shared.overlap(period) if shared is not None else None
    return shared


def _latest(a: date | None, b: date | None) -> date | None:
    return max((d for d in (a, b) if d is not None), default=None)


def earliest(a: date | None, b: date | None) -> date | None:
    """The earlier of two days, where None is none."""
    return min((d for d in (a, b) if d is not None), default=None)
