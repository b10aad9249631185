"""The measures: what they count is what can be counted by hand."""
