"""The corpus of articles written for tests says what it is, and its annotations rest on its words."""
