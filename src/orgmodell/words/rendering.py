"""What is said when an answer cannot be shown."""

from __future__ import annotations

from orgmodell.words.text import Text

JINJA_MISSING = Text(
    sv="HTML kräver Jinja2: pip install 'orgmodell[html]'",
    en="HTML needs Jinja2: pip install 'orgmodell[html]'",
)
