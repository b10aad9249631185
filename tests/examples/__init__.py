"""The example articles: annotations that hold, and what the rules read of them."""
