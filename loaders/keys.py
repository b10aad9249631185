"""Keys made from content: the same things always get the same 63-bit number, on every machine.

No sequence and no RETURNING: whoever knows a thing's name knows its key, so a load can be repeated.
"""

from __future__ import annotations

from hashlib import blake2b, sha256

SEPARATOR = "\x1f"  # the ASCII unit separator; no name holds it


def key(namespace: str, *parts: object) -> int:
    """A positive bigint (1 … 2⁶³−1) for what `parts` name within a namespace: `key("place", "NO", "Oslo")`."""
    words = SEPARATOR.join((namespace, *map(str, parts)))
    number = int.from_bytes(blake2b(words.encode(), digest_size=8).digest()) >> 1
    return number or 1


def digest(*parts: str | bytes) -> str:
    """SHA-256 in 64 hexadecimal digits over the parts in order; where a part ends is part of the content."""
    state = sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        state.update(len(content).to_bytes(8) + content)
    return state.hexdigest()


def text_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8, to know the same text elsewhere."""
    return sha256(text.encode()).hexdigest()


def content_hash(input_hash: str, rules_version: str) -> str:
    """What an article's facts depend on: its text and metadata, and the rules and lexicons that read them."""
    return digest(input_hash, rules_version)
