"""The native tests: CTest runs each test case, and its JUnit report is counted."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence

from .counting import FAILED, LOGS, Count, run_logged, show_end
from .project import REPO
from .say import say

LIMIT_SECONDS = 3600.0


def run_tests(preset: str, prefix: Sequence[str] = ()) -> Count:
    """Run the tests of a built preset; `prefix` are the arguments before `ctest`.

    A run without a report, a module with tests of which none ran, and an exit code that the report
    does not explain have failed: each is one more failed test.
    """
    report = LOGS / f"{preset}.xml"
    report.unlink(missing_ok=True)
    ended = run_logged(preset, [*prefix, "ctest", "--preset", preset], limit_seconds=LIMIT_SECONDS)
    try:
        cases = list(ElementTree.parse(report).getroot().iter("testcase"))
    except (OSError, ElementTree.ParseError):
        say(f"{preset}: ctest ended with exit code {ended.code} and wrote no report")
        show_end(ended.output)
        return FAILED
    failed = [case for case in cases if case.get("status") != "run"]
    for case in failed:
        say(f"    FAILED: {case.get('name')} ({case.get('status')})")
        show_end(case.findtext("system-out") or "")
    names = tuple(f"{preset}: {case.get('name')}" for case in failed)
    count = Count(len(cases) - len(failed), len(failed), names)
    ran = {(case.get("name") or "").partition(":")[0] for case in cases}
    for folder in sorted((REPO / "tests" / "native").glob("*_test")):
        if folder.name.removesuffix("_test") not in ran:
            say(f"    FAILED: no test of {folder.name} ran")
            count += FAILED
    if ended.code != 0 and count.failed == 0:
        show_end(ended.output)
        count += FAILED
    say(f"{preset}: {count} ({ended.seconds:.1f} s)")
    return count
