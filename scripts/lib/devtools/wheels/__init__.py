"""What a wheel's module may need of a system, and what of it can be seen."""
