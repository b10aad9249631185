"""Tests of a run: facts to JSON, plan, store, link, ingest."""
