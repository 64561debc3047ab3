"""Measurements; their figures are in README.md beside them. A package, so that no other of this name is found before it."""
