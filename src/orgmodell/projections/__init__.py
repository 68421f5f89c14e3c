"""Questions asked of a view or an account, each answered with plain frozen values.

A new projection is a module here, its answer a class in it; `organisation` gives it a method and
`rendering` a text. What an answer rests on is found by asking it again and noting what is read (`basis`).
"""
