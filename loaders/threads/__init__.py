"""The claims of one article become its events: what "the conference", "both sides" and "he" stand for is decided here.

One candidate or none: a mention that could go back to several things goes back to none of them.
"""

from loaders.threads.assemble import Told, assemble
from loaders.threads.reading import Reading

__all__ = ["Reading", "Told", "assemble"]
