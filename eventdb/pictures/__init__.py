"""What readers may ask, as pictures on one page: `eventdb report`.

values      frozen rows: what the pictures show, and how much of it there is in all
queries     the questions, in SQL over schema report
read        a connection and what is asked → `Contents`
days        days → words and places on an axis
land        degrees → places on a coarse map
drawing     pieces that all pictures are made of
timeline, attendance, casualties, places, meetings, changes, evidence
            `Contents` → a section of the page
page        `Contents` → the page

Only `read` knows the database; everything after it is pure, and the same rows give the same bytes.
"""

from __future__ import annotations

from .page import page
from .read import Limits, read
from .values import Asked, Contents

__all__ = ["Asked", "Contents", "Limits", "page", "read"]
