"""The forms of an answer: each module here writes any presentation in one form, and knows no question.

`json` is the answer itself. A new form is a module here and a line in `WRITERS`.
"""

from collections.abc import Callable, Mapping

from orgmodell.presentations.parts import Presentation
from orgmodell.words import Lang
from orgmodell.writers import csv, docx, html, markdown, text, xlsx

WRITERS: Mapping[str, Callable[[Presentation, Lang], str | bytes]] = {
    "text": text.write,
    "csv": csv.write,
    "markdown": markdown.write,
    "html": html.write,
    "xlsx": xlsx.write,
    "docx": docx.write,
}

__all__ = ["WRITERS"]
