"""The pattern language: what each construct matches, what it needs, what it refuses, and that its time is bounded."""
