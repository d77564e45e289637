"""The package xml."""
