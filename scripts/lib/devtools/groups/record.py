"""Group record: everything that can go wrong with a record's disk, and what is left of it.

tests/faults makes each of them happen (SQLite's writes and syncs fail, the power goes, the disk is
full, bytes change, odd vaults are opened, a migration is cut off); tests/kill kills two processes
on one record. scripts/record says what it should of records in each state.
"""

import os
import sys
import tempfile
from pathlib import Path

from ..cmake import build
from ..counting import Count, run_counted
from ..paths import BUILD, REPO

KILLS = 50
ALL_KILLS = 1000
LIMIT_SECONDS = 1800.0
ALL_LIMIT_SECONDS = 6 * 3600.0
MEMORY = Path("/dev/shm")  # where Linux has a file system in memory


def run_faults(program: Path, everything: bool, limit: float) -> Count:
    """Run the campaign. It makes the disk's failures itself, so no real disk needs to be below."""
    BUILD.mkdir(parents=True, exist_ok=True)
    below = MEMORY if os.access(MEMORY, os.W_OK) else BUILD
    with tempfile.TemporaryDirectory(prefix="malloc_vr_faults_", dir=below) as work:
        argv: list[str | Path] = [program, work, *(["--all"] if everything else [])]
        return run_counted("record-faults", argv, limit_seconds=limit)


def run(everything: bool) -> Count:
    """Run a seeded sample, or everything there is."""
    built = build("native")
    folder = built / "tests"
    limit = ALL_LIMIT_SECONDS if everything else LIMIT_SECONDS
    count = run_faults(folder / "faults" / "record_faults", everything, limit)
    kills = str(ALL_KILLS if everything else KILLS)
    script = REPO / "tests" / "kill" / "record_kill.py"
    child = folder / "kill" / "record_kill_child"
    tool_test = REPO / "tests" / "faults" / "record_tool_test.py"
    record_tool = built / "native" / "record_tool" / "record_tool"
    count += run_counted("record-tool", [sys.executable, tool_test, record_tool])
    return count + run_counted(
        "record-kill", [sys.executable, script, child, "--kills", kills], limit_seconds=limit
    )
