"""Running Catch2 executables and counting their test cases from the XML report."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping, Sequence
from pathlib import Path

from .counting import FAILED, LOGS, Count, run_logged, show_end
from .paths import REPO
from .say import say

TESTS = REPO / "tests" / "native"
LIMIT_SECONDS = 600.0


def run_executables(
    build: Path,
    label: str,
    environment: Mapping[str, str] | None = None,
    prefix: Sequence[str] = (),
) -> Count:
    """Run the test executable of every room that has tests; a missing one has failed."""
    total = Count()
    for folder in sorted(TESTS.glob("*_test")):
        if not any(folder.glob("*.cpp")):
            continue
        room = folder.name.removesuffix("_test")
        executable = build / "tests" / "native" / f"test_{room}"
        if executable.is_file():
            total += _run(f"{label}-{room}", [*prefix, str(executable)], environment)
        else:
            say(f"{label} {room}: has tests, but no executable was built from them")
            total += FAILED
    return total


def _run(name: str, command: list[str], environment: Mapping[str, str] | None) -> Count:
    report = LOGS / f"{name}.xml"
    report.unlink(missing_ok=True)
    words = [*command, "-r", "xml", "-o", str(report)]
    ended = run_logged(name, words, environment, LIMIT_SECONDS)
    try:
        root = ElementTree.parse(report).getroot()
        cases = root.find("OverallResultsCases")
        assert cases is not None
        count = Count(int(cases.attrib["successes"]), int(cases.attrib["failures"]))
        _show_failures(root)
    except (OSError, ElementTree.ParseError, AssertionError):
        say(f"{name}: ended with exit code {ended.code} before its report was complete")
        show_end(ended.output)
        return FAILED
    if ended.code != 0 and count.failed == 0:  # such as a sanitizer's word at the end
        show_end(ended.output)
        count += FAILED
    say(f"{name}: {count} ({ended.seconds:.1f} s)")
    return count


def _show_failures(root: ElementTree.Element) -> None:
    for case in root.iter("TestCase"):
        result = case.find("OverallResult")
        if result is None or result.attrib["success"] == "true":
            continue
        say(f"    FAILED: {case.attrib['name']} ({case.attrib.get('filename')})")
        for expression in case.iter("Expression"):
            if expression.attrib["success"] == "false":
                where = f"{expression.attrib['filename']}:{expression.attrib['line']}"
                say(f"      {where}: {_word(expression, 'Expanded')}")
        for fault in [
            *case.iter("Failure"),
            *case.iter("Exception"),
            *case.iter("FatalErrorCondition"),
        ]:
            say(f"      {(fault.text or '').strip()}")


def _word(expression: ElementTree.Element, name: str) -> str:
    return " ".join((expression.findtext(name) or "").split())
