"""The proofs: a folder for each part, and a real PostgreSQL wherever rows are written."""
