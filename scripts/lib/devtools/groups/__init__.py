"""The groups of scripts/test: each runs one kind of test and counts it."""
