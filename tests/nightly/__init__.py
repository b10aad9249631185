"""Tests of a night: its stages, lock, archive, reports and figures."""
