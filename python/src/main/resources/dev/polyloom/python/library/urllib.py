"""The package urllib."""
