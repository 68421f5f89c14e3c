"""Answers as pictures, in the languages of programs that draw: a module for each, named for the language.

A function is named for the question it draws: ``mermaid.chart``, ``dot.lineage``. It is given what was asked,
the answer and the language, and computes nothing.
"""
