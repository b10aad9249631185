"""Explanations: the values, and the page that no article can break out of."""
