"""Places: the gazetteer's entries and their names.

In: rows that loading takes from the gazetteer lexicon. Out: `Place`, `PlaceName`, and the columns of anything that
lies somewhere.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eventdb.models.declaration import Base, check, country_shape, elsewhere, key, listed


class Place(Base):
    """One row per gazetteer entry that some article needed."""

    __tablename__ = "place"
    __table_args__ = (
        UniqueConstraint("gazetteer_key", name="gazetteer_key"),
        country_shape(),
        check("subdivision_code_is_of_its_country", "subdivision_code like country_code || '-%'"),
        check("latitude_is_on_the_globe", "latitude between -90 and 90"),
        check("longitude_is_on_the_globe", "longitude between -180 and 180"),
        check("coordinates_come_in_pairs", "(latitude is null) = (longitude is null)"),
        check("parent_is_another_place", "parent_id <> place_id"),
    )

    place_id: Mapped[int] = key("Hash of gazetteer_key")
    gazetteer_key: Mapped[str] = mapped_column(comment="Key of the entry in the gazetteer")
    name: Mapped[str] = mapped_column(comment="Name for readers, in English")
    kind_code: Mapped[str] = listed("place_kind", "Kind of place")
    country_code: Mapped[str | None] = mapped_column(
        comment="ISO 3166-1 or, of a former state, -3; null: several countries or none"
    )
    subdivision_code: Mapped[str | None] = mapped_column(
        comment="ISO 3166-2 code of the province that it is or lies in"
    )
    parent_id: Mapped[int | None] = elsewhere("place", "Place that holds it", name="parent")
    latitude: Mapped[float | None] = mapped_column(comment="Degrees north, WGS 84")
    longitude: Mapped[float | None] = mapped_column(comment="Degrees east, WGS 84")
    precision_code: Mapped[int] = listed("place_precision", "UCDP precision of an event known to be there", number=True)


class PlaceName(Base):
    """One row per name of a place."""

    __tablename__ = "place_name"

    place_id: Mapped[int] = elsewhere("place", "Place", primary=True)
    name: Mapped[str] = mapped_column(primary_key=True, comment="A name of it")


class Located:
    """Columns of anything that lies somewhere."""

    place_id: Mapped[int | None] = elsewhere("place", "Place, if the gazetteer knows it", order=30)
    place_name: Mapped[str | None] = mapped_column(comment="Most exact named place, as written", sort_order=31)
    country_code: Mapped[str | None] = mapped_column(
        comment="Country of the place, ISO 3166-1 or, of a former state, -3", sort_order=32
    )
    place_precision_code: Mapped[int | None] = listed(
        "place_precision", "UCDP precision of the place, 1 exact to 7; null: no place given", number=True, order=33
    )


def place_rules() -> tuple[CheckConstraint, ...]:
    """The rules for tables that are `Located`."""
    return (
        country_shape(),
        check("place_has_a_precision", "(place_name is null) = (place_precision_code is null)"),
        check("known_place_has_a_name", "place_id is null or place_name is not null"),
    )
