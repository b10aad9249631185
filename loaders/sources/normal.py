"""One form for line ends, spaces and invisible characters. In: decoded text. Out: the text that every offset refers to.

What is changed, once and nowhere else:
- CR LF, CR, NEL, vertical tab, form feed, line and paragraph separator become LF;
- no-break, thin, em, figure, ideographic and other spaces become a plain space, one for one; tabs stay;
- zero-width characters, soft hyphens, direction marks and byte order marks vanish, as do control characters;
- letters with separate accents become one character (Unicode NFC).
Quotation marks, dashes, spaces in a row and blank lines stay as they are.
"""

from __future__ import annotations

import re
import unicodedata

LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
SPACES = dict.fromkeys(
    map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "
)
INVISIBLE = dict.fromkeys(
    [*range(0x00, 0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0xAD, 0x061C, 0x180E, *range(0x200B, 0x2010)]
    + [*range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x206A), 0xFEFF, *range(0xFFF9, 0xFFFC)]
)
TABLE = SPACES | INVISIBLE


def normal(text: str) -> str:
    """The text in the one form; doing it twice changes nothing."""
    return unicodedata.normalize("NFC", LINE_ENDS.sub("\n", text).translate(TABLE))
