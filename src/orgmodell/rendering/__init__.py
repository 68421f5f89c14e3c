"""An answer as text, plain data, Mermaid, DOT or a page to print. Nothing is computed here.

A function is named for the answer it renders: ``text.vacancies``, ``data.vacancies``. A new form of
answers is a module here.
"""
