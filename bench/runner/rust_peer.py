"""The server made with the official Rust SDK, which our server is compared with."""

import shutil
from pathlib import Path

from devtools.processes import run
from devtools.project import BUILD, REPO
from devtools.say import CommandError, say

PROJECT = REPO / "bench" / "peers" / "rmcp"


def rust_peer() -> Path | None:
    """Build the server as its lock file says; None, having said why, where it cannot be had."""
    cargo = shutil.which("cargo") or shutil.which("cargo", path=Path.home() / ".cargo" / "bin")
    if cargo is None:
        say("not compared with Rust's rmcp: there is no cargo here (https://rustup.rs)")
        return None
    target = BUILD / "bench" / "rmcp"
    words: list[str | Path] = ["nice", cargo, "build", "--release", "--locked"]
    words += ["--target-dir", target, "--manifest-path", PROJECT / "Cargo.toml"]
    try:
        run(words, what="building Rust's rmcp peer")
    except CommandError as trouble:
        say(f"not compared with Rust's rmcp: {trouble}")
        return None
    return target / "release" / "rmcp_echo"
