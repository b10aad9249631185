"""Tests of back-ups: dumps, restores, moves, upgrades of databases that hold data."""
