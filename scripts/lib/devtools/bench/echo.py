"""tools/call of a tool that gives its text back, against a bare Beast server that does."""

import statistics
import tempfile
from pathlib import Path

from ..cmake import build
from ..paths import BUILD
from .http import SERVER_CORE, Served, load, on_core, serving, tool_call
from .results import Measurement

TOKEN = "0" * 64
TEXT = "The quick brown fox jumps over the lazy dog. " * 2
ROUNDS = 5
SECONDS = 1.0
PEER = "bare Beast echo"
# Name, connections, the load program's key, unit.
ASKED = (
    ("latency of one client", 1, "p50_us", "us"),
    ("CPU per call, 8 clients", 8, "cpu_us_per_request", "us"),
    ("latency of 8 clients", 8, "p50_us", "us"),
)


def tools_call() -> list[Measurement]:
    """Both servers get the same bytes (but for the port in Host), in turn, over kept connections."""
    programs = build("bench") / "bench" / "mcp_echo"
    with (
        serving(on_core(SERVER_CORE, [programs / "mcp_echo_server", TOKEN])) as ours,
        serving(on_core(SERVER_CORE, [programs / "beast_echo"])) as bare,
        tempfile.TemporaryDirectory(prefix="bench_", dir=BUILD) as scratch,
    ):
        rounds = [
            {
                connections: (
                    _load(programs, ours, Path(scratch), connections),
                    _load(programs, bare, Path(scratch), connections),
                )
                for connections in (1, 8)
            }
            for _ in range(ROUNDS)
        ]
    found = []
    for name, connections, key, unit in ASKED:
        mine = [one[connections][0][key] for one in rounds]
        peers = [one[connections][1][key] for one in rounds]
        ratios = [a / b for a, b in zip(mine, peers, strict=True)]
        found.append(
            Measurement(
                f"tools/call: {name}",
                statistics.median(mine),
                PEER,
                statistics.median(peers),
                unit,
                statistics.median(ratios),
            )
        )
    return found


def _load(programs: Path, served: Served, scratch: Path, connections: int) -> dict[str, float]:
    request = scratch / f"{served.port}.http"
    request.write_bytes(tool_call(served.port, TOKEN, "echo", {"text": TEXT}))
    return load(programs / "http_load", served, request, connections, SECONDS)
