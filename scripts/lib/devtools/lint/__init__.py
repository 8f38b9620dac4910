"""scripts/lint: the checkers, which are local hooks of .pre-commit-config.yaml, one by one."""

import argparse
import re

from .. import debian
from ..counting import Count, run_logged, show_end
from ..processes import Command, run
from ..project import BUILD, CACHE, REPO
from ..say import say
from ..tools import environment, tool

HOOKS = re.findall(r"^ +id: (\S+)$", (REPO / ".pre-commit-config.yaml").read_text("utf-8"), re.M)
FIX = "-fix"
CHECKERS = [name for name in HOOKS if not name.endswith(FIX)]
LIMIT_SECONDS = 3600.0


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/lint")
    parser.add_argument("checkers", nargs="*", choices=[*CHECKERS, []], metavar="CHECKER")
    parser.add_argument("--fix", action="store_true")
    options = parser.parse_args(arguments)
    count = run_checkers(options.checkers or CHECKERS, options.fix)
    print(count)
    return 1 if count.failed else 0


def run_checkers(names: list[str], fix: bool = False) -> Count:
    """Run the named checkers; each counts as one test.

    With `fix` what can be mended is mended first; what is left is found.
    """
    debian.need("lint")
    total = Count()
    for name in names:
        if fix and f"{name}{FIX}" in HOOKS:
            _passes(f"{name}{FIX}")
        total += Count(passed=1) if _passes(name) else Count(failed=1, failures=(f"lint: {name}",))
    return total


def _passes(hook: str) -> bool:
    """Run one hook; a hook that was skipped ends with 0 too, and has not passed."""
    command: Command = [tool("lint", "pre-commit"), "run", hook, "--all-files"]
    command += ["--hook-stage", "manual", "--color", "never"]
    variables = {
        **environment("lint"),
        **_repository(),
        "PRE_COMMIT_HOME": str(CACHE / "pre-commit"),
    }
    ended = run_logged(f"lint-{hook}", command, variables, LIMIT_SECONDS)
    passed = ended.code == 0 and "Passed" in ended.output
    if not hook.endswith(FIX):
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
    if not repository.exists():
        BUILD.mkdir(exist_ok=True)
        run(["git", "--git-dir", repository, "--work-tree", REPO, "init", "--quiet"])
    return {"GIT_DIR": str(repository), "GIT_WORK_TREE": str(REPO)}
