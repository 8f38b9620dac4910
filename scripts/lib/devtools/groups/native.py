"""Group native: the Catch2 tests of every room."""

from ..catch2 import run_executables
from ..cmake import NATIVE, build
from ..counting import Count


def run() -> Count:
    """Build and run them."""
    return run_executables(build(NATIVE), "native")
