"""scripts/asan, scripts/tsan: the native tests and the module in Python under a sanitizer."""

from ..sanitizers import ADDRESS, THREAD, run_sanitized


def main(arguments: list[str]) -> int:
    """Run the command; its last argument is the sanitizer's name."""
    count = run_sanitized({"asan": ADDRESS, "tsan": THREAD}[arguments[-1]])
    print(count)
    return 1 if count.failed else 0
