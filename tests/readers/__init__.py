"""Tests of the readers of Python."""
