"""Masked sentences become claims, by frames kept as data. A frame says how English tells a fact; it attaches nothing.

A claim names the frame, the masks in its slots, the mood of its verb and who says so. To which event a claim belongs is
decided by `threads`, which knows the whole article.
"""

from loaders.frames.catalogue import Frame, frames
from loaders.frames.matching import SILENCES, Claim, Silence, read_claims, read_matches

__all__ = ["SILENCES", "Claim", "Frame", "Silence", "frames", "read_claims", "read_matches"]
