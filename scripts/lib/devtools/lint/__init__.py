"""The checkers of scripts/lint: the local hooks of .pre-commit-config.yaml, run one by one."""

import re
from pathlib import Path

from .. import debian
from ..counting import Count, run_logged, show_end
from ..paths import BUILD, CACHE, REPO
from ..processes import output_of
from ..say import say
from ..tools import environment, tool

CONFIG = REPO / ".pre-commit-config.yaml"
FIX = "-fix"
LIMIT_SECONDS = 3600.0


def hooks() -> list[str]:
    """Return the ids of all hooks, in their order."""
    return re.findall(r"^ +id: (\S+)$", CONFIG.read_text("utf-8"), re.MULTILINE)


def checkers() -> list[str]:
    """Return the names of the hooks that check."""
    return [name for name in hooks() if not name.endswith(FIX)]


def run_checkers(fix: bool, names: list[str] | None = None) -> Count:
    """Run the named checkers (all when none are named); each counts as one test.

    With `fix` what can be mended is mended first; what is left is found.
    """
    debian.need("lint")
    total = Count()
    for name in names or checkers():
        if fix and f"{name}{FIX}" in hooks():
            _passes(f"{name}{FIX}")
        total += Count(passed=1) if _passes(name) else Count(failed=1)
    return total


def _passes(hook: str) -> bool:
    """Run one hook; a hook that was skipped ends with 0 too, and has not passed."""
    command: list[str | Path] = [tool("lint", "pre-commit"), "run", hook, "--all-files"]
    command += ["--hook-stage", "manual", "--color", "never"]
    variables = {
        **environment("lint"),
        **_repository(),
        "PRE_COMMIT_HOME": str(CACHE / "pre-commit"),
    }
    ended = run_logged(f"lint-{hook}", command, variables, LIMIT_SECONDS)
    passed = ended.code == 0 and "Passed" in ended.output
    if hook.endswith(FIX):
        return passed
    if not passed:
        show_end(ended.output)
    say(f"lint {hook}: {'passed' if passed else 'failed'} ({ended.seconds:.1f} s)")
    return passed


def _repository() -> dict[str, str]:
    """Return what shows git a repository where there is none, as in an unpacked archive.

    pre-commit runs in nothing else. The temporary one keeps its data in build/ and has no commits.
    """
    if (REPO / ".git").exists():
        return {}
    repository = BUILD / "lint.git"
    variables = {"GIT_DIR": str(repository), "GIT_WORK_TREE": str(REPO)}
    if not repository.exists():
        BUILD.mkdir(exist_ok=True)
        output_of(["git", "--git-dir", repository, "--work-tree", REPO, "init", "--quiet"])
    return variables
