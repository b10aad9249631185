"""Measures of extraction on sets of annotated text: a file or folder goes in, figures come out. Writes nothing."""
