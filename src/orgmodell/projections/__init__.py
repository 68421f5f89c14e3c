"""Questions asked of a view or an account, each answered with plain frozen values.

A new projection is a module here, its answer a class in it; `organisation` gives it a method and
`presentations` says how it is shown. What an answer rests on is noted while it is made (`answer`).
"""
