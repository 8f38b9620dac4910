"""The story of scripts/demo, one step a module."""
