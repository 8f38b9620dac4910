"""tools/call of a tool that gives its text back, against the Rust SDK and against a raw epoll loop."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from devtools.say import say

from .programs import programs, scratch
from .results import Measurement, at_most, at_most_times, in_turn, limited
from .rust_peer import rust_peer
from .served import SERVER_CORE, Served, load, on_core, serving, structured_content, tool_call

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
    commands: dict[str, list[str | Path]] = {
        OURS: [programs() / "mcp_echo" / "mcp_echo_server", TOKEN],
        RAW: [programs() / "peers" / "raw_epoll"],
    }
    rust = rust_peer()
    if rust is None:
        say("tools/call: the goals against Rust's rmcp were not measured")
    else:
        commands[RUST] = [rust]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(scratch()))
        servers = {
            name: stack.enter_context(serving(on_core(SERVER_CORE, command)))
            for name, command in commands.items()
        }
        rounds = _rounds(folder, servers)
        allocations = _allocations_per_call(folder, servers[OURS])
    against_rust = RUST_RATIO_MAX.items() if rust else ()
    return [
        *(at_most_times(most, _cpu(rounds, body, RUST)) for body, most in against_rust),
        at_most_times(RAW_RATIO_MAX, _cpu(rounds, "small", RAW)),
        limited("tools/call: heap allocations per call", allocations, ALLOCATIONS_MAX, ""),
        at_most(TAIL_MAX, _tail(rounds)),
    ]


def _load(folder: Path, served: Served, body: str) -> Found:
    request = folder / "call.http"
    request.write_bytes(tool_call(served.port, TOKEN, "echo", {"message": BODIES[body]}))
    return load(served, request, CONNECTIONS, SECONDS)


def _rounds(folder: Path, servers: Mapping[str, Served]) -> Rounds:
    """All servers with both bodies, in turn; what each round found."""
    found: dict[tuple[str, str], list[Found]] = {
        (body, name): [] for body in BODIES for name in servers
    }
    for _ in range(ROUNDS):
        for body in BODIES:
            for name, served in servers.items():
                found[body, name].append(_load(folder, served, body))
    return found


def _allocations_per_call(folder: Path, ours: Served) -> float:
    """In the whole process, when it has answered thousands of calls."""

    def so_far() -> float:
        return float(structured_content(ours.port, TOKEN, "allocations", {})["allocations"])

    answered = 0.0
    while answered < CALLS_BEFORE_COUNTING:
        answered += _load(folder, ours, "small")["requests"]
    before = so_far()
    calls = _load(folder, ours, "small")["requests"]
    return (so_far() - before) / calls


def _cpu(rounds: Rounds, body: str, peer: str) -> Measurement:
    ours, theirs = _of_both(rounds, body, peer, lambda found: found["cpu_us_per_request"])
    return in_turn(f"tools/call: CPU per call, {body} body", ours, peer, theirs, "us")


def _tail(rounds: Rounds) -> Measurement:
    """The lowest of all rounds: what else the machine does can only lengthen the tail."""
    ours, theirs = _of_both(rounds, "small", RAW, lambda found: found["p99_us"] / found["p50_us"])
    tail = in_turn("tools/call: p99 / p50, lowest", ours, RAW, theirs, "")
    return replace(tail, measured=min(ours), peer_value=min(theirs))


def _of_both(
    rounds: Rounds, body: str, peer: str, value: Callable[[Found], float]
) -> tuple[list[float], list[float]]:
    return list(map(value, rounds[body, OURS])), list(map(value, rounds[body, peer]))
