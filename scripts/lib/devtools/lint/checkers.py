"""The list of checkers and how their findings are told."""

import time
from collections.abc import Callable, Mapping

from ..counting import Count
from ..say import Trouble, say
from ..stubs import STUB, difference
from ..stubs import generate as generate_stubs
from .clang import check_format, check_tidy, check_warnings
from .python import check_ruff, check_ruff_format, check_types

SHOWN = 200


def _check_stubs(fix: bool) -> list[str]:
    if fix:
        STUB.write_text(generate_stubs(), "utf-8")
        return []
    return difference()


CHECKERS: Mapping[str, Callable[[bool], list[str]]] = {
    "ruff": check_ruff,
    "ruff-format": check_ruff_format,
    "clang-format": check_format,
    "mypy": check_types,
    "warnings": check_warnings,
    "stubs": _check_stubs,
    "clang-tidy": check_tidy,
}


def run_checkers(fix: bool, names: list[str] | None = None) -> Count:
    """Run the named checkers (all when none are named); each counts as one test."""
    total = Count()
    for name in names or CHECKERS:
        began = time.monotonic()
        try:
            found = CHECKERS[name](fix)
        except Trouble as trouble:
            found = [str(trouble)]
        for line in found[:SHOWN]:
            say(f"    {line}")
        if len(found) > SHOWN:
            say(f"    and {len(found) - SHOWN} more lines")
        verdict = "failed" if found else "passed"
        say(f"lint {name}: {verdict} ({time.monotonic() - began:.1f} s)")
        total += Count(failed=1) if found else Count(passed=1)
    return total
