"""Which files were met already. In: the numbers by which the system knows a file. Out: whether it is new.

A bit a file: systems number their files closely, so that millions fit in a megabyte.
"""

from __future__ import annotations

PAGE = 1024


class Seen:
    """Files by device and number."""

    def __init__(self) -> None:
        self.pages: dict[tuple[int, int], int] = {}

    def is_new(self, identity: tuple[int, int]) -> bool:
        """Whether a file is met for the first time; it is not from then on."""
        device, number = identity
        key, bit = (device, number // PAGE), 1 << number % PAGE
        known = self.pages.get(key, 0)
        self.pages[key] = known | bit
        return not known & bit
