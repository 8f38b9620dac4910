"""clang-tidy over native/, as a part of a build: ninja passes over what has not changed since."""

from ..cmake import build
from ..kept import digest
from ..processes import output_of
from ..project import REPO
from ..tools import tool

if __name__ == "__main__":
    program = tool("lint", "clang-tidy")
    # Other settings or another clang-tidy are another command, so ninja runs it on every file again.
    settings = digest([REPO / ".clang-tidy"], output_of([program, "--version"]))[:16]
    build("tidy", {"CMAKE_CXX_CLANG_TIDY": f"{program};--quiet;--extra-arg=-DTIDY_{settings}"})
