"""Limits of what a person types, as the tools publish them."""

from malloc_vr_native import LEARNER_ID_LIMIT_CHARS, UNIT_ID_LIMIT_CHARS

__all__ = ["LEARNER_ID_LIMIT_CHARS", "OBJECTIVE_LIMIT_CHARS", "UNIT_ID_LIMIT_CHARS"]

OBJECTIVE_LIMIT_CHARS = 512
"""As `objective_bounds` of native/tools/bounds.hpp."""
