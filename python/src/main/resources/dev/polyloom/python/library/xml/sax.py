"""The package xml.sax: its helpers for texts alone."""
