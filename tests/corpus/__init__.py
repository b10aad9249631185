"""The corpus of invented articles says what it is, and its annotations rest on its words."""
