"""Group record: everything that can go wrong with a record's disk, and what is left of it.

tests/faults makes each of them happen (SQLite's writes and syncs fail, the power goes, the disk is
full, bytes change, odd vaults are opened, a migration is cut off); tests/kill kills two processes
on one record. scripts/record says what it should of records in each state.
"""

import shutil
from pathlib import Path

from ..cmake import NATIVE, build
from ..counting import Count, run_counted
from ..paths import BUILD, REPO
from ..tools import tool

KILLS = 50
ALL_KILLS = 1000
LIMIT_SECONDS = 900.0
ALL_LIMIT_SECONDS = 6 * 3600.0


def run(everything: bool) -> Count:
    """Run a seeded sample, or everything there is."""
    built = build(NATIVE)
    folder = built / "tests"
    limit = ALL_LIMIT_SECONDS if everything else LIMIT_SECONDS
    work = BUILD / "record-faults"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    program = folder / "faults" / "record_faults"
    words: list[str | Path] = [program, work, *(["--all"] if everything else [])]
    count = run_counted("record-faults", words, limit_seconds=limit)
    shutil.rmtree(work, ignore_errors=True)
    kills = str(ALL_KILLS if everything else KILLS)
    script = REPO / "tests" / "kill" / "record_kill.py"
    child = folder / "kill" / "record_kill_child"
    tool_test = REPO / "tests" / "faults" / "record_tool_test.py"
    record_tool = built / "native" / "record_tool" / "record_tool"
    count += run_counted("record-tool", [tool("python"), tool_test, record_tool])
    return count + run_counted(
        "record-kill", [tool("python"), script, child, "--kills", kills], limit_seconds=limit
    )
