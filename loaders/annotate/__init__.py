"""Masks over sentences: a sentence goes in, a masked sentence with nested masks comes out.

It never decides what happened.
"""
