"""Invented news for measures: what is made, and that its annotations are true."""
