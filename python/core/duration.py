"""Estimated durations of units: read as people write them, kept as "15_minutes".

The add-on meets the native module through this package only, so these names pass through here.
"""

from malloc_vr_native import DEFAULT_DURATION, duration_seconds, duration_text

__all__ = ["DEFAULT_DURATION", "duration_seconds", "duration_text"]
