"""Group clients: the official TypeScript and Python clients against scripts/serve."""

from ..counting import Count
from ..paths import REPO
from .standalone import run_script


def run() -> Count:
    """Run tests/clients/run.py."""
    return run_script("clients", REPO / "tests" / "clients" / "run.py")
