"""The benchmarks of scripts/bench: each measures us and a named peer in the same run."""
