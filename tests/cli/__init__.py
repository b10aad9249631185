"""Tests of the command line, run in this process on a database of the test's own."""
