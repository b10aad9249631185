"""Whole articles: any text gives facts, the same text gives the same, and every span lies in it."""
