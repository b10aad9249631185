"""Rules broken on purpose: the examples, drawn tests and corpus must notice each."""
