"""tools/call of a tool that gives its text back, against the Rust SDK and against a raw epoll loop."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from ..cmake import build
from ..paths import BUILD
from ..say import say
from .http import SERVER_CORE, Served, load, on_core, serving, structured_content, tool_call
from .results import Measurement, at_most, at_most_times
from .rust_peer import rust_peer

TOKEN = "0" * 64
BODIES = {"small": "hello from a client", "1 KB": "The quick brown fox jumps over the dog. " * 25}
CONNECTIONS = 8
ROUNDS = 9
SECONDS = 1.0
CALLS_BEFORE_COUNTING = 10_000

OURS, RAW, RUST = "ours", "raw epoll loop", "Rust's rmcp"
RUST_RATIO_MAX = {"small": 0.5, "1 KB": 1 / 1.8}
RAW_RATIO_MAX = 2.5
ALLOCATIONS_MAX = 12
TAIL_MAX = 2.5

Found = Mapping[str, float]
Rounds = Mapping[tuple[str, str], Sequence[Found]]


def tools_call() -> list[Measurement]:
    """All servers get the same bytes (but for the port in Host), in turn, over kept connections."""
    programs = build("bench") / "bench"
    commands: dict[str, list[str | Path]] = {
        OURS: [programs / "mcp_echo" / "mcp_echo_server", TOKEN],
        RAW: [programs / "peers" / "raw_epoll"],
    }
    rust = rust_peer()
    if rust is not None:
        commands[RUST] = [rust]
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench_", dir=BUILD)))
        servers = {
            name: stack.enter_context(serving(on_core(SERVER_CORE, command)))
            for name, command in commands.items()
        }
        caller = _Caller(programs / "mcp_echo" / "http_load", scratch)
        rounds = _rounds(caller, servers)
        allocations = _allocations_per_call(caller, servers[OURS])
    return [
        *_against_rust(rounds, rust is not None),
        at_most_times(RAW_RATIO_MAX, _cpu(rounds, "small", RAW)),
        _limited("heap allocations per call", allocations, ALLOCATIONS_MAX),
        at_most(TAIL_MAX, _tail(rounds)),
    ]


class _Caller:
    def __init__(self, program: Path, scratch: Path) -> None:
        self._program = program
        self._request = scratch / "call.http"

    def load(self, served: Served, body: str) -> Found:
        call = tool_call(served.port, TOKEN, "echo", {"message": BODIES[body]})
        self._request.write_bytes(call)
        return load(self._program, served, self._request, CONNECTIONS, SECONDS)


def _rounds(caller: _Caller, servers: Mapping[str, Served]) -> Rounds:
    """All servers with both bodies, in turn; what each round found."""
    found: dict[tuple[str, str], list[Found]] = {
        (body, name): [] for body in BODIES for name in servers
    }
    for _ in range(ROUNDS):
        for body in BODIES:
            for name, served in servers.items():
                found[body, name].append(caller.load(served, body))
    return found


def _allocations_per_call(caller: _Caller, ours: Served) -> float:
    """In the whole process, when it has answered thousands of calls."""

    def so_far() -> float:
        return float(structured_content(ours.port, TOKEN, "allocations", {})["allocations"])

    answered = 0.0
    while answered < CALLS_BEFORE_COUNTING:
        answered += caller.load(ours, "small")["requests"]
    before = so_far()
    calls = caller.load(ours, "small")["requests"]
    return (so_far() - before) / calls


def _against_rust(rounds: Rounds, was_measured: bool) -> list[Measurement]:
    if not was_measured:
        say("tools/call: the goals against Rust's rmcp were not measured")
        return []
    return [at_most_times(most, _cpu(rounds, body, RUST)) for body, most in RUST_RATIO_MAX.items()]


def _cpu(rounds: Rounds, body: str, peer: str) -> Measurement:
    return _in_turn(f"CPU per call, {body} body", rounds, body, peer, _cpu_us, median, "us")


def _tail(rounds: Rounds) -> Measurement:
    """The lowest of all rounds: what else the machine does can only lengthen the tail."""
    return _in_turn("p99 / p50, lowest", rounds, "small", RAW, _tail_ratio, min, "")


def _cpu_us(found: Found) -> float:
    return found["cpu_us_per_request"]


def _tail_ratio(found: Found) -> float:
    return found["p99_us"] / found["p50_us"]


def _in_turn(
    name: str,
    rounds: Rounds,
    body: str,
    peer: str,
    value: Callable[[Found], float],
    chosen: Callable[[Sequence[float]], float],
    unit: str,
) -> Measurement:
    ours = [value(found) for found in rounds[body, OURS]]
    theirs = [value(found) for found in rounds[body, peer]]
    ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
    return Measurement(f"tools/call: {name}", chosen(ours), peer, chosen(theirs), unit, ratio)


def _limited(name: str, measured: float, most: float) -> Measurement:
    ratio = measured / most
    return at_most(most, Measurement(f"tools/call: {name}", measured, "the limit", most, "", ratio))
