"""The forms of an answer: each module here writes any presentation in one form, and knows no question.

`json` is the answer itself. A new form is a module here, with a function `write`, and a line in `WRITERS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

import attrs

from orgmodell.errors import SourceError
from orgmodell.words import Lang
from orgmodell.words import forms as words

if TYPE_CHECKING:
    from orgmodell.presentations.parts import Presentation


@attrs.frozen
class Writer:
    """Writes a presentation in a form. Its module, and the library it needs, are imported when it is used.

    Attributes:
        form: what the form is called where it is asked for; its module and its extra are called the same.
        title: what people call it.
        library: what it needs besides what orgmodell always has; None when nothing.
    """

    form: str
    title: str
    library: str | None = None

    def __call__(self, presentation: Presentation, lang: Lang) -> str | bytes:
        """The presentation as text, or as bytes where the form is not text.

        Raises:
            SourceError: the library is not installed; says which extra brings it.
        """
        try:
            module = import_module(f"{__name__}.{self.form}")
        except ImportError:
            if self.library is None:
                raise
            raise SourceError(words.missing(self.title, self.library, self.form)) from None
        written: str | bytes = module.write(presentation, lang)
        return written


WRITERS: Mapping[str, Writer] = {
    writer.form: writer
    for writer in (
        Writer("text", "Text"),
        Writer("csv", "CSV"),
        Writer("markdown", "Markdown"),
        Writer("html", "HTML", "Jinja2"),
        Writer("xlsx", "Excel", "openpyxl"),
        Writer("docx", "Word", "python-docx"),
    )
}

__all__ = ["WRITERS", "Writer"]
