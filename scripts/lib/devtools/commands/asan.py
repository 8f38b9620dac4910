"""scripts/asan: the native tests and the module in Python under the address and undefined-behaviour sanitizers."""

from ..sanitizers import ADDRESS, run_sanitized


def main(arguments: list[str]) -> int:
    """Run the command; it takes no arguments."""
    count = run_sanitized(ADDRESS)
    print(count)
    return 1 if count.failed else 0
