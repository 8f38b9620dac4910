"""scripts/tsan: the native tests and the module in Python under the thread sanitizer."""

from ..sanitizers import THREAD, run_sanitized


def main(arguments: list[str]) -> int:
    """Run the command; it takes no arguments."""
    count = run_sanitized(THREAD)
    print(count)
    return 1 if count.failed else 0
