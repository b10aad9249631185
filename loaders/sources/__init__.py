"""Files to articles' texts. In: paths. Out: raw sources in a fixed order, decoded text, metadata; or a rejection.

The only stage that reads files. Every file it meets is handed on, rejected with a reason, or counted as skipped.
"""

from __future__ import annotations

from loaders.sources.decoding import Decoded, Refused, decode
from loaders.sources.reasons import Ignored, Reason, Rejection, Skipped

__all__ = ["Decoded", "Ignored", "Reason", "Refused", "Rejection", "Skipped", "decode"]
