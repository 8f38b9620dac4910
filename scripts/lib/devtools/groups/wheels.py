"""The group wheels: what is shipped needs of a system only what each of it has, and shows one name.

Each rule must also see what breaks it: tests/wheels.
"""

from .. import build
from ..build import WHEELS, build_wheel
from ..counting import FAILED, Count, run_logged
from ..cross import TARGETS
from ..package import USUAL
from ..processes import Command
from ..project import LIB, REPO
from ..say import CommandError, say
from ..tools import tool
from ..wheel_checks import check, environment

LIMIT_SECONDS = 900.0


def wheels(everything: bool) -> Count:
    """Check the wheels that the usual zips are made from, and each other one that was built.

    Args:
        everything: all that a release has, and each target's wheel made twice with the same bytes.
    """
    pythons = {name: each.pythons for name, each in TARGETS.items()} if everything else USUAL
    made = {build_wheel(target, tag) for target, tags in pythons.items() for tag in tags}
    count = check(made | set(WHEELS.glob("*.whl")))
    changed: Command = [
        tool("wheels", "python"),
        LIB / "unittest_run.py",
        REPO / "tests" / "wheels",
    ]
    count += run_logged("changed-wheels", changed, environment(), LIMIT_SECONDS).count()
    return sum((_made_twice(target) for target in TARGETS if everything), count)


def _made_twice(target: str) -> Count:
    try:
        build.main(["--target", target, "--twice"])
    except CommandError as trouble:
        say(f"the wheel for {target}: {trouble}")
        return FAILED
    return Count(1)
