"""A plugin of pytest for a run against a fault: that a law is broken is enough, not how simply.

Hypothesis would go on for minutes to make the case it found a small one.
"""

from hypothesis import Phase, settings

settings.register_profile("unshrunk", phases=(Phase.explicit, Phase.reuse, Phase.generate))
settings.load_profile("unshrunk")
