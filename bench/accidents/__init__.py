"""Accidents that befall a load, and what is left after them.

driver  a load in a process of its own, with small batches, so that a small folder has many of them
scene   a database as it was before, a folder as it was or was edited, a load that runs
kinds   what may happen to a load that runs, at a moment that is given
stories some accidents one after the other, then a load that ends: does the database say what one without them says?
"""
