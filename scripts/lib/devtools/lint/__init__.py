"""The checkers that scripts/lint runs."""
