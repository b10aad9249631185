"""What linking looks articles up by: keys made from what they tell, so that it need not read all of them.

In: reports, names and texts of articles. Out: `LinkKey`. All of it can be made again at any time.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from eventdb.models.declaration import Base, InArticle, check, within


class LinkKey(InArticle, Base):
    """One row per key by which linking finds articles that may tell of the same event or person, or have one text."""

    __tablename__ = "link_key"
    __table_args__ = (
        within("article"),
        check("use_is_known", "use in ('event', 'person', 'text', 'year')"),
        Index("ix_link_key_key", "key", "year"),
    )

    use: Mapped[str] = mapped_column(primary_key=True, comment="What the key finds: event, person or text; or year")
    key: Mapped[int] = mapped_column(
        BigInteger,
        primary_key=True,
        autoincrement=False,
        comment="Hash of what two articles must have in common; for use year: report in the article",
    )
    year: Mapped[int] = mapped_column(
        SmallInteger,
        primary_key=True,
        autoincrement=False,
        comment="Year for which the key holds, 0 for any; for use year: that the report gives an article without one",
    )
