"""What scripts/bench runs: each benchmark beside its peer, as ratios."""
