"""An answer as text, plain data, Mermaid or DOT. Nothing is computed here: an answer in, text out.

A function is named for the answer it renders: ``text.vacancies``, ``data.vacancies``. A new form of
answers is a module here.
"""
