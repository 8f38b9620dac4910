"""What the developer commands in scripts/ are made of."""
